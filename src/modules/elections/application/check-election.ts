import { type Election, type StoredFigure } from '../../../legal/facts/election';
import { daysBetween, plainDate, type PlainDate } from '../../../legal/kernel/plain-date';
import { formatDay } from '../../../platform/rendering/format';
import { type ProblemPart } from '../../../platform/http/problem';

export interface ElectionInput {
  /** "Tweede Kamer" and the polling day when null. */
  readonly name: string | null;
  readonly pollingDay: PlainDate;
  readonly nominationDay: PlainDate;
  readonly thresholds: {
    readonly party: StoredFigure | null;
    readonly candidate: StoredFigure | null;
  };
  readonly reason: string;
}

/** Art. 28a did not exist before, and with it the calendar of an election as it is now. */
export const FIRST_POLLING_DAY = plainDate('2023-01-01');
const LONGEST_BETWEEN = 366;

/** "Tweede Kamer 29 oktober 2025" */
export function usualName(pollingDay: PlainDate): string {
  return `Tweede Kamer ${formatDay(pollingDay, 'nl')}`;
}

export function nameOf({ name, pollingDay }: ElectionInput): string {
  return name ?? usualName(pollingDay);
}

function fault(field: string, code: string, detail: string): ProblemPart {
  return { in: 'body', location: `/${field}`, code, detail };
}

/** All that is wrong with the days of an election, beside the other elections that are known. */
export function electionFaults(
  input: Pick<ElectionInput, 'pollingDay' | 'nominationDay'>,
  others: readonly Election[],
): readonly ProblemPart[] {
  const { pollingDay, nominationDay } = input;
  const faults: ProblemPart[] = [];
  if (pollingDay < FIRST_POLLING_DAY)
    faults.push(
      fault(
        'pollingDay',
        'election.too_early',
        `pollingDay is ${pollingDay}. Elections are kept from ${FIRST_POLLING_DAY}, when art. 28a came into force.`,
      ),
    );
  if (nominationDay >= pollingDay)
    faults.push(
      fault(
        'nominationDay',
        'election.nomination_after_polling',
        `nominationDay is ${nominationDay}. It lies before polling day, ${pollingDay}.`,
      ),
    );
  else if (daysBetween(nominationDay, pollingDay) > LONGEST_BETWEEN)
    faults.push(
      fault(
        'nominationDay',
        'election.nomination_too_early',
        `nominationDay is ${nominationDay}. It lies at most a year before polling day, ${pollingDay}.`,
      ),
    );
  const same = others.find((other) => other.pollingDay === pollingDay);
  if (same !== undefined)
    faults.push(
      fault(
        'pollingDay',
        'election.same_day',
        `pollingDay is ${pollingDay}. ${same.name} is already held on that day: change that one.`,
      ),
    );
  return faults;
}
