import {
  type CellProblem,
  type DonorTotal,
  type PrintedParty,
  type ProblemCode,
  type PublishedList,
  type ReadResult,
  type SourceRow,
} from '../facts/published-list';
import { type EuroCents } from '../../../legal/kernel/euro-cents';
import { readCsv } from '../../../platform/spreadsheet/csv';
import { problemAt } from './cell-problems';
import { type Layout, readLayout } from './list-layout';
import { readAmount, tidy } from './read-cells';
import { readGiftRows } from './read-gift-rows';

const SUMMARY_HEADINGS = ['Politieke partij', 'Answer', 'Totaalbedrag'] as const;

class SummaryReader {
  readonly problems: CellProblem[] = [];

  constructor(private readonly headings: readonly string[]) {}

  report(code: ProblemCode, row: SourceRow, column: number): void {
    const heading = this.headings[column] ?? SUMMARY_HEADINGS[column] ?? '';
    this.problems.push(problemAt(code, { row: row.row, column, heading }, row.cells[column] ?? ''));
  }

  total(row: SourceRow): EuroCents | null {
    const cell = row.cells[2] ?? '';
    if (cell.trim() === '') return null;
    const amount = readAmount(cell);
    if (amount === null) this.report('amount_unreadable', row, 2);
    else if (amount.wasText) this.report('amount_as_text', row, 2);
    return amount?.cents ?? null;
  }

  party(row: SourceRow): PrintedParty {
    const [partyAsWritten = '', answerAsWritten = ''] = row.cells;
    const word = answerAsWritten.trim().toLowerCase();
    return {
      row: row.row,
      party: tidy(partyAsWritten),
      partyAsWritten,
      answer: word.startsWith('ja') ? 'yes' : word.startsWith('nee') ? 'no' : null,
      answerAsWritten,
      printedTotal: this.total(row),
    };
  }
}

function compareWithRows(
  parties: readonly PrintedParty[],
  totals: readonly DonorTotal[],
  layout: Layout,
  reader: SummaryReader,
): void {
  const withRows = new Set(totals.map(({ party }) => party));
  const seen = new Set<string>();
  for (const printed of parties) {
    const row = layout.rows[printed.row - 1];
    if (row === undefined) continue;
    if (seen.has(printed.party)) reader.report('party_twice_in_summary', row, 0);
    seen.add(printed.party);
    const hasRows = withRows.has(printed.party);
    if (printed.answer !== (hasRows ? 'yes' : 'no'))
      reader.report('answer_contradicts_rows', row, 1);
  }
  for (const total of totals) {
    const row = layout.rows[total.row - 1];
    if (!seen.has(total.party) && row !== undefined) reader.report('party_not_in_summary', row, 0);
  }
}

function readParts(layout: Layout): readonly [PublishedList, CellProblem[]] {
  const ofKind = (kind: SourceRow['kind']): SourceRow[] =>
    layout.rows.filter((row) => row.kind === kind);
  const summaryHeadings = ofKind('summary_header').flatMap((row) => row.cells.slice(0, 3));
  const reader = new SummaryReader(summaryHeadings);
  const parties = ofKind('summary').map((row) => reader.party(row));
  const [printedTotal = null] = ofKind('summary_total').map((row) => reader.total(row));
  const [donorTotals, problems] = readGiftRows(layout);
  compareWithRows(parties, donorTotals, layout, reader);
  const list: PublishedList = {
    year: layout.year,
    title: layout.title,
    columns: layout.columns,
    summaryHeadings,
    parties,
    printedTotal,
    notes: ofKind('note').map((row) => row.cells[0] ?? ''),
    donorTotals,
  };
  return [list, [...reader.problems, ...problems]];
}

/** The title names the year, and so does the heading of the total column. */
function wrongYears(layout: Layout, year: number): CellProblem[] {
  const header = layout.rows.find((row) => row.kind === 'header')?.row ?? 1;
  const totals = layout.columns.filter(({ key }) => key === 'total');
  const places = [
    { row: 1, column: 0, heading: layout.title },
    ...totals.map(({ index, heading }) => ({ row: header, column: index, heading })),
  ];
  return places
    .filter(({ heading }) => /20\d{2}\s*$/.exec(heading)?.[0].trim() !== String(year))
    .map((place) => problemAt('wrong_year', place, place.heading));
}

/**
 * Reads a list of substantial gifts as the ministry publishes it. Pure: the same text gives the
 * same answer. Every row is kept cell by cell; everything odd is reported with its cell, all at
 * once. Amounts typed as text are read and reported, never dropped.
 *
 * @param text the CSV file. @param year the year the list is imported as.
 */
export function readPublishedList(text: string, year: number): ReadResult {
  const csv = readCsv(text);
  if (csv.rows === null) {
    const place = { row: csv.broken.line, column: 0, heading: '' };
    return { list: null, rows: [], problems: [problemAt('csv_broken', place, csv.broken.reason)] };
  }
  const { layout, problems: inLayout } = readLayout(csv.rows);
  if (layout === null) return { list: null, rows: [], problems: inLayout };
  const [list, inRows] = readParts(layout);
  const problems = [...wrongYears(layout, year), ...inLayout, ...inRows].toSorted(
    (a, b) => a.row - b.row,
  );
  const isBlocked = problems.some((problem) => problem.blocking);
  return { list: isBlocked ? null : list, rows: layout.rows, problems };
}
