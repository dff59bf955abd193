import { addDays, type PlainDate } from '../../../legal/kernel/plain-date';
import { type Words } from '../../../platform/rendering/words';
import { plainFact } from './calendar-entries';
import { type DueItem } from './due-items';
import { plainTitle } from './plain-title';

/** Three weeks ahead is soon enough for an overview, and a notice has three days in all. */
const DAYS_AHEAD = 21;

/** What is late, what has no day and what comes within three weeks. */
export function digestItems(due: readonly DueItem[], today: PlainDate): readonly DueItem[] {
  return due.filter(({ day }) => day === null || day <= addDays(today, DAYS_AHEAD));
}

export interface DigestMail {
  readonly subject: string;
  readonly body: string;
}

export interface DigestAbout {
  readonly party: string;
  readonly today: PlainDate;
  readonly link: (path: string) => string;
  readonly stopUrl: string;
}

/** A mail is read by others too: no names and no amounts. */
function line(item: DueItem, about: DigestAbout, words: Words): string {
  const { day } = item;
  const fact = plainFact(item);
  const when =
    day === null
      ? words.t('desk.digest.noDay')
      : words.t(day < about.today ? 'desk.digest.was' : 'desk.digest.until', {
          day: words.longDay(day),
        });
  return `- ${plainTitle(fact, words)}\n  ${when}\n  ${about.link(fact.path)}`;
}

function part(
  key: string,
  items: readonly DueItem[],
  about: DigestAbout,
  words: Words,
): readonly string[] {
  if (items.length === 0) return [];
  return [words.t(key), items.map((item) => line(item, about, words)).join('\n')];
}

/** Null when there is nothing to tell: then nothing is sent. */
export function digestMail(
  due: readonly DueItem[],
  about: DigestAbout,
  words: Words,
): DigestMail | null {
  const told = digestItems(due, about.today);
  const late = told.filter(({ day }) => day !== null && day < about.today);
  const rest = told.filter((item) => !late.includes(item));
  if (told.length === 0) return null;
  const { party } = about;
  const subject =
    late.length > 0
      ? words.t('desk.digest.subjectLate', { count: String(late.length), party })
      : words.t('desk.digest.subject', { count: String(told.length), party });
  const body = [
    words.t('desk.digest.intro', { party, day: words.longDay(about.today) }),
    ...part('desk.digest.late', late, about, words),
    ...part('desk.digest.due', rest, about, words),
    words.t('desk.digest.start', { href: about.link('/start') }),
    words.t('desk.digest.stop', { href: about.stopUrl }),
  ].join('\n\n');
  return { subject: subject.slice(0, 200), body };
}
