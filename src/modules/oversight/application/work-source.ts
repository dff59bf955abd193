import { type PlainDate } from '../../../legal/kernel/plain-date';
import { type Severity } from '../../../legal/rules/finding';
import { type Transaction } from '../../../platform/database/transaction';
import { type Words } from '../../../platform/rendering/words';
import { type Turn } from '../facts/turns';
import { type WorkKind } from '../facts/work-kinds';

/** 5 is the heaviest. */
export type Weight = 1 | 2 | 3 | 4 | 5;

/** One thing that waits, as its source gives it. */
export interface WorkRow {
  readonly kind: WorkKind;
  /** The cause, within its kind: the same cause gives the same text when the facts around it change. */
  readonly ref: string;
  /** The group it is about; null for what is about no party in particular. */
  readonly tenantId: string | null;
  readonly organisation: string | null;
  /** What it is; and why somebody must look at it. Both in the language of the words. */
  readonly title: (words: Words) => string;
  readonly why: (words: Words) => string;
  readonly severity: Severity | null;
  /** Such as the number of a case; null when it has none. */
  readonly number: string | null;
  /** The last day that counts; null without a term. */
  readonly dueOn: PlainDate | null;
  readonly weight: Weight;
  /** Since when it waits: ISO 8601 in UTC. */
  readonly since: string;
  readonly turn: Turn;
  /** Where it is handled: a path of this site. */
  readonly href: string;
}

/**
 * A kind of work, or a few that come from the same facts. Adding one is: a file in sources/, a line
 * in sources/index.ts, its kinds in facts/work-kinds.ts with their words, and, when it watches a table,
 * a trigger as in the migration of the work queue.
 */
export interface WorkSource {
  readonly name: string;
  readonly kinds: readonly WorkKind[];
  /** Tables whose changes mean that it must be looked at again; 'schema.table'. */
  readonly watches: readonly string[];
  /** For what nothing marks: how old, in minutes, what was found may be; a day when left out. */
  readonly maxAgeMinutes?: number;
  /**
   * What waits now, of these groups or, with null, of all. Runs as staff: the database leaves out
   * what the overseer may not know (decisions.md D7).
   */
  find(tx: Transaction, tenantIds: readonly string[] | null): Promise<readonly WorkRow[]>;
}

/** Three places for how serious a law finding is. */
export const WEIGHT_OF: Readonly<Record<Severity, Weight>> = {
  finding: 4,
  warning: 2,
  signal: 2,
  undecided: 3,
};
