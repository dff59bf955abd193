import {
  type BeforeApplicationShutdown,
  Inject,
  Injectable,
  Logger,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { type Config, CONFIG } from '../../../platform/config/config';
import { Ticker } from '../../../platform/jobs/ticker';
import { PublicationChanges } from '../../publication/public';
import { WriteAlerts } from '../application/write-alerts';

const EVERY_MINUTE = 60_000;

/** Looks for news after every publication, in a process that does background work. */
@Injectable()
export class Alerting implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly ticker: Ticker;

  constructor(
    @Inject(CONFIG) private readonly config: Pick<Config, 'worker'>,
    private readonly changes: PublicationChanges,
    alerts: WriteAlerts,
  ) {
    this.ticker = new Ticker('alerts', EVERY_MINUTE, () => alerts.run(), new Logger('Site'));
  }

  onApplicationBootstrap(): void {
    if (!this.config.worker) return;
    this.changes.subscribe(() => this.ticker.wake());
    this.ticker.start();
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.ticker.stop();
  }
}
