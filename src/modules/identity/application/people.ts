import { Injectable } from '@nestjs/common';
import { addDays, type PlainDate } from '../../../legal/kernel/plain-date';
import { Database } from '../../../platform/database/database';
import { type Scope, type Transaction } from '../../../platform/database/transaction';
import { badInput, notFound, problem } from '../../../platform/http/problem';
import { insertAssignmentEnd } from '../persistence/assignment.store';
import { recordEvent } from '../persistence/audit-line';
import { openInvitations, type StoredInvitation } from '../persistence/invitation.store';
import { type HeldRole, roleOfParty, rolesOfParty } from '../persistence/people.store';
import { identityScope } from './scope';

const MOST_ROLES = 500;

/** Who may do what at a party, and who was asked to. */
export interface PeopleOfParty {
  readonly roles: readonly HeldRole[];
  readonly invitations: readonly StoredInvitation[];
  readonly today: PlainDate;
}

/** Who may do what at the party of the scope. Everything ever given stays in the list. */
@Injectable()
export class ListPeople {
  constructor(private readonly database: Database) {}

  run(scope: Scope): Promise<PeopleOfParty> {
    const tenantId = partyOf(scope);
    return this.database.inTransaction(identityScope(scope), async (tx) => ({
      roles: await rolesOfParty(tx, tenantId, MOST_ROLES),
      invitations: await openInvitations(tx, tenantId),
      today: tx.today,
    }));
  }

  /** @throws Problem 404 for a role that is not there or of another party. */
  one(scope: Scope, assignmentId: string): Promise<HeldRole> {
    return this.database.inTransaction(identityScope(scope), async (tx) => {
      const role = await roleOfParty(tx, partyOf(scope), assignmentId);
      if (role === undefined) throw notFound();
      return role;
    });
  }
}

export interface EndRoleCommand {
  readonly assignmentId: string;
  /** The first day without the role: today at the earliest, and then it stops at once. */
  readonly firstDayWithout: PlainDate;
}

/** Ends a role at the own party from a day on. What is signed in under it stops by itself. */
@Injectable()
export class EndRole {
  constructor(private readonly database: Database) {}

  /** @throws Problem 404, 409 when it ends already or no administrator would stay, 400 for the day. */
  run(command: EndRoleCommand, scope: Scope): Promise<void> {
    const tenantId = partyOf(scope);
    return this.database.inTransaction(identityScope(scope), async (tx) => {
      const { assignmentId, firstDayWithout } = command;
      const held = await roleOfParty(tx, tenantId, assignmentId);
      if (held === undefined) throw notFound();
      assertMayEnd(tx, held, firstDayWithout);
      const until = addDays(firstDayWithout, -1);
      try {
        await insertAssignmentEnd(tx, assignmentId, until);
      } catch (error) {
        throw refusalOf(error) ?? error;
      }
      await recordEvent(tx, 'assignment-ended', 'assignment', assignmentId, { until, tenantId });
    });
  }
}

function assertMayEnd(tx: Transaction, held: HeldRole, day: PlainDate): void {
  if (held.endedAt !== null || held.state === 'ended')
    throw problem(409, 'role.ended', 'This role has an end already.');
  const place = { in: 'body', location: '/day' } as const;
  if (day < tx.today)
    throw badInput({ ...place, code: 'date.past', detail: 'Give today or a later day.' });
  if (held.until !== null && day > held.until)
    throw badInput({ ...place, code: 'role.ends_before', detail: `It ends on ${held.until}.` });
}

function refusalOf(error: unknown): Error | undefined {
  const constraint =
    typeof error === 'object' && error !== null && 'constraint' in error ? error.constraint : '';
  if (constraint === 'an_administrator_stays')
    return problem(
      409,
      'administrator.last',
      'A party keeps an administrator. Let another become one first, without a last day.',
    );
  if (constraint === 'assignment_end_pkey')
    return problem(409, 'role.ended', 'This role has an end already.');
  return undefined;
}

/** The party whose people are meant. @throws Problem 404 outside the parties. */
export function partyOf(scope: Scope): string {
  if (scope.tenantId === null) throw notFound();
  return scope.tenantId;
}
