import { type Transaction } from '../../../platform/database/transaction';
import { type PublicSearch } from '../facts/public-search';
import { Conditions, conditionsOf } from './search-conditions';

/** Rows that are added up for one answer; of more than these only sums that were kept are given. */
const MOST_ADDED = 10_000;

export interface PublicTotals {
  /** Single gifts that were not annulled; null when there are more than could be added up. */
  readonly gifts: number | null;
  /** What counts of gifts and rests, in cents; null likewise. */
  readonly countedCents: number | null;
}

const IN_PARTY_YEAR: readonly string[] = [
  'party',
  'year',
  'type',
  'form',
  'recipientKind',
  'without',
];
const IN_DONOR_YEAR: readonly string[] = ['donor', 'party', 'year'];
const NO_CONDITION = new Set(['sort', 'after', 'limit']);

function asked(search: PublicSearch): readonly string[] {
  return Object.entries(search).flatMap(([name, value]) =>
    NO_CONDITION.has(name) || value === null || value === undefined ? [] : [name],
  );
}

interface TotalsRow {
  readonly gifts: string | null;
  readonly cents: string | null;
}

function totalsOf(row: TotalsRow | undefined): PublicTotals {
  return { gifts: Number(row?.gifts ?? 0), countedCents: Number(row?.cents ?? 0) };
}

const SUMS = 'sum(t.gifts)::bigint as gifts, sum(t.counted_cents)::bigint as cents';

async function fromPartyYear(tx: Transaction, search: PublicSearch): Promise<PublicTotals> {
  const conditions = new Conditions();
  conditions.add('t.party_slug = ?', search.party);
  conditions.add('t.year = ?', search.year);
  conditions.add('t.type = ?', search.type);
  conditions.add('t.form = ?', search.form);
  conditions.add('t.recipient_kind = ?', search.recipientKind);
  if ((search.without?.length ?? 0) > 0)
    conditions.add('(t.type is null or t.type <> all(?))', search.without);
  const [row] = await tx.query<TotalsRow>(
    `select ${SUMS} from register.party_year t where ${conditions.on('true')}`,
    conditions.values,
  );
  return totalsOf(row);
}

async function fromDonorYear(tx: Transaction, search: PublicSearch): Promise<PublicTotals> {
  const conditions = new Conditions();
  conditions.add('t.donor_public_id = ?', search.donor);
  conditions.add('t.party_slug = ?', search.party);
  conditions.add('t.year = ?', search.year);
  const [row] = await tx.query<TotalsRow>(
    `select ${SUMS} from register.donor_year t where ${conditions.on('true')}`,
    conditions.values,
  );
  return totalsOf(row);
}

async function fromRows(tx: Transaction, search: PublicSearch): Promise<PublicTotals> {
  const conditions = await conditionsOf(tx, search);
  const most = conditions.value(MOST_ADDED + 1);
  const [row] = await tx.query<TotalsRow & { readonly rows: string }>(
    `select count(*) as rows,
            count(*) filter (where r.line = 'gift' and r.status <> 'annulled') as gifts,
            sum(r.counted_cents)::bigint as cents
       from (select p.line, p.status, p.counted_cents from register.publication p
              where ${conditions.where} limit ${most}) r`,
    conditions.values,
  );
  if (Number(row?.rows ?? 0) > MOST_ADDED) return { gifts: null, countedCents: null };
  return totalsOf(row);
}

/** The totals of everything a search finds, to the cent; see PublicTotals for when they are null. */
export function totalsFor(tx: Transaction, search: PublicSearch): Promise<PublicTotals> {
  const names = asked(search);
  if (names.every((name) => IN_PARTY_YEAR.includes(name))) return fromPartyYear(tx, search);
  if (names.every((name) => IN_DONOR_YEAR.includes(name))) return fromDonorYear(tx, search);
  return fromRows(tx, search);
}
