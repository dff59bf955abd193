import { type FilingKind } from '../../../legal/facts/filing';
import { printReference } from '../../../legal/kernel/law-reference';
import { type PlainDate } from '../../../legal/kernel/plain-date';
import { type CaseTerm } from '../../../legal/procedure/case';
import { canonicalJson } from '../../../platform/json/canonical';
import { type DueItem } from './due-items';

/** What has to be done, without a name or an amount: an address leaks easily, a mail is read on. */
export interface PlainFact {
  readonly kind: DueItem['subject']['kind'];
  readonly filing: { readonly kind: FilingKind; readonly about: string } | null;
  readonly term: { readonly code: CaseTerm['code']; readonly number: string } | null;
  /** Where it is done; '/meldingen' for every notice, so that the address tells no donor. */
  readonly path: string;
  /** Such as "Wfpp art. 28 lid 1"; null when the law sets no such day. */
  readonly article: string | null;
}

/** A last day as a calendar may know it. */
export interface CalendarFact extends PlainFact {
  readonly day: PlainDate;
  /** The stricter day of the letter of the law, where it differs (D1). */
  readonly statutoryDay: PlainDate | null;
}

/** What calendars were told of one thing, and how often that has changed. */
export interface CalendarEntry {
  readonly key: string;
  readonly sequence: number;
  readonly content: CalendarFact;
  /** ISO 8601; null while it stands. */
  readonly cancelledAt: string | null;
}

export function plainFact({ href, subject }: Pick<DueItem, 'href' | 'subject'>): PlainFact {
  const { kind } = subject;
  const bare = { kind, path: href, filing: null, term: null, article: null };
  switch (kind) {
    case 'notice':
      return { ...bare, path: '/meldingen', article: 'Wfpp art. 25a' };
    case 'credit':
      return { ...bare, article: 'Wfpp art. 25a' };
    case 'filing': {
      const about = subject.election ?? String(subject.year);
      const filing = { kind: subject.filing, about };
      return { ...bare, filing, article: printReference(subject.basis) };
    }
    case 'case': {
      const term = { code: subject.term, number: subject.number };
      return { ...bare, term, article: printReference(subject.basis) };
    }
    case 'remedy':
    case 'debt':
      return bare;
  }
}

/** Null for what has no day. */
export function calendarFact(item: DueItem): CalendarFact | null {
  const { day, statutoryDay } = item;
  return day === null ? null : { ...plainFact(item), day, statutoryDay };
}

export interface EntryChange {
  readonly key: string;
  readonly sequence: number;
  readonly content: CalendarFact;
  readonly cancelled: boolean;
}

/**
 * What calendars must be told anew (RFC 5545, 3.8.7.4): each change counts one up. What is gone is
 * cancelled, not forgotten, so that it also goes where it was copied to.
 */
export function calendarChanges(
  told: readonly CalendarEntry[],
  now: ReadonlyMap<string, CalendarFact>,
): readonly EntryChange[] {
  const before = new Map(told.map((entry) => [entry.key, entry]));
  const changed = [...now].flatMap(([key, content]): readonly EntryChange[] => {
    const entry = before.get(key);
    if (entry === undefined) return [{ key, sequence: 0, content, cancelled: false }];
    const same = canonicalJson(entry.content) === canonicalJson(content);
    if (same && entry.cancelledAt === null) return [];
    return [{ key, sequence: entry.sequence + 1, content, cancelled: false }];
  });
  const gone = told
    .filter(({ key, cancelledAt }) => cancelledAt === null && !now.has(key))
    .map(({ key, sequence, content }) => ({
      key,
      sequence: sequence + 1,
      content,
      cancelled: true,
    }));
  return [...changed, ...gone];
}
