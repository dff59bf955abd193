import { type ReadCell } from '../../../platform/intake/public';
import { type CellFault, type CellWarning } from './fault';
import { type CellValue } from './reading';

/** One row as it was read: what it says, what is wrong with it, and how it stood in the file. */
export interface CheckedRow {
  readonly sheet: string;
  /** From 1, as the spreadsheet counts. */
  readonly row: number;
  /** By the key of the column; a cell that is empty or wrong is left out. */
  readonly values: Readonly<Record<string, CellValue>>;
  readonly faults: readonly CellFault[];
  readonly warnings: readonly CellWarning[];
  readonly cells: readonly ReadCell[];
}
