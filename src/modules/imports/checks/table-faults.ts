import { type TableSummary } from '../../../platform/intake/public';
import { columnLetters } from '../../../platform/spreadsheet/cell';
import { type ImportKind } from '../layout/column';
import { LAYOUTS, newestLayout, STAMP_PROPERTY } from '../layout/layouts';
import { type CellFault, type CellWarning } from './fault';
import { type Headings } from './headings';

export function ofFile(code: CellFault['code'], params: CellFault['params']): CellFault {
  return { sheet: '', row: 0, column: '', code, value: '', params };
}

export function ofSheet(sheet: string): CellWarning {
  return { sheet, row: 0, column: '', code: 'sheet.unread', value: sheet, params: {} };
}

export function neededHeadings(kind: ImportKind): string {
  const { columns } = newestLayout(kind);
  return columns
    .filter(({ required }) => required)
    .map(({ title }) => title.nl)
    .join('; ');
}

export function hiddenSheets(
  { sheets }: TableSummary,
  read: ReadonlySet<string>,
): readonly CellFault[] {
  return sheets
    .filter(({ name, hidden }) => hidden && read.has(name))
    .map(({ name }) => ({ ...ofFile('sheet.hidden', {}), sheet: name, value: name }));
}

/** Our own templates say which version they are; an older one is understood by its headings. */
export function stampFaults(
  kind: ImportKind,
  { properties }: TableSummary,
): { readonly faults: readonly CellFault[]; readonly version: number | null } {
  const stamp = properties[STAMP_PROPERTY];
  if (stamp === undefined) return { faults: [], version: null };
  const [named = '', version = ''] = stamp.split('/');
  const unknown = { faults: [{ ...ofFile('template.unknown', {}), value: stamp }], version: null };
  if (!(named in LAYOUTS) || !/^\d{1,4}$/.test(version)) return unknown;
  if (named !== kind)
    return {
      faults: [{ ...ofFile('template.other_kind', { named, kind }), value: stamp }],
      version: null,
    };
  const number = Number(version);
  const newest = newestLayout(kind).version;
  const params = { version, newest: String(newest) };
  if (number > newest)
    return { faults: [{ ...ofFile('template.newer', params), value: stamp }], version: null };
  const known = LAYOUTS[kind].some((layout) => layout.version === number);
  return known ? { faults: [], version: number } : unknown;
}

const RANGE = /^(?<sheet>.*)!(?<column>[A-Z]+)(?<first>\d+)(?::[A-Z]+(?<last>\d+))?$/;
const MOST_ROWS_OF_A_RANGE = 1000;

/** A merged range below the headings holds one value for several cells: which, nobody can say. */
export function mergedCells(
  { merged }: TableSummary,
  headings: readonly Headings[],
): readonly CellFault[] {
  return merged.flatMap((range) => {
    const groups = RANGE.exec(range)?.groups;
    return groups === undefined ? [] : mergedRows(range, groups, headings);
  });
}

function mergedRows(
  range: string,
  groups: Readonly<Record<string, string | undefined>>,
  headings: readonly Headings[],
): readonly CellFault[] {
  const { sheet: named = '', column = '', first = '', last = first } = groups;
  const sheet = named.replace(/^'|'$/g, '');
  const below = headings.find((one) => one.sheet === sheet);
  if (below === undefined || Number(last) <= below.row) return [];
  const from = Math.max(Number(first), below.row + 1);
  const length = Math.min(Number(last) - from + 1, MOST_ROWS_OF_A_RANGE);
  const value = range.slice(range.lastIndexOf('!') + 1);
  const place = { sheet, column, code: 'cells.merged', value, params: { range: value } } as const;
  return Array.from({ length }, (_, at) => ({ ...place, row: from + at }));
}

const HIDDEN = /^(?<sheet>.*)!(?<first>[A-Z]+)(?::(?<last>[A-Z]+))?$/;

/** A column that is read may not be hidden; one that is not read may. */
export function hiddenColumns(
  { hiddenColumns: ranges }: TableSummary,
  headings: readonly Headings[],
): readonly CellFault[] {
  return ranges.flatMap((range) => {
    const { sheet: named = '', first = '', last = first } = HIDDEN.exec(range)?.groups ?? {};
    const sheet = named.replace(/^'|'$/g, '');
    const on = headings.find((one) => one.sheet === sheet);
    const read = [...(on?.columns ?? [])].filter(([at]) =>
      isBetween(columnLetters(at), first, last),
    );
    return read.map(([at, { title }]) => ({
      sheet,
      row: on?.row ?? 0,
      column: columnLetters(at),
      code: 'column.hidden' as const,
      value: on?.texts[at] ?? '',
      params: { heading: title.nl },
    }));
  });
}

/** Letters of columns in the order of the spreadsheet: Z comes before AA. */
function isBetween(column: string, first: string, last: string): boolean {
  const rank = (letters: string): string => letters.padStart(4, ' ');
  return rank(column) >= rank(first) && rank(column) <= rank(last);
}
