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
