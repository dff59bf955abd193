import { setTimeout as wait } from 'node:timers/promises';
import { oneLine, StartFault } from '../config/start-fault';

/** What a program has started so far, in the order in which it was started. */
export interface Started {
  /** Has `stop` run when the program ends, the last one first. */
  stopLater(stop: () => Promise<void>): void;
}

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
const STOP_WITHIN = 30_000;

function complain(line: string): void {
  process.stderr.write(`${line}\n`);
}

class Running implements Started {
  private readonly stops: (() => Promise<void>)[] = [];
  private ending = false;

  stopLater(stop: () => Promise<void>): void {
    this.stops.push(stop);
  }

  async end(code: number): Promise<void> {
    if (this.ending) return;
    this.ending = true;
    await Promise.race([this.stopAll(), wait(STOP_WITHIN, undefined, { ref: false })]);
    process.exit(code);
  }

  isEnding(): boolean {
    return this.ending;
  }

  private async stopAll(): Promise<void> {
    // Not a plain loop over a copy: something may still be starting while we stop.
    for (let stop = this.stops.pop(); stop !== undefined; stop = this.stops.pop()) {
      try {
        await stop();
      } catch (error) {
        complain(`While stopping: ${oneLine(error)}`);
      }
    }
  }
}

function tell(error: unknown): void {
  if (error instanceof StartFault) complain(`Cannot start. ${error.message}`);
  else complain(error instanceof Error ? (error.stack ?? error.message) : String(error));
}

/**
 * Runs a program from start to end. Ctrl-C and SIGTERM stop everything it started, in reverse
 * order; a StartFault is shown as one line and ends with code 1. `main` resolves when the program
 * is up; with `untilDone` the program ends when `main` does.
 */
export function runProgram(
  main: (started: Started) => Promise<void>,
  untilDone: 'until stopped' | 'until done' = 'until stopped',
): void {
  const running = new Running();
  for (const signal of SIGNALS) {
    process.on(signal, () => {
      // On Ctrl-C npm passes on what the terminal sent us already, so a second signal means nothing.
      void running.end(0);
    });
  }
  main(running).then(
    async () => {
      if (untilDone === 'until done') await running.end(Number(process.exitCode ?? 0));
    },
    async (error: unknown) => {
      if (!running.isEnding()) tell(error);
      await running.end(1);
    },
  );
}
