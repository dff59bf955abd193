import { setTimeout as wait } from 'node:timers/promises';
import { newId } from '../../src/platform/ids/id';
import { BullDispatcher } from '../../src/platform/jobs/bull-dispatcher';
import { describeWithRedis, FickleRedis, tellRedis } from './support/redis';

jest.setTimeout(40_000);

/** A dispatcher that is watched as in a worker, with what arrived at it. */
class Watched {
  readonly arrived = new Set<string>();
  private readonly dispatcher: BullDispatcher;
  private readonly timer: NodeJS.Timeout;

  constructor(redisUrl: string, prefix: string = newId()) {
    this.dispatcher = new BullDispatcher({ redisUrl, prefix, silenceMilliseconds: 2000 });
    this.dispatcher.start((id) => {
      this.arrived.add(id);
      return Promise.resolve();
    });
    this.timer = setInterval(() => this.dispatcher.watch(), 100);
  }

  /** Dispatches a new identifier and tells whether it was accepted, and how long that took. */
  async send(): Promise<{ id: string; accepted: boolean; milliseconds: number }> {
    const id = newId();
    const began = performance.now();
    const accepted = await this.dispatcher.dispatch([{ id, attempt: 1 }]);
    return { id, accepted, milliseconds: performance.now() - began };
  }

  /** Sends again and again until one arrives. */
  async worksWithin(seconds: number): Promise<boolean> {
    const stop = performance.now() + seconds * 1000;
    while (performance.now() < stop) {
      const { id } = await this.send();
      for (let look = 0; look < 20 && !this.arrived.has(id); look += 1) await wait(10);
      if (this.arrived.has(id)) return true;
    }
    return false;
  }

  async stop(): Promise<void> {
    clearInterval(this.timer);
    await this.dispatcher.stop();
  }
}

async function withFickleRedis(
  redisUrl: string,
  work: (redis: FickleRedis, watched: Watched) => Promise<void>,
): Promise<void> {
  const redis = await FickleRedis.before(redisUrl);
  const watched = new Watched(redis.url);
  try {
    await work(redis, watched);
  } finally {
    await watched.stop();
    await redis.close();
  }
}

describe('Dispatching', () => {
  it('refuses at once when there is no Redis, and can be stopped', async () => {
    const watched = new Watched('redis://127.0.0.1:1');
    const { accepted, milliseconds } = await watched.send();
    expect(accepted).toBe(false);
    expect(milliseconds).toBeLessThan(1000);
    await watched.stop();
  });

  describeWithRedis((redisUrl) => {
    it('carries identifiers', async () => {
      await withFickleRedis(redisUrl, async (_redis, watched) => {
        expect(await watched.worksWithin(10)).toBe(true);
      });
    });

    it('works again after Redis was away, five times', async () => {
      await withFickleRedis(redisUrl, async (redis, watched) => {
        for (let round = 1; round <= 5; round += 1) {
          expect(await watched.worksWithin(10)).toBe(true);
          redis.goAway();
          expect((await watched.send()).accepted).toBe(false);
          await wait(200);
          redis.comeBack();
        }
        expect(await watched.worksWithin(10)).toBe(true);
      });
    });

    it('never waits longer than about a second, and works again after the connection froze', async () => {
      await withFickleRedis(redisUrl, async (redis, watched) => {
        expect(await watched.worksWithin(10)).toBe(true);
        redis.freeze();
        const { accepted, milliseconds } = await watched.send();
        expect(accepted).toBe(false);
        expect(milliseconds).toBeLessThan(3000);
        redis.comeBack();
        expect(await watched.worksWithin(20)).toBe(true);
      });
    });

    it('refuses when Redis is full, and works again when it is not', async () => {
      await withFickleRedis(redisUrl, async (_redis, watched) => {
        expect(await watched.worksWithin(10)).toBe(true);
        await tellRedis(redisUrl, 'CONFIG SET maxmemory-policy noeviction');
        await tellRedis(redisUrl, 'CONFIG SET maxmemory 1');
        try {
          expect((await watched.send()).accepted).toBe(false);
        } finally {
          await tellRedis(redisUrl, 'CONFIG SET maxmemory 0');
        }
        expect(await watched.worksWithin(10)).toBe(true);
      });
    });

    it('works again after FLUSHALL', async () => {
      await withFickleRedis(redisUrl, async (_redis, watched) => {
        expect(await watched.worksWithin(10)).toBe(true);
        await tellRedis(redisUrl, 'FLUSHALL');
        expect(await watched.worksWithin(10)).toBe(true);
      });
    });
  });
});
