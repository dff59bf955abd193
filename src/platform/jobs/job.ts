import { Injectable, SetMetadata, applyDecorators } from '@nestjs/common';
import { type Transaction } from '../database/transaction';
import { newId } from '../ids/id';
import { DefinedNames } from './handlers';
import { wake } from './wake';

/** Identifiers, days, codes and whole numbers. A name or an amount is read from its own table. */
export type JobPayload = Readonly<Record<string, string | number>>;

/** A kind of work that is done after the transaction that announces it. */
export interface Job<Payload extends JobPayload> {
  readonly name: string;
  readonly payload?: Payload;
}

export interface AnnounceOptions {
  /** Announcing again with the same key (for this tenant and job) changes nothing, for ever. */
  readonly dedupeKey?: string;
  /** Not before this instant, ISO 8601; at once when left out. */
  readonly runAt?: string;
  /** Whose work it is; the tenant of the transaction when left out. */
  readonly tenantId?: string | null;
}

/**
 * Does the work of one job in the transaction that also marks the job as done: what it writes
 * through `tx` happens exactly once. What it does outside `tx` may happen again after a crash.
 */
export interface JobHandler<Payload extends JobPayload> {
  readonly job: Job<Payload>;
  run(tx: Transaction, payload: Payload): Promise<void>;
}

export const definedJobs = new DefinedNames('job');
export const JOB_HANDLER = Symbol('JOB_HANDLER');

/** Defines a job, once, at the top of a file: `defineJob<{ noticeId: string }>('notices.receipt')`. */
export function defineJob<Payload extends JobPayload>(name: string): Job<Payload> {
  definedJobs.add(name);
  return { name };
}

/** Marks a provider as the handler of the job in its `job` property. */
export function HandlesJob(): ClassDecorator {
  return applyDecorators(Injectable(), SetMetadata(JOB_HANDLER, true));
}

const PLAIN_VALUE = /^[A-Za-z0-9_.:+-]{1,100}$/;

function assertIdentifiersOnly(job: string, payload: JobPayload): void {
  const wrong = Object.entries(payload)
    .filter(([, value]) =>
      typeof value === 'number' ? !Number.isSafeInteger(value) : !PLAIN_VALUE.test(value),
    )
    .map(([name]) => name);
  if (wrong.length > 0) {
    throw new Error(
      `the job "${job}" carries ${wrong.join(', ')}: a payload may hold identifiers, days, codes and whole numbers only`,
    );
  }
}

/** Writes the job in the transaction of the caller: it exists exactly when that commits. */
export async function announce<Payload extends JobPayload>(
  tx: Transaction,
  job: Job<Payload>,
  payload: Payload,
  options: AnnounceOptions = {},
): Promise<void> {
  assertIdentifiersOnly(job.name, payload);
  const id = newId();
  const tenantId = options.tenantId === undefined ? tx.scope.tenantId : options.tenantId;
  await tx.query(
    `insert into platform.job (id, tenant_id, kind, payload, dedupe_key, run_at)
     values ($1, $2, $3, $4::jsonb, $5, coalesce($6::timestamptz, platform.now()))
     on conflict do nothing`,
    [
      id,
      tenantId,
      job.name,
      JSON.stringify(payload),
      options.dedupeKey ?? id,
      options.runAt ?? null,
    ],
  );
  tx.afterCommit(wake);
}
