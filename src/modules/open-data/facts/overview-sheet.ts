import { type EuroCents, euroCents } from '../../../legal/kernel/euro-cents';
import {
  amountCell,
  type Cell,
  dayCell,
  EMPTY,
  textCell,
} from '../../../platform/spreadsheet/cell';
import { type SheetRow } from '../../../platform/spreadsheet/sheet';
import { type OverviewRow } from './overview-rows';

/** What stands above the rows, and which columns there are. */
export interface OverviewFrame {
  readonly title: string;
  /** "Totaal 2025" */
  readonly totalHeading: string;
  /** "Bedragen > € 10.000" or "Bedrag" */
  readonly giftHeading: string;
  /** Beneficial owners and remarks are in the lists since 2024. */
  readonly withOwners: boolean;
  /** "Giften van € 10.000 en hoger ontvangen?" */
  readonly question: string;
  /** Parties of which is known that they received none. */
  readonly without: readonly string[];
  readonly notes: readonly string[];
}

const NOTES: readonly string[] = [
  'Toelichting op overzicht:',
  '1) Van de gegevens over het adres van een natuurlijk persoon wordt uitsluitend de woonplaats openbaar gemaakt.',
  '2) Het totaal telt wat een gever in deze periode gaf, min wat is teruggegeven. Losse giften staan met hun datum op een eigen rij.',
  '3) De totalen zijn sommen van de rijen van het register.',
];

interface Column {
  readonly heading: (frame: OverviewFrame) => string;
  readonly cell: (row: OverviewRow) => Cell;
  readonly width: number;
  readonly since2024: boolean;
}

function column(
  heading: Column['heading'],
  cell: Column['cell'],
  width: number,
  since2024 = false,
): Column {
  return { heading, cell, width, since2024 };
}

const COLUMNS: readonly Column[] = [
  column(
    () => 'Politieke partij',
    ({ party }) => textCell(party),
    18,
  ),
  column(
    () => 'Neveninstelling',
    ({ affiliate }) => textCell(affiliate),
    36,
  ),
  column(
    ({ totalHeading }) => totalHeading,
    ({ total }) => amountCell(total),
    16,
  ),
  column(
    () => 'Naam donateur',
    ({ donor }) => textCell(donor),
    40,
  ),
  column(
    () => 'Adres gever',
    ({ address }) => textCell(address),
    44,
  ),
  column(
    () => 'UBO',
    ({ ubo }) => textCell(ubo),
    40,
    true,
  ),
  column(
    ({ giftHeading }) => giftHeading,
    ({ gift }) => amountCell(gift),
    18,
  ),
  column(
    () => 'Datum',
    ({ day }) => dayCell(day),
    13,
  ),
  column(
    () => 'Toelichting',
    ({ remark }) => textCell(remark),
    40,
    true,
  ),
];

function columnsOf({ withOwners }: OverviewFrame): readonly Column[] {
  return COLUMNS.filter(({ since2024 }) => withOwners || !since2024);
}

export function widthsOf(frame: OverviewFrame): readonly number[] {
  return columnsOf(frame).map(({ width }) => width);
}

interface PartySum {
  readonly party: string;
  readonly cents: EuroCents;
}

function sums(rows: readonly OverviewRow[], without: readonly string[]): readonly PartySum[] {
  const sumOf = new Map<string, number>(without.map((party) => [party, 0]));
  for (const { party, total } of rows) sumOf.set(party, (sumOf.get(party) ?? 0) + (total ?? 0));
  const names = [...sumOf.keys()].toSorted(new Intl.Collator('nl').compare);
  return names.map((party) => ({ party, cents: euroCents(sumOf.get(party) ?? 0) }));
}

function summary(frame: OverviewFrame, rows: readonly OverviewRow[]): readonly SheetRow[] {
  const parties = sums(rows, frame.without);
  const all = euroCents(parties.reduce((sum, { cents }) => sum + cents, 0));
  const heads = ['Politieke partij', frame.question, 'Totaalbedrag'];
  const given = new Set(rows.map(({ party }) => party));
  return [
    { cells: heads.map(textCell), style: 'header' },
    ...parties.map(({ party, cents }): SheetRow => {
      const answer = given.has(party) ? 'Ja.' : 'Nee.';
      return { cells: [textCell(party), textCell(answer), amountCell(cents)], style: 'plain' };
    }),
    { cells: [textCell('Totaal'), EMPTY, amountCell(all)], style: 'total' },
  ];
}

/** The whole overview: title, summary per party, explanation, rows. */
export function overviewSheet(
  frame: OverviewFrame,
  rows: readonly OverviewRow[],
): { readonly rows: readonly SheetRow[]; readonly headerRow: number } {
  const columns = columnsOf(frame);
  const blank: SheetRow = { cells: [], style: 'plain' };
  const above: SheetRow[] = [
    { cells: [textCell(frame.title)], style: 'title' },
    blank,
    ...summary(frame, rows),
    blank,
    ...[...NOTES, ...frame.notes].map((note): SheetRow => ({
      cells: [textCell(note)],
      style: 'note',
    })),
    blank,
    { cells: columns.map(({ heading }) => textCell(heading(frame))), style: 'header' },
  ];
  const body = rows.map((row): SheetRow => ({
    cells: columns.map(({ cell }) => cell(row)),
    style: 'plain',
  }));
  const whole = [...above, ...body].map((row) => ({
    ...row,
    cells: columns.map((_, at) => row.cells[at] ?? EMPTY),
  }));
  return { rows: whole, headerRow: above.length };
}
