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
import { TakeSafetyStep } from './application/safety-steps';
import { ShieldPublications } from './application/shield';
import { AdviceAskedHandler, AdviceDueHandler } from './jobs/advice.jobs';
import { ApplyDecisionHandler, ShieldHandler } from './jobs/decision.jobs';
import { PublishReleasedHandler } from './jobs/publish-released.job';

const VERBS = [
  PublicationChanges,
  ProposeReleases,
  PublishReleased,
  RecountRegister,
  DecideReleases,
  DecideGift,
  AskShielding,
  TakeSafetyStep,
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
  providers: [...VERBS, ApplyDecision, ShieldPublications, FollowInsight, ...HANDLERS],
  exports: VERBS,
})
export class PublicationModule {}
