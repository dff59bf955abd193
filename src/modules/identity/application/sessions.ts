import { Injectable } from '@nestjs/common';
import { type PlainDate } from '../../../legal/kernel/plain-date';
import { Database } from '../../../platform/database/database';
import { type Scope, type Transaction } from '../../../platform/database/transaction';
import { type Role } from '../../../platform/http/actor';
import { notFound } from '../../../platform/http/problem';
import { type AssignmentInForce, assignmentsInForce } from '../persistence/assignment.store';
import { recordEvent } from '../persistence/audit-line';
import {
  endSession,
  insertSession,
  markSeen,
  type SessionInForce,
  sessionInForce,
} from '../persistence/session.store';
import { randomToken, sha256 } from './secrets';

/** No session lives longer, however busy it is. */
const LONGEST_MINUTES = 12 * 60;

export interface OpenedSession {
  /** For the cookie; the database keeps its hash. */
  readonly id: string;
  readonly role: Role;
}

/** Opens a session in the caller's transaction, with a new identifier. */
export async function openSession(
  tx: Transaction,
  accountId: string,
  assignment: Pick<AssignmentInForce, 'id' | 'role'>,
  follows?: Buffer,
): Promise<OpenedSession> {
  const id = randomToken();
  await insertSession(tx, {
    idHash: sha256(id),
    accountId,
    assignmentId: assignment.id,
    csrfToken: randomToken(),
    minutes: LONGEST_MINUTES,
    ...(follows === undefined ? {} : { follows }),
  });
  return { id, role: assignment.role };
}

export interface FoundSession extends SessionInForce {
  readonly today: PlainDate;
}

@Injectable()
export class Sessions {
  constructor(private readonly database: Database) {}

  /** Undefined when it ended, expired, was idle for 30 minutes, or its account or role stopped. */
  find(id: string, scope: Scope): Promise<FoundSession | undefined> {
    return this.database.inTransaction(scope, async (tx) => {
      const session = await sessionInForce(tx, sha256(id));
      if (session === undefined) return undefined;
      if (session.stale) await markSeen(tx, sha256(id));
      return { ...session, today: tx.today };
    });
  }

  /** Puts the end by inactivity off; undefined when the session is over. */
  prolong(id: string, scope: Scope): Promise<FoundSession | undefined> {
    return this.database.inTransaction(scope, async (tx) => {
      if ((await sessionInForce(tx, sha256(id))) === undefined) return undefined;
      await markSeen(tx, sha256(id));
      const session = await sessionInForce(tx, sha256(id));
      return session === undefined ? undefined : { ...session, today: tx.today };
    });
  }

  end(id: string, scope: Scope): Promise<void> {
    return this.database.inTransaction(scope, async (tx) => {
      const accountId = await endSession(tx, sha256(id));
      if (accountId !== undefined) await recordEvent(tx, 'sign-out', 'account', accountId);
    });
  }

  /** Goes on in another role, in a new session. @throws Problem 404 for a role not held. */
  choose(id: string, assignmentId: string, scope: Scope): Promise<OpenedSession> {
    return this.database.inTransaction(scope, async (tx) => {
      const session = await sessionInForce(tx, sha256(id));
      if (session === undefined) throw notFound();
      const held = await assignmentsInForce(tx, session.accountId);
      const chosen = held.find((assignment) => assignment.id === assignmentId);
      if (chosen === undefined) throw notFound();
      await endSession(tx, sha256(id));
      const details = { assignmentId, role: chosen.role };
      await recordEvent(tx, 'role-chosen', 'account', session.accountId, details);
      return openSession(tx, session.accountId, chosen, sha256(id));
    });
  }
}
