import { type Transaction } from '../../../platform/database/transaction';

/** A gift of a party by its first booking. */
export interface RootKey {
  readonly tenantId: string;
  readonly rootId: string;
}

export interface DonorKey {
  readonly tenantId: string;
  readonly donorId: string;
}

/** What is to be derived anew. A party stands for its name and those of its recipients. */
export interface InsightKeys {
  readonly gifts: readonly RootKey[];
  readonly donors: readonly DonorKey[];
  readonly filings: readonly { readonly tenantId: string; readonly filingId: string }[];
  readonly parties: readonly string[];
  readonly listYears: readonly number[];
}

interface Mark {
  readonly what: 'gift' | 'donor' | 'filing' | 'party' | 'list';
  readonly tenantId: string | null;
  readonly subject: string | null;
  readonly year: number | null;
}

/** One at a time: two that derive side by side would each count the other's gifts. */
export async function holdInsight(tx: Transaction): Promise<void> {
  await tx.query(`select pg_advisory_xact_lock(hashtextextended('insight', 102))`);
}

/** Takes the oldest marks away, each subject once. The lock must be held. */
export async function takeMarks(tx: Transaction, most: number): Promise<InsightKeys> {
  const marks = await tx.query<Mark>(
    `with taken as (delete from insight.stale where id in
       (select id from insight.stale order by id limit $1) returning what, tenant_id, subject, year)
     select distinct what, tenant_id as "tenantId", subject, year from taken`,
    [most],
  );
  const of = (wanted: Mark['what']): { tenantId: string; subject: string }[] =>
    marks
      .filter(({ what }) => what === wanted)
      .map(({ tenantId, subject }) => ({ tenantId: tenantId ?? '', subject: subject ?? '' }));
  return {
    gifts: of('gift').map(({ tenantId, subject }) => ({ tenantId, rootId: subject })),
    donors: of('donor').map(({ tenantId, subject }) => ({ tenantId, donorId: subject })),
    filings: of('filing').map(({ tenantId, subject }) => ({ tenantId, filingId: subject })),
    parties: of('party').map(({ tenantId }) => tenantId),
    listYears: marks.flatMap(({ year }) => (year === null ? [] : [year])),
  };
}

export async function marksLeft(tx: Transaction): Promise<boolean> {
  const [row] = await tx.query<{ left: boolean }>(
    'select exists (select from insight.stale) as left',
  );
  return row?.left === true;
}

/** Everything that can be derived, for making all of it again. */
export async function everyKey(tx: Transaction): Promise<InsightKeys> {
  const parties = await tx.query<{ id: string }>(
    'select tenant_id as id from core.organisation where not sandbox order by tenant_id',
  );
  const gifts = await tx.query<RootKey>(
    `select distinct c.tenant_id as "tenantId", c.root_id as "rootId" from core.disclosure d
       join core.contribution c on c.tenant_id = d.tenant_id and c.id = d.contribution_id`,
  );
  const donors = await tx.query<DonorKey>(
    'select distinct tenant_id as "tenantId", donor_id as "donorId" from core.disclosure',
  );
  const filings = await tx.query<{ tenantId: string; filingId: string }>(
    `select tenant_id as "tenantId", id as "filingId" from core.filing where state = 'filed'`,
  );
  const years = await tx.query<{ year: number }>(
    'select distinct year from register.published_list order by year',
  );
  return {
    gifts,
    donors,
    filings,
    parties: parties.map(({ id }) => id),
    listYears: years.map(({ year }) => year),
  };
}
