import { type EuroCents } from '../kernel/euro-cents';
import { type PlainDate } from '../kernel/plain-date';
import { type Ref } from './group';

/** An election of the Tweede Kamer as the overseer keeps it. */
export interface Election {
  readonly ref: Ref;
  /** For people: "Tweede Kamer 29 oktober 2025". */
  readonly name: string;
  readonly pollingDay: PlainDate;
  readonly nominationDay: PlainDate;
  /**
   * The figures the overseer stored for this election; null where the computed one holds (D13).
   * `party`: associations and parties (art. 28); `candidate`: art. 29 lid 7 and art. 32 lid 5.
   */
  readonly thresholds: {
    readonly party: StoredFigure | null;
    readonly candidate: StoredFigure | null;
  };
}

export interface StoredFigure {
  readonly value: EuroCents;
  readonly source: string;
}
