import { type EuroCents } from '../../../legal/kernel/euro-cents';
import { type PlainDate } from '../../../legal/kernel/plain-date';
import { type Transaction } from '../../../platform/database/transaction';
import { EMPTY_HIT, type Hit, type Reason, type Stretch } from '../facts/hit';
import { type Bounds } from '../reading/read-query';
import { fits, likenessFrom, type Names, Places } from './names';

/** What to look for in the records of one party. */
export interface LedgerAsk {
  readonly tenantId: string;
  readonly names: Names;
  readonly registerNumbers: readonly string[];
  readonly accounts: readonly string[];
}

export interface FoundDonors {
  /** For whom they count, and everybody who counts for them. */
  readonly canonicalIds: readonly string[];
  readonly memberIds: readonly string[];
  readonly why: Reason;
}

const KEY = `(' ' || core.search_key(coalesce(w.name, '') || ' ' || coalesce(w.residence, '')) || ' ')`;
const MOST = 2_000;

async function idsWhere(
  tx: Transaction,
  where: (places: Places) => string,
): Promise<readonly string[]> {
  const places = new Places();
  const rows = await tx.query<{ id: string }>(
    `${where(places)} limit ${String(MOST)}`,
    places.values,
  );
  return rows.map(({ id }) => id);
}

function particulars(tenantId: string, places: Places): string {
  return `select distinct w.donor_id as id from core.donor_particulars w
    where w.tenant_id = ${places.of(tenantId)}`;
}

async function firstFound(tx: Transaction, ask: LedgerAsk): Promise<[readonly string[], Reason]> {
  const { tenantId, names, registerNumbers, accounts } = ask;
  if (accounts.length > 0) {
    const sql = (p: Places): string =>
      `select a.donor_id as id from core.donor_account a
        where a.tenant_id = ${p.of(tenantId)} and a.iban = any(${p.of(accounts)}::text[])`;
    return [await idsWhere(tx, sql), 'account'];
  }
  if (registerNumbers.length > 0) {
    const sql = (p: Places): string =>
      `${particulars(tenantId, p)} and w.trade_register_number = any(${p.of(registerNumbers)}::text[])`;
    return [await idsWhere(tx, sql), 'register_number'];
  }
  if (names.patterns.length === 0) return [[], 'name'];
  const exact = await idsWhere(tx, (p) => `${particulars(tenantId, p)} and ${fits(KEY, names, p)}`);
  if (exact.length > 0 || names.phrase.length < 4) return [exact, 'name'];
  await likenessFrom(tx);
  const alike = await idsWhere(
    tx,
    (p) => `${particulars(tenantId, p)} and ${p.of(names.phrase)} <% ${KEY}`,
  );
  return [alike, 'similar_name'];
}

/** Donors of the party by name, number or account, under any name they were known by. */
export async function findLedgerDonors(tx: Transaction, ask: LedgerAsk): Promise<FoundDonors> {
  const [ids, why] = await firstFound(tx, ask);
  if (ids.length === 0) return { canonicalIds: [], memberIds: [], why };
  const rows = await tx.query<{ canonical: string; member: string }>(
    `select c.canonical_id as canonical, m.donor_id as member
       from (select distinct canonical_id from core.donor_identity
              where tenant_id = $1 and donor_id = any($2::uuid[])) c
       cross join lateral core.donor_members($1, c.canonical_id) m`,
    [ask.tenantId, ids],
  );
  return {
    canonicalIds: [...new Set(rows.map(({ canonical }) => canonical))],
    memberIds: [...new Set(rows.map(({ member }) => member))],
    why,
  };
}

interface DonorRow {
  readonly id: string;
  readonly kind: string;
  readonly name: string | null;
  readonly residence: string | null;
  readonly registerNumber: string | null;
}

export async function ledgerDonorHits(
  tx: Transaction,
  tenantId: string,
  { canonicalIds, why }: FoundDonors,
  { after, limit }: Stretch,
): Promise<readonly Hit[]> {
  if (canonicalIds.length === 0) return [];
  const [name = null, id = null] = after ?? [];
  const rows = await tx.query<DonorRow>(
    `select d.id, d.kind, p.name, p.residence, p.trade_register_number as "registerNumber"
       from core.donor d
       join lateral (select v.* from core.donor_particulars v
         where v.tenant_id = d.tenant_id and v.donor_id = d.id order by v.version desc limit 1) p
         on true
      where d.tenant_id = $1 and d.id = any($2::uuid[])
        and ($3::text is null or (coalesce(p.name, ''), d.id) > ($3, $4::uuid))
      order by coalesce(p.name, ''), d.id limit $5`,
    [tenantId, canonicalIds, name, id, limit],
  );
  return rows.map((row) => ({
    ...EMPTY_HIT,
    group: 'donors',
    id: row.id,
    href: `/gevers/${row.id}`,
    name: row.name,
    number: row.registerNumber,
    place: row.residence,
    code: row.kind,
    why: [why],
    position: [row.name ?? '', row.id],
  }));
}

export interface LedgerGiftAsk {
  readonly tenantId: string;
  /** Null when donors were not asked for. */
  readonly donors: FoundDonors | null;
  readonly amount: Bounds<EuroCents> | null;
  readonly days: Bounds<PlainDate> | null;
}

interface GiftRow {
  readonly id: string;
  readonly rootId: string;
  readonly donor: string | null;
  readonly donorKind: string;
  readonly recipient: string;
  readonly receivedOn: PlainDate;
  readonly cents: string;
}

function within<Value>(
  column: string,
  { from, until }: Bounds<Value>,
  places: Places,
): readonly string[] {
  return [
    ...(from === null ? [] : [`${column} >= ${places.of(from)}`]),
    ...(until === null ? [] : [`${column} <= ${places.of(until)}`]),
  ];
}

function bounds({ donors, amount, days }: LedgerGiftAsk, places: Places): readonly string[] {
  return [
    ...(donors === null ? [] : [`c.donor_id = any(${places.of(donors.memberIds)}::uuid[])`]),
    ...(amount === null ? [] : within('c.amount_cents', amount, places)),
    ...(days === null ? [] : within('c.received_on', days, places)),
  ];
}

/** Gifts in the party's own records as they stand now, newest first. */
export async function findLedgerGifts(
  tx: Transaction,
  ask: LedgerGiftAsk,
  { after, limit }: Stretch,
): Promise<readonly Hit[]> {
  if (ask.donors?.memberIds.length === 0) return [];
  const places = new Places();
  const where = [`c.tenant_id = ${places.of(ask.tenantId)}`, ...bounds(ask, places)];
  const [day, id] = after ?? [];
  if (id !== undefined)
    where.push(`(c.received_on, c.id) < (${places.of(day)}::date, ${places.of(id)}::uuid)`);
  const rows = await tx.query<GiftRow>(
    `select c.id, c.root_id as "rootId", c.received_on::text as "receivedOn",
            c.amount_cents::text as cents, r.name as recipient, d.kind as "donorKind", p.name as donor
       from core.current_contribution c
       join core.recipient r on r.tenant_id = c.tenant_id and r.id = c.recipient_id
       join core.donor d on d.tenant_id = c.tenant_id and d.id = c.donor_id
       join lateral (select v.name from core.donor_particulars v
         where v.tenant_id = c.tenant_id and v.donor_id = c.donor_id order by v.version desc limit 1) p
         on true
      where ${where.join(' and ')}
      order by c.received_on desc, c.id desc limit ${places.of(limit)}`,
    places.values,
  );
  return rows.map((row) => ({
    ...EMPTY_HIT,
    group: 'gifts',
    id: row.id,
    href: `/giften/${row.id}`,
    name: row.donor,
    party: row.recipient,
    code: row.donorKind,
    amountCents: Number(row.cents),
    day: row.receivedOn,
    why: [
      ...(ask.donors === null ? [] : [ask.donors.why]),
      ...(ask.amount === null ? [] : (['amount'] as const)),
      ...(ask.days === null ? [] : (['day'] as const)),
    ],
    position: [row.receivedOn, row.id],
  }));
}
