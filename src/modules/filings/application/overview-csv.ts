import { type OverviewContent } from '../../../legal/facts/filing';
import { type EuroCents } from '../../../legal/kernel/euro-cents';
import {
  amountCell,
  type Cell,
  dayCell,
  EMPTY,
  textCell,
} from '../../../platform/spreadsheet/cell';
import { type CsvStyle, writeCsv } from '../../../platform/spreadsheet/csv';

/** Amounts as exact decimals with a point, days as yyyy-mm-dd: for programs. */
const STYLE: CsvStyle = {
  delimiter: ',',
  amount: (cents: EuroCents) => (cents / 100).toFixed(2),
  day: (day) => day,
};

const COLUMNS = [
  'list',
  'name',
  'address',
  'residence',
  'country',
  'owners',
  'year',
  'received_on',
  'type',
  'form',
  'amount',
  'returned',
  'highest',
  'at_end',
] as const;
type Column = (typeof COLUMNS)[number];

function row(cells: Partial<Record<Column, Cell>>): readonly Cell[] {
  return COLUMNS.map((column) => cells[column] ?? EMPTY);
}

function text(value: string | null): Cell {
  return textCell(value ?? '');
}

function giftRows({ gifts }: OverviewContent): readonly (readonly Cell[])[] {
  return gifts.flatMap((gift) =>
    gift.lines.map((line) =>
      row({
        list: textCell('gift'),
        name: text(gift.name),
        address: text(gift.address),
        residence: text(gift.residence),
        country: text(gift.country),
        owners: textCell(gift.ubos.map(({ name }) => name).join('; ')),
        year: textCell(String(gift.year)),
        received_on: dayCell(line.receivedOn),
        type: textCell(line.type),
        form: textCell(line.form),
        amount: amountCell(line.amount),
        returned: amountCell(line.returned),
      }),
    ),
  );
}

function debtRows({ debts }: OverviewContent): readonly (readonly Cell[])[] {
  return debts.map((debt) =>
    row({
      list: textCell('debt'),
      name: text(debt.creditor),
      address: text(debt.address),
      residence: text(debt.residence),
      highest: amountCell(debt.highest),
      at_end: amountCell(debt.atEnd),
    }),
  );
}

function lookThroughRows({ lookThrough }: OverviewContent): readonly (readonly Cell[])[] {
  return lookThrough.flatMap(({ name, year, givers }) =>
    givers.map((giver) =>
      row({
        list: textCell('look_through'),
        name: text(giver.name),
        residence: text(giver.residence),
        owners: text(name),
        year: textCell(String(year)),
        amount: amountCell(giver.amount),
      }),
    ),
  );
}

/** Every row of an overview in one table; `list` says which list it stands in. */
export function overviewCsv(content: OverviewContent): string {
  const rows = [...giftRows(content), ...debtRows(content), ...lookThroughRows(content)];
  return writeCsv([COLUMNS.map(textCell), ...rows], STYLE);
}
