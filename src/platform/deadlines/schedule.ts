import { type PlainDate } from '../../legal/kernel/plain-date';
import { type Transaction } from '../database/transaction';
import { newId } from '../ids/id';
import { wake } from '../jobs/wake';
import { type KindName, type Moment } from './deadline';

export interface NewDeadline {
  readonly kind: KindName;
  /** The thing the duty is about. */
  readonly subjectId: string;
  /** What makes it the same duty, such as '2026'; 'once' when left out. */
  readonly occurrence?: string;
  readonly localDate: PlainDate;
  /** 'end_of_day' (the day itself is still in time) when left out. */
  readonly moment?: Moment;
  /** Which version of the rules gave this date. */
  readonly ruleVersion: string;
  /** The tenant of the transaction when left out. */
  readonly tenantId?: string;
}

export interface ScheduledDeadline {
  readonly id: string;
  /**
   * 'scheduled': new. 'unchanged': it stood there with this date. 'moved': the pending one was
   * cancelled and this one takes its place. 'fired' or 'held': too late to move, nothing changed.
   */
  readonly outcome: 'scheduled' | 'unchanged' | 'moved' | 'fired' | 'held';
}

interface Standing {
  readonly id: string;
  readonly state: 'pending' | 'fired' | 'held';
  readonly same: boolean;
}

function tenantOf(tx: Transaction, tenantId: string | undefined): string {
  const tenant = tenantId ?? tx.scope.tenantId;
  if (tenant === null) throw new Error('a deadline belongs to a tenant: give tenantId');
  return tenant;
}

type Duty = readonly [tenantId: string, kind: string, subjectId: string, occurrence: string];

async function insert(tx: Transaction, duty: Duty, input: NewDeadline): Promise<string | null> {
  const id = newId();
  const rows = await tx.query<{ id: string }>(
    `insert into platform.deadline
       (tenant_id, kind, subject_id, occurrence, id, local_date, moment, rule_version)
     values ($1, $2, $3, $4, $5, $6, $7, $8)
     on conflict (tenant_id, kind, subject_id, occurrence) where state <> 'cancelled' do nothing
     returning id`,
    [...duty, id, input.localDate, input.moment ?? 'end_of_day', input.ruleVersion],
  );
  return rows[0]?.id ?? null;
}

async function standing(tx: Transaction, duty: Duty, input: NewDeadline): Promise<Standing | null> {
  const rows = await tx.query<Standing>(
    `select id, state, local_date = $5::date and moment = $6 as same
       from platform.deadline
      where tenant_id = $1 and kind = $2 and subject_id = $3 and occurrence = $4
        and state <> 'cancelled'`,
    [...duty, input.localDate, input.moment ?? 'end_of_day'],
  );
  return rows[0] ?? null;
}

/**
 * Writes a deadline in the transaction of the caller. There is one for each duty (tenant, kind,
 * subject, occurrence): scheduling again changes nothing, with another date it moves the pending
 * one, and once fired it never fires again.
 */
export async function scheduleDeadline(
  tx: Transaction,
  input: NewDeadline,
): Promise<ScheduledDeadline> {
  const duty: Duty = [
    tenantOf(tx, input.tenantId),
    input.kind,
    input.subjectId,
    input.occurrence ?? 'once',
  ];
  tx.afterCommit(wake);
  let moved = false;
  // A round more for each transaction that cancels or fires the same duty at this very moment.
  for (let round = 1; round <= 10; round += 1) {
    const id = await insert(tx, duty, input);
    if (id !== null) return { id, outcome: moved ? 'moved' : 'scheduled' };
    const found = await standing(tx, duty, input);
    if (found === null) continue;
    if (found.state !== 'pending') return { id: found.id, outcome: found.state };
    if (found.same) return { id: found.id, outcome: 'unchanged' };
    moved = await cancelOne(tx, duty[0], found.id);
  }
  throw new Error(`the deadline ${duty.slice(1).join(' / ')} keeps changing: try again`);
}

const BATCH = 1_000;

const INSERT_MANY = `
  insert into platform.deadline
    (tenant_id, kind, subject_id, occurrence, id, local_date, moment, rule_version)
  select r."tenantId", r.kind, r."subjectId", r.occurrence, r.id, r."localDate", r.moment,
         r."ruleVersion"
    from json_to_recordset($1::json) as r ("tenantId" uuid, kind text, "subjectId" uuid,
      occurrence text, id uuid, "localDate" date, moment text, "ruleVersion" text)`;

/**
 * Writes the deadlines of things that were made in this transaction, so that none can stand there
 * already.
 *
 * @throws when one does: a fault in the program.
 */
export async function scheduleNewDeadlines(
  tx: Transaction,
  inputs: readonly NewDeadline[],
): Promise<void> {
  const rows = inputs.map((input) => ({
    ...input,
    tenantId: tenantOf(tx, input.tenantId),
    occurrence: input.occurrence ?? 'once',
    moment: input.moment ?? 'end_of_day',
    id: newId(),
  }));
  for (let start = 0; start < rows.length; start += BATCH)
    await tx.query(INSERT_MANY, [JSON.stringify(rows.slice(start, start + BATCH))]);
  if (rows.length > 0) tx.afterCommit(wake);
}

async function cancelOne(tx: Transaction, tenantId: string, id: string): Promise<boolean> {
  const rows = await tx.query(
    `update platform.deadline set state = 'cancelled'
      where tenant_id = $1 and id = $2 and state = 'pending' returning id`,
    [tenantId, id],
  );
  return rows.length > 0;
}

export interface CancelDeadlines {
  readonly subjectId: string;
  /** Only these kinds; every kind when left out. */
  readonly kinds?: readonly KindName[];
  /** Only this occurrence; every one when left out. */
  readonly occurrence?: string;
  /** The tenant of the transaction when left out. */
  readonly tenantId?: string;
}

/** Cancels what is still pending and gives how many that were; what fired stays fired. */
export async function cancelDeadlines(tx: Transaction, what: CancelDeadlines): Promise<number> {
  const rows = await tx.query(
    `update platform.deadline set state = 'cancelled'
      where tenant_id = $1 and subject_id = $2 and ($3::text[] is null or kind = any($3))
        and ($4::text is null or occurrence = $4) and state = 'pending'
      returning id`,
    [tenantOf(tx, what.tenantId), what.subjectId, what.kinds ?? null, what.occurrence ?? null],
  );
  return rows.length;
}

/** Puts a pending deadline aside until releaseDeadline; worker role only. True when it was pending. */
export async function holdDeadline(tx: Transaction, id: string, why: string): Promise<boolean> {
  const rows = await tx.query(
    `update platform.deadline set state = 'held', last_error = $2
      where id = $1 and state = 'pending' returning id`,
    [id, why],
  );
  return rows.length > 0;
}

/** Lets a held deadline fire again when it is due; worker role only. True when it was held. */
export async function releaseDeadline(tx: Transaction, id: string): Promise<boolean> {
  const rows = await tx.query(
    `update platform.deadline set state = 'pending', retry_at = null
      where id = $1 and state = 'held' returning id`,
    [id],
  );
  tx.afterCommit(wake);
  return rows.length > 0;
}
