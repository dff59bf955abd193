import { type PlainDate, addMonths } from '../../../../legal/kernel/plain-date';
import { type CaseState, type CaseTerm } from '../../../../legal/procedure/case';
import { termsOf } from '../../../../legal/procedure/terms-of';
import { type Words } from '../../../../platform/rendering/words';
import { type Turn } from '../../facts/turns';
import { type Weight, type WorkRow, type WorkSource } from '../work-source';

interface Row {
  readonly id: string;
  readonly tenantId: string;
  readonly organisation: string;
  readonly number: string;
  readonly title: string;
  readonly state: CaseState;
  readonly openedAt: string;
  /** The earliest term of which the handler was told that it passed. */
  readonly passedTerm: CaseTerm['code'] | null;
  readonly passedOn: PlainDate | null;
}

interface Term {
  readonly code: CaseTerm['code'];
  readonly lastDay: PlainDate;
}

interface Received {
  readonly what: 'views' | 'objection' | 'repair' | 'information';
  readonly on: PlainDate;
}

/** On which day each of these came in; null when it did not, or when the case went on since. */
const INCOMING: readonly (readonly [
  what: Received['what'],
  on: (state: CaseState) => PlainDate | null | undefined,
])[] = [
  ['views', ({ phase, views }) => (phase === 'views_asked' ? views?.receivedOn : null)],
  [
    'objection',
    ({ protection, objection }) => (protection === 'objection' ? objection?.receivedOn : null),
  ],
  ['repair', ({ phase, repair }) => (phase === 'repair_offered' ? repair?.reportedOn : null)],
  [
    'information',
    ({ phase, informationAsked }) =>
      phase === 'under_review' ? informationAsked?.answeredOn : null,
  ],
];

/** What came in and was not acted upon; null when nothing did. */
function received(state: CaseState): Received | null {
  for (const [what, day] of INCOMING) {
    const on = day(state) ?? null;
    if (on !== null) return { what, on };
  }
  return null;
}

function turnOf(state: CaseState, passed: boolean): Turn {
  if (state.draft !== null) return 'decision_maker';
  if (passed || received(state) !== null) return 'overseer';
  if (state.phase === 'at_committee' && state.advice?.receivedOn === null) return 'committee';
  const waits = ['repair_offered', 'at_prosecutor', 'views_asked', 'notified'];
  return waits.includes(state.phase) ? 'others' : 'overseer';
}

/** The terms that end a power only matter when they come near. */
const FAR: readonly CaseTerm['code'][] = ['power_lapses', 'collection_lapses'];
const NEAR_MONTHS = 12;

/** The term that ends first; one that passed goes before. */
function termOf({ state, passedTerm, passedOn }: Row, today: PlainDate): Term | null {
  if (passedTerm !== null && passedOn !== null) return { code: passedTerm, lastDay: passedOn };
  const near = addMonths(today, NEAR_MONTHS);
  const running = termsOf(state, today).filter(
    ({ code, lastDay, state: standing }) =>
      standing === 'running' && (!FAR.includes(code) || lastDay <= near),
  );
  return running.toSorted((a, b) => (a.lastDay < b.lastDay ? -1 : 1))[0] ?? null;
}

function weightOf(turn: Turn, came: boolean): Weight {
  if (turn === 'decision_maker') return 5;
  if (came) return 4;
  return turn === 'others' ? 2 : 3;
}

function whyOf({ state }: Row, term: Term | null, words: Words): string {
  const came = received(state);
  const standing =
    state.draft !== null
      ? words.t('work.why.draft')
      : came === null
        ? words.t(
            state.phase === 'notified'
              ? `cases.protection.${state.protection}`
              : `cases.phase.${state.phase}`,
          )
        : words.t(`work.why.received.${came.what}`, { day: words.day(came.on) });
  if (term === null) return `${standing}.`;
  return words.t('work.why.term', { standing, term: words.t(`cases.term.${term.code}`) });
}

function toWork(row: Row, today: PlainDate): WorkRow {
  const { state } = row;
  const came = received(state);
  const term = termOf(row, today);
  const turn = turnOf(state, row.passedOn !== null);
  return {
    kind: came === null ? 'cases' : 'views',
    ref: row.id,
    tenantId: row.tenantId,
    organisation: row.organisation,
    title: () => row.title,
    why: (words) => whyOf(row, term, words),
    severity: null,
    number: row.number,
    dueOn: term?.lastDay ?? null,
    weight: weightOf(turn, came !== null),
    since: row.openedAt,
    turn,
    href: `/toezicht/zaken/${row.id}`,
  };
}

/** Cases that run, each with the term that ends first (Awb title 5.4). */
export const cases: WorkSource = {
  name: 'cases',
  kinds: ['views', 'cases'],
  watches: ['core.enforcement_case', 'core.case_signal'],
  async find(tx, tenantIds): Promise<readonly WorkRow[]> {
    const rows = await tx.query<Row>(
      `select c.id, c.tenant_id as "tenantId", o.name as organisation, c.number, c.title, c.state,
          platform.iso(c.opened_at) as "openedAt", s.term as "passedTerm",
          s.last_day::text as "passedOn"
         from core.enforcement_case c
         join core.organisation o on o.tenant_id = c.tenant_id
         left join lateral (select g.term, g.last_day from core.case_signal g
           where g.tenant_id = c.tenant_id and g.case_id = c.id and g.kind = 'passed'
             and g.seen_to_at is null order by g.last_day, g.id limit 1) s on true
        where c.ended_on is null and ($1::uuid[] is null or c.tenant_id = any($1))`,
      [tenantIds],
    );
    return rows.map((row) => toWork(row, tx.today));
  },
};
