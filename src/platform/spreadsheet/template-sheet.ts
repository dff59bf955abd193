import { type Cell, type DataValidation, type Workbook, type Worksheet } from 'exceljs';
import { daysBetween, plainDate } from '../../legal/kernel/plain-date';
import { columnLetters } from './cell';
import { type TemplateColumn, type TemplateSheet, type TemplateWords } from './template';

/** Rows of a sheet that have drop-downs and messages. Those below can be filled in as well. */
export const PREPARED_ROWS = 10_000;

const FORMATS = {
  text: '@',
  choice: '@',
  yes_no: '@',
  amount: '#,##0.00',
  day: 'dd-mm-yyyy',
} as const;

/** A font without a name is drawn with serifs by some programs. */
export const FONT = { name: 'Calibri', family: 2, size: 11 } as const;

const LINE = 15;

/** Not every program lets a row grow with its text; the widths are those of the columns, in characters. */
export function heightFor(texts: readonly string[], widths: readonly number[]): number {
  const lines = texts.map((text, at) => {
    const width = Math.max(8, (widths[at] ?? 20) - 4);
    return text
      .split('\n')
      .reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / width)), 0);
  });
  return LINE * Math.max(1, ...lines);
}

const OPTIONAL_FILL = 'FFE1ECF4';
const REQUIRED_FILL = 'FFB9D3E6';
// exceljs takes a number for milliseconds here, so a day is handed to it as a moment.
const YEAR_2000 = new Date('2000-01-01T00:00:00Z');
const SERIAL_DAY_ZERO = plainDate('1900-01-01');

// What Excel takes: 32 characters in the title of a message, 255 in the message.
function message(title: string, text: string): { title: string; text: string } {
  return { title: title.slice(0, 32), text: text.slice(0, 255) };
}

function styleHeading(cell: Cell, required: boolean): void {
  cell.numFmt = '@';
  cell.font = { ...FONT, bold: true };
  const argb = required ? REQUIRED_FILL : OPTIONAL_FILL;
  cell.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb } };
  cell.border = { bottom: { style: required ? 'medium' : 'thin' } };
  cell.alignment = { vertical: 'middle', wrapText: true };
}

/** The choices stand on a sheet of their own: a list inside a rule may hold 255 characters only. */
function listOf(workbook: Workbook, words: TemplateWords, choices: readonly string[]): string {
  const sheet =
    workbook.getWorksheet(words.choices) ??
    workbook.addWorksheet(words.choices, { state: 'hidden' });
  const column = columnLetters(sheet.columnCount);
  choices.forEach((choice, at) => (sheet.getCell(`${column}${String(at + 1)}`).value = choice));
  return `'${words.choices}'!$${column}$1:$${column}$${String(choices.length)}`;
}

type Rule = Pick<DataValidation, 'type' | 'formulae' | 'operator'>;

function ruleOf(workbook: Workbook, words: TemplateWords, column: TemplateColumn): Rule {
  switch (column.kind) {
    case 'choice':
    case 'yes_no':
      return { type: 'list', formulae: [listOf(workbook, words, column.choices)] };
    case 'amount': {
      const least = (column.leastCents ?? 1) / 100;
      return { type: 'decimal', operator: 'greaterThanOrEqual', formulae: [least] };
    }
    case 'day':
      return { type: 'date', operator: 'greaterThanOrEqual', formulae: [YEAR_2000] };
    case 'text':
      return { type: 'textLength', operator: 'lessThanOrEqual', formulae: [32_767] };
  }
}

// exceljs has this on every sheet and leaves it out of its types.
interface WithValidations {
  readonly dataValidations: { add: (range: string, rule: DataValidation) => void };
}

function hasValidations(sheet: Worksheet): asserts sheet is Worksheet & WithValidations {
  if (!('dataValidations' in sheet)) throw new Error('this exceljs writes no data validation');
}

/** Headings, formats, drop-downs and messages of a sheet that is to be filled in. */
export function prepareSheet(
  workbook: Workbook,
  worksheet: Worksheet,
  sheet: TemplateSheet,
  words: TemplateWords,
): void {
  hasValidations(worksheet);
  worksheet.getRow(1).height = 34;
  sheet.columns.forEach((column, at) => {
    const letters = columnLetters(at);
    worksheet.getColumn(at + 1).width = column.width;
    worksheet.getColumn(at + 1).numFmt = FORMATS[column.kind];
    const heading = worksheet.getCell(`${letters}1`);
    heading.value = column.title;
    styleHeading(heading, column.required);
    const required = column.required ? `${words.required}. ` : '';
    const prompt = message(column.title, `${required}${column.help}`);
    const error = message(words.refused, words.kinds[column.kind]);
    worksheet.dataValidations.add(`${letters}2:${letters}${String(PREPARED_ROWS + 1)}`, {
      ...ruleOf(workbook, words, column),
      allowBlank: true,
      showInputMessage: true,
      promptTitle: prompt.title,
      prompt: prompt.text,
      showErrorMessage: column.kind !== 'text',
      errorStyle: 'stop',
      errorTitle: error.title,
      error: error.text,
    });
  });
}

/** Writes an example as the column takes it: an amount as a number, a day as a day. */
export function fillExample(cell: Cell, column: TemplateColumn, typed: string): void {
  cell.numFmt = FORMATS[column.kind];
  const day = /^(\d\d)-(\d\d)-(\d{4})$/.exec(typed);
  if (column.kind === 'day' && day !== null) {
    const [, dd = '', mm = '', yyyy = ''] = day;
    cell.value = daysBetween(SERIAL_DAY_ZERO, plainDate(`${yyyy}-${mm}-${dd}`)) + 2;
  } else if (column.kind === 'amount' && /^\d+(?:,\d\d?)?$/.test(typed)) {
    cell.value = Number(typed.replace(',', '.'));
  } else cell.value = typed;
}
