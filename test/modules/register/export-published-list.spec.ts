import { Workbook } from 'exceljs';
import {
  listBook,
  listRows,
  MINISTRY_CSV,
} from '../../../src/modules/register/application/export-layout';
import { readAmount, readDay, tidy } from '../../../src/modules/register/application/read-cells';
import { readPublishedList } from '../../../src/modules/register/application/read-published-list';
import { writeCsv } from '../../../src/platform/spreadsheet/csv';
import { writeWorkbook } from '../../../src/platform/spreadsheet/write-workbook';
import {
  listOf,
  publishedList,
  publishedText,
  reconciliationOf,
  smallList,
  YEARS,
} from './published-lists';

const EVERYTHING_BUT_DATE = [
  'nextTick',
  'setImmediate',
  'setTimeout',
  'setInterval',
  'queueMicrotask',
] as const;
const IMPORTED_AT = '2026-01-15T09:30:00.000Z';

function csvOf(year: number): string {
  const rows = listRows(publishedList(year)).map(({ cells }) => cells);
  return writeCsv(rows, MINISTRY_CSV);
}

/** An amount and a day are compared as what they are, text without regard to spaces. */
function normalised(cell: string): string {
  const amount = readAmount(cell);
  return amount === null ? (readDay(cell) ?? tidy(cell)) : `${String(amount.cents)} cents`;
}

function sheetCells(text: string, year: number): string[][] {
  const { rows } = readPublishedList(text, year);
  return rows.map(({ cells }) => cells.map(normalised));
}

/** The rows that are not the same, with what they were and what they became. */
function changes(before: string[][], after: string[][]): unknown[] {
  expect(after).toHaveLength(before.length);
  return before.flatMap((row, at) =>
    JSON.stringify(row) === JSON.stringify(after[at]) ? [] : [[at + 1, row, after[at]]],
  );
}

/** The two summary lines of 2025 whose printed total was wrong. */
const MENDED_2025 = [
  [11, ['CDA', 'Ja.', '16407050 cents'], ['CDA', 'Ja.', '28907050 cents']],
  [22, ['Totaal', '', '526043325 cents'], ['Totaal', '', '538543325 cents']],
].map(([row, before, after]) => [
  row,
  [...(before as string[]), ...Array<string>(6).fill('')],
  [...(after as string[]), ...Array<string>(6).fill('')],
]);

const EXPECTED = { 2023: [], 2024: [], 2025: MENDED_2025 } as const;

describe('an export gives back the rows that were imported', () => {
  it.each(YEARS)('%i as CSV, row by row, with only a wrong total put right', (year) => {
    const found = changes(sheetCells(publishedText(year), year), sheetCells(csvOf(year), year));
    expect(found).toEqual(EXPECTED[year]);
  });

  it.each([2023, 2024])('%i as CSV is the same file, byte for byte', (year) => {
    expect(csvOf(year)).toBe(publishedText(year));
  });

  it.each(YEARS)('%i as XLSX, row by row, with only a wrong total put right', async (year) => {
    const before = sheetCells(publishedText(year), year);
    const found = changes(before, await workbookCells(year, before[0]?.length ?? 0));
    expect(found).toEqual(EXPECTED[year]);
  });

  it('2025 read again reconciles: 5 385 433,25 printed and computed, no amount is text', () => {
    const report = reconciliationOf(csvOf(2025), 2025);
    expect(report).toMatchObject({
      printed: 538_543_325,
      computed: 538_543_325,
      reconciles: true,
    });
    expect(report.problems.map(({ code }) => code)).toEqual(['lost_character']);
  });
});

async function openBook(year: number): Promise<Workbook> {
  const workbook = new Workbook();
  const bytes = await writeWorkbook(listBook(publishedList(year), IMPORTED_AT));
  await workbook.xlsx.load(bytes as unknown as ArrayBuffer);
  return workbook;
}

async function workbookCells(year: number, width: number): Promise<string[][]> {
  const sheet = (await openBook(year)).getWorksheet(`Overzicht ${String(year)}`);
  return Array.from({ length: sheet?.rowCount ?? 0 }, (_, row) =>
    Array.from({ length: width }, (__, column) => {
      const { value } = sheet?.getCell(row + 1, column + 1) ?? { value: null };
      if (typeof value === 'number') return `${String(Math.round(value * 100))} cents`;
      if (value instanceof Date) return value.toISOString().slice(0, 10);
      return typeof value === 'string' ? normalised(value) : '';
    }),
  );
}

describe('the spreadsheet', () => {
  it('holds numbers and days, not text that looks like them', async () => {
    const sheet = (await openBook(2025)).getWorksheet('Overzicht 2025');
    expect(sheet?.getCell('C191').value).toBe(10_000);
    expect(sheet?.getCell('G191').value).toBe(10_000);
    expect(sheet?.getCell('H191').value).toEqual(new Date('2025-10-21T00:00:00Z'));
    expect(sheet?.getCell('C22').value).toBe(5_385_433.25);
    expect(sheet?.getCell('C191').numFmt).toBe('#,##0.00');
  });

  it('has a sheet of the rows alone whose heading stays in sight, and repeats it in print', async () => {
    const book = await openBook(2025);
    const rows = book.getWorksheet('Giften 2025');
    expect(rows?.views).toEqual([expect.objectContaining({ state: 'frozen', ySplit: 1 })]);
    expect(rows?.rowCount).toBe(281);
    expect(rows?.getCell('D1').value).toBe('Naam donateur');
    expect(book.getWorksheet('Overzicht 2025')?.pageSetup.printTitlesRow).toBe('30:30');
  });

  it.each(['2020-02-29T12:00:00Z', '2031-07-01T08:00:00Z'])(
    'is the same file, byte for byte, whenever it is written (%s)',
    async (moment) => {
      const book = listBook(publishedList(2024), IMPORTED_AT);
      const now = await writeWorkbook(book);
      jest.useFakeTimers({ now: new Date(moment), doNotFake: [...EVERYTHING_BUT_DATE] });
      try {
        expect((await writeWorkbook(book)).equals(now)).toBe(true);
      } finally {
        jest.useRealTimers();
      }
    },
  );

  it('runs no formula that somebody put in a name, in either format', async () => {
    const evil = '=HYPERLINK("http://x","y")';
    const list = listOf(smallList(`VVD||15000|${evil}|Utrecht||15000|08/26/2025|`), 2025);
    const workbook = new Workbook();
    const bytes = await writeWorkbook(listBook(list, IMPORTED_AT));
    await workbook.xlsx.load(bytes as unknown as ArrayBuffer);
    expect(workbook.getWorksheet('Giften 2025')?.getCell('D2').value).toBe(`'${evil}`);
    const csv = writeCsv(
      listRows(list).map(({ cells }) => cells),
      MINISTRY_CSV,
    );
    expect(csv).toContain(`"'=HYPERLINK(""http`);
    expect(listOf(csv, 2025).donorTotals).toEqual(list.donorTotals);
  });
});
