import { type EntityManager, type QueryRunner } from 'typeorm';
import { type PlainDate } from '../../legal/kernel/plain-date';

/** The database role a piece of work runs under. Each has its own pool and its own grants. */
export type DatabaseRole = 'app' | 'staff' | 'worker' | 'identity' | 'public';

/** For whom, and in whose name, a transaction runs. Row-level security reads it. */
export interface Scope {
  readonly role: DatabaseRole;
  /** The group (party with its affiliates and candidates) whose rows may be seen; app role only. */
  readonly tenantId: string | null;
  /** The user, or 'system' for the worker, or 'anonymous'. Written in every audit line. */
  readonly actorId: string;
  readonly actorRole: string;
  readonly requestId: string;
}

export interface Transaction {
  readonly scope: Scope;
  readonly manager: EntityManager;
  /** The moment of this transaction, from platform.now() in PostgreSQL: ISO 8601 in UTC. */
  readonly now: string;
  /** The same moment as a day in Europe/Amsterdam. */
  readonly today: PlainDate;
  /** Runs SQL and gives its rows, also for INSERT ... RETURNING and UPDATE ... RETURNING. */
  readonly query: <Row>(sql: string, parameters?: readonly unknown[]) => Promise<Row[]>;
  /** Work that may only be done once this transaction is committed, such as waking a queue. */
  readonly afterCommit: (work: () => void) => void;
  readonly runner: QueryRunner;
}
