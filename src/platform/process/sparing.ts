import { setFlagsFromString } from 'node:v8';

/**
 * How much the heap may grow beyond what is in use before it is swept, in percent. By itself it
 * grows to several times that when there is memory to be had. Measured in bench/README.md.
 */
const GROWTH = 25;

let running = 0;

/**
 * Runs work through which very many rows pass. While any such work runs, the whole process keeps its
 * memory small at the cost of sweeping more often; nothing is refused.
 */
export async function sparing<T>(work: () => Promise<T>): Promise<T> {
  running += 1;
  setFlagsFromString(`--heap-growing-percent=${String(GROWTH)}`);
  try {
    return await work();
  } finally {
    running -= 1;
    // Zero leaves it to the machine again.
    if (running === 0) setFlagsFromString('--heap-growing-percent=0');
  }
}
