import { type ExpectedFiling } from '../../../legal/facts/filing';
import { type PlainDate } from '../../../legal/kernel/plain-date';
import { type Transaction } from '../../../platform/database/transaction';
import { newId } from '../../../platform/ids/id';

/** What is expected as it stands in the table, whatever was received of it. */
export interface StandingExpected {
  readonly id: string;
  readonly key: string;
  readonly content: ExpectedFiling;
  readonly watched: boolean;
  readonly withdrawn: boolean;
  readonly kept: boolean;
  readonly keptInstead: ExpectedFiling | null;
}

/** Every expectation of the group of which the term touches the span, and its gift regulation. */
export function standingExpectations(
  tx: Transaction,
  tenantId: string,
  span: { readonly from: PlainDate; readonly until: PlainDate },
): Promise<StandingExpected[]> {
  return tx.query<StandingExpected>(
    `select id, key, content, watched, withdrawn_at is not null as withdrawn,
       kept_at is not null as kept, kept_instead as "keptInstead"
       from core.expected_filing
      where tenant_id = $1
        and (kind = 'gift_regulation' or (opens_on <= $3 and last_day >= $2))`,
    [tenantId, span.from, span.until],
  );
}

/** The expectations of one group are refreshed one at a time. */
export async function holdExpectations(tx: Transaction, tenantId: string): Promise<void> {
  await tx.query(`select pg_advisory_xact_lock(hashtextextended($1, 2))`, [tenantId]);
}

function columnsOf(expected: ExpectedFiling): readonly unknown[] {
  const { year, recipient, election, opensOn, lastDay, publicationBy } = expected;
  const content = JSON.stringify(expected);
  return [year, recipient, election, opensOn, lastDay, publicationBy, content];
}

export async function insertExpected(
  tx: Transaction,
  tenantId: string,
  expected: ExpectedFiling,
  watched: boolean,
): Promise<string> {
  const id = newId();
  await tx.query(
    `insert into core.expected_filing (tenant_id, id, key, kind, watched, year, recipient_id,
       election_id, opens_on, last_day, publication_by, content)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
    [tenantId, id, expected.key, expected.kind, watched, ...columnsOf(expected)],
  );
  return id;
}

/** Other days or parts; what had been withdrawn is expected again. */
export async function reviseExpected(
  tx: Transaction,
  tenantId: string,
  id: string,
  expected: ExpectedFiling,
  watched: boolean,
): Promise<void> {
  await tx.query(
    `update core.expected_filing set watched = $3, year = $4, recipient_id = $5, election_id = $6,
       opens_on = $7, last_day = $8, publication_by = $9, content = $10,
       withdrawn_at = null, withdrawn_because = null, kept_at = null, kept_instead = null
      where tenant_id = $1 and id = $2`,
    [tenantId, id, watched, ...columnsOf(expected)],
  );
}

export async function withdrawExpected(
  tx: Transaction,
  tenantId: string,
  id: string,
  because: string,
): Promise<void> {
  await tx.query(
    `update core.expected_filing set withdrawn_at = platform.now(), withdrawn_because = $3
      where tenant_id = $1 and id = $2 and withdrawn_at is null`,
    [tenantId, id, because],
  );
}

/**
 * The term had ended before the calculation changed, so the row stays as it was; this notes what the
 * calculation gives instead (null: nothing is expected any more).
 */
export async function keepExpected(
  tx: Transaction,
  tenantId: string,
  id: string,
  instead: ExpectedFiling | null,
): Promise<void> {
  await tx.query(
    `update core.expected_filing set kept_at = platform.now(), kept_instead = $3
      where tenant_id = $1 and id = $2`,
    [tenantId, id, instead === null ? null : JSON.stringify(instead)],
  );
}

/** The calculation gives again what stands there. */
export async function clearKept(tx: Transaction, tenantId: string, id: string): Promise<void> {
  await tx.query(
    `update core.expected_filing set kept_at = null, kept_instead = null
      where tenant_id = $1 and id = $2`,
    [tenantId, id],
  );
}

/** @returns false when the day was signalled before. */
export async function signalPublication(
  tx: Transaction,
  tenantId: string,
  id: string,
): Promise<boolean> {
  const rows = await tx.query(
    `update core.expected_filing set publication_due_at = platform.now()
      where tenant_id = $1 and id = $2 and publication_due_at is null returning id`,
    [tenantId, id],
  );
  return rows.length > 0;
}
