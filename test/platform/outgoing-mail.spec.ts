import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Transaction } from '../../src/platform/database/transaction';
import { newId } from '../../src/platform/ids/id';
import { FileMailer } from '../../src/platform/outbox/file-mailer';
import { type Mail, type Mailer } from '../../src/platform/outbox/mailer';
import { asMessageFile } from '../../src/platform/outbox/message-file';
import { OutboxSender, TRIES } from '../../src/platform/outbox/outbox-sender';
import {
  type AttachmentSource,
  mailStatusOf,
  type NewMessage,
  queueMessage,
} from '../../src/platform/outbox/public';
import { SmtpMailer } from '../../src/platform/outbox/smtp-mailer';
import { readConfig } from '../../src/platform/config/config';
import { openTestDatabase, type TestDatabase } from '../support/database';
import { appScope, STAFF } from './support/scopes';
import { SmtpServer } from './support/smtp-server';

const TENANT = newId();
const SENDER = 'post@test.invalid';
const PDF = Buffer.from(Array.from({ length: 5000 }, (_, at) => (at * 7) % 256));
const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

const kept = new Map<string, Buffer>();
const source: AttachmentSource = {
  source: 'test.file',
  read: (_tx, reference) => Promise.resolve(kept.get(reference) ?? null),
};

/** The parts of a message of several: their heads, and their bytes as they were attached. */
function partsOf(message: string): readonly { readonly head: string; readonly bytes: Buffer }[] {
  const boundary = /boundary="([^"]+)"/.exec(message)?.[1] ?? 'none';
  return message
    .split(`--${boundary}`)
    .slice(1, -1)
    .map((part) => {
      const [head = '', ...body] = part.trimStart().split('\r\n\r\n');
      const text = body.join('\r\n\r\n');
      const encoding = head.includes('base64') ? 'base64' : 'latin1';
      return { head, bytes: Buffer.from(text, encoding) };
    });
}

describe('Outgoing mail', () => {
  let db: TestDatabase;
  let smtp: SmtpServer;
  const folder = mkdtempSync(join(tmpdir(), 'mail-'));
  const givenUp: string[] = [];

  beforeAll(async () => {
    db = await openTestDatabase();
    smtp = await SmtpServer.start();
  });
  beforeEach(async () => {
    await db.ownerQuery('truncate platform.outbox_attachment, platform.outbox_message');
    await db.setClock('2025-06-03T10:00:00+02:00');
    smtp.received.length = 0;
    smtp.script = {};
    givenUp.length = 0;
    for (const file of readdirSync(folder)) rmSync(join(folder, file));
  });
  afterAll(async () => {
    await smtp.stop();
    await db.close();
    rmSync(folder, { recursive: true });
  });

  const patience = { connect: 2, silence: 2 };
  const sender = (mailer: Mailer = new SmtpMailer(smtp.url(), SENDER, patience)): OutboxSender =>
    new OutboxSender(
      db.database,
      mailer,
      () => new Map([[source.source, source]]),
      (_id, why) => givenUp.push(why),
    );
  const queue = (changes: Partial<NewMessage> = {}): Promise<void> =>
    db.database.inTransaction(appScope(TENANT), (tx: Transaction) =>
      queueMessage(tx, {
        key: 'a',
        recipient: 'bestuur@test.invalid',
        subject: 'Besluit één',
        body: 'Geachte heer of mevrouw,\n\n.Eén punt vooraan.\n',
        ...changes,
      }),
    );
  const attached = (bytes = PDF, hash = sha256(bytes)): Pick<NewMessage, 'attachments'> => {
    const reference = newId();
    kept.set(reference, bytes);
    const file = { name: 'B-2025-1.pdf', mediaType: 'application/pdf' };
    return { attachments: [{ source: 'test.file', reference, sha256: hash, ...file }] };
  };
  const rows = (): Promise<unknown[]> =>
    db.ownerQuery(
      `select sent_at is not null as sent, given_up_at is not null as given_up, attempts
         from platform.outbox_message`,
    );
  const endWaiting = (): Promise<unknown[]> =>
    db.ownerQuery('update platform.outbox_message set retry_at = clock_timestamp()');
  const messageIds = (): string[] =>
    smtp.received.map(({ data }) => /^Message-ID: (<[^>]+>)/m.exec(data)?.[1] ?? '');

  it('is handed to the mail server with the file, byte for byte', async () => {
    await queue(attached());
    expect(await sender().drain()).toBe(1);
    const [mail] = smtp.received;
    expect([mail?.from, mail?.to]).toEqual([SENDER, ['bestuur@test.invalid']]);
    const [text, file] = partsOf(mail?.data ?? '');
    expect(text?.bytes.toString('latin1')).toContain('\r\n.E=C3=A9n punt vooraan.');
    expect(file?.head).toContain('Content-Type: application/pdf');
    expect(file?.head).toContain('filename=B-2025-1.pdf');
    expect(file?.bytes.equals(PDF)).toBe(true);
    expect(await rows()).toEqual([{ sent: true, given_up: false, attempts: 1 }]);
  });

  it('as a file holds the same bytes as over the line', async () => {
    await queue(attached());
    await sender().drain();
    await db.ownerQuery('update platform.outbox_message set sent_at = null');
    await sender(new FileMailer(folder, SENDER)).drain();
    const [file = ''] = readdirSync(folder);
    expect(readFileSync(join(folder, file), 'latin1').trim()).toBe(smtp.received[0]?.data.trim());
  });

  it('is always the same bytes, so that a repeat is recognised', async () => {
    const mail: Mail = {
      messageId: 'ab'.repeat(32),
      recipient: 'a@test.invalid',
      subject: 'Besluit',
      body: 'Tekst',
      writtenAt: '2025-06-03T08:00:00.000Z',
      attachments: [{ name: 'a.pdf', mediaType: 'application/pdf', content: PDF }],
    };
    expect((await asMessageFile(mail, SENDER)).equals(await asMessageFile(mail, SENDER))).toBe(
      true,
    );
  });

  it('refused for now (4xx) is tried again later and then sent', async () => {
    await queue(attached());
    smtp.script = { RCPT: ['451 try again later'] };
    expect(await sender().drain()).toBe(0);
    expect(smtp.received).toEqual([]);
    expect(await sender().drain()).toBe(0);
    await endWaiting();
    expect(await sender().drain()).toBe(1);
    expect(await rows()).toEqual([{ sent: true, given_up: false, attempts: 2 }]);
  });

  it.each([
    ['the recipient', { RCPT: ['550 no such user'] }],
    ['the message before it comes', { DATA: ['554 no'] }],
    ['the message itself', { END: ['552 too large'] }],
  ])(
    'refused for good (5xx) for %s is given up at once, and that is seen',
    async (_what, script) => {
      await queue();
      smtp.script = script;
      expect(await sender().drain()).toBe(0);
      expect(await rows()).toEqual([{ sent: false, given_up: true, attempts: 1 }]);
      expect(givenUp).toHaveLength(1);
      const status = await db.database.inTransaction(STAFF, (tx) => mailStatusOf(tx, TENANT, 'a'));
      expect(status).toMatchObject({ state: 'given_up', attempts: 1 });
      await endWaiting();
      expect(await sender().drain()).toBe(0);
      expect((await rows())[0]).toMatchObject({ attempts: 1 });
    },
  );

  it('is not given up when our password is refused: that is about us', async () => {
    await queue();
    smtp.script = { AUTH: ['535 wrong'] };
    const mailer = new SmtpMailer(smtp.url('me:wrong@'), SENDER, patience);
    expect(await sender(mailer).drain()).toBe(0);
    expect(await rows()).toEqual([{ sent: false, given_up: false, attempts: 1 }]);
  });

  it('taken by a server that hangs up before it says so is sent again, with the same Message-ID', async () => {
    await queue(attached());
    smtp.script = { END: ['hang up'] };
    expect(await sender().drain()).toBe(0);
    await endWaiting();
    expect(await sender().drain()).toBe(1);
    const [first, second, ...more] = messageIds();
    expect(more).toEqual([]);
    expect(first).toMatch(/^<[0-9a-f]{32}@test\.invalid>$/);
    expect(second).toBe(first);
    expect(smtp.received[1]?.data).toBe(smtp.received[0]?.data);
  });

  it('waits when there is no server, and does not stop the messages after it', async () => {
    await queue();
    const nobody = new SmtpMailer('smtp://127.0.0.1:9', SENDER, patience);
    expect(await sender(nobody).drain()).toBe(0);
    await queue({ key: 'b' });
    expect(await sender().drain()).toBe(1);
    await endWaiting();
    expect(await sender().drain()).toBe(1);
  });

  it('is given up after the last try, and not before', async () => {
    await queue();
    const refusing = { send: (): Promise<void> => Promise.reject(new Error('no line')) };
    for (let turn = 1; turn <= TRIES; turn += 1) {
      expect((await rows())[0]).toMatchObject({ given_up: false, attempts: turn - 1 });
      await sender(refusing).drain();
      await endWaiting();
    }
    expect(await rows()).toEqual([{ sent: false, given_up: true, attempts: TRIES }]);
    expect(givenUp).toEqual(['Error: no line']);
  });

  it('never goes with other bytes than those it was written for, nor without them', async () => {
    await queue(attached(PDF, sha256(Buffer.from('other'))));
    expect(await sender().drain()).toBe(0);
    kept.clear();
    await queue({ key: 'b', ...attached() });
    kept.clear();
    expect(await sender().drain()).toBe(0);
    expect(smtp.received).toEqual([]);
    expect(givenUp).toHaveLength(2);
  });

  it('queued twice with its file is one message with one file', async () => {
    const file = attached();
    await queue(file);
    await queue(file);
    expect(await sender().drain()).toBe(1);
    expect(partsOf(smtp.received[0]?.data ?? '')).toHaveLength(2);
  });

  it('a party cannot hang a file on the message of another, nor read what goes out', async () => {
    await queue();
    const [message] = await db.ownerQuery<{ id: string }>('select id from platform.outbox_message');
    const other = appScope(newId());
    const hang = db.database.inTransaction(other, (tx) =>
      tx.query(
        `insert into platform.outbox_attachment
           (message_id, position, tenant_id, source, reference, sha256, name, media_type)
         values ($1, 1, $2, 'test.file', $3, $4, 'a.pdf', 'application/pdf')`,
        [message?.id, other.tenantId, newId(), sha256(PDF)],
      ),
    );
    await expect(hang).rejects.toThrow('foreign key');
    for (const table of ['outbox_attachment', 'outbox_message'])
      await expect(
        db.database.inTransaction(other, (tx) => tx.query(`select * from platform.${table}`)),
      ).rejects.toThrow('permission denied');
  });

  it('the overseer sees whether a message went out, not its text nor what went wrong inside', async () => {
    await queue();
    for (const column of ['body', 'recipient', 'last_error'])
      await expect(
        db.database.inTransaction(STAFF, (tx) =>
          tx.query(`select ${column} from platform.outbox_message`),
        ),
      ).rejects.toThrow('permission denied');
  });
});

describe('The settings of outgoing mail', () => {
  it('are a server and an address that letters come from', () => {
    const config = readConfig({
      SMTP_URL: 'smtps://me:geheim@mail:465',
      MAIL_FROM: 'post@bzk.example',
    });
    expect([config.smtpUrl, config.mailFrom]).toEqual([
      'smtps://me:geheim@mail:465',
      'post@bzk.example',
    ]);
  });

  it('are refused with the mend, and without the password', () => {
    expect(() => readConfig({ SMTP_URL: 'http://me:geheim@mail' })).toThrow(
      'SMTP_URL http://me:***@mail is not an address of the form smtp://....',
    );
    expect(() => readConfig({ SMTP_URL: 'smtp://mail' })).toThrow('MAIL_FROM is missing');
    expect(() => readConfig({ MAIL_FROM: 'BZK <post@bzk.example>' })).toThrow(
      'is not one address such as post@example.org',
    );
  });
});
