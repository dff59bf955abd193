import { type PlainDate } from '../../../legal/kernel/plain-date';
import { type CaseTerm } from '../../../legal/procedure/case';
import { type Badge } from '../../../platform/rendering/page-parts';
import { type Words } from '../../../platform/rendering/words';
import { type CaseEventView, type CaseView } from '../application/case-view';
import { dayIn, termLine } from './case-page-words';

/** One line of the timeline: something that happened, a term that ends, or today. */
export interface TimelineItem {
  readonly kind: 'event' | 'term' | 'today';
  readonly day: string;
  readonly title: string;
  /** Who did it; '' when that is not shown. */
  readonly by: string;
  readonly article: string;
  readonly note: string;
  /** What was written, literally. */
  readonly text: string;
  readonly badge: Badge | null;
}

interface Placed {
  readonly on: PlainDate;
  readonly item: TimelineItem;
}

/** Free text of a step, as it was given. */
const TEXTS = ['question', 'text', 'reason', 'reasons', 'offence', 'evidence'] as const;

function textOf({ command }: CaseEventView): string {
  const found = TEXTS.map((name) => command[name]).find(
    (value) => typeof value === 'string' && value !== '',
  );
  return typeof found === 'string' ? found : '';
}

/** Amount, last day, answer: what else was said, in words. */
function noteOf({ command }: CaseEventView, words: Words): string {
  const { lastDay, amount, advice, answer, outcome, purpose, sha256 } = command;
  const day = dayIn(lastDay, words);
  const coded = (key: string, value: unknown): readonly string[] =>
    typeof value === 'string' && words.texts.has(`cases.${key}.${value}`)
      ? [words.t(`cases.${key}.${value}`)]
      : [];
  return [
    ...coded('purpose', purpose),
    ...coded('advice', advice),
    ...coded('answer', answer),
    ...coded('outcome', outcome),
    ...(typeof amount === 'number' && amount > 0 ? [words.euro(String(amount))] : []),
    ...(day === '' ? [] : [words.t('cases.event.until', { day })]),
    ...(typeof sha256 === 'string'
      ? [words.t('cases.event.hash', { hash: sha256.slice(0, 12) })]
      : []),
  ].join('. ');
}

function eventItem(event: CaseEventView, words: Words): TimelineItem {
  const role = words.t(`cases.role.${event.role}`);
  return {
    kind: 'event',
    day: words.day(event.day),
    title: words.t(`cases.event.${event.type}`),
    by: event.actorName === null ? role : `${event.actorName} (${role.toLowerCase()})`,
    article: event.article ?? '',
    note: noteOf(event, words),
    text: textOf(event),
    badge: null,
  };
}

function termItem(term: CaseTerm, today: PlainDate, words: Words): TimelineItem {
  const line = termLine(term, today, words);
  return {
    kind: 'term',
    day: words.day(term.lastDay),
    title: words.t('cases.timeline.lastDayOf', { term: line.title }),
    by: '',
    article: '',
    note: line.note,
    text: '',
    badge: line.badge,
  };
}

/**
 * What happened and which terms end, by day. On one day what happened stands before what ends; today
 * stands between what was and what comes.
 */
export function timelineOf(
  view: Pick<CaseView, 'events' | 'terms'>,
  today: PlainDate,
  words: Words,
): readonly TimelineItem[] {
  const now: Placed = {
    on: today,
    item: {
      kind: 'today',
      day: words.day(today),
      title: words.t('cases.timeline.today'),
      by: '',
      article: '',
      note: '',
      text: '',
      badge: null,
    },
  };
  const events = view.events.map((event) => ({ on: event.day, item: eventItem(event, words) }));
  // A term that was met says nothing more: what met it stands among the events.
  const waiting = view.terms.filter(({ state }) => state !== 'met');
  const terms = waiting.map((term) => ({
    on: term.lastDay,
    item: termItem(term, today, words),
  }));
  const past = terms.filter(({ on }) => on < today);
  const coming = terms.filter(({ on }) => on >= today);
  const byDay = (a: Placed, b: Placed): number => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0);
  return [...[...events, ...past].sort(byDay), now, ...coming.sort(byDay)].map(({ item }) => item);
}
