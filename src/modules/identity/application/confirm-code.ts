import { Injectable } from '@nestjs/common';
import { Database } from '../../../platform/database/database';
import { type Scope, type Transaction } from '../../../platform/database/transaction';
import { useTotpStep } from '../persistence/account.store';
import { assignmentsInForce } from '../persistence/assignment.store';
import { markSucceeded, reserveAttempt } from '../persistence/attempt.store';
import { recordEvent } from '../persistence/audit-line';
import { endSession, type HalfSession, halfSession } from '../persistence/session.store';
import { sha256, Vault } from './secrets';
import { type OpenedSession, openSession } from './sessions';
import { demoTotp, stepOfCode } from './totp';

const MOST_WRONG_CODES = 5;

export type ConfirmAnswer =
  | { readonly outcome: 'signed_in'; readonly session: OpenedSession }
  | { readonly outcome: 'refused' }
  | { readonly outcome: 'too_many' }
  /** The password was too long ago, or the account holds no role (any more): begin again. */
  | { readonly outcome: 'start_again' };

/** The second step: the code. It opens a session with a new identifier; a code counts once. */
@Injectable()
export class ConfirmCode {
  constructor(
    private readonly database: Database,
    private readonly vault: Vault,
  ) {}

  run(halfSessionId: string, code: string, scope: Scope): Promise<ConfirmAnswer> {
    return this.database.inTransaction(scope, async (tx): Promise<ConfirmAnswer> => {
      const idHash = sha256(halfSessionId);
      const half = await halfSession(tx, idHash);
      if (half === undefined) return { outcome: 'start_again' };
      const limit = { subject: half.accountId, most: MOST_WRONG_CODES };
      const attempts = await reserveAttempt(tx, 'code', [limit]);
      if (attempts === null) return { outcome: 'too_many' };
      const { accountId } = half;
      if (!(await this.isFreshCode(tx, half, code))) {
        await recordEvent(tx, 'sign-in-refused', 'account', accountId, { reason: 'code' });
        return { outcome: 'refused' };
      }
      await markSucceeded(tx, attempts);
      await endSession(tx, idHash);
      return enter(tx, accountId);
    });
  }

  /** What to type now, for the page of a demonstration; undefined without a right password first. */
  demoCode(halfSessionId: string, scope: Scope): Promise<string | undefined> {
    return this.database.inTransaction(scope, async (tx) => {
      const half = await halfSession(tx, sha256(halfSessionId));
      if (half === undefined) return undefined;
      const used = Number(half.totpLastStep ?? -1);
      return demoTotp(this.vault.open(half.totpSecret), tx.now, used);
    });
  }

  private async isFreshCode(tx: Transaction, half: HalfSession, code: string): Promise<boolean> {
    const step = stepOfCode(this.vault.open(half.totpSecret), code, tx.now);
    return step !== undefined && (await useTotpStep(tx, half.accountId, step));
  }
}

async function enter(tx: Transaction, accountId: string): Promise<ConfirmAnswer> {
  const [first] = await assignmentsInForce(tx, accountId);
  if (first === undefined) {
    await recordEvent(tx, 'sign-in-refused', 'account', accountId, { reason: 'no-role' });
    return { outcome: 'start_again' };
  }
  const session = await openSession(tx, accountId, first);
  await recordEvent(tx, 'sign-in', 'account', accountId, { role: first.role });
  return { outcome: 'signed_in', session };
}
