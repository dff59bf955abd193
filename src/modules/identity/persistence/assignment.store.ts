import { type PlainDate } from '../../../legal/kernel/plain-date';
import { type Transaction } from '../../../platform/database/transaction';
import { type Role } from '../../../platform/http/actor';
import { type Mandate } from './mandate';

export interface NewAssignment {
  readonly id: string;
  readonly accountId: string;
  readonly role: Role;
  readonly tenantId: string | null;
  readonly organisation: string | null;
  readonly from: PlainDate;
  readonly until: PlainDate | null;
  readonly mandate: Mandate;
}

export interface AssignmentInForce {
  readonly id: string;
  readonly role: Role;
  readonly organisation: string | null;
  /** Null: the whole group. */
  readonly recipientName: string | null;
  readonly until: PlainDate | null;
}

export async function insertAssignment(tx: Transaction, given: NewAssignment): Promise<void> {
  const { id, accountId, role, tenantId, organisation, from, until, mandate } = given;
  const { recipientId, recipientName, firstYear, lastYear } = mandate;
  await tx.query(
    `insert into identity.assignment
       (id, account_id, role, tenant_id, organisation, from_date, until_date,
        recipient_id, recipient_name, first_year, last_year)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [
      ...[id, accountId, role, tenantId, organisation, from, until],
      ...[recipientId, recipientName, firstYear, lastYear],
    ],
  );
}

export async function insertAssignmentEnd(
  tx: Transaction,
  assignmentId: string,
  until: PlainDate,
): Promise<void> {
  await tx.query(
    'insert into identity.assignment_end (assignment_id, until_date) values ($1, $2)',
    [assignmentId, until],
  );
}

/** What an account may be today, oldest first. */
export function assignmentsInForce(
  tx: Transaction,
  accountId: string,
): Promise<AssignmentInForce[]> {
  return tx.query<AssignmentInForce>(
    `select id, role, organisation, recipient_name as "recipientName", until_date::text as until
       from identity.assignment_in_force
      where account_id = $1 order by from_date, id`,
    [accountId],
  );
}
