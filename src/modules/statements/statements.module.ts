import { Module } from '@nestjs/common';
import { ContributionsModule } from '../contributions/public';
import { DonorsModule } from '../donors/public';
import { AssignAccount } from './application/assign-account';
import { TakeInStatement } from './application/take-in-statement';
import { StatementReceivedHandler } from './jobs/statement-received.job';
import { RECOGNITION_CONTROLLERS, RECOGNITION_FORMS, RECOGNITION_VERBS } from './recognition.parts';
import { AccountPages } from './web/account.pages';
import { BankAccountsController } from './web/bank-accounts.controller';
import { BankPages } from './web/bank.pages';
import { StatementPages } from './web/statement.pages';
import { StatementsController } from './web/statements.controller';

@Module({
  imports: [ContributionsModule, DonorsModule],
  controllers: [
    StatementsController,
    BankAccountsController,
    AccountPages,
    BankPages,
    ...RECOGNITION_CONTROLLERS,
    // Its path takes any word after /bank/, so every other page of the bank comes before it.
    StatementPages,
  ],
  providers: [
    AssignAccount,
    StatementReceivedHandler,
    TakeInStatement,
    ...RECOGNITION_FORMS,
    ...RECOGNITION_VERBS,
  ],
  exports: [AssignAccount, TakeInStatement, ...RECOGNITION_VERBS],
})
export class StatementsModule {}
