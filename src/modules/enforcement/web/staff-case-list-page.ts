import { type PlainDate } from '../../../legal/kernel/plain-date';
import { type Phase } from '../../../legal/procedure/case';
import { formatCount } from '../../../platform/rendering/format';
import { type Role } from '../../../platform/http/actor';
import { type Cell, type Choice } from '../../../platform/rendering/page-parts';
import { type Words } from '../../../platform/rendering/words';
import { type CaseSummary } from '../application/case-view';
import { standingBadges, termBadge } from './case-page-words';

export const PHASES: readonly Phase[] = [
  'signal',
  'under_review',
  'repair_offered',
  'at_prosecutor',
  'report_drawn',
  'views_asked',
  'at_committee',
  'decided_fine',
  'decided_no_fine',
  'notified',
  'dismissed',
  'prosecuted',
  'lapsed',
];

/** What the address asked for. */
export interface CaseListView {
  readonly phase: Phase | null;
  readonly tenantId: string | null;
  readonly role: Role;
  readonly today: PlainDate;
  readonly mayOpen: boolean;
  readonly groups: readonly { readonly ref: string; readonly name: string }[];
}

/** Phases in which the next move is the overseer's. */
const TO_HANDLE: readonly Phase[] = [
  'signal',
  'under_review',
  'report_drawn',
  'decided_fine',
  'decided_no_fine',
];

/** True for what waits for this role: a draft, an advice, a step, or a term that asks attention. */
export function waitsFor(one: CaseSummary, role: Role): boolean {
  if (one.endedOn !== null) return false;
  if (role === 'decision_maker') return one.draftPending;
  if (role !== 'overseer') return one.phase === 'at_committee';
  return one.signals.length > 0 || (TO_HANDLE.includes(one.phase) && !one.draftPending);
}

/** What ends first comes first; without a running term by phase, as the procedure goes. */
export function mostUrgentFirst(a: CaseSummary, b: CaseSummary): number {
  const [dayA, dayB] = [a, b].map(({ nextTerm }) => nextTerm?.lastDay ?? '9999-12-31');
  if (dayA !== dayB && dayA !== undefined && dayB !== undefined) return dayA < dayB ? -1 : 1;
  return PHASES.indexOf(a.phase) - PHASES.indexOf(b.phase);
}

function row(one: CaseSummary, today: PlainDate, words: Words): readonly Cell[] {
  const { nextTerm } = one;
  const [first, ...rest] = standingBadges(one, words);
  return [
    { text: one.number, href: `/toezicht/zaken/${one.id}`, note: one.title },
    one.organisation === one.addressee.name
      ? one.organisation
      : { text: one.addressee.name, note: one.organisation },
    {
      ...(first === undefined ? {} : { badge: first }),
      note: rest.map(({ label }) => label).join(', '),
    },
    nextTerm === null
      ? ''
      : {
          text: words.day(nextTerm.lastDay),
          badge: termBadge(nextTerm, today, words),
          note: words.t(`cases.term.${nextTerm.code}`),
        },
    words.day(one.openedOn),
  ];
}

function figures(
  cases: readonly CaseSummary[],
  view: CaseListView,
  words: Words,
): readonly object[] {
  const count = (test: (one: CaseSummary) => boolean): string =>
    formatCount(cases.filter(test).length, words.language);
  const running = cases.filter(({ endedOn }) => endedOn === null);
  const shown = PHASES.filter((phase) => running.some((one) => one.phase === phase));
  return [
    {
      label: words.t('cases.list.waiting'),
      value: count((one) => waitsFor(one, view.role)),
      href: '/toezicht/zaken#waiting',
    },
    ...shown.map((phase) => ({
      label: words.t(`cases.phase.${phase}`),
      value: count((one) => one.phase === phase && one.endedOn === null),
      href: `/toezicht/zaken?fase=${phase}`,
    })),
  ];
}

/** The data of pages/enforcement/staff-cases.njk. */
export function staffCaseListPage(
  lists: { readonly running: readonly CaseSummary[]; readonly ended: readonly CaseSummary[] },
  view: CaseListView,
  words: Words,
): object {
  const chosen = (one: CaseSummary): boolean =>
    (view.phase === null || one.phase === view.phase) &&
    (view.tenantId === null || one.tenantId === view.tenantId);
  const running = lists.running.filter(chosen).toSorted(mostUrgentFirst);
  const rows = (cases: readonly CaseSummary[]): readonly (readonly Cell[])[] =>
    cases.map((one) => row(one, view.today, words));
  const phases: readonly Choice[] = PHASES.map((value) => ({
    value,
    label: words.t(`cases.phase.${value}`),
  }));
  return {
    figures: figures(lists.running, view, words),
    phases,
    organisations: view.groups.map(({ ref, name }) => ({ value: ref, label: name })),
    values: { fase: view.phase ?? '', partij: view.tenantId ?? '' },
    filtered: view.phase !== null || view.tenantId !== null,
    waiting: rows(running.filter((one) => waitsFor(one, view.role))),
    others: rows(running.filter((one) => !waitsFor(one, view.role))),
    ended: rows(lists.ended.filter(chosen)),
    mayOpen: view.mayOpen,
  };
}
