import { type PlainDate } from '../../../legal/kernel/plain-date';
import { formatCount } from '../../../platform/rendering/format';
import { type Choice, type Paging } from '../../../platform/rendering/page-parts';
import { type Words } from '../../../platform/rendering/words';
import {
  TERMS,
  type WorkDesk,
  type WorkFilter,
  type WorkItem,
  type WorkView,
} from '../application/read-work';
import { kindInAddress, WORK_KINDS } from '../facts/work-kinds';
import { TURNS } from '../facts/turns';
import {
  addressValues,
  HOLDERS_IN_ADDRESS,
  hrefOf,
  isFiltered,
  NO_FILTER,
  queryOf,
  SEVERITIES_IN_ADDRESS,
  TERMS_IN_ADDRESS,
  TURNS_IN_ADDRESS,
} from './work-address';
import { holderOf, partyOf, termBadge, titleOf, whyOf } from './work-words';

/** What the page shows beside the work itself. */
export interface WorkShown {
  readonly filter: WorkFilter;
  readonly today: PlainDate;
  readonly size: number;
  readonly paging: Paging;
  /** Key of the forms. */
  readonly once: string;
  /** What was just done, in a sentence; ''. */
  readonly done: string;
  /** True for whoever may import the published lists. */
  readonly mayImport: boolean;
  /** True for whoever may mark rows as looked at. */
  readonly mayJudge: boolean;
}

/** One row, for the list, the confirm page and the lists of a day. */
export function workRow(item: WorkItem, today: PlainDate, words: Words): object {
  const { dueOn, asideUntil } = item;
  const [title, party] = [titleOf(item, words), partyOf(item, words)];
  return {
    id: item.id,
    picked: `${item.id}:${String(item.version)}`,
    pick: words.t('work.table.pick', { title, party }),
    kind: words.t(`work.one.${item.kind}`),
    number: item.number ?? '',
    title,
    href: item.href,
    why: whyOf(item, words),
    party,
    onlyParty: item.tenantId === null ? '' : hrefOf({ ...NO_FILTER, tenantId: item.tenantId }),
    due: dueOn === null ? '' : words.day(dueOn),
    badge: termBadge(item, today, words),
    weight: words.t('work.table.weightOf', { weight: String(item.weight) }),
    holder: holderOf(item, words),
    held: item.assignedName !== null,
    aside:
      asideUntil === null || asideUntil <= today
        ? ''
        : words.t('work.table.asideUntil', {
            day: words.day(asideUntil),
            reason: item.asideReason ?? '',
          }),
  };
}

/** The rows of the page by term, in the order of the queue. */
function groups(
  desk: WorkDesk,
  { filter, today, size }: WorkShown,
  words: Words,
): readonly object[] {
  const shown = desk.items.slice(0, size);
  return TERMS.flatMap((term) => {
    const rows = shown.filter((item) => item.term === term);
    const n = desk.terms.find((one) => one.term === term)?.n ?? 0;
    if (rows.length === 0) return [];
    return [
      {
        term,
        label: words.t(`work.term.${term}`),
        count: formatCount(n, words.language),
        href: hrefOf({ ...filter, term }),
        rows: rows.map((item) => workRow(item, today, words)),
      },
    ];
  });
}

function figures(desk: WorkDesk, { filter }: WorkShown, words: Words): readonly object[] {
  return desk.terms.map(({ term, n }) => ({
    label: words.t(`work.term.${term}`),
    value: formatCount(n, words.language),
    href: hrefOf({ ...filter, term: filter.term === term ? null : term }),
    current: filter.term === term,
    urgent: term === 'late' && n > 0,
  }));
}

function kinds(desk: WorkDesk, { filter }: WorkShown, words: Words): readonly object[] {
  const all = desk.kinds.reduce((sum, { n }) => sum + n, 0);
  const one = (name: string, n: number, kind: WorkFilter['kind']): object => ({
    label: words.t(`work.kind.${name}`),
    count: formatCount(n, words.language),
    href: hrefOf({ ...filter, kind }),
    current: filter.kind === kind,
  });
  return [
    one('all', all, null),
    ...desk.kinds
      .filter(({ kind, n }) => n > 0 || filter.kind === kind)
      .map(({ kind, n }) => one(kind, n, kind)),
  ];
}

function choices<Key extends string>(
  names: Readonly<Record<Key, string>>,
  label: (key: Key) => string,
): readonly Choice[] {
  const keys = Object.keys(names) as Key[];
  return keys.map((key) => ({ value: names[key], label: label(key) }));
}

function filterFields(desk: WorkDesk, filter: WorkFilter, words: Words): object {
  const t = words.t;
  return {
    values: addressValues(filter),
    kinds: WORK_KINDS.map((kind) => ({
      value: kindInAddress(kind),
      label: t(`work.kind.${kind}`),
    })),
    parties: desk.organisations.map(({ tenantId, name }) => ({ value: tenantId, label: name })),
    holders: choices(HOLDERS_IN_ADDRESS, (key) => t(`work.holder.${key}`)),
    terms: choices(TERMS_IN_ADDRESS, (key) => t(`work.term.${key}`)),
    severities: choices(SEVERITIES_IN_ADDRESS, (key) => t(`findings.severity.${key}`)),
    turns: TURNS.map((turn) => ({ value: TURNS_IN_ADDRESS[turn], label: t(`work.turn.${turn}`) })),
    more: [filter.tenantId, filter.severity, filter.turn].some((one) => one !== null),
  };
}

function viewLinks(views: readonly WorkView[], filter: WorkFilter): readonly object[] {
  const here = queryOf(filter);
  return views.map(({ name, query }) => ({
    name,
    href: query === '' ? '/toezicht?alles=ja' : `/toezicht?${query}`,
    current: query === here,
  }));
}

/** The data of pages/oversight/queue.njk. */
export function workPage(desk: WorkDesk, shown: WorkShown, words: Words): object {
  const { filter } = shown;
  return {
    done: shown.done,
    figures: figures(desk, shown, words),
    kinds: kinds(desk, shown, words),
    filter: filterFields(desk, filter, words),
    filtered: isFiltered(filter),
    active: isFiltered(filter)
      ? words.t('work.filter.active', { count: formatCount(desk.total, words.language) })
      : '',
    query: queryOf(filter),
    views: viewLinks(desk.views, filter),
    groups: groups(desk, shown, words),
    empty: words.t(isFiltered(filter) ? 'work.empty.filtered' : 'work.empty.all'),
    mayImport: shown.mayImport,
    acts: [
      'assign',
      'set_aside',
      ...(filter.aside ? ['take_up'] : []),
      ...(shown.mayJudge ? ['judge'] : []),
    ].map((value) => ({ value, label: words.t(`work.bulk.${value}`) })),
    once: shown.once,
    paging: shown.paging,
  };
}
