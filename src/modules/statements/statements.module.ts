import { Module } from '@nestjs/common';
import { AssignAccount } from './application/assign-account';
import { TakeInStatement } from './application/take-in-statement';
import { StatementReceivedHandler } from './jobs/statement-received.job';

@Module({
  providers: [AssignAccount, StatementReceivedHandler, TakeInStatement],
  exports: [AssignAccount, TakeInStatement],
})
export class StatementsModule {}
