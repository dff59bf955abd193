import { columnLetters } from '../../spreadsheet/cell';
import { originalText } from '../../spreadsheet/safe-cell';
import { type ReadCell, refuse } from '../reading';
import { type RowSender, TABLE_LIMITS } from '../row-sender';
import { EMPTY_CELL } from '../wire';
import { dayOfSerial, shownDigits } from './number-formats';
import { type Attributes, type PartReader } from './scan';
import { TextGatherer } from './strings';
import { type WorkbookParts } from './workbook-parts';

/** What a sheet is read by, and what is noted of all sheets together. */
export interface SheetContext {
  readonly workbook: WorkbookParts;
  readonly strings: readonly string[];
  readonly sender: RowSender;
  readonly merged: string[];
  readonly hiddenColumns: string[];
}

const MOST_NOTED = 100;
const LAST_ROW = 1_048_576;
const LAST_COLUMN = 16_384;

/** 'B7' is column 1; -1 for a name without letters. */
function columnOf(reference: string): number {
  let column = 0;
  for (let at = 0; at < reference.length && at < 4; at += 1) {
    const letter = reference.charCodeAt(at) - 64;
    if (letter < 1 || letter > 26) break;
    column = column * 26 + letter;
  }
  return column - 1;
}

/** Reads the rows of one sheet and passes them on as they end. Merged cells keep their own place. */
export class SheetRows implements PartReader {
  private cells: ReadCell[] = [];
  private row = 0;
  private rowHidden = false;
  private column = -1;
  private type = 'n';
  private style = 0;
  private value = '';
  private formula: string | null = null;
  private shared = '';
  private inside: 'v' | 'f' | null = null;
  private readonly inline = new TextGatherer();
  private readonly sharedFormulas = new Map<string, string>();

  constructor(
    private readonly sheet: string,
    private readonly context: SheetContext,
  ) {}

  open(name: string, attributes: Attributes): void {
    switch (name) {
      case 'c':
        this.beginCell(attributes);
        break;
      case 'v':
        this.inside = 'v';
        break;
      case 'f':
        this.beginFormula(attributes);
        break;
      case 'row':
        this.beginRow(attributes);
        break;
      case 'col':
        this.noteColumns(attributes);
        break;
      case 'mergeCell':
        this.noteMerged(attributes);
        break;
      default:
        this.inline.open(name);
    }
  }

  close(name: string): void {
    if (name === 'v' || name === 'f') this.inside = null;
    else if (name === 'c') this.endCell();
    else if (name === 'row') this.endRow();
    else this.inline.close(name);
  }

  text(text: string): void {
    if (this.inside === null) this.inline.add(text);
    else if (this.inside === 'f') this.formula = ((this.formula ?? '') + text).slice(0, 8_192);
    else if (this.value.length <= TABLE_LIMITS.cell) this.value += text;
  }

  private beginRow(attributes: Attributes): void {
    const named = Number(attributes['r'] ?? NaN);
    // Rows go down, each once: two rows of one number could not be told apart afterwards.
    const usable = Number.isInteger(named) && named > this.row && named <= LAST_ROW;
    this.row = usable ? named : this.row + 1;
    this.rowHidden = attributes['hidden'] === '1' || attributes['hidden'] === 'true';
    this.column = -1;
    this.cells = [];
  }

  private endRow(): void {
    const { sheet, row, rowHidden: hidden, cells } = this;
    this.context.sender.add({ sheet, row, hidden, cells });
    this.cells = [];
  }

  private beginCell(attributes: Attributes): void {
    const reference = attributes['r'];
    this.column = reference === undefined ? this.column + 1 : columnOf(reference);
    this.type = attributes['t'] ?? 'n';
    this.style = Number(attributes['s'] ?? 0);
    this.value = '';
    this.formula = null;
    this.shared = '';
  }

  private beginFormula(attributes: Attributes): void {
    this.inside = 'f';
    this.formula = '';
    this.shared = attributes['t'] === 'shared' ? (attributes['si'] ?? '') : '';
  }

  private endCell(): void {
    const cell = this.cell();
    if (cell.kind === 'empty' || this.column < 0) return;
    if (this.column >= TABLE_LIMITS.columns) {
      const { sheet, row, column } = this;
      const limit = TABLE_LIMITS.columns;
      refuse('too_many_columns', { sheet, row, columns: column + 1, limit });
    }
    if (cell.text.length > TABLE_LIMITS.cell) {
      const { sheet } = this;
      const name = `${columnLetters(this.column)}${String(this.row)}`;
      const { length } = cell.text;
      refuse('cell_too_long', { sheet, cell: name, length, limit: TABLE_LIMITS.cell });
    }
    while (this.cells.length < this.column) this.cells.push(EMPTY_CELL);
    this.cells[this.column] = cell;
  }

  private cell(): ReadCell {
    const inline = this.inline.take();
    if (this.formula !== null) return this.formulaCell(this.formula);
    switch (this.type) {
      case 's':
        return text(this.context.strings[Number(this.value)] ?? '');
      case 'inlineStr':
        return text(inline);
      case 'str':
        return text(this.value);
      case 'b':
        return { kind: 'yes_no', text: this.value === '1' ? 'true' : 'false' };
      case 'e':
        return { kind: 'error', text: this.value };
      case 'd':
        return { kind: 'day', text: this.value.replace(/T00:00.*$/, '').slice(0, 16) };
      default:
        return this.number();
    }
  }

  private formulaCell(formula: string): ReadCell {
    // LibreOffice has no other way to write that a cell says yes or no.
    if (formula === 'TRUE()') return { kind: 'yes_no', text: 'true' };
    if (formula === 'FALSE()') return { kind: 'yes_no', text: 'false' };
    return { kind: 'formula', text: `=${this.formulaText(formula)}` };
  }

  /** A formula that was copied along a column is written out once; the others refer to it. */
  private formulaText(formula: string): string {
    if (this.shared === '') return formula;
    if (formula !== '' && this.sharedFormulas.size < 10_000) {
      this.sharedFormulas.set(this.shared, formula);
    }
    return formula === '' ? (this.sharedFormulas.get(this.shared) ?? '') : formula;
  }

  private number(): ReadCell {
    if (this.value === '') return EMPTY_CELL;
    const { workbook } = this.context;
    const digits = shownDigits(this.value);
    if (digits === null) return { kind: 'error', text: this.value };
    const day =
      workbook.days[this.style] === true ? dayOfSerial(Number(this.value), workbook.system) : null;
    return day === null ? { kind: 'number', text: digits } : { kind: 'day', text: day };
  }

  private noteMerged(attributes: Attributes): void {
    if (this.context.merged.length >= MOST_NOTED) return;
    this.context.merged.push(`${this.sheet}!${attributes['ref'] ?? ''}`);
  }

  private noteColumns(attributes: Attributes): void {
    if (attributes['hidden'] !== '1' && attributes['hidden'] !== 'true') return;
    const { hiddenColumns } = this.context;
    if (hiddenColumns.length >= MOST_NOTED) return;
    const [first, last] = [attributes['min'], attributes['max']].map((text) => {
      const column = Math.trunc(Number(text));
      return columnLetters(column >= 1 && column <= LAST_COLUMN ? column - 1 : 0);
    });
    hiddenColumns.push(
      `${this.sheet}!${first === last ? String(first) : `${String(first)}:${String(last)}`}`,
    );
  }
}

function text(written: string): ReadCell {
  return written === '' ? EMPTY_CELL : { kind: 'text', text: originalText(written) };
}
