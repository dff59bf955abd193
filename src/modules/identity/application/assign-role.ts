import { Injectable } from '@nestjs/common';
import { type PlainDate } from '../../../legal/kernel/plain-date';
import { Database } from '../../../platform/database/database';
import { type Scope, type Transaction } from '../../../platform/database/transaction';
import { type Role } from '../../../platform/http/actor';
import { newId } from '../../../platform/ids/id';
import { insertAssignment, insertAssignmentEnd } from '../persistence/assignment.store';
import { recordEvent } from '../persistence/audit-line';
import { type Mandate, WHOLE_PARTY } from '../persistence/mandate';
import { systemScope } from './scope';

export { type Mandate, WHOLE_PARTY };

export interface AssignRoleCommand {
  readonly accountId: string;
  readonly role: Role;
  /** The group, for the three roles of a party; null for all others. */
  readonly tenantId: string | null;
  /** Name of the party or body, to show beside the name of the person. */
  readonly organisation: string | null;
  /** First day; today when absent. */
  readonly from?: PlainDate;
  /** Last day; null or absent when it is not known yet. */
  readonly until?: PlainDate | null;
  /** The whole group and every year when absent. */
  readonly mandate?: Mandate;
}

@Injectable()
export class AssignRole {
  constructor(private readonly database: Database) {}

  /** @returns the id of the assignment. */
  run(command: AssignRoleCommand, scope: Scope = systemScope()): Promise<string> {
    return this.database.inTransaction(scope, (tx) => giveRole(tx, command));
  }
}

/** Gives a role in the caller's transaction. @returns the id of the assignment. */
export async function giveRole(tx: Transaction, command: AssignRoleCommand): Promise<string> {
  const { accountId, role, tenantId, organisation, mandate = WHOLE_PARTY } = command;
  const [from, until] = [command.from ?? tx.today, command.until ?? null];
  const id = newId();
  const held = { id, accountId, role, tenantId, organisation, from, until, mandate };
  await insertAssignment(tx, held);
  const details = { accountId, role, tenantId, from, until, ...mandate };
  await recordEvent(tx, 'assignment-given', 'assignment', id, details);
  return id;
}

@Injectable()
export class EndAssignment {
  constructor(private readonly database: Database) {}

  /** The role is held until and including this day. What is signed in under it stops by itself. */
  run(assignmentId: string, until: PlainDate, scope: Scope = systemScope()): Promise<void> {
    return this.database.inTransaction(scope, async (tx) => {
      await insertAssignmentEnd(tx, assignmentId, until);
      await recordEvent(tx, 'assignment-ended', 'assignment', assignmentId, { until });
    });
  }
}
