import { Module } from '@nestjs/common';
import { InsightModule } from '../insight/public';
import { ApplyDecision } from './application/apply-decision';
import { AskShielding } from './application/ask-shielding';
import { DecideGift, DecideReleases } from './application/decide-release';
import { FollowInsight } from './application/follow-insight';
import { ProposeReleases } from './application/propose-releases';
import { PublicationChanges } from './application/publication-changes';
import { PublishReleased } from './application/publish-released';
import { RecountRegister } from './application/recount-register';
import { SetReleaseTerm } from './application/release-term';
import { TakeSafetyStep } from './application/safety-steps';
import { ShieldPublications } from './application/shield';
import { AdviceAskedHandler, AdviceDueHandler } from './jobs/advice.jobs';
import { ApplyDecisionHandler, ShieldHandler } from './jobs/decision.jobs';
import { PublishReleasedHandler } from './jobs/publish-released.job';
import { ReleaseDecisionsController, ReleasesController } from './web/releases.controller';
import { SafetyController } from './web/safety.controller';

const VERBS = [
  PublicationChanges,
  ProposeReleases,
  PublishReleased,
  RecountRegister,
  DecideReleases,
  DecideGift,
  AskShielding,
  TakeSafetyStep,
  SetReleaseTerm,
];
const HANDLERS = [
  PublishReleasedHandler,
  ApplyDecisionHandler,
  ShieldHandler,
  AdviceAskedHandler,
  AdviceDueHandler,
];

@Module({
  imports: [InsightModule],
  controllers: [ReleasesController, ReleaseDecisionsController, SafetyController],
  providers: [...VERBS, ApplyDecision, ShieldPublications, FollowInsight, ...HANDLERS],
  exports: VERBS,
})
export class PublicationModule {}
