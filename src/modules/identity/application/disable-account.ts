import { Injectable } from '@nestjs/common';
import { Database } from '../../../platform/database/database';
import { type Scope } from '../../../platform/database/transaction';
import { notFound } from '../../../platform/http/problem';
import { markDisabled } from '../persistence/account.store';
import { recordEvent } from '../persistence/audit-line';
import { endSessionsOf } from '../persistence/session.store';
import { systemScope } from './scope';

@Injectable()
export class DisableAccount {
  constructor(private readonly database: Database) {}

  /** Signs the account out everywhere at once; its tokens stop with it. */
  run(accountId: string, scope: Scope = systemScope()): Promise<void> {
    return this.database.inTransaction(scope, async (tx) => {
      if (!(await markDisabled(tx, accountId))) throw notFound();
      await endSessionsOf(tx, accountId);
      await recordEvent(tx, 'account-disabled', 'account', accountId);
    });
  }
}
