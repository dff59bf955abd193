import { Workbook, type Worksheet } from 'exceljs';
import { finishWorkbook } from './finish-workbook';
import { type TemplateColumn, type TemplateSpec } from './template';
import { fillExample, FONT, heightFor, prepareSheet } from './template-sheet';

export const PAGE = {
  paperSize: 9,
  orientation: 'landscape',
  fitToPage: true,
  fitToWidth: 1,
  fitToHeight: 0,
} as const;

function addSheet(workbook: Workbook, name: string, frozenRows: number): Worksheet {
  const sheet = workbook.addWorksheet(name, {
    views: [frozenRows > 0 ? { state: 'frozen', ySplit: frozenRows } : { state: 'normal' }],
    headerFooter: { oddFooter: '&L&A&R&P / &N' },
  });
  Object.assign(sheet.pageSetup, PAGE, frozenRows > 0 ? { printTitlesRow: '1:1' } : {});
  return sheet;
}

function takes(column: TemplateColumn, { words }: TemplateSpec): string {
  const kind = words.kinds[column.kind];
  return column.choices.length === 0 ? kind : `${kind}: ${column.choices.join(', ')}`;
}

const INSTRUCTION_WIDTHS = [28, 12, 62, 52];
const LETTERS_OF_WIDTH = INSTRUCTION_WIDTHS.reduce((sum, width) => sum + width, 0);

function fillRow(sheet: Worksheet, texts: readonly string[], bold: boolean): void {
  const row = sheet.addRow([...texts]);
  row.height = heightFor(texts, INSTRUCTION_WIDTHS);
  row.eachCell((cell) => {
    cell.font = { ...FONT, bold };
    cell.alignment = { vertical: 'top', wrapText: true };
    if (bold) cell.border = { bottom: { style: 'medium' } };
  });
}

function addParagraph(sheet: Worksheet, text: string, size: number): void {
  const row = sheet.addRow([text]);
  sheet.mergeCells(row.number, 1, row.number, INSTRUCTION_WIDTHS.length);
  const cell = row.getCell(1);
  cell.font = { ...FONT, bold: size > 11, size };
  cell.alignment = { vertical: 'top', wrapText: true };
  // A merged cell does not grow by itself.
  row.height = Math.max(size + 6, Math.ceil(text.length / (LETTERS_OF_WIDTH - 10)) * 16);
}

function addInstructions(workbook: Workbook, spec: TemplateSpec): void {
  const { words } = spec;
  const sheet = addSheet(workbook, words.instructions, 0);
  INSTRUCTION_WIDTHS.forEach((width, at) => (sheet.getColumn(at + 1).width = width));
  addParagraph(sheet, spec.title, 16);
  addParagraph(sheet, spec.version, 11);
  for (const paragraph of spec.paragraphs) addParagraph(sheet, paragraph, 11);
  for (const { name, columns } of spec.sheets) {
    sheet.addRow([]);
    addParagraph(sheet, name, 13);
    fillRow(sheet, [words.column, words.required, words.help, words.takes], true);
    for (const column of columns) {
      const required = column.required ? words.yes : words.no;
      fillRow(sheet, [column.title, required, column.help, takes(column, spec)], false);
    }
  }
}

/** The examples stand on a sheet of their own, so that nobody sends them in by mistake. */
function addExamples(workbook: Workbook, spec: TemplateSpec): void {
  const shown = spec.sheets.filter(({ examples }) => examples.length > 0);
  if (shown.length === 0) return;
  const worksheet = addSheet(workbook, spec.words.examples, 0);
  let at = 1;
  for (const { columns, examples } of shown) {
    worksheet.getRow(at).height = 34;
    columns.forEach((column, n) => {
      const cell = worksheet.getCell(at, n + 1);
      cell.value = column.title;
      cell.font = { ...FONT, bold: true };
      cell.border = { bottom: { style: 'thin' } };
      cell.alignment = { vertical: 'top', wrapText: true };
      worksheet.getColumn(n + 1).width = Math.max(
        column.width,
        worksheet.getColumn(n + 1).width ?? 0,
      );
      examples.forEach((example, row) => {
        const typed = example[column.key];
        if (typed === undefined) return;
        fillExample(worksheet.getCell(at + 1 + row, n + 1), column, typed);
      });
    });
    at += examples.length + 2;
  }
}

/**
 * Writes a template to be filled in: a sheet with instructions, the sheets themselves with frozen
 * headings, drop-downs, formats and a message beside each cell, and a sheet with examples.
 */
export async function writeTemplate(spec: TemplateSpec): Promise<Buffer> {
  const workbook = new Workbook();
  const moment = new Date(spec.moment);
  Object.assign(workbook, {
    title: spec.title,
    creator: spec.author,
    lastModifiedBy: spec.author,
    created: moment,
    modified: moment,
  });
  addInstructions(workbook, spec);
  for (const sheet of spec.sheets) {
    prepareSheet(workbook, addSheet(workbook, sheet.name, 1), sheet, spec.words);
  }
  addExamples(workbook, spec);
  return finishWorkbook(Buffer.from(await workbook.xlsx.writeBuffer()), spec.properties);
}
