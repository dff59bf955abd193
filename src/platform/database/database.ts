import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
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
      await runner.connect();
      await runner.startTransaction();
      try {
        const tx = await begin(runner, scope, committed);
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

interface Moment {
  readonly now: Date;
  readonly today: string;
}

async function begin(
  runner: QueryRunner,
  scope: Scope,
  committed: (() => void)[],
): Promise<Transaction> {
  const query = async <Row>(sql: string, parameters: readonly unknown[] = []): Promise<Row[]> => {
    const result = (await runner.query(sql, [...parameters], true)) as { records?: Row[] };
    return result.records ?? [];
  };
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
