import { columnLetters } from '../../../platform/spreadsheet/cell';
import { newestLayout } from '../layout/layouts';
import { shown } from './cell-text';
import { type CheckContext } from './context';
import { type CellFault, type CellWarning, type FaultCode, type WarningCode } from './fault';
import { type Headings } from './headings';
import { type CellValue } from './reading';
import { type ReadRow } from '../../../platform/intake/public';

type Params = Readonly<Record<string, string>>;

/** One row while its rules are tested: values by key, and where a fault about a key is placed. */
export class RowView {
  readonly faults: CellFault[] = [];
  readonly warnings: CellWarning[] = [];
  readonly values: Record<string, CellValue> = {};
  private readonly filled = new Set<string>();

  constructor(
    readonly source: ReadRow,
    readonly headings: Headings,
    readonly context: CheckContext,
  ) {}

  fill(key: string): void {
    this.filled.add(key);
  }

  /** True when the cell holds something, also something wrong. */
  has(key: string): boolean {
    return this.filled.has(key);
  }

  text(key: string): string | null {
    const value = this.values[key];
    return typeof value === 'string' ? value : null;
  }

  number(key: string): number | null {
    const value = this.values[key];
    return typeof value === 'number' ? value : null;
  }

  flag(key: string): boolean | null {
    const value = this.values[key];
    return typeof value === 'boolean' ? value : null;
  }

  fault(key: string, code: FaultCode, params: Params = {}): void {
    const place = this.placeOf(key);
    this.faults.push({ ...place, code, params: { ...this.headingOf(key), ...params } });
  }

  warn(key: string, code: WarningCode, params: Params = {}): void {
    const place = this.placeOf(key);
    this.warnings.push({ ...place, code, params: { ...this.headingOf(key), ...params } });
  }

  /** Heading as the file writes it, or as the template does when the file has no such column. */
  private headingOf(key: string): Params {
    const at = this.columnOf(key);
    const title = newestLayout(this.context.kind).columns.find((one) => one.key === key)?.title.nl;
    const text = at === null ? title : this.headings.texts[at];
    return text === undefined ? {} : { heading: text };
  }

  private columnOf(key: string): number | null {
    for (const [at, column] of this.headings.columns) if (column.key === key) return at;
    return null;
  }

  private placeOf(key: string): Pick<CellFault, 'sheet' | 'row' | 'column' | 'value'> {
    const { sheet, row, cells } = this.source;
    const at = this.columnOf(key);
    const cell = at === null ? undefined : cells[at];
    return {
      sheet,
      row,
      column: at === null ? '' : columnLetters(at),
      value: cell === undefined ? '' : shown(cell),
    };
  }
}
