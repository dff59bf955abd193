import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { Inject, Injectable } from '@nestjs/common';
import { type PlainDate } from '../../../legal/kernel/plain-date';
import { type Config, CONFIG } from '../../../platform/config/config';
import { Database } from '../../../platform/database/database';
import { type Transaction } from '../../../platform/database/transaction';
import { stateFolder } from '../../../platform/embedded-postgres/state-folder';
import { workerScope } from '../../../platform/jobs/public';
import { registerState } from '../../publication/public';
import { changeLine, giftOf, recordOf } from '../facts/change';
import { CHANGE_COLUMNS, GIFT_COLUMNS } from '../facts/columns';
import {
  forgetProgress,
  hashesInUse,
  holdsWithheld,
  keepProgress,
  type Progress,
  progressOf,
} from '../persistence/files.store';
import {
  changesOfDay,
  daysWithChanges,
  everyYear,
  giftsOfYear,
  registerNow,
  touchedSince,
  yearsWithGifts,
} from '../persistence/register.store';
import { removeUnused } from '../writing/remove-unused';
import { BuildOverviews } from './build-overviews';
import { FileMaker } from './file-maker';
import { READER } from './reader';

/** Years and the whole set are made anew at most this share of the time, unless somebody must leave them. */
const SHARE = 1 / 20;
/** More would take the connections that pages of the register need. */
const DAYS_AT_ONCE = 2;

/** What the files were made of last. */
interface From {
  /** Below zero when none was ever made. */
  readonly number: number;
  /** True when more or fewer gifts are out of sight now. */
  readonly hidden: boolean;
}

export interface Built {
  readonly days: number;
  readonly years: number;
}

const NOTHING: Built = { days: 0, years: 0 };

/**
 * Makes the files that changes have made old: days and overviews at once, years and the whole set
 * in proportion to how long that takes. Never twice at the same time in one process; two processes
 * at once do the same work twice and nothing worse.
 */
@Injectable()
export class BuildFiles {
  /** Where the bytes stand, each file under the name of its hash. */
  readonly folder: string;
  private readonly maker: FileMaker;
  private running: Promise<Built> | undefined;

  constructor(
    private readonly database: Database,
    private readonly overviews: BuildOverviews,
    @Inject(CONFIG) config: Pick<Config, 'stateDir'>,
  ) {
    this.folder = join(stateFolder(config.stateDir), 'open-data');
    this.maker = new FileMaker(database, this.folder);
  }

  /** @param all also the years and the whole set, however lately they were made. */
  async run(all = false): Promise<Built> {
    if (this.running !== undefined) await this.running.catch(() => undefined);
    this.running ??= this.build(all).finally(() => (this.running = undefined));
    return this.running;
  }

  /** Makes everything anew the next time: bytes that should be there are not. */
  async startOver(): Promise<void> {
    await this.asWorker(forgetProgress);
  }

  private async build(all: boolean): Promise<Built> {
    const isOpen = await this.asWorker((tx) => registerState(tx));
    if (!isOpen.open) return NOTHING;
    const days = await this.advance('days', (from) => this.days(from));
    const mayWait = !all && !(await this.yearsAreDue());
    const years = mayWait ? 0 : await this.advance('years', (from) => this.years(from));
    if (days + years > 0) await this.tidy();
    return { days, years };
  }

  /** Brings one kind of files up to the newest change; gives how many parts were made. */
  private async advance(part: Progress, make: (from: From) => Promise<number>): Promise<number> {
    const { now, was } = await this.asWorker(async (tx) => ({
      now: await registerNow(tx),
      was: await progressOf(tx, part),
    }));
    if (now.changeNumber === was.changeNumber && now.hidden === was.hidden) return 0;
    const start = performance.now();
    const made = await make({ number: was.changeNumber, hidden: now.hidden !== was.hidden });
    const took = performance.now() - start;
    await this.asWorker((tx) => keepProgress(tx, part, now, took));
    return made;
  }

  private async yearsAreDue(): Promise<boolean> {
    return this.asWorker(async (tx) => {
      const { milliseconds, secondsAgo, changeNumber } = await progressOf(tx, 'years');
      if (changeNumber < 0 || secondsAgo * 1000 * SHARE >= milliseconds) return true;
      return holdsWithheld(tx, 'years');
    });
  }

  private async days(from: From): Promise<number> {
    const { days, years } =
      from.number < 0
        ? {
            days: await this.asReader(daysWithChanges),
            years: await this.asWorker(everyYear),
          }
        : await this.asWorker((tx) => touchedSince(tx, from.number, from.hidden));
    const waiting = [...days];
    await Promise.all(
      Array.from({ length: DAYS_AT_ONCE }, async () => {
        for (let day = waiting.shift(); day !== undefined; day = waiting.shift())
          await this.day(day);
      }),
    );
    for (const year of years) await this.overviews.year(this.maker, year);
    return days.length;
  }

  private async years(from: From): Promise<number> {
    const now = await this.asReader(yearsWithGifts);
    const years = await this.asWorker(async (tx) =>
      from.number < 0 ? everyYear(tx) : (await touchedSince(tx, from.number, from.hidden)).years,
    );
    for (const year of years) await this.year(year);
    await this.maker.whole(now);
    return years.length;
  }

  private day(day: PlainDate): Promise<void> {
    const table = { title: `Wijzigingen ${day}`, columns: CHANGE_COLUMNS };
    return this.maker.make({ part: 'day', day }, table, (add) =>
      this.asReader((tx) =>
        changesOfDay(tx, day, (changes) =>
          add(changes.map((row) => ({ row: recordOf(row), line: changeLine(row) }))),
        ),
      ),
    );
  }

  private year(year: number): Promise<void> {
    const table = { title: `Giften ${year}`, columns: GIFT_COLUMNS };
    return this.maker.make({ part: 'year', year }, table, (add) =>
      this.asReader((tx) =>
        giftsOfYear(tx, year, (contents) =>
          add(contents.map((line) => ({ row: giftOf(line), line }))),
        ),
      ),
    );
  }

  private async tidy(): Promise<void> {
    const inUse = await this.asWorker(hashesInUse);
    await removeUnused(this.folder, inUse);
  }

  private asReader<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
    return this.database.inTransaction(READER, work);
  }

  private asWorker<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
    return this.database.inTransaction(workerScope('open-data'), work);
  }
}
