import { type Transaction } from '../../../platform/database/transaction';
import { type WorkKind } from '../facts/work-kinds';

/** A thing that waits, with its words in both languages. */
export interface DerivedItem {
  readonly kind: WorkKind;
  readonly ref: string;
  readonly tenantId: string | null;
  readonly organisation: string | null;
  readonly titleNl: string;
  readonly titleEn: string;
  readonly whyNl: string;
  readonly whyEn: string;
  readonly severity: string | null;
  readonly number: string | null;
  readonly dueOn: string | null;
  readonly weight: number;
  readonly since: string;
  readonly turn: string;
  readonly href: string;
  /** SHA-256 (hex) of all of it. */
  readonly facts: string;
}

const FIELDS = `kind text, ref text, "tenantId" uuid, organisation text, "titleNl" text,
  "titleEn" text, "whyNl" text, "whyEn" text, severity text, number text, "dueOn" date, weight int,
  since timestamptz, turn text, href text, facts text`;

/**
 * New work is added, changed work gets its new facts, and what a person had judged comes back only
 * when its facts changed. Who has it stays; what was set aside stays so until its facts change.
 */
const KEEP = `
  insert into insight.work_item as i (kind, ref, tenant_id, organisation, title_nl, title_en, why_nl,
      why_en, severity, number, due_on, weight, since, turn, href, facts, search_text)
  select w.kind, w.ref, w."tenantId", w.organisation, w."titleNl", w."titleEn", w."whyNl", w."whyEn",
      w.severity, w.number, w."dueOn", w.weight, w.since, w.turn, w.href, w.facts,
      core.search_key(concat_ws(' ', w.organisation, w.number, w."titleNl", w."titleEn", w."whyNl"))
    from json_to_recordset($1::json) as w (${FIELDS})
  on conflict (kind, ref) do update set
      tenant_id = excluded.tenant_id, organisation = excluded.organisation,
      title_nl = excluded.title_nl, title_en = excluded.title_en, why_nl = excluded.why_nl,
      why_en = excluded.why_en, severity = excluded.severity, number = excluded.number,
      due_on = excluded.due_on, weight = excluded.weight, since = excluded.since,
      turn = excluded.turn, href = excluded.href, facts = excluded.facts,
      search_text = excluded.search_text, version = i.version + 1,
      opened_at = case when i.ended_at is null then i.opened_at else platform.now() end,
      ended_at = null, ended_by = null, aside_until = null, aside_reason = null
    where i.facts <> excluded.facts or i.ended_by = 'facts'`;

const END = `
  update insight.work_item i set ended_at = platform.now(), ended_by = 'facts',
      version = i.version + 1, aside_until = null, aside_reason = null
   where i.ended_at is null and i.kind = any($2)
     and ($3::uuid[] is null or i.tenant_id = any($3))
     and not exists (select 1 from json_to_recordset($1::json) as w (kind text, ref text)
       where w.kind = i.kind and w.ref = i.ref)`;

/** Makes the rows of these kinds, of these groups or of all, the same as what was derived. */
export async function syncItems(
  tx: Transaction,
  items: readonly DerivedItem[],
  kinds: readonly WorkKind[],
  tenantIds: readonly string[] | null,
): Promise<void> {
  if (items.length > 0) await tx.query(KEEP, [JSON.stringify(items)]);
  const keys = items.map(({ kind, ref }) => ({ kind, ref }));
  await tx.query(END, [JSON.stringify(keys), kinds, tenantIds]);
}

export interface WorkChange {
  readonly source: string;
  readonly tenantId: string | null;
}

/** One at a time: two at once could each undo what the other saw. */
export async function holdRefresh(tx: Transaction): Promise<void> {
  await tx.query(`select pg_advisory_xact_lock(hashtextextended('insight.work', 0))`);
}

/** Takes away every mark that stands, and gives them. */
export function takeChanges(tx: Transaction): Promise<WorkChange[]> {
  return tx.query<WorkChange>(
    `with taken as (delete from insight.work_change returning source, tenant_id)
     select distinct source, tenant_id as "tenantId" from taken`,
  );
}

export interface Freshness {
  readonly source: string;
  /** The day of the clock on which everything was derived. */
  readonly day: string;
  /** Seconds since then; negative when the clock was put back. */
  readonly age: number;
  /** It could not be read the last time. */
  readonly failed: boolean;
}

/** Whether marks stand, and how fresh each source is. */
export async function readFreshness(
  tx: Transaction,
): Promise<{ readonly changed: boolean; readonly sources: readonly Freshness[] }> {
  const [row] = await tx.query<{ changed: boolean; sources: readonly Freshness[] | null }>(
    `select exists (select from insight.work_change) as changed,
        (select json_agg(json_build_object('source', source, 'day', day::text,
           'age', extract(epoch from platform.now() - at)::int, 'failed', failed)) from insight.work_refresh) as sources`,
  );
  return { changed: row?.changed ?? true, sources: row?.sources ?? [] };
}

/** Notes that everything of a source was derived, or that it could not be read. */
export async function noteRefresh(tx: Transaction, source: string, failed: boolean): Promise<void> {
  await tx.query(
    `insert into insight.work_refresh (source, at, day, failed)
     values ($1, platform.now(), platform.today(), $2)
     on conflict (source) do update
        set at = excluded.at, day = excluded.day, failed = excluded.failed`,
    [source, failed],
  );
}

/** Does it whole or, when it fails, not at all; the transaction goes on either way. */
export async function within(tx: Transaction, work: () => Promise<void>): Promise<void> {
  await tx.query('savepoint source_of_work');
  try {
    await work();
    await tx.query('release savepoint source_of_work');
  } catch (error) {
    await tx.query('rollback to savepoint source_of_work');
    throw error;
  }
}
