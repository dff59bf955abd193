import { type EuroCents } from '../../../legal/kernel/euro-cents';
import { type PlainDate } from '../../../legal/kernel/plain-date';
import { type Transaction } from '../../../platform/database/transaction';
import { EMPTY_HIT, type Group, type Hit, type Reason, type Stretch } from '../facts/hit';
import { type Bounds } from '../reading/read-query';
import { fits, type Names, Places } from './names';

export type DossierGroup = Extract<
  Group,
  'notices' | 'filings' | 'findings' | 'proposals' | 'cases' | 'letters'
>;

/** Who looks: a party sees its own tables, and its cases as it was told. */
export type Side = 'staff' | 'party';

/** Whose papers to look for. */
export interface DossierAsk {
  readonly side: Side;
  readonly numbers: readonly string[];
  /** Parties whose papers are all meant. */
  readonly tenantIds: readonly string[];
  /** Donors over all parties (staff) or of this party, whose papers are meant. */
  readonly donorIds: readonly string[];
  /** Words of a title. */
  readonly titles: Names;
  readonly amount: Bounds<EuroCents> | null;
  readonly days: Bounds<PlainDate> | null;
}

interface Source {
  /** Columns: id, number, tenant_id, donor_id, at, day, year, cents, code, title. */
  readonly sql: string;
  readonly href: string;
  readonly hasTitle: boolean;
}

function day(column: string): string {
  return `(${column} at time zone 'Europe/Amsterdam')::date`;
}

const NONE = 'null::uuid as donor_id';
const NOTICES = `select id, number, tenant_id, donor_id, filed_at as at, ${day('filed_at')} as day,
  year, total_cents as cents, timeliness as code, null::text as title from core.notice`;
const FILINGS = `select id, number, tenant_id, ${NONE}, filed_at as at, ${day('filed_at')} as day,
  year, null::bigint as cents, kind as code, null::text as title
  from core.filing where state = 'filed'`;
const LETTERS = `select id, number, tenant_id, ${NONE}, sent_at as at, day,
  extract(year from day)::int as year, null::bigint as cents, kind as code, subject as title
  from core.letter`;
const cases = (table: string): string =>
  `select id, number, tenant_id, ${NONE}, opened_at as at, opened_on as day,
  extract(year from opened_on)::int as year, null::bigint as cents, rule as code, title
  from core.${table}`;

const SOURCES: Readonly<Record<Side, Readonly<Partial<Record<DossierGroup, Source>>>>> = {
  staff: {
    notices: { sql: NOTICES, href: '/toezicht/meldingen/', hasTitle: false },
    filings: { sql: FILINGS, href: '/toezicht/overzichten/opgaven/', hasTitle: false },
    findings: {
      sql: `select id, null::text as number, tenant_id, donor_id, found_at as at,
        ${day('found_at')} as day, year, null::bigint as cents, rule as code, null::text as title
        from core.finding where source = 'disclosed' and ended_at is null`,
      href: '/toezicht/bevindingen/',
      hasTitle: false,
    },
    proposals: {
      sql: `select id, number, tenant_id, donor_id, proposed_at as at, ${day('proposed_at')} as day,
        year, amount_cents as cents, rule as code, null::text as title
        from core.fine_proposal where superseded_at is null`,
      href: '/toezicht/voorstellen/',
      hasTitle: false,
    },
    cases: { sql: cases('enforcement_case'), href: '/toezicht/zaken/', hasTitle: true },
    letters: { sql: LETTERS, href: '/brieven/', hasTitle: true },
  },
  party: {
    notices: { sql: NOTICES, href: '/meldingen/', hasTitle: false },
    filings: { sql: FILINGS, href: '/overzichten/', hasTitle: false },
    cases: { sql: cases('case_as_told'), href: '/zaken/', hasTitle: true },
    letters: { sql: LETTERS, href: '/brieven/', hasTitle: true },
  },
};

interface DossierRow {
  readonly id: string;
  readonly number: string | null;
  readonly at: string;
  readonly day: PlainDate;
  readonly year: number;
  readonly cents: string | null;
  readonly code: string;
  readonly title: string | null;
  readonly donor: string | null;
  readonly party: string | null;
  readonly byNumber: boolean;
  readonly byParty: boolean;
}

function ofDonors({ side, donorIds }: DossierAsk, places: Places): readonly string[] {
  if (donorIds.length === 0) return [];
  const ids = `${places.of(donorIds)}::uuid[]`;
  if (side === 'party') return [`s.donor_id = any(${ids})`];
  return [
    `(s.tenant_id, s.donor_id) in (select l.tenant_id, l.donor_id
      from insight.donor_link l where l.insight_donor_id = any(${ids}))`,
  ];
}

/** Of its own papers a party may ask for those of a month; of all papers that is no question. */
function asksByBounds({ side, titles, amount, days }: DossierAsk): boolean {
  return side === 'party' && !titles.asked && (amount !== null || days !== null);
}

/** By whom or by what; null when nothing says which of these papers are meant. */
function meant(ask: DossierAsk, source: Source, places: Places): string | null {
  if (ask.numbers.length > 0) return 's.by_number';
  const byTitle = source.hasTitle && ask.titles.patterns.length > 0;
  const title = "(' ' || core.search_key(s.title) || ' ')";
  const ways = [
    ...(ask.tenantIds.length > 0 ? ['s.by_party'] : []),
    ...ofDonors(ask, places),
    ...(byTitle ? [`(${fits(title, ask.titles, places)})`] : []),
  ];
  if (ways.length > 0) return `(${ways.join(' or ')})`;
  return asksByBounds(ask) ? 'true' : null;
}

function bounded({ amount, days }: DossierAsk, places: Places): readonly string[] {
  const limits: string[] = [];
  if (amount !== null)
    limits.push(
      `s.cents between coalesce(${places.of(amount.from)}::bigint, 0) and coalesce(${places.of(amount.until)}::bigint, 9000000000000000)`,
    );
  if (days !== null)
    limits.push(
      `s.day between coalesce(${places.of(days.from)}::date, '-infinity') and coalesce(${places.of(days.until)}::date, 'infinity')`,
    );
  return limits;
}

function whoOf(row: DossierRow, ask: DossierAsk): readonly Reason[] {
  if (row.byParty) return ['party'];
  if (row.donor !== null && ask.donorIds.length > 0) return ['name'];
  return ask.titles.asked ? ['title'] : [];
}

function reasonsOf(row: DossierRow, ask: DossierAsk): readonly Reason[] {
  if (row.byNumber) return ['number'];
  const who = whoOf(row, ask);
  const amount: readonly Reason[] = ask.amount === null ? [] : ['amount'];
  const days: readonly Reason[] = ask.days === null ? [] : ['day'];
  return [...who, ...amount, ...days];
}

/** Papers of one kind, newest first; row-level security leaves out what the reader may not see. */
export async function findDossiers(
  tx: Transaction,
  group: DossierGroup,
  ask: DossierAsk,
  { after, limit }: Stretch,
): Promise<readonly Hit[]> {
  const source = SOURCES[ask.side][group];
  if (source === undefined) return [];
  const places = new Places();
  const numbers = places.of(ask.numbers);
  const tenants = places.of(ask.tenantIds);
  const which = meant(ask, source, places);
  if (which === null) return [];
  const [at = null, id = null] = after ?? [];
  const where = [which, ...bounded(ask, places)];
  if (after !== null)
    where.push(`(s.at, s.id) < (${places.of(at)}::timestamptz, ${places.of(id)}::uuid)`);
  const rows = await tx.query<DossierRow>(
    `select f.id, f.number, platform.iso(f.at) as at, f.day::text as day, f.year, f.cents::text as cents, f.code,
            f.title, f.by_number as "byNumber", f.by_party as "byParty", o.name as party,
            (select p.name from core.donor_particulars p
              where p.tenant_id = f.tenant_id and p.donor_id = f.donor_id
              order by p.version desc limit 1) as donor
       from (select * from (select q.*, coalesce(q.number = any(${numbers}::text[]), false) as by_number,
               q.tenant_id = any(${tenants}::uuid[]) as by_party from (${source.sql}) q) s
              where ${where.join(' and ')}
              order by s.at desc, s.id desc limit ${places.of(limit)}) f
       left join core.organisation o on o.tenant_id = f.tenant_id
      order by f.at desc, f.id desc`,
    places.values,
  );
  return rows.map((row) => ({
    ...EMPTY_HIT,
    group,
    id: row.id,
    href: `${source.href}${row.id}`,
    name: row.donor,
    number: row.number,
    party: ask.side === 'staff' ? row.party : null,
    amountCents: row.cents === null ? null : Number(row.cents),
    day: row.day,
    year: row.year,
    code: row.code,
    title: row.title,
    why: reasonsOf(row, ask),
    position: [row.at, row.id],
  }));
}
