import { Injectable } from '@nestjs/common';
import { type PlainDate } from '../../../legal/kernel/plain-date';
import { Database } from '../../../platform/database/database';
import { type Scope, type Transaction } from '../../../platform/database/transaction';
import { notFound } from '../../../platform/http/problem';
import { newId } from '../../../platform/ids/id';
import { accountByEmail, insertAccount, useTotpStep } from '../persistence/account.store';
import { markSucceeded, reserveAttempt } from '../persistence/attempt.store';
import { recordEvent } from '../persistence/audit-line';
import {
  findEnrolment,
  invitationByToken,
  keepEnrolment,
  markAccepted,
  type StoredInvitation,
} from '../persistence/invitation.store';
import { giveRole } from './assign-role';
import { type HeldInvitation } from './confirm-code';
import { hashPassword } from './password';
import { makeRecoveryCodes } from './recovery-codes';
import { sha256, Vault } from './secrets';
import { type OpenedSession, openSession } from './sessions';
import { newTotpSecret, stepOfCode } from './totp';

const MOST_WRONG_CODES = 5;

/** An invitation as its page shows it. */
export interface OpenInvitation extends StoredInvitation {
  /** The account that has this address already; null when one is to be made. */
  readonly accountId: string | null;
  /** What was filled in of the account to be; null before step 1. */
  readonly enrolment: { readonly name: string; readonly totpSecret: string } | null;
  /** The moment it was read. */
  readonly now: string;
}

export type EnrolAnswer =
  | {
      readonly outcome: 'enrolled';
      readonly recoveryCodes: readonly string[];
      /** Null when the role begins on a later day. */
      readonly session: OpenedSession | null;
      readonly from: PlainDate;
    }
  | { readonly outcome: 'refused' | 'too_many' | 'step_1' };

/** Taking up an invitation: in steps with a new account, or with the account one has. */
@Injectable()
export class AcceptInvitation {
  constructor(
    private readonly database: Database,
    private readonly vault: Vault,
  ) {}

  /** @throws Problem 404: unknown, used, withdrawn and expired look the same. */
  open(token: string, scope: Scope): Promise<OpenInvitation> {
    return this.database.inTransaction(scope, async (tx) => {
      const found = await theInvitation(tx, token);
      const account = await accountByEmail(tx, found.email);
      const enrolment = await findEnrolment(tx, found.id);
      return {
        ...found,
        now: tx.now,
        accountId: account?.id ?? null,
        enrolment:
          enrolment === undefined
            ? null
            : { name: enrolment.name, totpSecret: this.vault.open(enrolment.totpSecret) },
      };
    });
  }

  /** Step 1: name and passphrase. Filled in again, both are replaced and the app stays as it is. */
  async begin(
    token: string,
    chosen: { readonly name: string; readonly passphrase: string },
    scope: Scope,
  ): Promise<void> {
    const passwordHash = await hashPassword(chosen.passphrase);
    const totpSecret = this.vault.seal(newTotpSecret());
    await this.database.inTransaction(scope, async (tx) => {
      const found = await theInvitation(tx, token);
      if ((await accountByEmail(tx, found.email)) !== undefined) throw notFound();
      await keepEnrolment(tx, found.id, { name: chosen.name, passwordHash, totpSecret });
    });
  }

  /** Step 2: a code of the app proves it works. Account, role and recovery codes are then made. */
  finish(token: string, code: string, scope: Scope): Promise<EnrolAnswer> {
    return this.database.inTransaction(scope, async (tx): Promise<EnrolAnswer> => {
      const found = await theInvitation(tx, token);
      const enrolment = await findEnrolment(tx, found.id);
      if (enrolment === undefined) return { outcome: 'step_1' };
      const limit = { subject: `invitation ${found.id}`, most: MOST_WRONG_CODES };
      const attempts = await reserveAttempt(tx, 'code', [limit]);
      if (attempts === null) return { outcome: 'too_many' };
      const step = stepOfCode(this.vault.open(enrolment.totpSecret), code, tx.now);
      if (step === undefined) return { outcome: 'refused' };
      await markSucceeded(tx, attempts);
      const id = newId();
      const { email } = found;
      await insertAccount(tx, { id, email, ...enrolment });
      await useTotpStep(tx, id, step);
      await recordEvent(tx, 'account-registered', 'account', id, { email, name: enrolment.name });
      const { assignmentId, from } = await take(tx, found, id);
      const recoveryCodes = await makeRecoveryCodes(tx, id);
      const session =
        from > tx.today ? null : await openSession(tx, id, { id: assignmentId, role: found.role });
      if (session !== null) await recordEvent(tx, 'sign-in', 'account', id, { role: found.role });
      return { outcome: 'enrolled', recoveryCodes, session, from };
    });
  }

  /** Takes it up with the account that is signed in. @throws Problem 404 for another's invitation. */
  take(token: string, accountId: string, scope: Scope): Promise<HeldInvitation> {
    return this.database.inTransaction(scope, (tx) => takeUp(tx, token, accountId));
  }
}

/**
 * Takes an invitation up with an account there is, in the caller's transaction.
 * @throws Problem 404 for one that does not work, or that was sent to another address.
 */
export async function takeUp(
  tx: Transaction,
  token: string,
  accountId: string,
): Promise<HeldInvitation> {
  const found = await theInvitation(tx, token);
  const account = await accountByEmail(tx, found.email);
  if (account?.id !== accountId) throw notFound();
  const { assignmentId, from } = await take(tx, found, accountId);
  return { assignmentId, role: found.role, from };
}

async function theInvitation(tx: Transaction, token: string): Promise<StoredInvitation> {
  const found = await invitationByToken(tx, sha256(token));
  if (found === undefined) throw notFound();
  return found;
}

async function take(
  tx: Transaction,
  found: StoredInvitation,
  accountId: string,
): Promise<{ readonly assignmentId: string; readonly from: PlainDate }> {
  const { role, tenantId, organisation, until, recipientId, recipientName } = found;
  const from = found.from !== null && found.from > tx.today ? found.from : tx.today;
  const { firstYear, lastYear } = found;
  const mandate = { recipientId, recipientName, firstYear, lastYear };
  const given = { accountId, role, tenantId, organisation, from, until, mandate };
  const assignmentId = await giveRole(tx, given);
  await markAccepted(tx, found.id, assignmentId);
  await recordEvent(tx, 'invitation-accepted', 'invitation', found.id, { assignmentId, accountId });
  return { assignmentId, from };
}
