import { type CellValue, type Row, Workbook, type Worksheet } from 'exceljs';
import { daysBetween, plainDate, type PlainDate } from '../../legal/kernel/plain-date';
import { type Cell, columnLetters } from './cell';
import { safeText } from './safe-cell';
import { type Book, type RowStyle, type Sheet } from './sheet';
import { withFixedTimes } from './zip-times';

const AMOUNT_FORMAT = '#,##0.00';
const DAY_FORMAT = 'dd-mm-yyyy';
const SERIAL_DAY_ZERO = plainDate('1900-01-01');
const HEADER_FILL = 'FFE1ECF4';

/** A spreadsheet counts days from 1 January 1900 as 1 and believes that 1900 was a leap year. */
function serialDay(day: PlainDate): number {
  return daysBetween(SERIAL_DAY_ZERO, day) + 2;
}

function cellValue(cell: Cell): CellValue {
  switch (cell.kind) {
    case 'empty':
      return null;
    case 'text':
      return safeText(cell.text);
    case 'amount':
      return cell.cents / 100;
    case 'day':
      return serialDay(cell.day);
  }
}

function styleRow(row: Row, style: RowStyle): void {
  if (style === 'plain') return;
  row.eachCell({ includeEmpty: style === 'header' }, (cell) => {
    cell.font = {
      bold: style !== 'note',
      italic: style === 'note',
      size: style === 'title' ? 14 : 11,
    };
    if (style === 'header') {
      cell.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: HEADER_FILL } };
      cell.border = { bottom: { style: 'medium' } };
      cell.alignment = { vertical: 'middle', wrapText: true };
    }
    if (style === 'total') cell.border = { top: { style: 'thin' } };
  });
}

function writeRows(worksheet: Worksheet, sheet: Sheet): void {
  sheet.rows.forEach(({ cells, style }, at) => {
    const row = worksheet.getRow(at + 1);
    cells.forEach((cell, column) => {
      if (cell.kind === 'empty') return;
      const target = row.getCell(column + 1);
      target.value = cellValue(cell);
      if (cell.kind === 'amount') target.numFmt = AMOUNT_FORMAT;
      if (cell.kind === 'day') target.numFmt = DAY_FORMAT;
      if (cell.kind === 'text' && style === 'plain') {
        target.alignment = { vertical: 'top', wrapText: cell.text.includes('\n') };
      }
    });
    styleRow(row, style);
  });
}

// 9 is A4; the enum that exceljs names it by exists in its types only.
const PAGE = {
  paperSize: 9,
  orientation: 'landscape',
  fitToPage: true,
  fitToWidth: 1,
  fitToHeight: 0,
} as const;

function addSheet(workbook: Workbook, sheet: Sheet): void {
  const worksheet = workbook.addWorksheet(sheet.name, {
    views: [
      sheet.frozenRows > 0 ? { state: 'frozen', ySplit: sheet.frozenRows } : { state: 'normal' },
    ],
    headerFooter: { oddFooter: '&L&A&R&P / &N' },
  });
  Object.assign(worksheet.pageSetup, PAGE);
  sheet.widths.forEach((width, at) => (worksheet.getColumn(at + 1).width = width));
  writeRows(worksheet, sheet);
  if (sheet.headerRow === 0) return;
  const header = String(sheet.headerRow);
  worksheet.pageSetup.printTitlesRow = `${header}:${header}`;
  const last = columnLetters(sheet.widths.length - 1);
  worksheet.autoFilter = `A${header}:${last}${String(sheet.rows.length)}`;
}

/**
 * Writes an XLSX file: real numbers, real days, text that no spreadsheet runs as a formula.
 * The same book gives the same bytes, at any moment and on any machine.
 */
export async function writeWorkbook(book: Book): Promise<Buffer> {
  const workbook = new Workbook();
  const moment = new Date(book.moment);
  Object.assign(workbook, {
    title: book.title,
    creator: book.author,
    lastModifiedBy: book.author,
    created: moment,
    modified: moment,
  });
  for (const sheet of book.sheets) addSheet(workbook, sheet);
  return withFixedTimes(Buffer.from(await workbook.xlsx.writeBuffer()));
}
