import { type Transaction } from '../../../platform/database/transaction';
import { newId } from '../../../platform/ids/id';

/** Takes up to so many donors or parties of whom something changed. */
export async function takeStale(
  tx: Transaction,
  kind: 'donor' | 'party',
  limit: number,
): Promise<readonly string[]> {
  const rows = await tx.query<{ id: string }>(
    `delete from insight.signal_stale s
      using (select kind, id from insight.signal_stale where kind = $1
              order by id limit $2 for update skip locked) t
      where s.kind = t.kind and s.id = t.id
     returning s.id`,
    [kind, limit],
  );
  return rows.map(({ id }) => id);
}

/** Donors in order of their id, after this one. */
export async function donorsAfter(
  tx: Transaction,
  after: string,
  limit: number,
): Promise<readonly string[]> {
  const rows = await tx.query<{ id: string }>(
    `select id from insight.donor where id > $1::uuid order by id limit $2`,
    [after, limit],
  );
  return rows.map(({ id }) => id);
}

export async function allParties(tx: Transaction): Promise<readonly string[]> {
  const rows = await tx.query<{ id: string }>(`select id from insight.party order by id`);
  return rows.map(({ id }) => id);
}

/** What is marked is looked at anyway in a run over everybody. */
export async function clearStale(tx: Transaction): Promise<void> {
  await tx.query(`delete from insight.signal_stale`);
}

/** Who gave in the window of a decision, and of whom a signal about it stands. */
export async function markAroundDecision(tx: Transaction, decisionId: string): Promise<void> {
  await tx.query(
    `insert into insight.signal_stale (kind, id)
     select 'donor', g.donor_id from insight.decision_day d
       join insight.gift g on g.received_on between d.day - d.days_before and d.day + d.days_after
        and (d.party_id is null or g.party_id = d.party_id)
      where d.id = $1 and d.withdrawn_at is null
      union
     select 'donor', s.donor_id from insight.signal s
      where s.scope like 'decision:' || $1::text || ':%' and s.donor_id is not null
     on conflict do nothing`,
    [decisionId],
  );
}

export type RunReason = 'night' | 'asked' | 'setting';

export interface SignalRun {
  readonly reason: RunReason;
  readonly startedAt: string;
  readonly finishedAt: string | null;
  readonly donors: number;
  readonly found: number;
}

export async function beginRun(tx: Transaction, reason: RunReason): Promise<string> {
  const id = newId();
  await tx.query(`insert into insight.signal_run (id, reason) values ($1, $2)`, [id, reason]);
  return id;
}

export async function addToRun(
  tx: Transaction,
  id: string,
  counted: { readonly donors: number; readonly found: number },
): Promise<void> {
  await tx.query(
    `update insight.signal_run set donors = donors + $2, found = found + $3 where id = $1`,
    [id, counted.donors, counted.found],
  );
}

/**
 * Ends a run. A circle that the run did not come across has no members left that it ties: those of
 * its signals are looked at once more, and so end. True when there are such.
 */
export async function endRun(tx: Transaction, id: string): Promise<boolean> {
  const unseen = await tx.query(
    `insert into insight.signal_stale (kind, id)
     select distinct 'donor', r.donor_id
       from insight.signal_run n
       join insight.signal s on s.ended_at is null and s.scope like 'circle:%'
        and s.last_seen < n.started_at - interval '20 hours'
       join insight.signal_row r on r.signal_id = s.id and r.donor_id is not null
      where n.id = $1
     on conflict do nothing returning id`,
    [id],
  );
  await tx.query(`update insight.signal_run set finished_at = platform.now() where id = $1`, [id]);
  return unseen.length > 0;
}

/** The run that began last; null when there was none. */
export async function newestRun(tx: Transaction): Promise<SignalRun | null> {
  const [row] = await tx.query<SignalRun>(
    `select reason, platform.iso(started_at) as "startedAt",
            platform.iso(finished_at) as "finishedAt", donors, found
       from insight.signal_run order by started_at desc limit 1`,
  );
  return row ?? null;
}
