import { type Transaction } from '../../../platform/database/transaction';

/**
 * Work on gifts holds the identities of a party with others; a merge or split holds them alone, so
 * that nobody books under a donor that is being united. Until the transaction ends.
 */
export async function lockIdentities(
  tx: Transaction,
  tenantId: string,
  how: 'shared' | 'alone',
): Promise<void> {
  const lock = how === 'alone' ? 'pg_advisory_xact_lock' : 'pg_advisory_xact_lock_shared';
  await tx.query(`select ${lock}(hashtextextended($1, 94))`, [`${tenantId}/identities`]);
}

/** For which donor each of these counts now. One that is not there is left out. */
export async function canonicalOf(
  tx: Transaction,
  tenantId: string,
  donorIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const rows = await tx.query<{ donorId: string; canonicalId: string }>(
    `select donor_id as "donorId", canonical_id as "canonicalId" from core.donor_identity
      where tenant_id = $1 and donor_id = any($2::uuid[])`,
    [tenantId, donorIds],
  );
  return new Map(rows.map(({ donorId, canonicalId }) => [donorId, canonicalId]));
}

/** All donors that are one with this one now, the one they count for first; empty when not there. */
export async function clusterOf(
  tx: Transaction,
  tenantId: string,
  donorId: string,
): Promise<readonly string[]> {
  const rows = await tx.query<{ id: string }>(
    `select m.donor_id as id from core.donor_identity i
       cross join lateral core.donor_members(i.tenant_id, i.canonical_id) m
      where i.tenant_id = $1 and i.donor_id = $2
      order by m.donor_id = i.canonical_id desc, m.donor_id`,
    [tenantId, donorId],
  );
  return rows.map(({ id }) => id);
}

/** Those of these donors of whom the overseer may know a gift, in the order given (D7). */
export async function disclosedOf(
  tx: Transaction,
  tenantId: string,
  donorIds: readonly string[],
): Promise<readonly string[]> {
  const rows = await tx.query<{ id: string }>(
    `select id from unnest($2::uuid[]) with ordinality as asked (id, place)
      where exists (select 1 from core.disclosure d where d.tenant_id = $1 and d.donor_id = asked.id)
      order by place`,
    [tenantId, donorIds],
  );
  return rows.map(({ id }) => id);
}

/** Under whom the overseer knows each of these donors; who is not disclosed is left out (D7). */
export async function disclosedAs(
  tx: Transaction,
  tenantId: string,
  donorIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const rows = await tx.query<{ id: string; known: string | null }>(
    `select i.donor_id as id, core.disclosed_donor(i.tenant_id, i.canonical_id) as known
       from core.donor_identity i where i.tenant_id = $1 and i.donor_id = any($2::uuid[])`,
    [tenantId, donorIds],
  );
  return new Map(rows.flatMap(({ id, known }) => (known === null ? [] : [[id, known]])));
}

export interface MergeRow {
  readonly id: string;
  readonly absorbedId: string;
  readonly intoId: string;
  readonly reason: string;
  readonly recordedAt: string;
  readonly recordedBy: string;
  /** Null while the merge holds. */
  readonly split: {
    readonly reason: string;
    readonly recordedAt: string;
    readonly recordedBy: string;
  } | null;
}

const MERGE = `select m.id, m.absorbed_id as "absorbedId", m.into_id as "intoId", m.reason,
    platform.iso(m.recorded_at) as "recordedAt", m.recorded_by as "recordedBy",
    (select json_build_object('reason', s.reason, 'recordedAt', platform.iso(s.recorded_at),
        'recordedBy', s.recorded_by) from core.donor_split s
      where s.tenant_id = m.tenant_id and s.merge_id = m.id) as split
  from core.donor_merge m where m.tenant_id = $1`;

/** Merges that concern any of these donors, newest first. */
export function mergesOf(
  tx: Transaction,
  tenantId: string,
  donorIds: readonly string[],
): Promise<MergeRow[]> {
  return tx.query<MergeRow>(
    `${MERGE} and (m.absorbed_id = any($2::uuid[]) or m.into_id = any($2::uuid[]))
      order by m.sequence desc`,
    [tenantId, donorIds],
  );
}

export async function findMerge(
  tx: Transaction,
  tenantId: string,
  id: string,
): Promise<MergeRow | null> {
  const [row] = await tx.query<MergeRow>(`${MERGE} and m.id = $2`, [tenantId, id]);
  return row ?? null;
}

export async function insertMerge(
  tx: Transaction,
  tenantId: string,
  merge: { readonly absorbedId: string; readonly intoId: string; readonly reason: string },
): Promise<string> {
  const [row] = await tx.query<{ id: string }>(
    `insert into core.donor_merge (tenant_id, absorbed_id, into_id, reason)
     values ($1, $2, $3, $4) returning id`,
    [tenantId, merge.absorbedId, merge.intoId, merge.reason],
  );
  if (row === undefined) throw new Error('a merge was not stored');
  return row.id;
}

export async function insertSplit(
  tx: Transaction,
  tenantId: string,
  mergeId: string,
  reason: string,
): Promise<void> {
  await tx.query(`insert into core.donor_split (tenant_id, merge_id, reason) values ($1, $2, $3)`, [
    tenantId,
    mergeId,
    reason,
  ]);
}

/**
 * Follows the merges that hold from each of these donors to its end, and writes down where that is
 * when it is not where the donor counted before.
 */
export async function relink(
  tx: Transaction,
  tenantId: string,
  donorIds: readonly string[],
): Promise<void> {
  await tx.query(
    `with recursive standing as (
       select absorbed_id, into_id from core.donor_merge m where m.tenant_id = $1
          and not exists (select 1 from core.donor_split s
            where s.tenant_id = m.tenant_id and s.merge_id = m.id)),
     walk as (
       select id as donor_id, id as at, 0 as steps from unnest($2::uuid[]) as asked (id)
       union all
       select w.donor_id, s.into_id, w.steps + 1 from walk w
         join standing s on s.absorbed_id = w.at),
     ends as (select distinct on (donor_id) donor_id, at from walk order by donor_id, steps desc)
     insert into core.donor_link (tenant_id, donor_id, canonical_id)
     select $1, e.donor_id, e.at from ends e
       join core.donor_identity i on i.tenant_id = $1 and i.donor_id = e.donor_id
      where i.canonical_id <> e.at`,
    [tenantId, donorIds],
  );
}
