import { join } from 'node:path';
import { type Membership } from '../../../src/legal/facts/group';
import { plainDate } from '../../../src/legal/kernel/plain-date';
import { sayFault, sayWarning } from '../../../src/modules/imports/application/fault-words';
import { checkTable } from '../../../src/modules/imports/checks/check-table';
import { type CheckContext } from '../../../src/modules/imports/checks/context';
import { type ImportKind } from '../../../src/modules/imports/layout/column';
import {
  type ReadCell,
  type ReadRow,
  type TableSummary,
} from '../../../src/platform/intake/public';
import { Texts } from '../../../src/platform/rendering/texts';
import { wordsOf } from '../../../src/platform/rendering/words';

export const WORDS = wordsOf(Texts.read(join(__dirname, '..', '..', '..', 'templates')), 'nl');

export const PARTY = '5b0f2c7a-1f43-4a51-8f0e-6f6a2b9d7c22';
const member = (
  recipient: string,
  kind: Membership['kind'],
  name: string,
  from = '2020-01-01',
  until: string | null = null,
): Membership => ({
  recipient,
  kind,
  name,
  from: plainDate(from),
  until: until === null ? null : plainDate(until),
});

export const CONTEXT: CheckContext = {
  kind: 'contributions',
  today: plainDate('2025-10-23'),
  year: 2025,
  members: [
    member(PARTY, 'party', 'Polderpartij'),
    member(
      '3f6f3c1e-6a5e-4d0c-9f57-0d6f1f0a1c11',
      'scientific_institute',
      'Instituut Dijk en Duin',
    ),
    member(
      '3f6f3c1e-6a5e-4d0c-9f57-0d6f1f0a1c12',
      'youth_organisation',
      'Jonge Polders',
      '2020-01-01',
      '2025-03-31',
    ),
    member('3f6f3c1e-6a5e-4d0c-9f57-0d6f1f0a1c13', 'candidate', 'C. Kandidaat'),
  ],
  party: PARTY,
};

export type Typed = string | ReadCell;

export const number = (text: string): ReadCell => ({ kind: 'number', text });
export const day = (text: string): ReadCell => ({ kind: 'day', text });
export const formula = (text: string): ReadCell => ({ kind: 'formula', text });
export const error = (text: string): ReadCell => ({ kind: 'error', text });

export interface Table {
  readonly kind?: ImportKind;
  readonly sheet?: string;
  readonly rows: readonly (readonly Typed[])[];
  readonly hidden?: readonly number[];
  readonly summary?: Partial<TableSummary>;
}

function cellOf(typed: Typed): ReadCell {
  if (typeof typed !== 'string') return typed;
  return typed === '' ? { kind: 'empty', text: '' } : { kind: 'text', text: typed };
}

/** Rows as the reader gives them; a text is a cell with text. */
export function rowsOf({ rows, sheet = 'Giften', hidden = [] }: Table): readonly ReadRow[] {
  return rows.map((cells, at) => ({
    sheet,
    row: at + 1,
    hidden: hidden.includes(at + 1),
    cells: cells.map(cellOf),
  }));
}

export function checked(table: Table): ReturnType<typeof checkTable> {
  const { sheet = 'Giften', kind = 'contributions', summary = {} } = table;
  const whole: TableSummary = {
    rows: table.rows.length,
    sheets: [{ name: sheet, hidden: false }],
    hiddenColumns: [],
    merged: [],
    encoding: null,
    delimiter: null,
    properties: {},
    ...summary,
  };
  return checkTable(rowsOf(table), whole, { ...CONTEXT, kind });
}

/** Everything said of a table, as a treasurer reads it: faults, or with `warnings` those. */
export function said(table: Table, what: 'faults' | 'warnings' = 'faults'): readonly string[] {
  const { rows, outcome } = checked(table);
  const line = ({ place, value, rule, mend }: ReturnType<typeof sayFault>): string =>
    `${place}${value === '' ? '' : ` "${value}"`}: ${rule} ${mend}`
      .trim()
      .replaceAll('\u00a0', ' ');
  if (what === 'faults')
    return [...outcome.faults, ...rows.flatMap(({ faults }) => faults)].map((one) =>
      line(sayFault(one, WORDS)),
    );
  return [...outcome.warnings, ...rows.flatMap(({ warnings }) => warnings)].map((one) =>
    line(sayWarning(one, WORDS)),
  );
}

export const HEADINGS = [
  'Soort gever',
  'Naam gever',
  'Plaats',
  'Soort bijdrage',
  'Datum ontvangst',
  'Bedrag',
];
export const GOOD: readonly Typed[] = [
  'Persoon',
  'A. Gever',
  'Utrecht',
  'Gift',
  day('2025-04-17'),
  number('100'),
];

/** One row in which one cell is otherwise; a heading that is not there yet comes behind. */
export function withCell(heading: string, cell: Typed): Table {
  const at = HEADINGS.indexOf(heading);
  if (at < 0)
    return {
      rows: [
        [...HEADINGS, heading],
        [...GOOD, cell],
      ],
    };
  return { rows: [HEADINGS, GOOD.map((one, place) => (place === at ? cell : one))] };
}
