import { createHash, randomUUID } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  type NewLetter,
  SendLetter,
  type SentLetter,
} from '../../src/modules/correspondence/public';
import { CONFIG, type Config } from '../../src/platform/config/config';
import { Worker } from '../../src/platform/worker/public';
import { aLetter } from '../modules/correspondence/a-letter';
import { type AParty, aParty, OVERSEER_SCOPE } from '../support/a-party';
import { startTestApp, type TestApp } from '../support/app';

const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

/** The text a person reads: without tags, blanks in a row as one. */
const read = (html: string): string => html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');

describe('Letters in the API and on a page', () => {
  let site: TestApp;
  let group: AParty;
  let other: AParty;
  let letter: SentLetter;
  let token: string;

  beforeAll(async () => {
    site = await startTestApp();
    await site.setClock('2025-06-03T10:00:00+02:00');
    group = await aParty(site.app);
    other = await aParty(site.app);
    letter = await send();
    token = await site.tokenFor('treasurer', group.tenantId);
  });
  afterAll(() => site.close());

  const send = (changes: Partial<NewLetter> = {}): Promise<SentLetter> =>
    site.test.database.inTransaction(OVERSEER_SCOPE, (tx) =>
      site.app.get(SendLetter).run(tx, aLetter(group.tenantId, changes)),
    );
  const get = (path: string, bearer: string): ReturnType<ReturnType<TestApp['http']>['get']> =>
    site.http().get(path).set('Authorization', `Bearer ${bearer}`);

  it('the party reads what was sent to it, with the hash of the very file', async () => {
    const answer = await get(`/v1/letters/${letter.id}`, token).expect(200);
    expect(answer.body).toMatchObject({
      number: letter.number,
      kind: 'information_request',
      addressee: { kind: 'party', name: 'Partij van de Proef' },
      sha256: letter.sha256,
      corrects: null,
      correctedBy: null,
    });
    const file = await get(`/v1/letters/${letter.id}/pdf`, token)
      .buffer(true)
      .parse((stream, done) => {
        const chunks: Buffer[] = [];
        stream.on('data', (chunk: Buffer) => chunks.push(chunk));
        stream.on('end', () => done(null, Buffer.concat(chunks)));
      })
      .expect(200);
    expect(file.headers['content-type']).toBe('application/pdf');
    expect(file.headers['content-disposition']).toBe(`attachment; filename=${letter.number}.pdf`);
    expect(sha256(file.body as Buffer)).toBe(letter.sha256);
  });

  it('answers another party as if there were no such letter, byte for byte', async () => {
    const foreign = await site.tokenFor('treasurer', other.tenantId);
    for (const suffix of ['', '/pdf']) {
      const known = await get(`/v1/letters/${letter.id}${suffix}`, foreign).expect(404);
      const unknown = randomUUID();
      const never = await get(`/v1/letters/${unknown}${suffix}`, foreign).expect(404);
      expect(known.text.replaceAll(letter.id, '')).toBe(never.text.replaceAll(unknown, ''));
    }
  });

  it('shows the party what, when, to whom and the hash, and gives the file', async () => {
    const { agent } = await site.signIn('treasurer', group.tenantId);
    const { text } = await agent.get(`/brieven/${letter.id}`).expect(200);
    const seen = read(text);
    expect(seen).toContain('Verzoek om informatie');
    expect(seen).toContain('3 juni 2025, 10.00 uur');
    expect(seen).toContain('Partij van de Proef, T.a.v. het bestuur, Dijkweg 1, 1234 AB Dorp');
    expect(seen).toContain(letter.sha256);
    expect(seen).not.toContain('Per e-mail');
    const file = await agent.get(`/brieven/${letter.id}.pdf`).buffer(true).expect(200);
    expect(sha256(file.body as Buffer)).toBe(letter.sha256);
  });

  it('shows the overseer whether the mail went out; it went out with the file', async () => {
    const { agent } = await site.signIn('overseer');
    const before = await agent.get(`/brieven/${letter.id}`).expect(200);
    expect(read(before.text)).toContain('Wacht op verzending');
    await site.app.get(Worker).drainOnce();
    const after = await agent.get(`/brieven/${letter.id}`).expect(200);
    expect(read(after.text)).toMatch(/Per e-mail .*Verzonden/);
    const folder = join(site.app.get<Config>(CONFIG).stateDir ?? '', 'outbox');
    const mails = readdirSync(folder).map((name) => readFileSync(join(folder, name), 'latin1'));
    const mail = mails.find((text) => text.includes(`filename=${letter.number}.pdf`)) ?? '';
    expect(mail).toContain('To: bestuur@voorbeeld.example');
    const encoded = mail.split('\r\n\r\n').at(-1)?.split('\r\n--')[0] ?? '';
    expect(sha256(Buffer.from(encoded, 'base64'))).toBe(letter.sha256);
  });

  it('says of a letter that was put right which one holds now', async () => {
    const subjectId = randomUUID();
    const first = await send({ subjectId });
    const second = await send({ subjectId, corrects: first.id });
    const { agent } = await site.signIn('treasurer', group.tenantId);
    const old = await agent.get(`/brieven/${first.id}`).expect(200);
    expect(read(old.text)).toContain(`Brief ${second.number} komt in plaats van deze brief.`);
    const answer = await get(`/v1/letters/${first.id}`, token).expect(200);
    expect(answer.body).toMatchObject({ correctedBy: second.id });
  });

  it('leaves a line in the log of who read it', async () => {
    await get(`/v1/letters/${letter.id}`, token).expect(200);
    const lines = await site.test.ownerQuery(
      `select 1 from audit.event where action = 'read' and entity = 'core.letter' and entity_id = $1`,
      [letter.id],
    );
    expect(lines.length).toBeGreaterThan(0);
  });
});
