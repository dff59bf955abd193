import {
  type BeforeApplicationShutdown,
  Inject,
  Injectable,
  Logger,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { type Config, CONFIG } from '../../../platform/config/config';
import { Ticker } from '../../../platform/jobs/ticker';
import { SealAudit } from '../application/seal-audit';

const EVERY_SECOND = 1000;

/** Seals the log every second in a process that does background work, and once more at its end. */
@Injectable()
export class Sealing implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly ticker: Ticker;

  constructor(
    @Inject(CONFIG) private readonly config: Pick<Config, 'worker'>,
    private readonly seal: SealAudit,
  ) {
    const work = async (): Promise<void> => {
      await this.seal.run();
    };
    this.ticker = new Ticker('audit log', EVERY_SECOND, work, new Logger('Audit'));
  }

  onApplicationBootstrap(): void {
    if (this.config.worker) this.ticker.start();
  }

  async beforeApplicationShutdown(): Promise<void> {
    if (!this.config.worker) return;
    await this.ticker.stop();
    // What is not sealed now is sealed after the next start; a fault was told by the ticker.
    await this.seal.run().catch(() => undefined);
  }
}
