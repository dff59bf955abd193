import {
  type StatementFault,
  type StatementFaultCode,
  type StatementPlace,
} from './read-statement';

/** A file that is wrong on every line is told so once, not a hundred thousand times. */
const MOST_FAULTS = 100;
const LONGEST_VALUE = 60;

export const WHOLE_FILE: StatementPlace = { statement: null, entry: null, line: null };

export function atLine(line: number): StatementPlace {
  return { ...WHOLE_FILE, line };
}

/** What is wrong in one file, in the order in which it was met. */
export class Faults {
  private readonly met: StatementFault[] = [];

  add(
    code: StatementFaultCode,
    place: StatementPlace = WHOLE_FILE,
    details: Readonly<Record<string, string | number>> = {},
  ): void {
    if (this.met.length < MOST_FAULTS) this.met.push({ code, place, details: shortened(details) });
  }

  get any(): boolean {
    return this.met.length > 0;
  }

  /** How many there are by now; a statement whose lines are all sound leaves it as it was. */
  get count(): number {
    return this.met.length;
  }

  get all(): readonly StatementFault[] {
    return this.met;
  }
}

function shortened(
  details: Readonly<Record<string, string | number>>,
): Readonly<Record<string, string | number>> {
  const short = Object.entries(details).map(([name, value]): [string, string | number] => {
    if (typeof value === 'number') return [name, value];
    const seen = value.replace(/\p{C}/gu, ' ').trim();
    return [name, seen.length > LONGEST_VALUE ? `${seen.slice(0, LONGEST_VALUE)}...` : seen];
  });
  return Object.fromEntries<string | number>(short);
}
