import { type EuroCents, euro } from '../../../legal/kernel/euro-cents';
import {
  type CellProblem,
  type Column,
  type ColumnKey,
  type SourceRow,
  type SourceRowKind,
} from '../facts/published-list';
import { problemAt } from './cell-problems';
import { tidy } from './read-cells';

const HEADINGS: readonly (readonly [ColumnKey, RegExp])[] = [
  ['party', /^politieke partij$/],
  ['affiliate', /^neveninstelling$/],
  ['total', /^totaal \d{4}$/],
  ['donor', /^naam (donateur|gever)$/],
  ['address', /^adres( gever| donateur)?$/],
  ['ubo', /^ubo('s)?$/],
  ['gift', /^bedrag/],
  ['day', /^datum/],
  ['remark', /^(toelichting|opmerking)/],
];
const REQUIRED: readonly ColumnKey[] = [
  'party',
  'affiliate',
  'total',
  'donor',
  'address',
  'gift',
  'day',
];

type Rows = readonly (readonly string[])[];

/** The parts of a list: which row is what. */
export interface Layout {
  readonly year: number;
  readonly title: string;
  /** From this total on a donor is listed, as the title says it. */
  readonly threshold: EuroCents;
  readonly columns: readonly Column[];
  readonly rows: readonly SourceRow[];
}

export interface LayoutResult {
  /** Null when the file is no list. */
  readonly layout: Layout | null;
  readonly problems: readonly CellProblem[];
}

const first = (cells: readonly string[] | undefined): string => tidy(cells?.[0] ?? '');
const isBlank = (cells: readonly string[]): boolean => cells.every((cell) => cell.trim() === '');

function readColumns(cells: readonly string[], row: number): readonly [Column[], CellProblem[]] {
  const columns: Column[] = [];
  const problems: CellProblem[] = [];
  cells.forEach((heading, index) => {
    const words = tidy(heading).toLowerCase();
    const key = HEADINGS.find(([, shape]) => shape.test(words))?.[0];
    if (key !== undefined) columns.push({ key, index, heading });
    else if (words !== '') {
      problems.push(problemAt('column_unknown', { row, column: index, heading }, heading));
    }
  });
  for (const key of REQUIRED) {
    if (!columns.some((column) => column.key === key)) {
      problems.push(problemAt('column_missing', { row, column: 0, heading: key }, ''));
    }
  }
  return [columns, problems];
}

interface Landmarks {
  readonly summary: number;
  readonly summaryTotal: number;
  readonly header: number;
}

/** Places from 0; -1 is not found. */
function landmarks(rows: Rows): Landmarks {
  const isHeading = (cells: readonly string[]): boolean => /^politieke partij$/i.test(first(cells));
  const summary = rows.findIndex(isHeading);
  return {
    summary,
    summaryTotal: rows.findIndex((cells, at) => at > summary && /^totaal$/i.test(first(cells))),
    header: rows.findIndex((cells, at) => at > summary && isHeading(cells)),
  };
}

function kindOf(at: number, cells: readonly string[], marks: Landmarks): SourceRowKind {
  if (at === marks.summary) return 'summary_header';
  if (at === marks.header) return 'header';
  if (at === marks.summaryTotal) return 'summary_total';
  if (isBlank(cells)) return 'blank';
  if (at < marks.summary) return 'title';
  if (at < marks.summaryTotal) return 'summary';
  return at < marks.header ? 'note' : 'gift';
}

function thresholdIn(title: string): EuroCents {
  const amount = /€\s*(\d{1,3}(?:\.\d{3})*)/.exec(title)?.[1];
  return euro(Number((amount ?? '10.000').replaceAll('.', '')));
}

/** Finds the title, the summary, the explanation and the rows of a published list. */
export function readLayout(rows: Rows): LayoutResult {
  const marks = landmarks(rows);
  const title = first(rows[0]);
  const year = /\b(20\d{2})$/.exec(title)?.[1];
  const isWhole = marks.summary > 0 && marks.summaryTotal > 0 && marks.header > marks.summaryTotal;
  if (year === undefined || !isWhole) {
    const place = { row: 1, column: 0, heading: title };
    return { layout: null, problems: [problemAt('not_a_list', place, title)] };
  }
  const [columns, problems] = readColumns(rows[marks.header] ?? [], marks.header + 1);
  const sourceRows = rows.map((cells, at): SourceRow => ({
    row: at + 1,
    kind: kindOf(at, cells, marks),
    cells,
  }));
  return {
    layout: { year: Number(year), title, threshold: thresholdIn(title), columns, rows: sourceRows },
    problems,
  };
}
