import { Injectable } from '@nestjs/common';
import { type Scope } from '../../../platform/database/transaction';
import { writeCsv } from '../../../platform/spreadsheet/csv';
import { MINISTRY_CSV, ReadRegister } from '../../register/public';
import { compareOverview, type Comparison, rowsOfList } from '../facts/compare-overview';
import { overviewSheet } from '../facts/overview-sheet';
import { BuildOverviews } from './build-overviews';

/** Lays the list that the ministry published beside the one made from the register. */
@Injectable()
export class CompareWithList {
  constructor(
    private readonly register: ReadRegister,
    private readonly overviews: BuildOverviews,
  ) {}

  /** @returns null for a year of which the ministry's list was never read in. */
  async run(scope: Scope, year: number): Promise<Comparison | null> {
    const years = await this.register.years(scope);
    const overview = await this.overviews.ofYear(year);
    if (overview === null || !years.some((list) => list.year === year)) return null;
    const { rows } = overviewSheet(overview.frame, overview.rows);
    const generated = writeCsv(
      rows.map(({ cells }) => cells),
      MINISTRY_CSV,
    );
    const listed = await this.register.csv(scope, year);
    return compareOverview(rowsOfList(listed), rowsOfList(generated));
  }
}
