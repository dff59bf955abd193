import { euroCents } from '../../../legal/kernel/euro-cents';
import {
  type Cell,
  dayCell,
  EMPTY,
  textCell,
  amountCell,
} from '../../../platform/spreadsheet/cell';
import { type CsvStyle, writeCsv } from '../../../platform/spreadsheet/csv';
import { type Book, type Sheet, type SheetRow } from '../../../platform/spreadsheet/sheet';
import { writeWorkbook } from '../../../platform/spreadsheet/write-workbook';
import { type Words } from '../../../platform/rendering/words';
import { type SimulationResult, type StoredChange } from '../application/simulations';
import { factsOf, triedRows } from './simulation-page';
import { outcomeWords, ruleWords } from './simulation-words';

const STYLE: CsvStyle = {
  delimiter: ';',
  amount: (cents) => `${cents < 0 ? '-' : ''}${(Math.abs(cents) / 100).toFixed(2)}`,
  day: (day) => day,
};

const COLUMNS = [
  'mark',
  'party',
  'donor',
  'donorRef',
  'year',
  'kind',
  'rule',
  'change',
  'before',
  'beforeAmount',
  'beforeDay',
  'after',
  'afterAmount',
  'afterDay',
  'notAskedThen',
] as const;

/** The mark in a file name: whoever finds the file later sees at once what it is. */
export function exportName(id: string, ending: 'csv' | 'xlsx'): string {
  return `SIMULATIE-geen-besluit-${id.slice(0, 8)}.${ending}`;
}

function headerCells(words: Words): readonly Cell[] {
  return COLUMNS.map((column) => textCell(words.t(`simulation.column.${column}`)));
}

function cents(amount: string | null): Cell {
  return amount === null ? EMPTY : amountCell(euroCents(Number(amount)));
}

function changeCells(change: StoredChange, words: Words): readonly Cell[] {
  const { t } = words;
  return [
    textCell(t('simulation.mark')),
    textCell(change.party),
    textCell(change.donorName ?? ''),
    textCell(change.donorRef ?? ''),
    textCell(String(change.year)),
    textCell(t(`simulation.kind.${change.kind}.one`)),
    textCell(ruleWords(change.rule, words)),
    textCell(t(`simulation.change.${change.change}`)),
    textCell(outcomeWords(change, change.outcomeBefore, words)),
    cents(change.centsBefore),
    dayCell(change.dayBefore),
    textCell(outcomeWords(change, change.outcomeAfter, words)),
    cents(change.centsAfter),
    dayCell(change.dayAfter),
    textCell(change.notAskedThen ? t('simulation.yes') : ''),
  ];
}

export function csvHead(words: Words): string {
  return writeCsv([headerCells(words)], STYLE);
}

export function csvLines(changes: readonly StoredChange[], words: Words): string {
  return changes.length === 0
    ? ''
    : writeCsv(
        changes.map((change) => changeCells(change, words)),
        STYLE,
      );
}

function plain(texts: readonly string[]): SheetRow {
  return { cells: texts.map(textCell), style: 'plain' };
}

function marked(
  name: string,
  widths: readonly number[],
  rows: readonly SheetRow[],
  words: Words,
): Sheet {
  const mark: SheetRow = { cells: [textCell(words.t('simulation.mark'))], style: 'title' };
  return { name: `SIMULATIE ${name}`, widths, rows: [mark, ...rows], frozenRows: 2, headerRow: 2 };
}

function totalRows({ totals }: SimulationResult, words: Words): readonly SheetRow[] {
  const names = ['party', 'kind', 'before', 'beforeAmount', 'after', 'afterAmount'] as const;
  const header: SheetRow = {
    cells: names.map((name) => textCell(words.t(`simulation.column.${name}`))),
    style: 'header',
  };
  return [
    header,
    ...totals.map((one): SheetRow => ({
      cells: [
        textCell(one.party),
        textCell(words.t(`simulation.kind.${one.kind}`)),
        textCell(String(one.beforeCount)),
        cents(one.beforeCents),
        textCell(String(one.afterCount)),
        cents(one.afterCents),
      ],
      style: 'plain',
    })),
  ];
}

function lawRows(result: SimulationResult, words: Words): readonly SheetRow[] {
  const header: SheetRow = {
    cells: ['parameter', 'inForce', 'tried'].map((name) =>
      textCell(words.t(`simulation.column.${name}`)),
    ),
    style: 'header',
  };
  const text = (cell: unknown): string => (typeof cell === 'string' ? cell : '');
  return [
    header,
    ...triedRows(result.simulation, words).map((row) => plain(row.map(text))),
    ...factsOf(result.simulation, words).map(({ label, value = '' }) => plain([label, '', value])),
    plain([words.t('simulation.limits')]),
  ];
}

/** The workbook: what was tried, the totals and the changes; the mark stands in every sheet. */
export function simulationWorkbook(
  result: SimulationResult,
  changes: readonly StoredChange[],
  words: Words,
): Promise<Buffer> {
  const header: SheetRow = { cells: headerCells(words), style: 'header' };
  const rows = changes.map((change): SheetRow => ({
    cells: changeCells(change, words),
    style: 'plain',
  }));
  const book: Book = {
    title: `${words.t('simulation.mark')}: ${result.simulation.name}`,
    author: 'Partijgiften',
    moment: result.simulation.finishedAt ?? result.simulation.askedAt,
    sheets: [
      marked(words.t('simulation.sheet.law'), [50, 20, 40], lawRows(result, words), words),
      marked(
        words.t('simulation.sheet.totals'),
        [40, 20, 12, 18, 12, 18],
        totalRows(result, words),
        words,
      ),
      marked(
        words.t('simulation.sheet.changes'),
        [34, 30, 28, 14, 8, 12, 34, 16, 34, 16, 12, 34, 16, 12, 14],
        [header, ...rows],
        words,
      ),
    ],
  };
  return writeWorkbook(book);
}
