import {
  hasSubstantialGiftTerm,
  substantialGiftTerm,
} from '../../../legal/calendar/substantial-gift-term';
import { daysBetween, type PlainDate } from '../../../legal/kernel/plain-date';

/** How long after its receipt a gift was first seen in public. */
export interface PublicationLag {
  readonly receivedOn: PlainDate;
  readonly firstSeenOn: PlainDate;
  readonly days: number;
  readonly statutoryLastDay: PlainDate;
  readonly enforcedLastDay: PlainDate;
  /** After which last day of art. 25a it was first seen: neither, that of the statute, or both. */
  readonly after: 'neither' | 'statutory' | 'both';
  /**
   * A list does not tell when the party gave notice. Seen in time, the notice was in time; seen
   * late, it is unknown whether the notice was late or its publication (law.md case T31).
   */
  readonly notice: 'in_time' | 'unknown';
}

/** Null for a gift received before the term of art. 25a existed. */
export function publicationLag(
  receivedOn: PlainDate,
  firstSeenOn: PlainDate,
): PublicationLag | null {
  if (!hasSubstantialGiftTerm(receivedOn)) return null;
  const { statutory, enforced } = substantialGiftTerm(receivedOn);
  const isAfterStatute = firstSeenOn > statutory.lastDay;
  const after =
    isAfterStatute && firstSeenOn > enforced.lastDay
      ? 'both'
      : isAfterStatute
        ? 'statutory'
        : 'neither';
  return {
    receivedOn,
    firstSeenOn,
    days: daysBetween(receivedOn, firstSeenOn),
    statutoryLastDay: statutory.lastDay,
    enforcedLastDay: enforced.lastDay,
    after,
    notice: after === 'neither' ? 'in_time' : 'unknown',
  };
}
