import { type Debt, type DebtBalance } from '../../../legal/facts/debt';
import { type EuroCents, euroCents } from '../../../legal/kernel/euro-cents';
import { plainDate, type PlainDate } from '../../../legal/kernel/plain-date';
import { type Transaction } from '../../../platform/database/transaction';
import { newId } from '../../../platform/ids/id';

/** What art. 21 lid 3 asks of a debt beside its amount; null where it is not on record. */
export interface DebtParticulars {
  readonly creditor: string | null;
  readonly address: string | null;
  readonly residence: string | null;
  /** The kind of institution that lent, such as a bank or a foundation. */
  readonly institution: string | null;
  readonly underAdministrativeLaw: boolean;
}

export type MovementKind = 'drawn' | 'repaid';

export interface DebtMovement {
  readonly id: string;
  readonly kind: MovementKind;
  readonly amount: EuroCents;
  readonly on: PlainDate;
  readonly evidence: string;
  readonly recordedAt: string;
}

export interface DebtVersion {
  readonly version: number;
  readonly reason: string;
  readonly recordedAt: string;
}

/** A debt with its newest particulars and all that was drawn and repaid, oldest first. */
export interface DebtRecord extends DebtParticulars {
  readonly id: string;
  readonly recipientId: string;
  readonly recipientName: string;
  readonly registeredAt: string;
  readonly registeredOn: PlainDate;
  readonly version: number;
  readonly movements: readonly DebtMovement[];
  readonly versions: readonly DebtVersion[];
  /** What is owed now, in cents. */
  readonly balance: EuroCents;
  /** What the rules read of it. */
  readonly fact: Debt;
}

type Row = Omit<DebtRecord, 'balance' | 'fact' | 'movements'> & {
  readonly movements: readonly (Omit<DebtMovement, 'amount'> & { readonly amount: number })[];
};

const DEBT = `
  select d.id, d.recipient_id as "recipientId", r.name as "recipientName",
    platform.iso(d.registered_at) as "registeredAt",
    (d.registered_at at time zone 'Europe/Amsterdam')::date::text as "registeredOn",
    p.version, p.creditor, p.address, p.residence, p.institution,
    p.under_administrative_law as "underAdministrativeLaw",
    coalesce((select json_agg(json_build_object('version', v.version, 'reason', v.reason,
        'recordedAt', platform.iso(v.recorded_at)) order by v.version)
      from core.debt_particulars v
      where v.tenant_id = d.tenant_id and v.debt_id = d.id), '[]') as versions,
    coalesce((select json_agg(json_build_object('id', b.id, 'kind', b.kind,
        'amount', b.amount_cents, 'on', b.on_date, 'evidence', b.evidence,
        'recordedAt', platform.iso(b.recorded_at)) order by b.on_date, b.sequence)
      from core.debt_balance b
      where b.tenant_id = d.tenant_id and b.debt_id = d.id), '[]') as movements
  from core.debt d
  join core.recipient r on r.tenant_id = d.tenant_id and r.id = d.recipient_id
  join lateral (select * from core.debt_particulars v
                 where v.tenant_id = d.tenant_id and v.debt_id = d.id
                 order by v.version desc limit 1) p on true
  where d.tenant_id = $1`;

export async function findDebt(
  tx: Transaction,
  tenantId: string,
  id: string,
): Promise<DebtRecord | null> {
  const [row] = await tx.query<Row>(`${DEBT} and d.id = $2`, [tenantId, id]);
  return row === undefined ? null : toRecord(row);
}

/** Every debt of the group, in the order in which they were registered. */
export async function allDebts(tx: Transaction, tenantId: string): Promise<readonly DebtRecord[]> {
  const rows = await tx.query<Row>(`${DEBT} order by d.registered_at, d.id`, [tenantId]);
  return rows.map(toRecord);
}

/** Newest first, at most `limit`, after the keyset position. */
export async function listDebts(
  tx: Transaction,
  tenantId: string,
  search: { readonly after: { readonly at: string; readonly id: string } | null; limit: number },
): Promise<readonly DebtRecord[]> {
  const rows = await tx.query<Row>(
    `${DEBT} and ($2::timestamptz is null or (d.registered_at, d.id) < ($2, $3::uuid))
      order by d.registered_at desc, d.id desc limit $4`,
    [tenantId, search.after?.at ?? null, search.after?.id ?? null, search.limit],
  );
  return rows.map(toRecord);
}

function toRecord(row: Row): DebtRecord {
  const movements = row.movements.map((movement) => ({
    ...movement,
    amount: euroCents(movement.amount),
    on: plainDate(movement.on),
  }));
  const balances = balancesOf(movements);
  return {
    ...row,
    movements,
    balance: balances.at(-1)?.balance ?? euroCents(0),
    fact: {
      ref: row.id,
      debtor: row.recipientId,
      creditor: row.creditor ?? '',
      particulars: {
        name: row.creditor !== null,
        address: row.address !== null && row.residence !== null,
      },
      underAdministrativeLaw: row.underAdministrativeLaw,
      balances,
    },
  };
}

/** What was owed at the end of each day on which something was drawn or repaid. */
function balancesOf(movements: readonly DebtMovement[]): readonly DebtBalance[] {
  const byDay = new Map<PlainDate, EuroCents>();
  let balance = 0;
  for (const { kind, amount, on } of movements) {
    balance = kind === 'drawn' ? balance + amount : balance - amount;
    byDay.set(on, euroCents(balance));
  }
  return [...byDay].map(([on, owed]) => ({ on, balance: owed }));
}

export async function insertDebt(
  tx: Transaction,
  tenantId: string,
  recipientId: string,
): Promise<string> {
  const id = newId();
  await tx.query(`insert into core.debt (tenant_id, id, recipient_id) values ($1, $2, $3)`, [
    tenantId,
    id,
    recipientId,
  ]);
  return id;
}

export interface DebtKey {
  readonly tenantId: string;
  readonly debtId: string;
}

/** Adds the next version; what was there stays readable. */
export async function insertParticulars(
  tx: Transaction,
  { tenantId, debtId }: DebtKey,
  particulars: DebtParticulars,
  next: { readonly version: number; readonly reason: string },
): Promise<void> {
  await tx.query(
    `insert into core.debt_particulars (tenant_id, debt_id, version, creditor, address, residence,
       institution, under_administrative_law, reason)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [
      tenantId,
      debtId,
      next.version,
      particulars.creditor,
      particulars.address,
      particulars.residence,
      particulars.institution,
      particulars.underAdministrativeLaw,
      next.reason,
    ],
  );
}

export interface MovementInput {
  readonly kind: MovementKind;
  readonly amount: EuroCents;
  readonly on: PlainDate;
  readonly evidence: string;
}

export async function insertMovement(
  tx: Transaction,
  { tenantId, debtId }: DebtKey,
  movement: MovementInput,
): Promise<string> {
  const id = newId();
  await tx.query(
    `insert into core.debt_balance (tenant_id, id, debt_id, kind, amount_cents, on_date, evidence)
     values ($1, $2, $3, $4, $5, $6, $7)`,
    [tenantId, id, debtId, movement.kind, movement.amount, movement.on, movement.evidence],
  );
  return id;
}

/** Changes of one debt queue here, so that what was checked still holds when it is written. */
export async function lockDebt(tx: Transaction, debtId: string): Promise<void> {
  await tx.query(`select pg_advisory_xact_lock(hashtextextended($1, 2))`, [debtId]);
}
