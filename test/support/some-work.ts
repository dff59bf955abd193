import { type TestDatabase } from './database';

const KINDS = [
  ['proposals', 'finding'],
  ['findings', 'finding'],
  ['signals', 'signal'],
  ['signals', 'warning'],
  ['undecided', 'undecided'],
  ['views', null],
  ['cases', null],
  ['remedies', null],
  ['missing', null],
  ['filings', null],
  ['safety', null],
  ['release', null],
  ['patterns', null],
  ['tips', null],
  ['lists', null],
  ['machine', null],
] as const;

const DAYS = [null, -40, -1, 0, 1, 7, 8, 90] as const;
const TURNS = ['overseer', 'decision_maker', 'committee', 'others'] as const;

/**
 * Fills the queue with invented rows, some of every kind, term, weight and party, beside the facts:
 * for what only looks at the queue. They stay until their source is looked at again.
 */
export async function someWork(
  test: TestDatabase,
  { rows, tenantIds }: { readonly rows: number; readonly tenantIds: readonly string[] },
): Promise<void> {
  const items = Array.from({ length: rows }, (_, n) => {
    const [kind, severity] = KINDS[n % KINDS.length] ?? ['cases', null];
    const days = DAYS[(n + Math.floor(n / KINDS.length)) % DAYS.length] ?? null;
    const alone =
      kind === 'lists' || kind === 'machine' || kind === 'tips' || tenantIds.length === 0;
    return {
      kind,
      ref: `invented:${String(n)}`,
      tenant: alone ? null : (tenantIds[n % tenantIds.length] ?? null),
      severity,
      days,
      weight: 1 + ((n * 7) % 5),
      minutes: n % 13,
      turn: TURNS[n % TURNS.length],
      title: `Verzonnen werk ${String(n)} ${n % 3 === 0 ? 'Café' : 'Zaal'}`,
    };
  });
  await test.ownerQuery(
    `insert into insight.work_item (kind, ref, tenant_id, organisation, title_nl, title_en, why_nl,
        why_en, severity, number, due_on, weight, since, turn, href, search_text, facts)
     select w.kind, w.ref, w.tenant, o.name, w.title, w.title, 'Daarom.', 'Because.', w.severity,
        'N-' || w.ref, platform.today() + w.days, w.weight,
        platform.now() - make_interval(mins => w.minutes), w.turn, '/toezicht/meldingen',
        core.search_key(concat_ws(' ', o.name, w.title)), w.ref
       from json_to_recordset($1::json) as w (kind text, ref text, tenant uuid, severity text,
         days int, weight int, minutes int, turn text, title text)
       left join core.organisation o on o.tenant_id = w.tenant`,
    [JSON.stringify(items)],
  );
}
