/** Where a ticker tells what went wrong, and that it goes right again. */
export interface TickerLog {
  readonly warn: (message: string) => void;
  readonly log: (message: string) => void;
}

/**
 * Does one piece of work again and again, never twice at the same time. A failure is told once,
 * not every tick, and never ends the ticking: the next tick tries again.
 */
export class Ticker {
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> | undefined;
  private again = false;
  private stopped = true;
  private trouble: string | undefined;

  constructor(
    private readonly name: string,
    private readonly everyMilliseconds: number,
    private readonly work: () => Promise<unknown>,
    private readonly logger: TickerLog,
  ) {}

  start(): void {
    this.stopped = false;
    this.wake();
  }

  /** Works now, or once more when it is working already. */
  wake(): void {
    if (this.stopped) return;
    if (this.running !== undefined) {
      this.again = true;
      return;
    }
    clearTimeout(this.timer);
    this.running = this.tick();
  }

  /** Starts nothing new and waits for what is running. */
  async stop(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.timer);
    await this.running;
  }

  private async tick(): Promise<void> {
    do {
      this.again = false;
      await this.attempt();
    } while (this.wantsMore());
    this.running = undefined;
    if (!this.stopped) this.timer = setTimeout(() => this.wake(), this.everyMilliseconds);
  }

  private wantsMore(): boolean {
    return this.again && !this.stopped;
  }

  private async attempt(): Promise<void> {
    try {
      await this.work();
      if (this.trouble !== undefined) this.logger.log(`${this.name}: works again`);
      this.trouble = undefined;
    } catch (error) {
      const trouble = error instanceof Error ? error.message : String(error);
      if (trouble !== this.trouble) this.logger.warn(`${this.name}: ${trouble}`);
      this.trouble = trouble;
    }
  }
}
