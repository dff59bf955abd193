import {
  type ExpectedFiling,
  type FilingKind,
  type ReceivedState,
  type RequiredPart,
} from '../../../legal/facts/filing';
import { type PlainDate } from '../../../legal/kernel/plain-date';
import { type Transaction } from '../../../platform/database/transaction';
import { newId } from '../../../platform/ids/id';

/**
 * Where a filing stands on the day of reading. 'nil' and 'complete': everything was received in time.
 * 'late': everything was received, after the last day. 'incomplete': a part is missing.
 * 'not_received': the last day has passed. 'not_due': nothing was received and nothing is late.
 */
export const STANDINGS = [
  'complete',
  'nil',
  'late',
  'incomplete',
  'not_received',
  'not_due',
] as const;
export type Standing = (typeof STANDINGS)[number];

/** An expected filing as the law gave it, with what was received of it. */
export type StoredExpected = ExpectedFiling & {
  readonly id: string;
  readonly tenantId: string;
  readonly receivedState: ReceivedState;
  readonly standing: Standing;
  /** The day on which the first version came in; null when nothing did. */
  readonly filedOn: PlainDate | null;
  readonly filingId: string | null;
  readonly filingVersion: number | null;
  /** The parts that the newest version does not hold. */
  readonly missing: readonly RequiredPart[];
  /** False when its last day lay before the group came into this register: it is not judged. */
  readonly watched: boolean;
  /** ISO 8601; null while it is expected. */
  readonly withdrawnAt: string | null;
  /** Since when the calculation gives something else, while the term had already ended. */
  readonly keptAt: string | null;
  /** What it gives instead; null when it would no longer be expected, or when nothing was kept. */
  readonly keptInstead: ExpectedFiling | null;
  /** ISO 8601; set on the last day for publication. */
  readonly publicationDueAt: string | null;
};

interface ExpectedRow {
  readonly id: string;
  readonly tenantId: string;
  readonly content: ExpectedFiling;
  readonly receivedState: ReceivedState;
  readonly standing: Standing;
  readonly filedOn: PlainDate | null;
  readonly filingId: string | null;
  readonly filingVersion: number | null;
  readonly missing: readonly RequiredPart[] | null;
  readonly watched: boolean;
  readonly withdrawnAt: string | null;
  readonly keptAt: string | null;
  readonly keptInstead: ExpectedFiling | null;
  readonly publicationDueAt: string | null;
}

/** What was received: the newest version decides what is missing, the first one the day of filing. */
const RECEIVED = `
  select n.filing_id, n.version, n.nil, n.missing,
    (select min(r.filed_on) from core.filing_receipt r
      where r.tenant_id = e.tenant_id and r.expected_id = e.id) as filed_on,
    (select jsonb_array_length(r.missing) = 0 from core.filing_receipt r
      where r.tenant_id = e.tenant_id and r.expected_id = e.id and r.filed_on <= e.last_day
      order by r.version desc limit 1) as complete_in_time
    from core.filing_receipt n
   where n.tenant_id = e.tenant_id and n.expected_id = e.id
   order by n.version desc limit 1`;

const STANDING = `case
    when n.version is null then
      case when e.last_day < platform.today() then 'not_received' else 'not_due' end
    when jsonb_array_length(n.missing) > 0 then 'incomplete'
    when e.kind <> 'gift_regulation' and n.complete_in_time is not true then 'late'
    when n.nil then 'nil'
    else 'complete' end`;

const EXPECTED = `
  select * from (
    select e.id, e.tenant_id as "tenantId", e.content, e.watched, e.year, e.kind, e.election_id,
      e.opens_on, e.last_day, e.key, e.recipient_id,
      case when n.version is null then 'not_received' when n.nil then 'nil_filed' else 'filed' end
        as "receivedState",
      ${STANDING} as standing, n.filed_on::text as "filedOn", n.filing_id as "filingId",
      n.version as "filingVersion", n.missing, platform.iso(e.withdrawn_at) as "withdrawnAt",
      platform.iso(e.kept_at) as "keptAt", e.kept_instead as "keptInstead",
      platform.iso(e.publication_due_at) as "publicationDueAt"
    from core.expected_filing e left join lateral (${RECEIVED}) n on true) x`;

function toExpected(row: ExpectedRow): StoredExpected {
  return {
    ...row.content,
    id: row.id,
    tenantId: row.tenantId,
    receivedState: row.receivedState,
    standing: row.standing,
    filedOn: row.filedOn,
    filingId: row.filingId,
    filingVersion: row.filingVersion,
    missing: row.missing ?? [],
    watched: row.watched,
    withdrawnAt: row.withdrawnAt,
    keptAt: row.keptAt,
    keptInstead: row.keptInstead,
    publicationDueAt: row.publicationDueAt,
  };
}

export interface ExpectedFilter {
  readonly tenantId?: string | undefined;
  /** Of a gift regulation, which is always due: any year from its first one. */
  readonly year?: number | undefined;
  readonly kind?: FilingKind | undefined;
  readonly election?: string | undefined;
  readonly standing?: Standing | undefined;
  /** Also those that are no longer expected; they are left out otherwise. */
  readonly withdrawn?: boolean | undefined;
  /** Keyset position: last day and id of the last row that was seen. */
  readonly after?: { readonly lastDay: string; readonly id: string } | null | undefined;
  readonly limit?: number | undefined;
}

function parametersOf(filter: ExpectedFilter): readonly unknown[] {
  const { tenantId, year, kind, election, standing, withdrawn, after, limit } = filter;
  const wanted = [tenantId, year, kind, election, standing].map((value) => value ?? null);
  return [...wanted, withdrawn === true, after?.lastDay ?? null, after?.id ?? null, limit ?? null];
}

/** Earliest last day first. Row-level security decides whose. */
export async function expectedFilings(
  tx: Transaction,
  filter: ExpectedFilter,
): Promise<StoredExpected[]> {
  const rows = await tx.query<ExpectedRow>(
    `${EXPECTED}
      where ($1::uuid is null or "tenantId" = $1)
        and ($2::int is null or year = $2 or (kind = 'gift_regulation' and year < $2))
        and ($3::text is null or kind = $3) and ($4::uuid is null or election_id = $4)
        and ($5::text is null or standing = $5) and ($6 or "withdrawnAt" is null)
        and ($7::date is null or (last_day, id) > ($7, $8::uuid))
      order by last_day, id limit $9`,
    parametersOf(filter),
  );
  return rows.map(toExpected);
}

export async function findExpected(
  tx: Transaction,
  tenantId: string,
  key: string,
): Promise<StoredExpected | null> {
  const [row] = await tx.query<ExpectedRow>(`${EXPECTED} where "tenantId" = $1 and key = $2`, [
    tenantId,
    key,
  ]);
  return row === undefined ? null : toExpected(row);
}

export async function findExpectedById(
  tx: Transaction,
  id: string,
): Promise<StoredExpected | null> {
  const [row] = await tx.query<ExpectedRow>(`${EXPECTED} where id = $1`, [id]);
  return row === undefined ? null : toExpected(row);
}

/** Filings and deadlines come one at a time to the same expectation. */
export async function holdExpected(tx: Transaction, id: string): Promise<void> {
  await tx.query(`select pg_advisory_xact_lock(hashtextextended($1, 3))`, [id]);
}

export interface Receipt {
  readonly tenantId: string;
  readonly expectedId: string;
  readonly filingId: string;
  readonly version: number;
  readonly filedOn: PlainDate;
  readonly nil: boolean;
  readonly missing: readonly RequiredPart[];
}

/** Keeps that a version was received; the same version twice is kept once. */
export async function insertReceipt(tx: Transaction, receipt: Receipt): Promise<void> {
  await tx.query(
    `insert into core.filing_receipt
       (tenant_id, id, expected_id, filing_id, version, filed_on, nil, missing)
     values ($1, $2, $3, $4, $5, $6, $7, $8)
     on conflict (tenant_id, expected_id, version) do nothing`,
    [
      receipt.tenantId,
      newId(),
      receipt.expectedId,
      receipt.filingId,
      receipt.version,
      receipt.filedOn,
      receipt.nil,
      JSON.stringify(receipt.missing),
    ],
  );
}

export interface ReceivedVersion {
  readonly filingId: string;
  readonly version: number;
  readonly filedOn: PlainDate;
  readonly nil: boolean;
  readonly missing: readonly RequiredPart[];
}

/** Every version that was received, oldest first. */
export function receiptsOf(
  tx: Transaction,
  tenantId: string,
  expectedId: string,
): Promise<ReceivedVersion[]> {
  return tx.query<ReceivedVersion>(
    `select filing_id as "filingId", version, filed_on::text as "filedOn", nil, missing
       from core.filing_receipt where tenant_id = $1 and expected_id = $2 order by version`,
    [tenantId, expectedId],
  );
}

/** The years over which something of these kinds is expected, newest first. */
export async function yearsExpected(
  tx: Transaction,
  kinds: readonly FilingKind[],
): Promise<number[]> {
  const rows = await tx.query<{ year: number }>(
    `select distinct year from core.expected_filing
      where kind = any($1::text[]) and kind <> 'gift_regulation' and withdrawn_at is null
      order by year desc`,
    [kinds],
  );
  return rows.map(({ year }) => year);
}
