import { type EuroCents, sum, ZERO } from '../../../legal/kernel/euro-cents';
import {
  amountCell,
  type Cell,
  dayCell,
  EMPTY,
  textCell,
} from '../../../platform/spreadsheet/cell';
import { type CsvStyle } from '../../../platform/spreadsheet/csv';
import { type Book, type Sheet, type SheetRow } from '../../../platform/spreadsheet/sheet';
import {
  type ColumnKey,
  type DonorTotal,
  type PublishedGift,
  type PublishedList,
} from '../facts/published-list';
import { writeAmount, writeDay } from './read-cells';
import { partiesOf } from './reconcile';

/** The way the ministry's files write amounts and days, so that an export can be read back. */
export const MINISTRY_CSV: CsvStyle = { delimiter: ',', amount: writeAmount, day: writeDay };

const WIDTHS: Readonly<Record<ColumnKey, number>> = {
  party: 18,
  affiliate: 36,
  total: 16,
  donor: 40,
  address: 44,
  ubo: 40,
  gift: 16,
  day: 13,
  remark: 40,
};

function widthOf(list: PublishedList): number {
  return Math.max(...list.columns.map(({ index }) => index)) + 1;
}

function padded(cells: readonly Cell[], width: number): Cell[] {
  return Array.from({ length: width }, (_, at) => cells[at] ?? EMPTY);
}

function headerRow(list: PublishedList): SheetRow {
  const cells = padded([], widthOf(list));
  for (const { index, heading } of list.columns) cells[index] = textCell(heading);
  return { cells, style: 'header' };
}

function cellOf(key: ColumnKey, gift: PublishedGift, total: EuroCents | null): Cell {
  switch (key) {
    case 'total':
      return amountCell(total);
    case 'gift':
      return amountCell(gift.amount);
    case 'day':
      return dayCell(gift.receivedOn);
    case 'party':
    case 'affiliate':
    case 'donor':
    case 'address':
    case 'ubo':
    case 'remark':
      return textCell(gift.asWritten[key]);
  }
}

/** The first row of a donor carries the total; the rows after it leave that cell empty. */
function donorRows(list: PublishedList, donor: DonorTotal): SheetRow[] {
  return donor.gifts.map((gift, at) => {
    const cells = padded([], widthOf(list));
    for (const { key, index } of list.columns) {
      cells[index] = cellOf(key, gift, at === 0 ? donor.total : null);
    }
    return { cells, style: 'plain' };
  });
}

function summaryRows(list: PublishedList): SheetRow[] {
  const sums = new Map<string, EuroCents>();
  for (const { party, total } of list.donorTotals) {
    sums.set(party, sum([sums.get(party) ?? ZERO, total]));
  }
  const rows = partiesOf(list).map((party): SheetRow => {
    const printed = list.parties.find((each) => each.party === party);
    const cells = [
      textCell(printed?.partyAsWritten ?? party),
      textCell(printed?.answerAsWritten ?? 'Ja.'),
      amountCell(sums.get(party) ?? ZERO),
    ];
    return { cells, style: 'plain' };
  });
  const all = sum([...sums.values()]);
  return [
    { cells: list.summaryHeadings.map(textCell), style: 'header' },
    ...rows,
    { cells: [textCell('Totaal'), EMPTY, amountCell(all)], style: 'total' },
  ];
}

/**
 * The whole list in the ministry's layout, row by row: title, summary per party, explanation,
 * rows. The totals in the summary are sums of the rows, whatever was printed before.
 */
export function listRows(list: PublishedList): readonly SheetRow[] {
  const blank: SheetRow = { cells: [], style: 'plain' };
  const rows: SheetRow[] = [
    { cells: [textCell(list.title)], style: 'title' },
    blank,
    ...summaryRows(list),
    blank,
    ...list.notes.map((note): SheetRow => ({ cells: [textCell(note)], style: 'note' })),
    blank,
    headerRow(list),
    ...list.donorTotals.flatMap((donor) => donorRows(list, donor)),
  ];
  return rows.map((row) => ({ ...row, cells: padded(row.cells, widthOf(list)) }));
}

/**
 * Two sheets: the whole list as the ministry lays it out, and the rows alone, whose heading stays
 * in sight while scrolling (above the first sheet's rows stand thirty lines).
 *
 * @param moment when the list was imported; it makes the file the same every time.
 */
export function listBook(list: PublishedList, moment: string): Book {
  const whole = listRows(list);
  const header = whole.length - list.donorTotals.flatMap(({ gifts }) => gifts).length;
  const widths = padded([], widthOf(list)).map((_, at) => {
    const key = list.columns.find(({ index }) => index === at)?.key;
    return key === undefined ? 10 : WIDTHS[key];
  });
  const sheets: Sheet[] = [
    {
      name: `Overzicht ${String(list.year)}`,
      widths,
      rows: whole,
      frozenRows: 0,
      headerRow: header,
    },
    {
      name: `Giften ${String(list.year)}`,
      widths,
      rows: whole.slice(header - 1),
      frozenRows: 1,
      headerRow: 1,
    },
  ];
  return { title: list.title, author: 'Partijgiften', moment, sheets };
}
