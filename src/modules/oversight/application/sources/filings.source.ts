import { type FilingKind } from '../../../../legal/facts/filing';
import { type PlainDate } from '../../../../legal/kernel/plain-date';
import { type Words } from '../../../../platform/rendering/words';
import { type WorkRow, type WorkSource } from '../work-source';

interface Row {
  readonly id: string;
  readonly tenantId: string;
  readonly organisation: string;
  readonly kind: FilingKind;
  readonly year: number;
  readonly lastDay: PlainDate;
  readonly publicationBy: PlainDate | null;
  readonly since: string;
  /** Of what was received; null for what was not. */
  readonly filingId: string | null;
  readonly number: string | null;
  readonly version: number | null;
  readonly nil: boolean | null;
  readonly missing: number;
  readonly late: boolean;
}

function titleOf({ kind, year }: Row, words: Words): string {
  const name = words.t(`filings.kind.${kind}`);
  return kind === 'gift_regulation'
    ? name
    : words.t('filings.titleOf', { name, about: String(year) });
}

function checkWhy({ nil, late, version, publicationBy }: Row, words: Words): string {
  const what = nil === true ? 'nil' : (version ?? 1) > 1 ? 'corrected' : 'received';
  return [
    words.t(`work.why.filing.${what}`),
    ...(late ? [words.t('work.why.filing.late')] : []),
    ...(publicationBy === null
      ? []
      : [words.t('work.why.filing.publish', { day: words.day(publicationBy) })]),
  ].join(' ');
}

function toCheck(row: Row): WorkRow {
  return {
    kind: 'filings',
    ref: `${row.tenantId}:${row.id}`,
    tenantId: row.tenantId,
    organisation: row.organisation,
    title: (words) => titleOf(row, words),
    why: (words) => checkWhy(row, words),
    severity: null,
    number: row.number,
    dueOn: row.publicationBy,
    weight: row.publicationBy === null ? 2 : 4,
    since: row.since,
    turn: 'overseer',
    href: `/toezicht/overzichten/opgaven/${row.filingId ?? ''}`,
  };
}

const RECEIVED = `
  select e.id, e.tenant_id as "tenantId", o.name as organisation, e.kind, e.year,
      e.last_day::text as "lastDay", e.publication_by::text as "publicationBy",
      platform.iso(r.received_at) as since, r.filing_id as "filingId", f.number, r.version, r.nil,
      jsonb_array_length(r.missing) as missing, f.timeliness = 'late' as late
    from core.expected_filing e
    join core.organisation o on o.tenant_id = e.tenant_id
    join lateral (select n.filing_id, n.version, n.nil, n.missing, n.received_at
      from core.filing_receipt n where n.tenant_id = e.tenant_id and n.expected_id = e.id
      order by n.version desc limit 1) r on true
    join core.filing f on f.tenant_id = e.tenant_id and f.id = r.filing_id
   where e.withdrawn_at is null and ($1::uuid[] is null or e.tenant_id = any($1))`;

/** What was filed, until somebody of the overseer has looked at the newest version. */
export const filings: WorkSource = {
  name: 'filings',
  kinds: ['filings'],
  watches: ['core.filing_receipt', 'core.expected_filing'],
  async find(tx, tenantIds): Promise<readonly WorkRow[]> {
    return (await tx.query<Row>(RECEIVED, [tenantIds])).map(toCheck);
  },
};

function missingWhy({ version }: Row, regulation: boolean): string {
  if (version !== null) return 'work.why.incomplete';
  return regulation ? 'work.why.regulation' : 'work.why.missing';
}

function toMissing(row: Row): WorkRow {
  const regulation = row.kind === 'gift_regulation';
  return {
    kind: 'missing',
    ref: `${row.tenantId}:${row.id}`,
    tenantId: row.tenantId,
    organisation: row.organisation,
    title: (words) => titleOf(row, words),
    why: (words) => words.t(missingWhy(row, regulation), { day: words.day(row.lastDay) }),
    severity: null,
    number: row.number,
    // A gift regulation is always due and nobody is fined for it (art. 34): no term runs out.
    dueOn: regulation ? null : row.lastDay,
    weight: regulation ? 1 : 4,
    since: row.since,
    turn: 'overseer',
    href: `/toezicht/overzichten/${row.id}`,
  };
}

/** Not in a proposal, case or finding, which stand in the queue by themselves. */
const MISSING = `
  select e.id, e.tenant_id as "tenantId", o.name as organisation, e.kind, e.year,
      e.last_day::text as "lastDay", e.publication_by::text as "publicationBy",
      platform.iso((e.last_day + 1)::timestamp at time zone 'Europe/Amsterdam') as since,
      r.filing_id as "filingId", f.number, r.version, r.nil,
      coalesce(jsonb_array_length(r.missing), 0) as missing, false as late
    from core.expected_filing e
    join core.organisation o on o.tenant_id = e.tenant_id
    left join lateral (select n.filing_id, n.version, n.nil, n.missing
      from core.filing_receipt n where n.tenant_id = e.tenant_id and n.expected_id = e.id
      order by n.version desc limit 1) r on true
    left join core.filing f on f.tenant_id = e.tenant_id and f.id = r.filing_id
   where e.withdrawn_at is null and e.watched and e.last_day < platform.today()
     and ($1::uuid[] is null or e.tenant_id = any($1))
     and (r.version is null or jsonb_array_length(r.missing) > 0)
     and not exists (select 1 from core.finding d where d.tenant_id = e.tenant_id
       and d.source = 'disclosed' and d.ended_at is null and d.donor_id is null
       and d.content #>> '{filing,expected}' = e.key)`;

/** What was not received, or not in full, and is not yet a finding of its own. */
export const missing: WorkSource = {
  name: 'missing',
  kinds: ['missing'],
  watches: ['core.filing_receipt', 'core.expected_filing', 'core.finding'],
  async find(tx, tenantIds): Promise<readonly WorkRow[]> {
    return (await tx.query<Row>(MISSING, [tenantIds])).map(toMissing);
  },
};
