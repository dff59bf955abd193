import { Module } from '@nestjs/common';
import { ContributionsModule } from '../contributions/public';
import { AssignAccount } from './application/assign-account';
import { TakeInStatement } from './application/take-in-statement';
import { StatementReceivedHandler } from './jobs/statement-received.job';
import { RECOGNITION_VERBS } from './recognition.parts';

@Module({
  imports: [ContributionsModule],
  providers: [AssignAccount, StatementReceivedHandler, TakeInStatement, ...RECOGNITION_VERBS],
  exports: [AssignAccount, TakeInStatement, ...RECOGNITION_VERBS],
})
export class StatementsModule {}
