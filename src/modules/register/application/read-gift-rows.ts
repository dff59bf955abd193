import { type EuroCents, reaches } from '../../../legal/kernel/euro-cents';
import { type PlainDate, yearOf } from '../../../legal/kernel/plain-date';
import {
  type CellProblem,
  type ColumnKey,
  type DonorTotal,
  type ProblemCode,
  type PublishedGift,
  type RowAsWritten,
  type SourceRow,
} from '../facts/published-list';
import { affiliateNamed } from './affiliates';
import { problemAt } from './cell-problems';
import { type Layout } from './list-layout';
import { type ReadAmount, readAmount, readDay, tidy } from './read-cells';
import { readDonor, saysInKind } from './read-donor';

/** Reads the cells of one row by column, and reports on them with their exact place. */
class RowReader {
  constructor(
    private readonly layout: Layout,
    private readonly row: SourceRow,
    private readonly problems: CellProblem[],
  ) {}

  cell(key: ColumnKey): string {
    const column = this.layout.columns.find((each) => each.key === key);
    return column === undefined ? '' : (this.row.cells[column.index] ?? '');
  }

  report(code: ProblemCode, key: ColumnKey): void {
    const column = this.layout.columns.find((each) => each.key === key);
    const place = {
      row: this.row.row,
      column: column?.index ?? 0,
      heading: column?.heading ?? key,
    };
    this.problems.push(problemAt(code, place, this.cell(key)));
  }

  amount(key: 'total' | 'gift'): ReadAmount | null {
    const cell = this.cell(key);
    if (cell.trim() === '') return null;
    const amount = readAmount(cell);
    if (amount === null) this.report('amount_unreadable', key);
    else if (amount.cents <= 0) this.report('amount_not_positive', key);
    else if (amount.wasText) this.report('amount_as_text', key);
    return amount;
  }

  day(): PlainDate | null {
    const cell = this.cell('day');
    if (cell.trim() === '') return null;
    const day = readDay(cell);
    if (day === null) this.report('day_unreadable', 'day');
    else if (yearOf(day) !== this.layout.year) this.report('day_outside_year', 'day');
    return day;
  }

  gift(): PublishedGift {
    const amount = this.amount('gift')?.cents ?? null;
    const receivedOn = this.day();
    if (amount === null && receivedOn !== null) this.report('day_without_amount', 'day');
    if (amount !== null && this.cell('day').trim() === '')
      this.report('amount_without_day', 'gift');
    const asWritten = this.asWritten();
    return {
      row: this.row.row,
      amount,
      receivedOn,
      inKind: saysInKind(asWritten.remark),
      asWritten,
    };
  }

  asWritten(): RowAsWritten {
    return {
      party: this.cell('party'),
      affiliate: this.cell('affiliate'),
      donor: this.cell('donor'),
      address: this.cell('address'),
      ubo: this.cell('ubo'),
      remark: this.cell('remark'),
    };
  }
}

/** Rows of one donor to one recipient share this; the list repeats the names on each row. */
function groupKey(words: RowAsWritten): string {
  const affiliate = affiliateNamed(words.affiliate)?.key ?? '';
  return [tidy(words.party), affiliate, tidy(words.donor)].join('\n').toLowerCase();
}

function checkNames(reader: RowReader): void {
  if (tidy(reader.cell('party')) === '') reader.report('party_missing', 'party');
  if (tidy(reader.cell('donor')) === '') reader.report('donor_missing', 'donor');
  for (const key of ['donor', 'ubo', 'address'] as const) {
    if (/\p{Letter}\?\p{Letter}|\uFFFD/u.test(reader.cell(key)))
      reader.report('lost_character', key);
  }
}

function newTotal(gift: PublishedGift, total: EuroCents, totalWasText: boolean): DonorTotal {
  return {
    row: gift.row,
    party: tidy(gift.asWritten.party),
    affiliate: affiliateNamed(gift.asWritten.affiliate),
    donor: readDonor(gift.asWritten),
    total,
    totalWasText,
    gifts: [gift],
  };
}

/**
 * Reads the rows under the headings into donor totals. A row with a total starts a donor; a row
 * with an empty total belongs to the donor above it.
 */
export function readGiftRows(layout: Layout): readonly [DonorTotal[], CellProblem[]] {
  const problems: CellProblem[] = [];
  const totals: DonorTotal[] = [];
  for (const row of layout.rows) {
    if (row.kind !== 'gift') continue;
    const reader = new RowReader(layout, row, problems);
    checkNames(reader);
    const total = reader.amount('total');
    const gift = reader.gift();
    const above = totals.at(-1);
    if (total !== null) {
      if (!reaches(total.cents, layout.threshold)) reader.report('total_below_threshold', 'total');
      totals.push(newTotal(gift, total.cents, total.wasText));
    } else if (above !== undefined && continues(above, gift)) {
      totals[totals.length - 1] = { ...above, gifts: [...above.gifts, gift] };
    } else if (reader.cell('total').trim() === '') {
      reader.report('total_missing', 'total');
    }
  }
  return [totals, problems];
}

function continues(above: DonorTotal, gift: PublishedGift): boolean {
  const start = above.gifts[0];
  return start !== undefined && groupKey(start.asWritten) === groupKey(gift.asWritten);
}
