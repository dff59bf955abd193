import { type EuroCents } from '../../../legal/kernel/euro-cents';
import { type PlainDate } from '../../../legal/kernel/plain-date';
import { type CellProblem } from './published-list';

/**
 * Things worth knowing that are no errors:
 * `total_without_single_gifts`: many gifts, each below the threshold (law.md T13);
 * `total_below_single_gifts`: something was returned to the donor (T15);
 * `identical_gifts_same_day`: two gifts, not one counted twice (T14);
 * `several_recipients`: one donor gave to several recipients of one group, counted together for
 * the cap of art. 29b (T16);
 * `shared_beneficial_owner`: donors that one person stands behind; allowed, a signal (T18);
 * `in_kind` (T19), `estate` (T20), `shielded` (T21), `joint_donor`: two persons as one donor.
 */
export type NoteCode =
  | 'total_without_single_gifts'
  | 'total_below_single_gifts'
  | 'identical_gifts_same_day'
  | 'several_recipients'
  | 'shared_beneficial_owner'
  | 'in_kind'
  | 'estate'
  | 'shielded'
  | 'joint_donor';

export interface ReconciliationNote {
  readonly code: NoteCode;
  readonly parties: readonly string[];
  /** The donor as printed; for a shared owner, that owner. Null when shielded. */
  readonly name: string | null;
  /** Rows of the sheet it is about. */
  readonly rows: readonly number[];
  /** What the list counts: the printed total, or for several donors or recipients their sum. */
  readonly amount: EuroCents;
  /** For `total_below_single_gifts`: the sum of the single gifts. */
  readonly singleGifts: EuroCents | null;
  /** The day of receipt, when all rows share one. */
  readonly receivedOn: PlainDate | null;
}

export interface PartyReconciliation {
  readonly party: string;
  readonly donorTotals: number;
  /** The total printed in the summary; null when the summary does not name this party. */
  readonly printed: EuroCents | null;
  readonly computed: EuroCents;
  /** Computed minus printed. */
  readonly difference: EuroCents;
  /** Cells in the total column that are text: a spreadsheet left them out of the sum. */
  readonly textTotals: readonly TextTotal[];
  /** True when the cells that were text are exactly the difference. */
  readonly explained: boolean;
}

export interface TextTotal {
  readonly row: number;
  readonly column: string;
  readonly cell: string;
  readonly value: string;
  readonly amount: EuroCents;
}

export interface Reconciliation {
  readonly year: number;
  readonly donorTotals: number;
  readonly printed: EuroCents | null;
  readonly computed: EuroCents;
  readonly difference: EuroCents;
  /** True when every printed total, of each party and of the list, is the sum of its rows. */
  readonly reconciles: boolean;
  readonly parties: readonly PartyReconciliation[];
  readonly problems: readonly CellProblem[];
  readonly notes: readonly ReconciliationNote[];
}
