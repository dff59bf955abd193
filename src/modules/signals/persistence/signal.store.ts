import { type Transaction } from '../../../platform/database/transaction';
import { type FoundSignal } from '../detectors/judge';

/** What changed: signals that are new or hold rows nobody judged, and signals that ended. */
export interface StoredDifference {
  readonly standing: number;
  readonly ended: number;
}

const UPSERT = `
  insert into insight.signal (code, scope, subject, party_id, donor_id, weight, figures)
  select f.code, f.scope, f.subject, f."partyId", f."donorId", f.weight, f.figures
    from jsonb_to_recordset($1::jsonb) as f (code text, scope text, subject text, "partyId" uuid,
      "donorId" uuid, weight int, figures jsonb)
  on conflict (code, scope, subject) do update
     set party_id = excluded.party_id, donor_id = excluded.donor_id, weight = excluded.weight,
         figures = excluded.figures, last_seen = platform.now(), ended_at = null,
         state = case when signal.state = 'ended' then 'open' else signal.state end
   where signal.ended_at is not null or signal.figures <> excluded.figures
      or signal.weight <> excluded.weight or signal.party_id is distinct from excluded.party_id
      or signal.last_seen < platform.now() - interval '20 hours'`;

const IDS = `
  select s.id, s.code, s.scope, s.subject from insight.signal s
    join jsonb_to_recordset($1::jsonb) as f (code text, scope text, subject text)
      on f.code = s.code and f.scope = s.scope and f.subject = s.subject`;

const ROWS_IN = `
  insert into insight.signal_row as r (signal_id, key, kind, party_id, donor_id, gift_key, about,
    label, day, amount_cents)
  select f."signalId", f.key, f.kind, f."partyId", f."donorId", f."giftKey", f.about, f.label,
         f.day, f.amount
    from jsonb_to_recordset($1::jsonb) as f ("signalId" uuid, key text, kind text, "partyId" uuid,
      "donorId" uuid, "giftKey" text, about text, label text, day date, amount bigint)
  on conflict (signal_id, key) do update
     set gone_at = null, label = excluded.label, day = excluded.day,
         amount_cents = excluded.amount_cents
   where r.gone_at is not null or r.label is distinct from excluded.label
      or r.day is distinct from excluded.day
      or r.amount_cents is distinct from excluded.amount_cents`;

const ROWS_GONE = `
  update insight.signal_row r set gone_at = platform.now()
   where r.signal_id = any($1::uuid[]) and r.gone_at is null
     and not exists (select from unnest($2::uuid[], $3::text[]) as f (signal_id, key)
                      where f.signal_id = r.signal_id and f.key = r.key)`;

const END = `
  update insight.signal set ended_at = platform.now(), state = 'ended', new_rows = 0,
         last_seen = platform.now()
   where scope = any($1::text[]) and ended_at is null and id <> all($2::uuid[])
  returning id`;

/** Judged, unless rows stand in it that no judgement saw. */
const REST_OR_REOPEN = `
  with told as (
    select s.id, exists (select from insight.signal_judgement j where j.signal_id = s.id) as judged,
           (select count(*)::int from insight.signal_row r
             where r.signal_id = s.id and r.gone_at is null and r.judged_in is null) as fresh
      from insight.signal s where s.id = any($1::uuid[])
  ), next as (
    select id, case when judged then fresh else 0 end as fresh,
           case when not judged then 'open' when fresh > 0 then 'reopened' else 'judged' end as state
      from told
  )
  update insight.signal s set state = n.state, new_rows = n.fresh
    from next n where n.id = s.id and (s.state <> n.state or s.new_rows <> n.fresh)`;

function keyOf(one: { readonly code: string; readonly scope: string; readonly subject: string }) {
  return JSON.stringify([one.code, one.scope, one.subject]);
}

/**
 * Stores what was found in these scopes as a difference with what stood: a new pattern is added, one
 * whose facts no longer hold ends, and one that was judged comes back only when it holds a row that
 * was not there then.
 */
export async function storeSignals(
  tx: Transaction,
  scopes: readonly string[],
  found: readonly FoundSignal[],
): Promise<StoredDifference> {
  const heads = JSON.stringify(found.map(({ rows: _, ...head }) => head));
  if (found.length > 0) await tx.query(UPSERT, [heads]);
  const stored =
    found.length === 0
      ? []
      : await tx.query<{ id: string; code: string; scope: string; subject: string }>(IDS, [heads]);
  const idOf = new Map(stored.map((row) => [keyOf(row), row.id]));
  const rows = found.flatMap((one) =>
    one.rows.map((row) => ({ ...row, signalId: idOf.get(keyOf(one)) ?? '' })),
  );
  const ids = stored.map(({ id }) => id);
  if (rows.length > 0) {
    await tx.query(ROWS_IN, [JSON.stringify(rows)]);
    await tx.query(ROWS_GONE, [
      ids,
      rows.map(({ signalId }) => signalId),
      rows.map(({ key }) => key),
    ]);
    await tx.query(REST_OR_REOPEN, [ids]);
  }
  const ended = await tx.query(END, [scopes, ids]);
  return { standing: ids.length, ended: ended.length };
}

/** Scopes of standing signals that hold a row of these donors: circles and decisions. */
export async function standingScopesOf(
  tx: Transaction,
  donorIds: readonly string[],
): Promise<readonly string[]> {
  const rows = await tx.query<{ scope: string }>(
    `select distinct s.scope from insight.signal_row r
       join insight.signal s on s.id = r.signal_id and s.ended_at is null
      where r.donor_id = any($1::uuid[])
        and (s.scope like 'circle:%' or s.scope like 'decision:%')`,
    [donorIds],
  );
  return rows.map(({ scope }) => scope);
}
