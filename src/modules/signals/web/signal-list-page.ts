import { encodeCursor } from '../../../platform/http/keyset';
import { dayInNetherlands, formatCount, formatMoment } from '../../../platform/rendering/format';
import {
  type Badge,
  type Cell,
  type Choice,
  type Paging,
} from '../../../platform/rendering/page-parts';
import { type Words } from '../../../platform/rendering/words';
import {
  type PartyName,
  type SignalCount,
  type SignalRun,
  type SignalState,
  type StoredSignal,
} from '../application/read-signals';
import { kindTitle, signalSaid, signalTitle } from '../application/signal-words';
import { DETECTOR_CODES } from '../detectors/registry';

/** What the address can ask for, and which states that are. */
export const SHOWN_STATES = {
  waiting: ['open', 'reopened'],
  reopened: ['reopened'],
  judged: ['judged'],
  ended: ['ended'],
  all: ['open', 'reopened', 'judged', 'ended'],
} as const satisfies Readonly<Record<string, readonly SignalState[]>>;
export type ShownState = keyof typeof SHOWN_STATES;

/** As they stand in the address. */
const STATE_WORDS: Readonly<Record<ShownState, string>> = {
  waiting: 'te-bekijken',
  reopened: 'opnieuw',
  judged: 'bekeken',
  ended: 'voorbij',
  all: 'alle',
};

export function stateFromAddress(typed: string): ShownState {
  const known = Object.entries(STATE_WORDS).find(([, word]) => word === typed);
  return (known?.[0] as ShownState | undefined) ?? 'waiting';
}

export interface ListAsked {
  readonly state: ShownState;
  readonly code: string;
  readonly partyId: string;
  readonly donorId: string;
}

export interface SignalList {
  readonly signals: readonly StoredSignal[];
  /** True when there are more than are shown. */
  readonly more: boolean;
  readonly counts: readonly SignalCount[];
  readonly parties: readonly PartyName[];
  readonly donorName: string | null;
  readonly run: SignalRun | null;
}

const BASE = '/toezicht/signalen';

export function listHref(asked: Partial<ListAsked>, cursor = ''): string {
  const query = new URLSearchParams();
  if (asked.state !== undefined && asked.state !== 'waiting')
    query.set('stand', STATE_WORDS[asked.state]);
  const named = { soort: asked.code, partij: asked.partyId, gever: asked.donorId, na: cursor };
  for (const [name, value] of Object.entries(named))
    if (value !== undefined && value !== '') query.set(name, value);
  return query.size === 0 ? BASE : `${BASE}?${query.toString()}`;
}

export function stateBadge({ state }: Pick<StoredSignal, 'state'>, words: Words): Badge {
  const kinds = { open: 'info', reopened: 'warning', judged: 'neutral', ended: 'neutral' } as const;
  return { kind: kinds[state], label: words.t(`signals.state.${state}`) };
}

export function newRowsNote(count: number, words: Words): string {
  if (count === 0) return '';
  const values = { count: formatCount(count, words.language) };
  return words.t(`signals.newRows.${count === 1 ? 'one' : 'other'}`, values);
}

function rowOf(signal: StoredSignal, words: Words): readonly Cell[] {
  const fresh = signal.state === 'reopened' ? newRowsNote(signal.newRows, words) : '';
  return [
    { text: signalTitle(signal, words), href: `${BASE}/${signal.id}` },
    signalSaid(signal, words),
    words.t('signals.weight', { weight: String(signal.weight) }),
    words.day(dayInNetherlands(signal.firstSeen)),
    { badge: stateBadge(signal, words), ...(fresh === '' ? {} : { note: fresh }) },
  ];
}

function totalOf(counts: readonly SignalCount[], shown: ShownState): number {
  const states: readonly SignalState[] = SHOWN_STATES[shown];
  return counts
    .filter(({ state }) => states.includes(state))
    .reduce((total, { count }) => total + count, 0);
}

function figuresOf({ counts }: SignalList, words: Words): readonly object[] {
  return (['waiting', 'reopened', 'judged', 'ended'] as const).map((state) => ({
    label: words.t(`signals.count.${state}`),
    value: formatCount(totalOf(counts, state), words.language),
    href: listHref({ state }),
  }));
}

function paging({ signals, more }: SignalList, asked: ListAsked): Paging {
  const last = signals.at(-1);
  if (!more || last === undefined) return { previous: '', next: '' };
  const cursor = encodeCursor([last.weight, last.firstSeen, last.id]);
  return { previous: '', next: listHref(asked, cursor) };
}

function runWords(run: SignalRun | null, words: Words): string {
  if (run === null) return words.t('signals.run.never');
  const { language } = words;
  if (run.finishedAt === null)
    return words.t('signals.run.busy', { moment: formatMoment(run.startedAt, language) });
  const values = {
    moment: formatMoment(run.finishedAt, language),
    donors: formatCount(run.donors, language),
  };
  return words.t('signals.run.last', values);
}

/** The data of pages/signals/list.njk. */
export function signalListPage(
  list: SignalList,
  asked: ListAsked,
  reader: { readonly mayAct: boolean; readonly once: string; readonly asked: boolean },
  words: Words,
): object {
  const kinds: readonly Choice[] = DETECTOR_CODES.map((code) => ({
    value: code,
    label: kindTitle(code, words),
  }));
  const states: readonly Choice[] = Object.entries(STATE_WORDS).map(([state, value]) => ({
    value,
    label: words.t(`signals.state.${state}`),
  }));
  return {
    figures: figuresOf(list, words),
    kinds: kinds.toSorted((a, b) => a.label.localeCompare(b.label, words.language)),
    states,
    parties: list.parties.map(({ id, name }) => ({ value: id, label: name })),
    values: {
      soort: asked.code,
      partij: asked.partyId,
      stand: STATE_WORDS[asked.state],
      gever: asked.donorId,
    },
    donor:
      list.donorName === null ? '' : words.t('signals.filter.donor', { donor: list.donorName }),
    everyDonor: listHref({ ...asked, donorId: '' }),
    rows: list.signals.map((signal) => rowOf(signal, words)),
    paging: paging(list, asked),
    run: runWords(list.run, words),
    ...reader,
  };
}
