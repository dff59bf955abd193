import { Module } from '@nestjs/common';
import { DonorsModule } from '../donors/public';
import { JudgementsModule } from '../judgements/public';
import { BookContribution } from './application/book-contribution';
import { AnnulContribution, CorrectContribution } from './application/correct-contribution';
import { JudgeLedger } from './application/judge-ledger';
import { PreCheckContribution } from './application/pre-check-contribution';
import { SettleContribution } from './application/settle-contribution';
import { ContributionsController, PreChecksController } from './web/contributions.controller';

const VERBS = [
  AnnulContribution,
  BookContribution,
  CorrectContribution,
  JudgeLedger,
  PreCheckContribution,
  SettleContribution,
];

@Module({
  imports: [DonorsModule, JudgementsModule],
  controllers: [ContributionsController, PreChecksController],
  providers: VERBS,
  exports: VERBS,
})
export class ContributionsModule {}
