/** Three clocks read at one moment, in milliseconds: two that can be set and one that cannot. */
export interface ClockReading {
  /** clock_timestamp() of PostgreSQL, never shifted by platform.set_clock. */
  readonly postgres: number;
  /** The clock of this machine. */
  readonly machine: number;
  /** The steady counter of this machine, which only goes forward, second by second. */
  readonly steady: number;
}

const TOLERANCE = 30_000;
/** At one reading a second: a minute in which nothing jumps. */
const AGREEING_READINGS = 60;

const seconds = (milliseconds: number): string => (milliseconds / 1000).toFixed(0);

/**
 * Holds all firing while the clocks do not agree. A clock that is an hour ahead would fire an
 * hour's deadlines early, which cannot be taken back; firing a minute late does no harm.
 */
export class ClockGuard {
  private last: ClockReading | undefined;
  private agreeing = 0;
  private reason: string | null = null;

  constructor(
    private readonly tolerance: number = TOLERANCE,
    private readonly agreeingReadings: number = AGREEING_READINGS,
  ) {}

  /** Why nothing fires, or null when the clocks agree. */
  get heldBecause(): string | null {
    return this.reason;
  }

  /** Takes a new reading into account. */
  judge(reading: ClockReading): void {
    const trouble = this.troubleIn(reading);
    this.last = reading;
    if (trouble !== null) {
      this.reason = trouble;
      this.agreeing = 0;
    } else if (this.reason !== null) {
      this.agreeing += 1;
      if (this.agreeing >= this.agreeingReadings) this.reason = null;
    }
  }

  /**
   * The latest that PostgreSQL's clock can rightly show at `steady`, as ISO 8601 in UTC; null when
   * nothing may fire. The claiming statement compares it, so a jump after the last reading is
   * noticed too.
   */
  latestPlausible(steady: number): string | null {
    if (this.last === undefined || this.reason !== null) return null;
    return new Date(
      this.last.postgres + (steady - this.last.steady) + this.tolerance,
    ).toISOString();
  }

  private troubleIn(reading: ClockReading): string | null {
    const apart = reading.postgres - reading.machine;
    if (Math.abs(apart) > this.tolerance) {
      return `the clocks of PostgreSQL and this machine are ${seconds(apart)} s apart`;
    }
    if (this.last === undefined) return null;
    const passed = reading.steady - this.last.steady;
    const jumped = [
      ['PostgreSQL', reading.postgres - this.last.postgres - passed],
      ['this machine', reading.machine - this.last.machine - passed],
    ] as const;
    const worst = jumped.find(([, jump]) => Math.abs(jump) > this.tolerance);
    return worst === undefined ? null : `the clock of ${worst[0]} jumped ${seconds(worst[1])} s`;
  }
}
