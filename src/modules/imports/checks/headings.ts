import { type ReadRow } from '../../../platform/intake/public';
import { columnLetters } from '../../../platform/spreadsheet/cell';
import { type Column, type ImportKind } from '../layout/column';
import { headingKey, headingsOf, newestLayout } from '../layout/layouts';
import { isBlank, shown, tidy } from './cell-text';
import { type CellFault, type CellWarning } from './fault';
import { nearest } from './read-words';

/** Where the columns stand on one sheet. */
export interface Headings {
  readonly sheet: string;
  readonly row: number;
  /** By their place from 0; a column that is not read is left out. */
  readonly columns: ReadonlyMap<number, Column>;
  /** The places of all headings, known or not. */
  readonly width: number;
  /** As written, for messages. */
  readonly texts: readonly string[];
  readonly faults: readonly CellFault[];
  readonly warnings: readonly CellWarning[];
}

const NEEDED_TO_RECOGNISE = 2;

interface Seen {
  readonly columns: Map<number, Column>;
  readonly faults: CellFault[];
  readonly warnings: CellWarning[];
}

/** The headings of a sheet, or null when this row is none. */
export function readHeadings(kind: ImportKind, row: ReadRow): Headings | null {
  const known = headingsOf(kind);
  const texts = row.cells.map((cell) => tidy(cell.text));
  const hits = new Set(texts.flatMap((text) => known.get(headingKey(text))?.key ?? []));
  if (hits.size < NEEDED_TO_RECOGNISE) return null;
  const seen: Seen = { columns: new Map(), faults: [], warnings: [] };
  row.cells.forEach((cell, at) => {
    if (isBlank(cell)) return;
    const column = known.get(headingKey(tidy(cell.text)));
    const place = { sheet: row.sheet, row: row.row, column: columnLetters(at), value: shown(cell) };
    if (column === undefined) placeUnknown(kind, hits, place, seen);
    else placeKnown(column, at, place, seen);
  });
  const meant = new Set(seen.faults.map(({ params }) => params['meant']));
  const missing = newestLayout(kind)
    .columns.filter(
      ({ required, key, title }) => required && !hits.has(key) && !meant.has(title.nl),
    )
    .map((column) => missingHeading(row, column));
  return {
    sheet: row.sheet,
    row: row.row,
    columns: seen.columns,
    width: texts.length,
    texts,
    faults: [...seen.faults, ...missing],
    warnings: seen.warnings,
  };
}

type Place = Pick<CellFault, 'sheet' | 'row' | 'column' | 'value'>;

function placeKnown(column: Column, at: number, place: Place, seen: Seen): void {
  const earlier = [...seen.columns].find(([, one]) => one.key === column.key);
  if (earlier === undefined) {
    seen.columns.set(at, column);
    return;
  }
  const params = { heading: column.title.nl, other: columnLetters(earlier[0]) };
  seen.faults.push({ ...place, code: 'heading.double', params });
}

/** A heading that looks like one of ours is a slip of the pen; any other column is not read. */
function placeUnknown(kind: ImportKind, hits: ReadonlySet<string>, place: Place, seen: Seen): void {
  const free = newestLayout(kind).columns.filter(({ key }) => !hits.has(key));
  const meant = nearest(
    place.value,
    free.map(({ title }) => title.nl),
  );
  if (meant === null) seen.warnings.push({ ...place, code: 'heading.ignored', params: {} });
  else seen.faults.push({ ...place, code: 'heading.meant', params: { meant } });
}

function missingHeading({ sheet, row }: ReadRow, { title }: Column): CellFault {
  const params = { heading: title.nl };
  return { sheet, row, column: '', code: 'heading.missing', value: '', params };
}
