import { type Database } from '../database/database';
import { type Scope } from '../database/transaction';
import { describeFailure } from './failure';
import { type HandlersByName } from './handlers';
import { type JobHandler, type JobPayload } from './job';

/** What runs without a person: actor 'system', database role worker. */
export function workerScope(what: string, tenantId: string | null = null): Scope {
  return { role: 'worker', tenantId, actorId: 'system', actorRole: 'system', requestId: what };
}

interface ClaimedJob {
  readonly id: string;
  readonly tenantId: string | null;
  readonly kind: string;
  readonly payload: JobPayload;
  readonly attempts: number;
}

const CLAIM_SIZE = 10;
const LANES = 2;
const LEASE_SECONDS = 60;
/** The waits double from two seconds on, so twelve attempts span a little over an hour. */
const ATTEMPTS = 12;

const GIVE_UP = `
  update platform.job set state = 'failed', lease_until = null,
         last_error = coalesce(last_error, 'the worker died while it ran this job')
   where id in (select id from platform.job
                 where state = 'running' and lease_until < clock_timestamp() and attempts >= $1
                 for update skip locked)`;

const CLAIM = `
  update platform.job j
     set state = 'running', attempts = j.attempts + 1, retry_at = null,
         lease_until = clock_timestamp() + make_interval(secs => $2)
   where j.id in (
     select id from platform.job
      where kind = any($1::text[])
        and (state = 'ready' and run_at <= (select platform.now())
               and (retry_at is null or retry_at <= clock_timestamp())
             or state = 'running' and lease_until < clock_timestamp())
      order by run_at, id
      limit $3
      for update skip locked)
  returning j.id, j.tenant_id as "tenantId", j.kind, j.payload, j.attempts`;

/** Drains the jobs that may run now. Any number of runners can do so at once. */
export class JobRunner {
  constructor(
    private readonly database: Database,
    private readonly handlers: () => HandlersByName<JobHandler<JobPayload>>,
  ) {}

  /** Runs jobs until none is ready, and gives how many it ran to a good end. */
  async drain(wanted: () => boolean = () => true): Promise<number> {
    let done = 0;
    while (wanted()) {
      const claimed = await this.claim();
      if (claimed.length === 0) break;
      const lanes = Array.from({ length: LANES }, async () => {
        for (let job = claimed.shift(); job !== undefined; job = claimed.shift()) {
          if (await this.runOne(job)) done += 1;
        }
      });
      const ended = await Promise.allSettled(lanes);
      for (const lane of ended) if (lane.status === 'rejected') throw lane.reason;
    }
    return done;
  }

  private claim(): Promise<ClaimedJob[]> {
    return this.database.inTransaction(workerScope('jobs.claim'), async (tx) => {
      await tx.query(GIVE_UP, [ATTEMPTS]);
      const kinds = [...this.handlers().keys()];
      return tx.query<ClaimedJob>(CLAIM, [kinds, LEASE_SECONDS, CLAIM_SIZE]);
    });
  }

  private async runOne(job: ClaimedJob): Promise<boolean> {
    try {
      return await this.runAndMarkDone(job);
    } catch (error) {
      await this.recordFailure(job, error);
      return false;
    }
  }

  private runAndMarkDone(job: ClaimedJob): Promise<boolean> {
    return this.database.inTransaction(workerScope(`job.${job.id}`, job.tenantId), async (tx) => {
      // Only the worker whose claim still stands may run it; the row stays locked until the end.
      // Waiting for the lock, not skipping: another worker's claim may hold it for a moment while it
      // finds that the row is taken, and the job would then lie still until its lease is over.
      const [mine] = await tx.query(
        `select id from platform.job where id = $1 and state = 'running' and attempts = $2
          for update`,
        [job.id, job.attempts],
      );
      if (mine === undefined) return false;
      const handler = this.handlers().get(job.kind);
      if (handler === undefined) throw new Error(`no handler for the job "${job.kind}"`);
      await handler.run(tx, job.payload);
      await tx.query(
        `update platform.job set state = 'done', done_at = platform.now(), lease_until = null,
                last_error = null where id = $1`,
        [job.id],
      );
      return true;
    });
  }

  private async recordFailure(job: ClaimedJob, error: unknown): Promise<void> {
    await this.database.inTransaction(workerScope('jobs.failure'), (tx) =>
      tx.query(
        `update platform.job
            set state = case when attempts >= $3 then 'failed' else 'ready' end,
                lease_until = null, last_error = $4,
                retry_at = clock_timestamp()
                  + make_interval(secs => least(3600, power(2, attempts)::integer))
          where id = $1 and state = 'running' and attempts = $2`,
        [job.id, job.attempts, ATTEMPTS, describeFailure(error)],
      ),
    );
  }
}
