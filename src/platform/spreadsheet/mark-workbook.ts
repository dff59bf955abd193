import { type Cell as ExcelCell, Workbook, type Worksheet } from 'exceljs';
import { daysBetween, plainDate } from '../../legal/kernel/plain-date';
import { type ReadCell, type ReadRow } from '../intake/reading';
import { finishWorkbook } from './finish-workbook';
import { safeText } from './safe-cell';
import { type TemplateSheet, type TemplateSpec } from './template';
import { FONT, heightFor, prepareSheet } from './template-sheet';
import { PAGE } from './write-template';

/** What is to be said of one cell, one row (column '') or the whole file (row 0). */
export interface CellMark {
  readonly sheet: string;
  readonly row: number;
  /** Letters, such as 'C'. */
  readonly column: string;
  readonly weight: 'fault' | 'warning';
  readonly value: string;
  readonly rule: string;
  readonly mend: string;
}

export interface MarkedWords {
  /** Name of the first sheet. */
  readonly sheet: string;
  /** Sentences above the list. */
  readonly intro: readonly string[];
  readonly place: string;
  readonly weight: string;
  readonly value: string;
  readonly rule: string;
  readonly mend: string;
  readonly fault: string;
  readonly warning: string;
  readonly wholeFile: string;
  /** Below a list that is longer than the workbook shows. */
  readonly more: string;
  /** Name of the sheet for the rows of a CSV file. */
  readonly csvSheet: string;
}

export interface MarkedLook {
  readonly title: string;
  readonly author: string;
  /** ISO 8601. */
  readonly moment: string;
  readonly words: MarkedWords;
  /** Properties of the file that was sent, so that it is still known by its template. */
  readonly properties: Readonly<Record<string, string>>;
  /** Gives a sheet of its name and headings its drop-downs and widths again; null for a file of one's own. */
  readonly template: TemplateSpec | null;
}

/** More rows than this come back with the marked rows only: nobody mends a hundred thousand by hand. */
export const MARKED_LIMITS = { rows: 25_000, marks: 5_000 } as const;

const LIST_WIDTHS = [24, 14, 26, 60, 60];
const FILLS = { fault: 'FFF8C9C4', warning: 'FFFFF0B3' } as const;
const SERIAL_DAY_ZERO = plainDate('1900-01-01');

function fillDay(target: ExcelCell, text: string): void {
  const [day = '', time = ''] = text.split('T');
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  const serial = daysBetween(SERIAL_DAY_ZERO, plainDate(day)) + 2;
  target.value = serial + (hours * 60 + minutes) / 1_440;
  target.numFmt = time === '' ? 'dd-mm-yyyy' : 'dd-mm-yyyy hh:mm';
}

/** A cell as it was sent. A formula comes back as text: its answer was never read. */
function fillCell(target: ExcelCell, { kind, text }: ReadCell): void {
  switch (kind) {
    case 'empty':
      return;
    case 'number':
      target.value = Number(text);
      return;
    case 'yes_no':
      target.value = text === 'true';
      return;
    case 'day':
      // Before 1 March 1900 spreadsheets count one day too many; nobody gives on such a day.
      if (text >= '1900-03-01') fillDay(target, text);
      else target.value = text;
      return;
    case 'text':
    case 'formula':
    case 'error':
      target.value = safeText(text);
  }
}

function key(sheet: string, row: number): string {
  return `${String(row)} ${sheet}`;
}

class Marking {
  private readonly workbook = new Workbook();
  private readonly sheets = new Map<string, Worksheet>();
  private readonly marksOf = new Map<string, CellMark[]>();

  constructor(
    private readonly rows: readonly ReadRow[],
    private readonly marks: readonly CellMark[],
    private readonly look: MarkedLook,
  ) {
    const moment = new Date(look.moment);
    Object.assign(this.workbook, {
      title: look.title,
      creator: look.author,
      lastModifiedBy: look.author,
      created: moment,
      modified: moment,
    });
    for (const mark of marks.slice(0, MARKED_LIMITS.marks)) {
      const place = key(mark.sheet, mark.row);
      const others = this.marksOf.get(place);
      if (others === undefined) this.marksOf.set(place, [mark]);
      else others.push(mark);
    }
  }

  async write(): Promise<Buffer> {
    this.addList();
    const all = this.rows.length <= MARKED_LIMITS.rows;
    for (const row of this.rows) {
      const marks = this.marksOf.get(key(row.sheet, row.row)) ?? [];
      if (all || row.row === 1 || marks.length > 0) this.addRow(row, marks);
    }
    const written = Buffer.from(await this.workbook.xlsx.writeBuffer());
    return finishWorkbook(written, this.look.properties);
  }

  private nameOf(sheet: string): string {
    return sheet === '' ? this.look.words.csvSheet : sheet;
  }

  private sheetOf(sheet: string): Worksheet {
    const known = this.sheets.get(sheet);
    if (known !== undefined) return known;
    const worksheet = this.workbook.addWorksheet(this.nameOf(sheet), {
      views: [{ state: 'frozen', ySplit: 1 }],
    });
    const { template } = this.look;
    const prepared = template?.sheets.find(({ name }) => name === this.nameOf(sheet));
    if (template !== null && prepared !== undefined && this.hasHeadings(sheet, prepared)) {
      prepareSheet(this.workbook, worksheet, prepared, template.words);
    }
    this.sheets.set(sheet, worksheet);
    return worksheet;
  }

  /** An older template, or columns in another order, must not get the drop-downs of other columns. */
  private hasHeadings(sheet: string, { columns }: TemplateSheet): boolean {
    const first = this.rows.find((row) => row.sheet === sheet && row.row === 1);
    const headings = first?.cells.map(({ text }) => text).join('\n');
    return headings === columns.map(({ title }) => title).join('\n');
  }

  private addRow(row: ReadRow, marks: readonly CellMark[]): void {
    const worksheet = this.sheetOf(row.sheet);
    const target = worksheet.getRow(row.row);
    if (row.hidden) target.hidden = true;
    row.cells.forEach((cell, at) => fillCell(target.getCell(at + 1), cell));
    const columns = new Set(marks.map(({ column }) => column));
    for (const column of columns) {
      const cell = worksheet.getCell(`${column === '' ? 'A' : column}${String(row.row)}`);
      this.mark(
        cell,
        marks.filter((mark) => mark.column === column),
      );
    }
  }

  private mark(cell: ExcelCell, marks: readonly CellMark[]): void {
    const { words } = this.look;
    const worst = marks.some(({ weight }) => weight === 'fault') ? 'fault' : 'warning';
    cell.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: FILLS[worst] } };
    const texts = marks.flatMap(({ rule, value, mend }, at) => [
      { text: `${at > 0 ? '\n\n' : ''}${rule}\n`, font: { ...FONT, bold: true, size: 9 } },
      { text: `${words.value}: ${value}\n${words.mend}: ${mend}`, font: { ...FONT, size: 9 } },
    ]);
    cell.note = { texts };
  }

  private addList(): void {
    const { words } = this.look;
    const sheet = this.workbook.addWorksheet(words.sheet, { views: [{ state: 'normal' }] });
    Object.assign(sheet.pageSetup, PAGE);
    LIST_WIDTHS.forEach((width, at) => (sheet.getColumn(at + 1).width = width));
    sheet.addRow([this.look.title]).font = { ...FONT, bold: true, size: 14 };
    for (const sentence of words.intro) sheet.addRow([sentence]);
    const headings = sheet.addRow([words.place, words.weight, words.value, words.rule, words.mend]);
    headings.font = { ...FONT, bold: true };
    headings.eachCell((cell) => (cell.border = { bottom: { style: 'medium' } }));
    for (const mark of this.marks.slice(0, MARKED_LIMITS.marks)) this.addLine(sheet, mark);
    if (this.marks.length > MARKED_LIMITS.marks) sheet.addRow([words.more]);
  }

  private addLine(sheet: Worksheet, mark: CellMark): void {
    const { words } = this.look;
    const line = sheet.addRow([
      '',
      words[mark.weight],
      safeText(mark.value),
      safeText(mark.rule),
      safeText(mark.mend),
    ]);
    line.height = heightFor(['', '', mark.value, mark.rule, mark.mend], LIST_WIDTHS);
    for (const column of [1, 2, 3, 4, 5]) {
      line.getCell(column).alignment = { vertical: 'top', wrapText: true };
    }
    const place = line.getCell(1);
    if (mark.row === 0) {
      place.value = words.wholeFile;
      return;
    }
    const name = this.nameOf(mark.sheet);
    const cell = `${mark.column === '' ? 'A' : mark.column}${String(mark.row)}`;
    const hyperlink = `#'${name.replaceAll("'", "''")}'!${cell}`;
    place.value = { text: `${name} ${mark.column}${String(mark.row)}`, hyperlink };
    place.font = { ...FONT, color: { argb: 'FF154273' }, underline: true };
  }
}

/**
 * Writes the rows of a file back with what is wrong in them: a first sheet with one line for each
 * mark, each with a link to its cell; the cells themselves coloured, with a note that says the rule,
 * the value seen and the mend. Rows without marks come back as they were sent.
 */
export function markWorkbook(
  rows: readonly ReadRow[],
  marks: readonly CellMark[],
  look: MarkedLook,
): Promise<Buffer> {
  return new Marking(rows, marks, look).write();
}
