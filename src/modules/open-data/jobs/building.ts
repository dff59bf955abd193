import {
  type BeforeApplicationShutdown,
  Inject,
  Injectable,
  Logger,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { type Config, CONFIG } from '../../../platform/config/config';
import { Database } from '../../../platform/database/database';
import { workerScope } from '../../../platform/jobs/public';
import { Ticker } from '../../../platform/jobs/ticker';
import { PublicationChanges } from '../../publication/public';
import { BuildFiles } from '../application/build-files';
import { remakeFilingStatus } from '../persistence/filing-status.store';

/** What another process published is seen this soon; what this one published at once. */
const EVERY_TWO_SECONDS = 2000;
const EVERY_HALF_MINUTE = 30_000;

/** Keeps files and standings up to date in a process that does background work. */
@Injectable()
export class Building implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly files: Ticker;
  private readonly filings: Ticker;

  constructor(
    @Inject(CONFIG) private readonly config: Pick<Config, 'worker'>,
    private readonly database: Database,
    private readonly changes: PublicationChanges,
    build: BuildFiles,
  ) {
    const logger = new Logger('OpenData');
    this.files = new Ticker('files', EVERY_TWO_SECONDS, () => build.run(), logger);
    const remake = (): Promise<void> =>
      this.database.inTransaction(workerScope('open-data.filings'), remakeFilingStatus);
    this.filings = new Ticker('standing of filings', EVERY_HALF_MINUTE, remake, logger);
  }

  onApplicationBootstrap(): void {
    if (!this.config.worker) return;
    this.changes.subscribe(() => this.files.wake());
    this.files.start();
    this.filings.start();
  }

  async beforeApplicationShutdown(): Promise<void> {
    await Promise.all([this.files.stop(), this.filings.stop()]);
  }
}
