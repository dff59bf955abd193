import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { Database } from '../../src/platform/database/database';
import { type Scope, type Transaction } from '../../src/platform/database/transaction';
import { newId } from '../../src/platform/ids/id';
import { JobRunner } from '../../src/platform/jobs/job-runner';
import {
  announce,
  defineJob,
  HandlesJob,
  type AnnounceOptions,
  type JobHandler,
} from '../../src/platform/jobs/public';
import { onWake } from '../../src/platform/jobs/wake';
import { FileMailer } from '../../src/platform/outbox/file-mailer';
import { queueMessage, type Mail, type Mailer } from '../../src/platform/outbox/public';
import { OutboxSender } from '../../src/platform/outbox/outbox-sender';
import { Worker } from '../../src/platform/worker/public';
import { openTestDatabase, type TestDatabase } from '../support/database';
import { appScope, Gate, STAFF } from './support/scopes';
import { ACTS_TABLE, FaithfulHandler, WorkerApp } from './support/worker-app';

interface Payload {
  readonly [name: string]: string | number;
  readonly subjectId: string;
}

const WRITE = defineJob<Payload>('test.write');

const act = (tx: Transaction, { subjectId }: Payload): Promise<unknown> =>
  tx.query('insert into test_acts.act (deadline_id) values ($1)', [subjectId]);

/** Writes one row for each run; the test at hand may want more. */
@HandlesJob()
class WriteHandler implements JobHandler<Payload> {
  readonly job = WRITE;
  more: (tx: Transaction) => Promise<void> = () => Promise.resolve();

  async run(tx: Transaction, payload: Payload): Promise<void> {
    await act(tx, payload);
    await this.more(tx);
  }
}

const TENANT = newId();
const folder = mkdtempSync(join(tmpdir(), 'outbox-'));
const SENDER = 'post@test.invalid';

let db: TestDatabase;
let app: INestApplicationContext;
let handler: WriteHandler;

function boot(worker: boolean, database: Database): Promise<INestApplicationContext> {
  const options = { worker, mail: { folder, sender: SENDER } };
  const module = WorkerApp.of(database, [WriteHandler, FaithfulHandler], options);
  return NestFactory.createApplicationContext(module, { logger: false, abortOnError: false });
}

beforeAll(async () => {
  db = await openTestDatabase();
  await db.ownerQuery(ACTS_TABLE);
  app = await boot(false, db.database);
  handler = app.get(WriteHandler);
});

afterAll(async () => {
  await app.close();
  await db.close();
  rmSync(folder, { recursive: true });
});

beforeEach(async () => {
  handler.more = () => Promise.resolve();
  await db.ownerQuery(
    'truncate platform.job, platform.outbox_attachment, platform.outbox_message, test_acts.act',
  );
  await db.setClock('2025-04-24T12:00:00+02:00');
});

const asTenant = <T>(work: (tx: Transaction) => Promise<T>, tenantId = TENANT): Promise<T> =>
  db.database.inTransaction(appScope(tenantId), work);

const write = (subjectId: string, options?: AnnounceOptions): Promise<void> =>
  asTenant((tx) => announce(tx, WRITE, { subjectId }, options));

const drain = (): Promise<{ ran: number; sent: number }> => app.get(Worker).drainOnce();

async function timesDone(subjectId: string): Promise<number> {
  return (await db.ownerQuery('select from test_acts.act where deadline_id = $1', [subjectId]))
    .length;
}

const jobs = (): Promise<unknown[]> =>
  db.ownerQuery('select state, attempts, last_error from platform.job order by created_at');

const endWaiting = (): Promise<unknown[]> =>
  db.ownerQuery('update platform.job set retry_at = clock_timestamp()');

describe('A job', () => {
  it('runs once, after the transaction that announced it', async () => {
    const subject = newId();
    await write(subject);
    expect((await drain()).ran).toBe(1);
    expect((await drain()).ran).toBe(0);
    expect(await timesDone(subject)).toBe(1);
    expect(await jobs()).toEqual([{ state: 'done', attempts: 1, last_error: null }]);
  });

  it('does not exist when that transaction fails, and wakes nobody', async () => {
    let wakes = 0;
    const stop = onWake(() => (wakes += 1));
    const failing = asTenant(async (tx) => {
      await announce(tx, WRITE, { subjectId: newId() });
      throw new Error('changed my mind');
    });
    await expect(failing).rejects.toThrow('changed my mind');
    expect(await jobs()).toEqual([]);
    expect(wakes).toBe(0);
    await write(newId());
    stop();
    expect(wakes).toBe(1);
  });

  it('announced again with the same key is the same job; another tenant has keys of its own', async () => {
    const subject = newId();
    await write(subject, { dedupeKey: 'a' });
    await write(subject, { dedupeKey: 'a' });
    await drain();
    await write(subject, { dedupeKey: 'a' });
    await asTenant(
      (tx) => announce(tx, WRITE, { subjectId: subject }, { dedupeKey: 'a' }),
      newId(),
    );
    await drain();
    expect(await timesDone(subject)).toBe(2);
  });

  it('waits for its time, by the clock of the application', async () => {
    await write(newId(), { runAt: '2025-04-24T18:00:00+02:00' });
    expect((await drain()).ran).toBe(0);
    await db.setClock('2025-04-24T18:00:00+02:00');
    expect((await drain()).ran).toBe(1);
  });

  it('carries no names: only identifiers, days, codes and whole numbers', async () => {
    const named = asTenant((tx) =>
      announce(tx, WRITE, { subjectId: newId(), donor: 'Jan Jansen' }),
    );
    await expect(named).rejects.toThrow('the job "test.write" carries donor');
    const fraction = asTenant((tx) => announce(tx, WRITE, { subjectId: newId(), part: 0.5 }));
    await expect(fraction).rejects.toThrow('carries part');
  });

  it('runs for the tenant it belongs to', async () => {
    const scopes: Scope[] = [];
    handler.more = (tx) => {
      scopes.push(tx.scope);
      return Promise.resolve();
    };
    await write(newId());
    await drain();
    expect(scopes).toMatchObject([{ role: 'worker', tenantId: TENANT, actorId: 'system' }]);
  });

  it('leaves nothing behind when it fails, and runs again later', async () => {
    const subject = newId();
    handler.more = () => Promise.reject(new Error('not today'));
    await write(subject);
    expect((await drain()).ran).toBe(0);
    expect(await timesDone(subject)).toBe(0);
    expect(await jobs()).toEqual([{ state: 'ready', attempts: 1, last_error: 'Error: not today' }]);
    handler.more = () => Promise.resolve();
    expect((await drain()).ran).toBe(0);
    await endWaiting();
    expect((await drain()).ran).toBe(1);
    expect(await timesDone(subject)).toBe(1);
  });

  it('that fails twelve times is given up, where a person sees it, and stops no other', async () => {
    const bad = newId();
    handler.more = async (tx) => {
      const [row] = await tx.query('select from test_acts.act where deadline_id = $1', [bad]);
      if (row !== undefined) throw new Error('never');
    };
    await write(bad);
    for (let turn = 1; turn <= 13; turn += 1) {
      const good = newId();
      await write(good);
      await drain();
      expect(await timesDone(good)).toBe(1);
      await endWaiting();
    }
    expect((await jobs())[0]).toEqual({
      state: 'failed',
      attempts: 12,
      last_error: 'Error: never',
    });
    expect(await timesDone(bad)).toBe(0);
  });
});

describe('Many workers', () => {
  it('share 300 jobs out and do none twice', async () => {
    const subjects = Array.from({ length: 300 }, newId);
    await asTenant(async (tx) => {
      for (const subjectId of subjects) await announce(tx, WRITE, { subjectId });
    });
    const ran = await Promise.all([drain(), drain(), drain(), drain()]);
    expect(ran.reduce((sum, one) => sum + one.ran, 0)).toBe(300);
    const done = await db.ownerQuery('select distinct deadline_id from test_acts.act');
    expect(done).toHaveLength(300);
  });

  it('take over what a dead worker claimed, when its lease is over and not before', async () => {
    const subject = newId();
    await write(subject);
    await db.ownerQuery(
      `update platform.job set state = 'running', attempts = 1,
              lease_until = clock_timestamp() + interval '1 minute'`,
    );
    expect((await drain()).ran).toBe(0);
    await db.ownerQuery('update platform.job set lease_until = clock_timestamp()');
    expect((await drain()).ran).toBe(1);
    expect(await timesDone(subject)).toBe(1);
  });

  it('give up a job that killed its worker twelve times', async () => {
    await write(newId());
    await db.ownerQuery(
      `update platform.job set state = 'running', attempts = 12, lease_until = clock_timestamp()`,
    );
    expect((await drain()).ran).toBe(0);
    expect(await jobs()).toEqual([
      {
        state: 'failed',
        attempts: 12,
        last_error: 'the worker died while it ran this job',
      },
    ]);
  });

  it('let one that was frozen after its claim find that the job is no longer its own', async () => {
    const gate = new Gate();
    class Freezing extends Database {
      override async inTransaction<T>(
        scope: Scope,
        work: (tx: Transaction) => Promise<T>,
      ): Promise<T> {
        if (scope.requestId.startsWith('job.')) await gate.pass();
        return super.inTransaction(scope, work);
      }
    }
    const subject = newId();
    await write(subject);
    const handlers = new Map([[WRITE.name, handler]]);
    const frozen = new JobRunner(new Freezing(db.sources), () => handlers);
    const late = frozen.drain();
    await gate.reached;
    await db.ownerQuery('update platform.job set lease_until = clock_timestamp()');
    expect((await drain()).ran).toBe(1);
    gate.open();
    expect(await late).toBe(0);
    expect(await timesDone(subject)).toBe(1);
  });
});

describe('A process that works by itself', () => {
  it('starts when work is committed, and finishes what it does before it stops', async () => {
    const own = await openTestDatabase();
    await own.ownerQuery(ACTS_TABLE);
    const working = await boot(true, own.database);
    const gate = new Gate();
    working.get(WriteHandler).more = () => gate.pass();
    const subjectId = newId();
    await own.database.inTransaction(appScope(TENANT), (tx) => announce(tx, WRITE, { subjectId }));
    await gate.reached;
    const closing = working.close();
    gate.open();
    await closing;
    const rows = await own.ownerQuery(
      `select state, attempts from platform.job, test_acts.act where deadline_id = $1`,
      [subjectId],
    );
    expect(rows).toEqual([{ state: 'done', attempts: 1 }]);
    await own.close();
  });
});

describe('Who may announce', () => {
  it('a tenant for itself only, and it reads no job', async () => {
    const other = asTenant((tx) =>
      announce(tx, WRITE, { subjectId: newId() }, { tenantId: newId() }),
    );
    await expect(other).rejects.toThrow('row-level security');
    const nobody = asTenant((tx) =>
      announce(tx, WRITE, { subjectId: newId() }, { tenantId: null }),
    );
    await expect(nobody).rejects.toThrow('row-level security');
    const reading = asTenant((tx) => tx.query('select id from platform.job'));
    await expect(reading).rejects.toThrow('permission denied');
  });

  it('the overseer, without a tenant', async () => {
    const subject = newId();
    await db.database.inTransaction(STAFF, (tx) => announce(tx, WRITE, { subjectId: subject }));
    expect((await drain()).ran).toBe(1);
  });
});

describe('A letter', () => {
  const letter = (key: string, subject = 'Herinnering') => ({
    key,
    recipient: 'penningmeester@test.invalid',
    subject,
    body: 'Geachte heer of mevrouw,\n\nVóór 24 april.\n',
  });
  const queue = (message: ReturnType<typeof letter>): Promise<void> =>
    asTenant((tx) => queueMessage(tx, message));
  const files = (): string[] => readdirSync(folder);
  /** What quoted-printable stands for (RFC 2045). */
  const unquoted = (text: string): string =>
    decodeURIComponent(text.replace(/=\r\n/g, '').replaceAll('%', '%25').replaceAll('=', '%'));

  beforeEach(() => {
    for (const file of files()) rmSync(join(folder, file));
  });

  it('queued twice goes out once, as a file that a mail program opens', async () => {
    await queue(letter('a', 'Herinnering: één melding, vóór donderdag 24 april 2025'));
    await queue(letter('a', 'Herinnering: één melding, vóór donderdag 24 april 2025'));
    expect((await drain()).sent).toBe(1);
    const [file, ...more] = files();
    expect(more).toEqual([]);
    const text = readFileSync(join(folder, file ?? ''), 'utf8');
    const [head, body] = text.split('\r\n\r\n', 2);
    expect(head).toContain(`From: ${SENDER}\r\nTo: penningmeester@test.invalid\r\n`);
    expect(head).toMatch(/\r\nDate: Thu, 24 Apr 2025 10:00:0\d \+0000\r\n/);
    expect(head).toContain(`\r\nMessage-ID: <${(file ?? '').slice(0, 32)}@test.invalid>\r\n`);
    const words = [...(head ?? '').matchAll(/=\?UTF-8\?Q\?([^?]+)\?=/g)];
    expect(words.map(([, word]) => unquoted((word ?? '').replaceAll('_', ' '))).join('')).toBe(
      'Herinnering: één melding, vóór donderdag 24 april 2025',
    );
    expect(Math.max(...(head ?? '').split('\r\n').map(({ length }) => length))).toBeLessThan(120);
    expect(body).toBe('Geachte heer of mevrouw,');
    expect(unquoted(text.slice(head?.length ?? 0))).toContain('Vóór 24 april.');
  });

  it('that went out just before a crash goes again as the same message', async () => {
    await queue(letter('b'));
    const real = new FileMailer(folder, SENDER);
    const seen: string[] = [];
    const crashing: Mailer = {
      async send(mail: Mail): Promise<void> {
        await real.send(mail);
        seen.push(mail.messageId);
        throw new Error('the connection broke after the message was taken');
      },
    };
    await new OutboxSender(db.database, crashing).drain();
    await db.ownerQuery('update platform.outbox_message set retry_at = clock_timestamp()');
    expect((await drain()).sent).toBe(1);
    expect(files()).toEqual([`${seen[0] ?? ''}.eml`]);
  });

  it('that cannot go does not stop the others, and is tried again later', async () => {
    await queue(letter('bad', 'Fout'));
    await queue(letter('good'));
    const choosy: Mailer = {
      send: ({ subject }) =>
        subject === 'Fout' ? Promise.reject(new Error('refused')) : Promise.resolve(),
    };
    const sender = new OutboxSender(db.database, choosy);
    expect(await sender.drain()).toBe(1);
    expect(await sender.drain()).toBe(0);
    const rows = await db.ownerQuery(
      `select subject, sent_at is not null as sent, attempts, last_error
         from platform.outbox_message order by subject`,
    );
    expect(rows).toEqual([
      { subject: 'Fout', sent: false, attempts: 1, last_error: 'Error: refused' },
      { subject: 'Herinnering', sent: true, attempts: 1, last_error: null },
    ]);
  });

  it('cannot smuggle a header in, and does not exist when its transaction fails', async () => {
    await expect(queue(letter('c', 'Goed\r\nBcc: allen@test.invalid'))).rejects.toThrow(
      'violates check constraint',
    );
    expect((await drain()).sent).toBe(0);
  });
});
