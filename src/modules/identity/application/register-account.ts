import { Injectable } from '@nestjs/common';
import { Database } from '../../../platform/database/database';
import { type Scope } from '../../../platform/database/transaction';
import { problem } from '../../../platform/http/problem';
import { newId } from '../../../platform/ids/id';
import { insertAccount } from '../persistence/account.store';
import { recordEvent } from '../persistence/audit-line';
import { hashPassword, isUsablePassword } from './password';
import { systemScope } from './scope';
import { Vault } from './secrets';

export interface RegisterAccountCommand {
  readonly email: string;
  readonly name: string;
  /** 12 to 128 characters. */
  readonly password: string;
  /** Base32. Null makes an account that can hold API tokens but cannot sign in to the pages. */
  readonly totpSecret: string | null;
}

@Injectable()
export class RegisterAccount {
  constructor(
    private readonly database: Database,
    private readonly vault: Vault,
  ) {}

  /** @returns the id of the account. @throws Problem 409 when the address has one already. */
  async run(command: RegisterAccountCommand, scope: Scope = systemScope()): Promise<string> {
    if (!isUsablePassword(command.password)) {
      throw problem(400, 'password.length', 'A password has 12 to 128 characters.');
    }
    const { email, name, totpSecret } = command;
    const id = newId();
    const passwordHash = await hashPassword(command.password);
    const sealed = totpSecret === null ? null : this.vault.seal(totpSecret);
    await this.database.inTransaction(scope, async (tx) => {
      await insertAccount(tx, { id, email, name, passwordHash, totpSecret: sealed });
      await recordEvent(tx, 'account-registered', 'account', id, { email, name });
    });
    return id;
  }
}
