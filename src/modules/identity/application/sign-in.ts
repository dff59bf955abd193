import { Injectable } from '@nestjs/common';
import { Database } from '../../../platform/database/database';
import { type Scope, type Transaction } from '../../../platform/database/transaction';
import { accountByEmail, type AccountToProve } from '../persistence/account.store';
import { type Limit, markSucceeded, reserveAttempt } from '../persistence/attempt.store';
import { recordEvent } from '../persistence/audit-line';
import { insertSession } from '../persistence/session.store';
import { isPassword } from './password';
import { randomToken, sha256 } from './secrets';

/** How many tries may fail in fifteen minutes: for one account, and from one address. */
const PER_ACCOUNT = 10;
const PER_ADDRESS = 30;
const CODE_MINUTES = 5;

export interface SignInCommand {
  readonly email: string;
  readonly password: string;
  /** The network address of the visitor. */
  readonly address: string;
}

export type SignInAnswer =
  | { readonly outcome: 'code_needed'; readonly halfSessionId: string }
  | { readonly outcome: 'refused' }
  | { readonly outcome: 'too_many' };

interface Reserved {
  readonly account: AccountToProve | undefined;
  readonly attempts: readonly string[] | null;
}

function limitsFor({ email, address }: SignInCommand): readonly Limit[] {
  const subject = (text: string): string => sha256(text).toString('hex');
  return [
    { subject: subject(`account ${email.toLowerCase()}`), most: PER_ACCOUNT },
    { subject: subject(`address ${address}`), most: PER_ADDRESS },
  ];
}

/**
 * The first step: the password. The answer does not tell an unknown account from a wrong password,
 * in words or in time. The password is tried outside a transaction, as that takes long on purpose.
 */
@Injectable()
export class SignIn {
  constructor(private readonly database: Database) {}

  async run(command: SignInCommand, scope: Scope): Promise<SignInAnswer> {
    const { account, attempts } = await this.reserve(command, scope);
    if (attempts === null) return { outcome: 'too_many' };
    const right = await isPassword(command.password, account?.passwordHash);
    return this.database.inTransaction(scope, async (tx) => {
      const reason = whyNot(account, right);
      if (account === undefined || reason !== undefined) {
        const id = account?.id ?? 'unknown';
        await recordEvent(tx, 'sign-in-refused', 'account', id, { reason });
        return { outcome: 'refused' };
      }
      await markSucceeded(tx, attempts);
      return { outcome: 'code_needed', halfSessionId: await openHalfSession(tx, account.id) };
    });
  }

  private reserve(command: SignInCommand, scope: Scope): Promise<Reserved> {
    return this.database.inTransaction(scope, async (tx) => ({
      attempts: await reserveAttempt(tx, 'password', limitsFor(command)),
      account: await accountByEmail(tx, command.email),
    }));
  }
}

function whyNot(account: AccountToProve | undefined, right: boolean): string | undefined {
  if (account === undefined) return 'unknown';
  if (!right) return 'password';
  if (account.disabled) return 'disabled';
  return account.totpSecret === null ? 'no-second-step' : undefined;
}

async function openHalfSession(tx: Transaction, accountId: string): Promise<string> {
  const id = randomToken();
  const idHash = sha256(id);
  const csrfToken = randomToken();
  await insertSession(tx, {
    idHash,
    accountId,
    assignmentId: null,
    csrfToken,
    minutes: CODE_MINUTES,
  });
  return id;
}
