import { Module } from '@nestjs/common';
import { JudgementsModule } from '../judgements/public';
import { JudgeDisclosed } from './application/judge-disclosed';
import { ProposeFine } from './application/propose-fine';
import { EnforcedTermPassed, StatutoryTermPassed } from './application/term-passed';
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
    EnforcedTermHandler,
    EnforcedTermPassed,
    JudgeDisclosed,
    NoticeFiledHandler,
    NoticeReminderHandler,
    ProposeFine,
    StatutoryTermHandler,
    StatutoryTermPassed,
  ],
})
export class EnforcementModule {}
