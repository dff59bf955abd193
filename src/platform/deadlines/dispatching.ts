import { type Database } from '../database/database';
import { type Dispatch, type Dispatcher } from '../jobs/dispatcher';
import { workerScope } from '../jobs/job-runner';
import { BATCH, type Firing } from './firing';

/** An identifier that was sent is sent again after this many seconds, unless it fired. */
const AGAIN_AFTER = 5;

const COUNT_DUE = `
  select count(*)::integer as due
    from (select 1 from platform.deadline
           where state = 'pending' and due_at <= (select platform.now())
             and (retry_at is null or retry_at <= clock_timestamp())
           limit $1) few`;

const MARK = `
  update platform.deadline d
     set dispatched_at = clock_timestamp(), dispatches = d.dispatches + 1
   where d.id in (
           select id from platform.deadline
            where state = 'pending' and due_at <= (select platform.now())
              and (retry_at is null or retry_at <= clock_timestamp())
              and (dispatched_at is null
                   or dispatched_at < clock_timestamp() - make_interval(secs => $1))
            order by due_at, id
            limit $2
            for update skip locked)
     and d.state = 'pending'
  returning d.id, d.dispatches as attempt`;

/**
 * The fast path: identifiers of what is due go through the dispatcher, so that the workers share
 * them. More than a batch at once fires straight from PostgreSQL, which is quicker for many, and so
 * does everything while the dispatcher is away or refuses.
 */
export class Dispatching {
  constructor(
    private readonly database: Database,
    private readonly dispatcher: Dispatcher,
    private readonly firing: Firing,
  ) {}

  async tick(wanted: () => boolean): Promise<void> {
    this.dispatcher.watch();
    const due = await this.countDue();
    if (due === 0) return;
    const accepted =
      due <= BATCH &&
      this.dispatcher.state() === 'ready' &&
      (await this.dispatcher.dispatch(await this.markSome()));
    if (!accepted) await this.firing.fireAll({ overdueSeconds: 0 }, wanted);
  }

  private async countDue(): Promise<number> {
    const [row] = await this.database.inTransaction(workerScope('deadlines.count'), (tx) =>
      tx.query<{ due: number }>(COUNT_DUE, [BATCH + 1]),
    );
    return row?.due ?? 0;
  }

  private markSome(): Promise<Dispatch[]> {
    return this.database.inTransaction(workerScope('deadlines.dispatch'), (tx) =>
      tx.query<Dispatch>(MARK, [AGAIN_AFTER, BATCH]),
    );
  }
}
