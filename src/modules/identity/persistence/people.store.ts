import { type PlainDate } from '../../../legal/kernel/plain-date';
import { type Transaction } from '../../../platform/database/transaction';
import { type Role } from '../../../platform/http/actor';
import { type Mandate } from './mandate';

/** One role of one person at a party, with its dates and who gave it. */
export interface HeldRole extends Mandate {
  readonly assignmentId: string;
  readonly accountId: string;
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  readonly from: PlainDate;
  /** Last day, whether it was known from the start or decided later; null while it lasts. */
  readonly until: PlainDate | null;
  readonly state: 'to_come' | 'in_force' | 'ended';
  /** Name of who gave it; null for the installation itself. */
  readonly givenBy: string | null;
  readonly givenAt: string;
  /** Name of who ended it; null when nobody did. */
  readonly endedBy: string | null;
  readonly endedAt: string | null;
  readonly disabled: boolean;
}

const HELD = `
  select a.id as "assignmentId", a.account_id as "accountId", c.name, c.email, a.role,
         a.from_date::text as "from", least(a.until_date, e.until_date)::text as until,
         case when least(a.until_date, e.until_date) < platform.today() then 'ended'
              when a.from_date > platform.today() then 'to_come' else 'in_force' end as state,
         a.recipient_id as "recipientId", a.recipient_name as "recipientName",
         a.first_year as "firstYear", a.last_year as "lastYear",
         giver.name as "givenBy", platform.iso(a.recorded_at) as "givenAt",
         ender.name as "endedBy", platform.iso(e.recorded_at) as "endedAt",
         c.disabled_at is not null as disabled
    from identity.assignment a
    join identity.account c on c.id = a.account_id
    left join identity.assignment_end e on e.assignment_id = a.id
    left join identity.account giver on giver.id::text = a.recorded_by
    left join identity.account ender on ender.id::text = e.recorded_by`;

/** The newest first within each state; those in force before those to come and those that ended. */
export function rolesOfParty(
  tx: Transaction,
  tenantId: string,
  limit: number,
): Promise<HeldRole[]> {
  return tx.query<HeldRole>(
    `select * from (${HELD} where a.tenant_id = $1) held
      order by case state when 'in_force' then 1 when 'to_come' then 2 else 3 end,
               case role when 'party_administrator' then 1 when 'treasurer' then 2 else 3 end,
               lower(name), "from" desc, "assignmentId"
      limit $2`,
    [tenantId, limit],
  );
}

/** Undefined for a role that is not there or is of another party. */
export async function roleOfParty(
  tx: Transaction,
  tenantId: string,
  assignmentId: string,
): Promise<HeldRole | undefined> {
  const [row] = await tx.query<HeldRole>(`${HELD} where a.tenant_id = $1 and a.id = $2`, [
    tenantId,
    assignmentId,
  ]);
  return row;
}

/** Whether this address holds the role today or later, for the same part of the party. */
export async function holdsRole(
  tx: Transaction,
  wanted: Pick<HeldRole, 'email' | 'role' | 'recipientId'> & { readonly tenantId: string },
): Promise<boolean> {
  const rows = await tx.query(
    `select 1 from identity.assignment a
       join identity.account c on c.id = a.account_id and c.disabled_at is null
       left join identity.assignment_end e on e.assignment_id = a.id
      where a.tenant_id = $1 and lower(c.email) = lower($2) and a.role = $3
        and a.recipient_id is not distinct from $4::uuid
        and coalesce(least(a.until_date, e.until_date), 'infinity') >= platform.today()`,
    [wanted.tenantId, wanted.email, wanted.role, wanted.recipientId],
  );
  return rows.length > 0;
}
