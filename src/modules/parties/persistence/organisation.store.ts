import {
  type Group,
  type Membership,
  type OwnCap,
  type StatusPeriod,
} from '../../../legal/facts/group';
import { euroCents } from '../../../legal/kernel/euro-cents';
import { type PlainDate } from '../../../legal/kernel/plain-date';
import { type Transaction } from '../../../platform/database/transaction';
import { newId } from '../../../platform/ids/id';
import { insertOwnCap } from './settings.store';

interface GroupRow {
  readonly tenant_id: string;
  readonly name: string;
  readonly own_caps: readonly (Omit<OwnCap, 'amount'> & { readonly amount: number })[];
  readonly statuses: readonly StatusPeriod[];
  readonly members: readonly Membership[];
}

const GROUP = `
  select o.tenant_id, o.name,
    coalesce((select json_agg(json_build_object('status', s.status, 'from', s.from_date,
        'until', s.until_date) order by s.from_date)
      from core.organisation_status s where s.tenant_id = o.tenant_id), '[]') as statuses,
    coalesce((select json_agg(json_build_object('recipient', m.recipient_id, 'kind', r.kind,
        'name', r.name, 'from', m.from_date, 'until', m.until_date) order by r.name, m.from_date)
      from core.recipient_membership m
      join core.recipient r on r.tenant_id = m.tenant_id and r.id = m.recipient_id
      where m.tenant_id = o.tenant_id), '[]') as members,
    coalesce((select json_agg(json_build_object('from', c.from_date, 'until', c.until_date,
        'amount', c.amount_cents, 'source', c.source) order by c.from_date)
      from core.own_cap_in_force c
      where c.tenant_id = o.tenant_id and c.amount_cents is not null), '[]') as own_caps
  from core.organisation o`;

function toGroup(row: GroupRow): Group {
  return {
    ref: row.tenant_id,
    name: row.name,
    statuses: row.statuses,
    members: row.members,
    ownCaps: row.own_caps.map((cap) => ({ ...cap, amount: euroCents(cap.amount) })),
  };
}

/** The group with every status and membership it ever had; null when it cannot be seen. */
export async function findGroup(tx: Transaction, tenantId: string): Promise<Group | null> {
  const [row] = await tx.query<GroupRow>(`${GROUP} where o.tenant_id = $1`, [tenantId]);
  return row === undefined ? null : toGroup(row);
}

export async function allGroups(tx: Transaction): Promise<readonly Group[]> {
  const rows = await tx.query<GroupRow>(`${GROUP} order by o.name collate "C"`);
  return rows.map(toGroup);
}

export interface NewOrganisation {
  readonly name: string;
  readonly shortName: string;
  /** Where reminders of this party go; null when the party gave none. */
  readonly contactEmail: string | null;
  /** Street, postal code and town, one line each. */
  readonly postalAddress?: readonly string[];
  readonly statuses: readonly (StatusPeriod & { readonly source: string })[];
  /** A lower cap of its gift regulation (art. 34), from the first day of its first status. */
  readonly ownCap: { readonly cents: number; readonly source: string } | null;
  /** True for an organisation to practise with, which the ministry does not see. */
  readonly sandbox?: boolean;
}

export async function insertOrganisation(
  tx: Transaction,
  organisation: NewOrganisation,
): Promise<string> {
  const tenantId = newId();
  await tx.query(
    `insert into core.organisation
       (tenant_id, name, short_name, contact_email, postal_address, sandbox)
     values ($1, $2, $3, $4, $5, $6)`,
    [
      tenantId,
      organisation.name,
      organisation.shortName,
      organisation.contactEmail,
      organisation.postalAddress?.join('\n') ?? null,
      organisation.sandbox ?? false,
    ],
  );
  for (const period of organisation.statuses)
    await tx.query(
      `insert into core.organisation_status (tenant_id, status, from_date, until_date, source)
       values ($1, $2, $3, $4, $5)`,
      [tenantId, period.status, period.from, period.until, period.source],
    );
  const [first] = organisation.statuses;
  if (organisation.ownCap !== null && first !== undefined)
    await insertOwnCap(tx, tenantId, {
      from: first.from,
      amount: euroCents(organisation.ownCap.cents),
      source: organisation.ownCap.source,
    });
  return tenantId;
}

export interface NewRecipient {
  readonly tenantId: string;
  readonly kind: Membership['kind'];
  readonly name: string;
  readonly from: string;
  readonly until: string | null;
  readonly source: string;
}

export async function insertRecipient(tx: Transaction, recipient: NewRecipient): Promise<string> {
  const id = newId();
  await tx.query(`insert into core.recipient (tenant_id, id, kind, name) values ($1, $2, $3, $4)`, [
    recipient.tenantId,
    id,
    recipient.kind,
    recipient.name,
  ]);
  await tx.query(
    `insert into core.recipient_membership (tenant_id, recipient_id, from_date, until_date, source)
     values ($1, $2, $3, $4, $5)`,
    [recipient.tenantId, id, recipient.from, recipient.until, recipient.source],
  );
  return id;
}

export async function findContactEmail(tx: Transaction, tenantId: string): Promise<string | null> {
  const [row] = await tx.query<{ email: string | null }>(
    `select contact_email as email from core.organisation where tenant_id = $1`,
    [tenantId],
  );
  return row?.email ?? null;
}

/** Lines of the postal address; empty when none is known. */
export async function findPostalAddress(
  tx: Transaction,
  tenantId: string,
): Promise<readonly string[]> {
  const [row] = await tx.query<{ lines: string | null }>(
    `select postal_address as lines from core.organisation where tenant_id = $1`,
    [tenantId],
  );
  return row?.lines?.split('\n') ?? [];
}

export async function findSandbox(tx: Transaction, tenantId: string): Promise<boolean> {
  const [row] = await tx.query<{ sandbox: boolean }>(
    'select sandbox from core.organisation where tenant_id = $1',
    [tenantId],
  );
  return row?.sandbox ?? false;
}

/** The day in the Netherlands on which the group came into this register; null when not to be seen. */
export async function findRegisteredOn(
  tx: Transaction,
  tenantId: string,
): Promise<PlainDate | null> {
  const [row] = await tx.query<{ day: PlainDate }>(
    `select (registered_at at time zone 'Europe/Amsterdam')::date::text as day
       from core.organisation where tenant_id = $1`,
    [tenantId],
  );
  return row?.day ?? null;
}

/** Ends the status that holds on the day before it, and lets another begin. */
export async function insertStatus(
  tx: Transaction,
  tenantId: string,
  { status, from, source }: NewStatus,
): Promise<void> {
  await tx.query(
    `update core.organisation_status set until_date = $2::date - 1
      where tenant_id = $1 and from_date < $2 and (until_date is null or until_date >= $2)`,
    [tenantId, from],
  );
  await tx.query(
    `insert into core.organisation_status (tenant_id, status, from_date, source)
     values ($1, $2, $3, $4)`,
    [tenantId, status, from, source],
  );
}

export interface NewStatus {
  readonly status: StatusPeriod['status'];
  readonly from: PlainDate;
  readonly source: string;
}
