import { type Badge, type Figure, type Paging } from '../../../platform/rendering/page-parts';
import { type Words } from '../../../platform/rendering/words';
import { canConfirm, seal } from '../application/decide-proposals';
import {
  ENTRY_FILTERS,
  type EntryCounts,
  type EntryFilterName,
  type EntryPage,
  type ListedEntry,
} from '../application/propose-list';
import { type UnbookedCredit } from '../application/unbooked-credits';
import {
  actionWords,
  cautionWords,
  certaintyBadge,
  consequenceWords,
  counted,
  countOf,
  entryName,
  type Names,
  reasonWords,
} from './proposal-words';

export interface ListView {
  readonly filter: EntryFilterName;
  readonly statementId: string | null;
  readonly today: string;
  readonly mayDecide: boolean;
  readonly once: string;
  readonly paging: Paging;
  readonly recipients: ReadonlyMap<string, string>;
  readonly unbooked: readonly UnbookedCredit[];
  /** What was just done: numbers of lines, or null. */
  readonly done: { readonly done: number; readonly left: number } | null;
  readonly noneTicked: boolean;
}

const LONGEST = 200;
const MOST_WARNINGS = 5;

function shorten(text: string): string {
  return text.length <= LONGEST ? text : `${text.slice(0, LONGEST - 1)}…`;
}

function decidedWords({ decision }: ListedEntry, words: Words): object | null {
  if (decision === null) return null;
  const kind: Badge['kind'] = decision.kind === 'set_aside' ? 'neutral' : 'safe';
  const notes = [
    ...(decision.setAsideReason === null
      ? []
      : [words.t(`recognition.aside.${decision.setAsideReason}`)]),
    ...(decision.byRule
      ? [words.t('recognition.decided.byRule', { name: decision.ruleName ?? '' })]
      : []),
  ];
  return {
    badge: { kind, label: words.t(`recognition.decided.${decision.kind}`) },
    notes,
    names: decision.lines.flatMap(({ donorName }) => donorName ?? []),
  };
}

function proposalWords(
  row: ListedEntry,
  view: ListView,
  names: Names,
  words: Words,
): object | null {
  const { proposed } = row;
  if (proposed === null) return null;
  const { proposal } = proposed;
  return {
    kind: words.t(`recognition.kind.${proposal.kind}`),
    badge: certaintyBadge(proposal, words),
    action: actionWords(proposal, names, words),
    reasons: reasonWords(proposal, words),
    cautions: cautionWords(proposal, words),
    consequence: consequenceWords(row, words),
    tick:
      view.mayDecide && canConfirm(proposed, view.today)
        ? `${proposed.entry.id}.${seal(proposal)}`
        : '',
    certain: proposal.certainty === 'certain',
  };
}

function rowOf(row: ListedEntry, view: ListView, names: Names, words: Words): object {
  const { entry } = row;
  const name = entryName(entry, words);
  const amount = words.euro(entry.amount);
  return {
    id: entry.id,
    href: `/bank/posten/${entry.id}`,
    name,
    amount: entry.direction === 'debit' ? `- ${amount}` : amount,
    day: words.day(entry.bookedOn),
    account: entry.counterparty.iban ?? '',
    description: shorten(entry.description),
    about: words.t('recognition.decideOf', { name, amount }),
    proposal: proposalWords(row, view, names, words),
    decided: decidedWords(row, words),
  };
}

const COUNTS: Readonly<Record<EntryFilterName, (counts: EntryCounts) => number | null>> = {
  open: ({ open }) => open,
  certain: ({ certain }) => certain,
  doubt: ({ open, certain }) => Math.max(0, open - certain),
  booked: ({ booked }) => booked,
  set_aside: ({ setAside }) => setAside,
  debit: ({ debit }) => debit,
  all: () => null,
};

export function listHref(filter: EntryFilterName, statementId: string | null): string {
  const from = statementId === null ? '' : `&afschrift=${statementId}`;
  return `/bank/posten?toon=${filter}${from}`;
}

function filters(counts: EntryCounts, view: ListView, words: Words): readonly object[] {
  return ENTRY_FILTERS.map((filter) => {
    const count = COUNTS[filter](counts);
    return {
      label: words.t(`recognition.filter.${filter}`, {
        count: count === null ? '' : countOf(count, words),
      }),
      href: listHref(filter, view.statementId),
      current: filter === view.filter,
    };
  });
}

function figures(counts: EntryCounts, words: Words): readonly Figure[] {
  const figure = (key: string, cents: number, count: number): Figure => ({
    label: words.t(`recognition.figure.${key}`),
    value: words.euro(String(cents)),
    note: words.t('recognition.figure.lines', { count: countOf(count, words) }),
  });
  return [
    figure('open', counts.openCents, counts.open),
    figure('booked', counts.bookedCents, counts.booked),
    figure('setAside', counts.setAsideCents, counts.setAside),
  ];
}

/** Credits that wait while the law counts on, the first term first. */
export function unbookedWords(unbooked: readonly UnbookedCredit[], words: Words): object | null {
  if (unbooked.length === 0) return null;
  const sorted = unbooked.toSorted((a, b) =>
    (a.enforcedLastDay ?? '9') < (b.enforcedLastDay ?? '9') ? -1 : 1,
  );
  const shown = sorted.slice(0, MOST_WARNINGS).map((credit) => ({
    href: `/bank/posten/${credit.entryId}`,
    text: unbookedText(credit, words),
  }));
  const more = unbooked.length - shown.length;
  return {
    title: counted('recognition.unbooked.title', unbooked.length, words),
    items: shown,
    more: more > 0 ? words.t('recognition.unbooked.more', { count: countOf(more, words) }) : '',
  };
}

function unbookedText(credit: UnbookedCredit, words: Words): string {
  const { enforcedLastDay, statutoryLastDay, threshold } = credit;
  const day = (of: string | null): string => (of === null ? '' : words.longDay(of));
  return words.t(`recognition.unbooked.${threshold}`, {
    name: credit.donorName ?? credit.counterpartyName ?? words.t('recognition.noName'),
    amount: words.euro(credit.amount),
    day: words.day(credit.receivedOn),
    total: words.euro(credit.total),
    threshold: words.euro(credit.thresholdAmount),
    enforced: day(enforcedLastDay),
    statutory: day(statutoryLastDay),
  });
}

function doneWords({ done }: ListView, words: Words): object | null {
  if (done === null) return null;
  return {
    title:
      done.done === 0
        ? words.t('recognition.done.nothing')
        : counted('recognition.done.title', done.done, words),
    body:
      done.left === 0
        ? words.t('recognition.done.leftNone')
        : words.t('recognition.done.left', { count: countOf(done.left, words) }),
    kind: done.done === 0 || done.left > 0 ? 'warning' : 'ok',
  };
}

/** The data of pages/statements/proposals.njk. */
export function proposalListPage(page: EntryPage, view: ListView, words: Words): object {
  const names = { donors: page.donorNames, recipients: view.recipients };
  const { certain } = page.counts;
  return {
    filters: filters(page.counts, view, words),
    figures: figures(page.counts, words),
    statement: view.statementId ?? '',
    filter: view.filter,
    allHref: listHref(view.filter, null),
    rows: page.rows.map((row) => rowOf(row, view, names, words)),
    empty: words.t(`recognition.empty.${view.filter}`),
    canTick: page.rows.some(
      ({ proposed }) => view.mayDecide && proposed !== null && canConfirm(proposed, view.today),
    ),
    certain:
      view.mayDecide && certain > 0
        ? words.t('recognition.bulk.certain', { count: countOf(certain, words) })
        : '',
    unbooked: unbookedWords(view.unbooked, words),
    done: doneWords(view, words),
    noneTicked: view.noneTicked,
    paging: view.paging,
    once: view.once,
  };
}
