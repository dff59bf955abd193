import { Injectable } from '@nestjs/common';
import { type PlainDate } from '../../../legal/kernel/plain-date';
import { Database } from '../../../platform/database/database';
import { type Scope, type Transaction } from '../../../platform/database/transaction';
import { type Role } from '../../../platform/http/actor';
import { useTotpStep } from '../persistence/account.store';
import { assignmentsInForce } from '../persistence/assignment.store';
import { markSucceeded, reserveAttempt } from '../persistence/attempt.store';
import { recordEvent } from '../persistence/audit-line';
import { endSession, type HalfSession, halfSession } from '../persistence/session.store';
import { spendRecoveryCode } from './recovery-codes';
import { sha256, Vault } from './secrets';
import { type OpenedSession, openSession } from './sessions';
import { demoTotp, stepOfCode } from './totp';

const MOST_WRONG_CODES = 5;

/** A role that an invitation gave. */
export interface HeldInvitation {
  readonly assignmentId: string;
  readonly role: Role;
  readonly from: PlainDate;
}

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

  /**
   * @param code six digits of the app, or a recovery code.
   * @param enterAs what is done first for who proves to be there, such as taking up an invitation:
   * it gives the role to enter with.
   */
  run(
    halfSessionId: string,
    code: string,
    scope: Scope,
    enterAs?: (tx: Transaction, accountId: string) => Promise<HeldInvitation>,
  ): Promise<ConfirmAnswer> {
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
      const role = await enterAs?.(tx, accountId);
      return enter(tx, accountId, role);
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
    if (step !== undefined) return useTotpStep(tx, half.accountId, step);
    if (!(await spendRecoveryCode(tx, half.accountId, code))) return false;
    await recordEvent(tx, 'recovery-code-used', 'account', half.accountId);
    return true;
  }
}

async function enter(
  tx: Transaction,
  accountId: string,
  wanted?: HeldInvitation,
): Promise<ConfirmAnswer> {
  const held = await assignmentsInForce(tx, accountId);
  const first = held.find(({ id }) => id === wanted?.assignmentId) ?? held[0];
  if (first === undefined) {
    await recordEvent(tx, 'sign-in-refused', 'account', accountId, { reason: 'no-role' });
    return { outcome: 'start_again' };
  }
  const session = await openSession(tx, accountId, first);
  await recordEvent(tx, 'sign-in', 'account', accountId, { role: first.role });
  return { outcome: 'signed_in', session };
}
