import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readPublishedList } from '../../../src/modules/register/application/read-published-list';
import { reconcile } from '../../../src/modules/register/application/reconcile';
import {
  type DonorTotal,
  type PublishedList,
} from '../../../src/modules/register/facts/published-list';
import { type Reconciliation } from '../../../src/modules/register/facts/reconciliation';

export const YEARS = [2023, 2024, 2025] as const;

const FOLDER = join(__dirname, '..', '..', '..', 'src', 'demo', 'published-lists');

/** The published list of a year, byte for byte. */
export function publishedBytes(year: number): Buffer {
  return readFileSync(join(FOLDER, `substantial-gifts-${String(year)}.csv`));
}

export function publishedText(year: number): string {
  return publishedBytes(year).toString('utf8');
}

/** A cell that is shown with its place only: as the ministry's file has it, and as it is shown. */
export type CutText = readonly [cell: string, listed: string, shown: string];

export const CUT_CELLS: Readonly<Record<(typeof YEARS)[number], readonly CutText[]>> = {
  2023: [['E94', 'Rosninveld 179, 7896 LK Groningen', 'Groningen']],
  2024: [
    ['E230', 'Posgerdam 26, \n3900 IM Vriezenveen', 'Vriezenveen'],
    [
      'F249',
      'Gelmerhuizen B.V. \n(E. Oltvendam)\nRielaaker 61, \n1504 AL Weswousma',
      'Gelmerhuizen B.V. (E. Oltvendam), Weswousma',
    ],
  ],
  2025: [
    ['E256', 'Haazedijk 63, 5260 KR Beekbergen', 'Beekbergen'],
    ['E262', 'Haadijhaar 119, 2204 WV Tholen', 'Tholen'],
  ],
};

/** The published list of a year as everybody gets it: of a person and an owner the place only. */
export function publicText(year: (typeof YEARS)[number]): string {
  return CUT_CELLS[year].reduce(
    (text, [, listed, shown]) =>
      text.replace(`"${listed}"`, shown.includes(',') ? `"${shown}"` : shown),
    publishedText(year),
  );
}

export function listOf(text: string, year: number): PublishedList {
  const { list, problems } = readPublishedList(text, year);
  if (list === null) throw new Error(`refused: ${JSON.stringify(problems)}`);
  return list;
}

export function publishedList(year: number): PublishedList {
  return listOf(publishedText(year), year);
}

export function reconciliationOf(text: string, year: number): Reconciliation {
  return reconcile(listOf(text, year), readPublishedList(text, year).problems);
}

/** The donor totals of a name, in the order of the list. */
export function totalsOf(list: PublishedList, donor: string): readonly DonorTotal[] {
  return list.donorTotals.filter(({ donor: { name } }) => name === donor);
}

/** A small list in the layout of 2024 and later; each row is the nine cells, parted by "|". */
export function smallList(...rows: readonly string[]): string {
  const cells = rows.map((row) => row.split('|'));
  const quoted = (cell: string): string => `"${cell.replaceAll('"', '""')}"`;
  const parties = [...new Set(cells.map(([party = '']) => party))];
  return [
    'Overzicht giften van € 10.000 en hoger aan politieke partijen 2025,,,,,,,,',
    ',,,,,,,,',
    'Politieke partij,Giften van € 10.000 en hoger ontvangen?,Totaalbedrag,,,,,,',
    ...parties.map((party) => `${party},Ja.,0,,,,,,`),
    'Totaal,,0,,,,,,',
    ',,,,,,,,',
    'Toelichting op overzicht:,,,,,,,,',
    ',,,,,,,,',
    'Politieke partij,Neveninstelling,Totaal 2025,Naam donateur,Adres gever,UBO,Bedragen > € 10.000,Datum ,Toelichting',
    ...cells.map((row) => row.map(quoted).join(',')),
    '',
  ].join('\n');
}
