import { createHash } from 'node:crypto';
import ical, {
  ICalAlarmRelatesTo,
  ICalAlarmType,
  ICalCalendarMethod,
  ICalEventClass,
  type ICalEventData,
  ICalEventStatus,
  ICalEventTransparency,
} from 'ical-generator';
import { type PlainDate } from '../../../legal/kernel/plain-date';
import { type Words } from '../../../platform/rendering/words';
import { type CalendarOfParty, type TimedEntry } from '../application/calendar';
import { type CalendarFact } from '../application/calendar-entries';
import { plainTitle } from '../application/plain-title';

const HOUR = 3600;
const DAY = 24 * HOUR;
/** Reminders come at nine in the morning: an event of a whole day begins at midnight. */
const NINE = 9 * HOUR;
const HOURS_BETWEEN = 6;

/** The same for the same thing, for ever, and telling nothing about it. */
function uidOf(tenantId: string, key: string): string {
  const hash = createHash('sha256').update(`${tenantId}/${key}`).digest('hex');
  return `${hash.slice(0, 32)}@partijgiften`;
}

function description(fact: CalendarFact, href: string, words: Words): string {
  const { day, statutoryDay, article } = fact;
  return [
    words.t('desk.cal.lastDay', { day: words.longDay(day) }),
    ...(statutoryDay === null
      ? []
      : [words.t('desk.cal.statutory', { day: words.longDay(statutoryDay) })]),
    ...(article === null ? [] : [words.t('desk.cal.article', { article })]),
    words.t('desk.cal.open', { href }),
  ].join('\n');
}

/** Notices have three days in all: the others are announced a week ahead too. */
function reminders({ kind }: CalendarFact): readonly number[] {
  const dayBefore = DAY - NINE;
  return kind === 'notice' || kind === 'credit'
    ? [dayBefore, -NINE]
    : [7 * DAY - NINE, dayBefore, -NINE];
}

function asDate(day: PlainDate): Date {
  return new Date(`${day}T00:00:00Z`);
}

interface FileMakers {
  readonly publicUrl: string;
  readonly words: Words;
}

function eventOf(
  entry: TimedEntry,
  tenantId: string,
  { publicUrl, words }: FileMakers,
): ICalEventData {
  const { content, sequence, cancelledAt, changedAt, key } = entry;
  const href = new URL(content.path, publicUrl).toString();
  const title = plainTitle(content, words);
  return {
    id: uidOf(tenantId, key),
    sequence,
    stamp: new Date(changedAt),
    lastModified: new Date(changedAt),
    start: asDate(content.day),
    allDay: true,
    summary: title,
    description: description(content, href, words),
    url: href,
    class: ICalEventClass.PRIVATE,
    transparency: ICalEventTransparency.TRANSPARENT,
    status: cancelledAt === null ? ICalEventStatus.CONFIRMED : ICalEventStatus.CANCELLED,
  };
}

/** The calendar as a file (RFC 5545), the same bytes as long as nothing changed. */
export function calendarFile(
  { tenantId, party, entries }: CalendarOfParty,
  makers: FileMakers,
): string {
  const calendar = ical({
    name: makers.words.t('desk.cal.name', { party }),
    prodId: { company: 'Partijgiften', product: 'Agenda', language: 'NL' },
    method: ICalCalendarMethod.PUBLISH,
    ttl: HOURS_BETWEEN * HOUR,
  });
  for (const entry of entries) {
    const event = calendar.createEvent(eventOf(entry, tenantId, makers));
    if (entry.cancelledAt !== null) continue;
    const description = event.summary();
    for (const trigger of reminders(entry.content)) {
      const alarm = event.createAlarm({ type: ICalAlarmType.display, trigger, description });
      // What comes after the start would otherwise count from the end, a day later.
      alarm.relatesTo(ICalAlarmRelatesTo.start);
    }
  }
  return calendar.toString();
}
