import { Module } from '@nestjs/common';
import { JudgementsModule } from '../judgements/public';
import { JudgeDisclosed } from './application/judge-disclosed';
import { ProposeFine } from './application/propose-fine';
import { EnforcedTermPassed, StatutoryTermPassed } from './application/term-passed';
import { ContributionSettledHandler } from './jobs/contribution-settled.job';
import { FilingJudgedHandler } from './jobs/filing-judged.job';
import { NoticeFiledHandler } from './jobs/notice-filed.job';
import {
  EnforcedTermHandler,
  NoticeReminderHandler,
  StatutoryTermHandler,
} from './jobs/term-deadlines';
import { FineProposalsController } from './web/fine-proposals.controller';

@Module({
  imports: [JudgementsModule],
  controllers: [FineProposalsController],
  providers: [
    ContributionSettledHandler,
    EnforcedTermHandler,
    EnforcedTermPassed,
    FilingJudgedHandler,
    JudgeDisclosed,
    NoticeFiledHandler,
    NoticeReminderHandler,
    ProposeFine,
    StatutoryTermHandler,
    StatutoryTermPassed,
  ],
})
export class EnforcementModule {}
