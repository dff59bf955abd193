/** One place where the log, or a table, is not what it was. */
export interface AuditProblem {
  /** Where to look, such as "line 12 of the log (event 40)". */
  readonly place: string;
  readonly fault: string;
}

export interface AuditReport {
  readonly intact: boolean;
  /** Lines in the log, and lines written but not sealed yet. */
  readonly lines: number;
  readonly waiting: number;
  readonly checkpoints: number;
  readonly anchors: number;
  /** Tables and rows compared with their history. */
  readonly tables: number;
  readonly rows: number;
  /** Years of which the content was erased by rule. */
  readonly erasedYears: readonly string[];
  /** The first problems found, at most 20; the first one is the earliest place. */
  readonly problems: readonly AuditProblem[];
}

/** One connection to PostgreSQL, outside a transaction. */
export interface Queryable {
  query<Row>(sql: string, parameters?: readonly unknown[]): Promise<Row[]>;
}

/** What is kept outside the database: the public key of the log and the checkpoints it once had. */
export interface Anchors {
  /** The line of `log-key.txt`; null when nothing was ever sealed. */
  readonly logKey: string | null;
  /** The signed notes, oldest first, as they are when this is called. */
  notes(): AsyncIterable<string>;
}

const MOST_PROBLEMS = 20;

export class Problems {
  private readonly found: AuditProblem[] = [];

  add(place: string, fault: string): void {
    if (this.found.length < MOST_PROBLEMS) this.found.push({ place, fault });
  }

  get list(): readonly AuditProblem[] {
    return this.found;
  }
}
