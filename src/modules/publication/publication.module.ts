import { Module } from '@nestjs/common';
import { InsightModule } from '../insight/public';
import { ApplyDecision } from './application/apply-decision';
import { AskShielding } from './application/ask-shielding';
import { DecideGift, DecideReleases } from './application/decide-release';
import { FollowInsight } from './application/follow-insight';
import { FollowList } from './application/follow-list';
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
import { Acts } from './web/acts';
import { AskForms } from './web/ask-forms';
import { ReleaseForms } from './web/release-forms';
import { ReleasePages } from './web/releases.pages';
import { ReleaseDecisionsController, ReleasesController } from './web/releases.controller';
import { SafetyController } from './web/safety.controller';
import { SafetyForms } from './web/safety-forms';
import { SafetyPages, ShieldingPages } from './web/safety.pages';
import { StopForms } from './web/stop-forms';

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

const FORMS = [Acts, ReleaseForms, StopForms, SafetyForms, AskForms];

@Module({
  imports: [InsightModule],
  controllers: [
    ReleasesController,
    ReleaseDecisionsController,
    SafetyController,
    ReleasePages,
    SafetyPages,
    ShieldingPages,
  ],
  providers: [
    ...VERBS,
    ...FORMS,
    ApplyDecision,
    ShieldPublications,
    FollowList,
    FollowInsight,
    ...HANDLERS,
  ],
  exports: VERBS,
})
export class PublicationModule {}
