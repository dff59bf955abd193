import { Module, type DynamicModule, type Type } from '@nestjs/common';
import { Database } from '../../../src/platform/database/database';
import { type Transaction } from '../../../src/platform/database/transaction';
import {
  defineDeadline,
  HandlesDeadline,
  type Deadline,
  type DeadlineHandler,
  type Effect,
} from '../../../src/platform/deadlines/public';
import { workerScope } from '../../../src/platform/jobs/public';
import { WorkerModule, type WorkerOptions } from '../../../src/platform/worker/public';

export const TERM = defineDeadline('test.term');

/** The table where the tests see what a handler did. Nothing in it forbids doing it twice. */
export const ACTS_TABLE = `
  create schema test_acts;
  create table test_acts.act (deadline_id uuid not null, at timestamptz not null default platform.now());
  grant usage on schema test_acts to partijgiften_worker;
  grant select, insert on test_acts.act to partijgiften_worker;`;

const ACT = 'insert into test_acts.act (deadline_id) select unnest($1::uuid[])';

const did = (deadlines: readonly Deadline[]): Effect[] =>
  deadlines.map(({ id }) => ({ deadlineId: id, effect: { did: 'act' } }));

/** Acts in the transaction it is given, as the contract asks. */
@HandlesDeadline()
export class FaithfulHandler implements DeadlineHandler {
  readonly kind = TERM.kind;

  async fire(tx: Transaction, deadlines: readonly Deadline[]): Promise<Effect[]> {
    await tx.query(ACT, [deadlines.map(({ id }) => id)]);
    return did(deadlines);
  }
}

/** The mutant: it has seen what to do, and acts outside the transaction. */
@HandlesDeadline()
export class MutantHandler implements DeadlineHandler {
  readonly kind = TERM.kind;

  constructor(private readonly database: Database) {}

  async fire(tx: Transaction, deadlines: readonly Deadline[]): Promise<Effect[]> {
    await this.database.inTransaction(workerScope('mutant'), (own) =>
      own.query(ACT, [deadlines.map(({ id }) => id)]),
    );
    await tx.query('select pg_sleep(0.05)');
    return did(deadlines);
  }
}

@Module({})
export class DatabaseForWorker {
  static of(database: Database): DynamicModule {
    return {
      module: DatabaseForWorker,
      global: true,
      providers: [{ provide: Database, useValue: database }],
      exports: [Database],
    };
  }
}

/** An application that only works. */
@Module({})
export class WorkerApp {
  static of(database: Database, handlers: readonly Type[], options: WorkerOptions): DynamicModule {
    return {
      module: WorkerApp,
      imports: [DatabaseForWorker.of(database), WorkerModule.register(options)],
      providers: [...handlers],
    };
  }
}
