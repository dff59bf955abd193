import { Module } from '@nestjs/common';
import { InsightModule } from '../insight/public';
import { ApplyDecision } from './application/apply-decision';
import { DecideGift, DecideReleases } from './application/decide-release';
import { FollowInsight } from './application/follow-insight';
import { ProposeReleases } from './application/propose-releases';
import { PublicationChanges } from './application/publication-changes';
import { PublishReleased } from './application/publish-released';
import { ShieldPublications } from './application/shield';
import { ApplyDecisionHandler, ShieldHandler } from './jobs/decision.jobs';
import { PublishReleasedHandler } from './jobs/publish-released.job';

const VERBS = [PublicationChanges, ProposeReleases, PublishReleased, DecideReleases, DecideGift];
const HANDLERS = [PublishReleasedHandler, ApplyDecisionHandler, ShieldHandler];

@Module({
  imports: [InsightModule],
  providers: [...VERBS, ApplyDecision, ShieldPublications, FollowInsight, ...HANDLERS],
  exports: VERBS,
})
export class PublicationModule {}
