import { Injectable } from '@nestjs/common';
import { yearOf } from '../../../legal/kernel/plain-date';
import { Database } from '../../../platform/database/database';
import { type Transaction } from '../../../platform/database/transaction';
import { writeCsv } from '../../../platform/spreadsheet/csv';
import { type Sheet } from '../../../platform/spreadsheet/sheet';
import { writeWorkbook } from '../../../platform/spreadsheet/write-workbook';
import { readElections } from '../../elections/public';
import { type PublicGift } from '../../publication/public';
import { MINISTRY_CSV } from '../../register/public';
import { giftOf } from '../facts/change';
import { type OverviewRow, overviewRows } from '../facts/overview-rows';
import { type OverviewFrame, overviewSheet, widthsOf } from '../facts/overview-sheet';
import { partiesWithout } from '../persistence/filing-status.store';
import { giftsOfLargeDonors } from '../persistence/register.store';
import { type FileMaker, type MadeOverview } from './file-maker';
import { type OverviewPlan, plansFor } from './overview-plans';
import { READER } from './reader';

/** An overview as it stands now. */
export interface Overview {
  readonly frame: OverviewFrame;
  readonly rows: readonly OverviewRow[];
  /** When the newest gift in it changed; the same facts give the same file. */
  readonly moment: string;
}

/** Before anything is in it. */
const NO_MOMENT = '2023-01-01T00:00:00.000Z';

/** Makes the layouts of the ministry from the public gifts. */
@Injectable()
export class BuildOverviews {
  constructor(private readonly database: Database) {}

  /** Everything that hangs on the gifts of a year. */
  async year(maker: FileMaker, year: number): Promise<void> {
    const elections = await this.asReader(readElections);
    for (const plan of plansFor(year, elections)) {
      const overview = await this.asReader((tx) => readOverview(tx, plan));
      for (const file of await written(plan, overview)) await maker.overview(file);
    }
  }

  /** The list of one year as the register gives it; null before such lists existed. */
  async ofYear(year: number): Promise<Overview | null> {
    const plan = plansFor(year, []).find(({ kind }) => kind === 'jaar');
    return plan === undefined ? null : this.asReader((tx) => readOverview(tx, plan));
  }

  private asReader<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
    return this.database.inTransaction(READER, work);
  }
}

/** Gifts of donors who can reach the threshold in a year; the smaller ones are not read at all. */
async function giftsIn(tx: Transaction, plan: OverviewPlan): Promise<readonly PublicGift[]> {
  const gifts: PublicGift[] = [];
  for (let year = yearOf(plan.from); year <= yearOf(plan.until); year += 1)
    await giftsOfLargeDonors(tx, year, plan.rule.from, (contents) => {
      gifts.push(...contents.map(giftOf));
      return Promise.resolve();
    });
  return gifts.filter(
    ({ receivedOn }) =>
      plan.wholeYear ||
      (receivedOn !== null && plan.from <= receivedOn && receivedOn <= plan.until),
  );
}

/** Per calendar year: the threshold counts in each by itself (arts. 25, 28). */
async function readOverview(tx: Transaction, plan: OverviewPlan): Promise<Overview> {
  const gifts = await giftsIn(tx, plan);
  const years = [...new Set(gifts.map(({ year }) => year))].sort();
  const rows = years.flatMap((year) =>
    overviewRows(
      gifts.filter((gift) => gift.year === year),
      plan.rule,
    ),
  );
  const without = plan.wholeYear ? await partiesWithout(tx, plan.year) : [];
  const named = new Set(rows.map(({ party }) => party));
  const moment = gifts
    .map(({ changedAt }) => changedAt)
    .toSorted()
    .at(-1);
  return {
    frame: { ...plan.frame, without: without.filter((party) => !named.has(party)) },
    rows,
    moment: moment ?? NO_MOMENT,
  };
}

async function written(
  { kind, year }: OverviewPlan,
  { frame, rows, moment }: Overview,
): Promise<readonly MadeOverview[]> {
  const sheet = overviewSheet(frame, rows);
  const about = { kind, year, rows: rows.length };
  const csv = writeCsv(
    sheet.rows.map(({ cells }) => cells),
    MINISTRY_CSV,
  );
  const name = `Overzicht ${year}`;
  const whole: Sheet = { name, widths: widthsOf(frame), frozenRows: 0, ...sheet };
  const book = { title: frame.title, author: 'Partijgiften', moment, sheets: [whole] };
  return [
    { ...about, format: 'csv', bytes: Buffer.from(csv) },
    { ...about, format: 'xlsx', bytes: await writeWorkbook(book) },
  ];
}
