import { type Database } from '../database/database';
import { type Transaction } from '../database/transaction';
import { describeFailure } from '../jobs/failure';
import { type HandlersByName } from '../jobs/handlers';
import { workerScope } from '../jobs/job-runner';
import { type ClockGuard } from './clock-guard';
import { type Deadline, type DeadlineHandler, type Effect } from './deadline';
import { readClocks, steadyNow } from './machine-clock';

/** How many deadlines one transaction fires. */
export const BATCH = 500;

/** Which deadlines to look at: named ones, or all that fell due at least so many seconds ago. */
export type Choice = { readonly ids: readonly string[] } | { readonly overdueSeconds: number };

const CLAIM = `
  with clock as materialized (select platform.now() as now),
  due as materialized (
    select d.tenant_id, d.id
      from platform.deadline d, clock
     where d.state = 'pending'
       and d.due_at <= clock.now - make_interval(secs => $2)
       and ($1::uuid[] is null or d.id = any($1))
       and d.kind = any($3::text[])
       and (d.retry_at is null or d.retry_at <= clock_timestamp())
       and clock_timestamp() <= $4::timestamptz
     order by d.due_at, d.id
     limit ${BATCH}
     for update of d skip locked)
  update platform.deadline d
     set state = 'fired', fired_at = clock.now, fired_by = $5, last_error = null, retry_at = null
    from due, clock
   where d.tenant_id = due.tenant_id and d.id = due.id and d.state = 'pending'
  returning d.id, d.tenant_id as "tenantId", d.kind, d.subject_id as "subjectId", d.occurrence,
    d.local_date::text as "localDate", d.moment, d.rule_version as "ruleVersion",
    to_char(d.due_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "dueAt",
    to_char(d.fired_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "firedAt"`;

const RECORD_EFFECTS = `
  insert into platform.deadline_effect (tenant_id, deadline_id, effect)
  select d.tenant_id, d.id, e.effect
    from jsonb_to_recordset($1::jsonb) as e("deadlineId" uuid, effect jsonb)
    join jsonb_to_recordset($2::jsonb) as d(id uuid, tenant_id uuid) on d.id = e."deadlineId"`;

const RECORD_FAILURE = `
  update platform.deadline
     set attempts = attempts + 1, last_error = $2,
         retry_at = clock_timestamp()
           + make_interval(secs => least(3600, power(2, least(attempts, 12) + 1)))
   where id = $1 and state = 'pending'`;

/**
 * Fires deadlines: the only place where one has effects. State, effects and everything a handler
 * writes are one transaction. Safe to call at any time, from any number of processes: a deadline
 * that is not due, cancelled, or taken by another is left alone without a word.
 */
export class Firing {
  constructor(
    private readonly database: Database,
    private readonly handlers: () => HandlersByName<DeadlineHandler>,
    private readonly guard: ClockGuard,
    private readonly worker: string,
  ) {}

  /** Reads the clocks and lets the guard judge them. */
  async checkClocks(): Promise<void> {
    const reading = await this.database.inTransaction(workerScope('deadlines.clocks'), readClocks);
    if (reading !== null) this.guard.judge(reading);
  }

  /** Fires everything chosen, batch after batch, and gives how many deadlines fired. */
  async fireAll(choice: Choice, wanted: () => boolean = () => true): Promise<number> {
    let total = 0;
    while (wanted()) {
      const { claimed, fired } = await this.fireBatch(choice);
      total += fired;
      if (claimed < BATCH) break;
    }
    return total;
  }

  private async fireBatch(choice: Choice): Promise<{ claimed: number; fired: number }> {
    let claimed: readonly string[] = [];
    try {
      const fired = await this.database.inTransaction(workerScope('deadlines.fire'), async (tx) => {
        claimed = [];
        const deadlines = await this.claim(tx, choice);
        claimed = deadlines.map(({ id }) => id);
        await this.handle(tx, deadlines);
        return deadlines.length;
      });
      return { claimed: fired, fired };
    } catch (error) {
      if (claimed.length === 0) throw error;
      if (claimed.length === 1) return this.giveUpForNow(claimed, error);
      return { claimed: claimed.length, fired: await this.fireOneByOne(claimed) };
    }
  }

  private claim(tx: Transaction, choice: Choice): Promise<Deadline[]> {
    const latest = this.guard.latestPlausible(steadyNow());
    if (latest === null) return Promise.resolve([]);
    const kinds = [...this.handlers().keys()];
    const [ids, overdue, path] =
      'ids' in choice ? [choice.ids, 0, 'dispatched'] : [null, choice.overdueSeconds, 'swept'];
    const firedBy = `${this.worker} ${path}`;
    return tx.query<Deadline>(CLAIM, [ids, overdue, kinds, latest, firedBy]);
  }

  /** After a failed batch: so that one bad deadline does not stop the others. */
  private async fireOneByOne(ids: readonly string[]): Promise<number> {
    let fired = 0;
    for (const id of ids) fired += (await this.fireBatch({ ids: [id] })).fired;
    return fired;
  }

  private async giveUpForNow(
    [id]: readonly string[],
    error: unknown,
  ): Promise<{ claimed: number; fired: number }> {
    await this.database.inTransaction(workerScope('deadlines.failure'), (tx) =>
      tx.query(RECORD_FAILURE, [id, describeFailure(error)]),
    );
    return { claimed: 1, fired: 0 };
  }

  private async handle(tx: Transaction, deadlines: readonly Deadline[]): Promise<void> {
    const byKind = new Map<string, Deadline[]>();
    for (const deadline of deadlines) {
      const group = byKind.get(deadline.kind);
      if (group === undefined) byKind.set(deadline.kind, [deadline]);
      else group.push(deadline);
    }
    for (const [kind, group] of byKind) {
      const handler = this.handlers().get(kind);
      if (handler === undefined) throw new Error(`no handler for the deadline "${kind}"`);
      const effects = await handler.fire(tx, group);
      assertOneEach(kind, group, effects);
      await tx.query(RECORD_EFFECTS, [
        JSON.stringify(effects),
        JSON.stringify(group.map(({ id, tenantId }) => ({ id, tenant_id: tenantId }))),
      ]);
    }
  }
}

function assertOneEach(
  kind: string,
  deadlines: readonly Deadline[],
  effects: readonly Effect[],
): void {
  const given = new Set(effects.map(({ deadlineId }) => deadlineId));
  const forEach = deadlines.every(({ id }) => given.has(id));
  if (!forEach || effects.length !== deadlines.length) {
    throw new Error(
      `the handler of "${kind}" gave ${effects.length} effects for ${deadlines.length} deadlines: it must give one for each`,
    );
  }
}
