import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { type PoolClient, type QueryResult, type QueryResultRow } from 'pg';
import { DataSource, type QueryRunner } from 'typeorm';
import { plainDate } from '../../legal/kernel/plain-date';
import { type DatabaseRole, type Scope, type Transaction } from './transaction';

export type DataSources = Readonly<Record<DatabaseRole, DataSource>>;
export const DATA_SOURCES = Symbol('DATA_SOURCES');

const RETRYABLE = new Set(['40001', '40P01']);
const ATTEMPTS = 6;

function sqlState(error: unknown): string | undefined {
  return typeof error === 'object' && error !== null && 'code' in error
    ? String(error.code)
    : undefined;
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

/**
 * The one door to PostgreSQL. A transaction is opened here, for a scope, and is handed on as a
 * parameter; it commits when `work` returns and rolls back when it throws.
 *
 * Serialization failures and deadlocks (40001, 40P01) are tried again, so `work` may run more than
 * once and must have no effect outside the transaction: such effects belong in `afterCommit`.
 */
@Injectable()
export class Database implements OnApplicationShutdown {
  constructor(@Inject(DATA_SOURCES) private readonly sources: DataSources) {}

  async inTransaction<T>(scope: Scope, work: (tx: Transaction) => Promise<T>): Promise<T> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await this.once(scope, work);
      } catch (error) {
        if (attempt === ATTEMPTS || !RETRYABLE.has(sqlState(error) ?? '')) throw error;
        await pause(5 * 2 ** attempt);
      }
    }
  }

  async onApplicationShutdown(): Promise<void> {
    for (const source of new Set(Object.values(this.sources))) {
      if (source.isInitialized) await source.destroy();
    }
  }

  private async once<T>(scope: Scope, work: (tx: Transaction) => Promise<T>): Promise<T> {
    const runner = this.sources[scope.role].createQueryRunner();
    const committed: (() => void)[] = [];
    try {
      const client = (await runner.connect()) as PoolClient;
      await runner.startTransaction();
      try {
        const tx = await begin(runner, client, scope, committed);
        const result = await work(tx);
        await runner.commitTransaction();
        for (const announce of committed) announce();
        return result;
      } catch (error) {
        if (runner.isTransactionActive) await runner.rollbackTransaction().catch(() => undefined);
        throw error;
      }
    } finally {
      await runner.release();
    }
  }
}

const MOST_NAMES = 1000;
const names = new Map<string, string>();

/**
 * A statement with a name is planned once on a connection; planning takes longer than most of ours
 * run. Null when there are too many texts: plans are never forgotten, and one that is put together
 * anew each time would fill the server's memory.
 */
function nameOf(sql: string): string | null {
  const known = names.get(sql);
  if (known !== undefined || names.size === MOST_NAMES) return known ?? null;
  const name = `statement_${String(names.size + 1)}`;
  names.set(sql, name);
  return name;
}

async function rowsOf<Row>(
  client: PoolClient,
  sql: string,
  parameters: readonly unknown[],
): Promise<Row[]> {
  const name = parameters.length === 0 ? null : nameOf(sql);
  const values = parameters.length === 0 ? {} : { values: [...parameters] };
  const named = name === null ? {} : { name };
  // Several statements at once, which only go without parameters, give no rows.
  const result: Partial<QueryResult<QueryResultRow>> = await client.query({
    text: sql,
    ...values,
    ...named,
  });
  return (result.rows ?? []) as Row[];
}

interface Moment {
  readonly now: Date;
  readonly today: string;
}

async function begin(
  runner: QueryRunner,
  client: PoolClient,
  scope: Scope,
  committed: (() => void)[],
): Promise<Transaction> {
  const query = <Row>(sql: string, parameters: readonly unknown[] = []): Promise<Row[]> =>
    rowsOf<Row>(client, sql, parameters);
  // Settings are local to the transaction (`true`): one that outlives it would poison the pool.
  const [moment] = await query<Moment>(
    `select set_config('app.tenant', $1, true), set_config('app.actor', $2, true),
            set_config('app.actor_role', $3, true), set_config('app.request', $4, true),
            platform.now() as now, platform.today()::text as today`,
    [scope.tenantId ?? '', scope.actorId, scope.actorRole, scope.requestId],
  );
  if (moment === undefined) throw new Error('PostgreSQL did not tell the time');
  return {
    scope,
    runner,
    manager: runner.manager,
    now: moment.now.toISOString(),
    today: plainDate(moment.today),
    query,
    afterCommit: (announce) => void committed.push(announce),
  };
}
