import { createHash, randomUUID } from 'node:crypto';
import {
  listLetters,
  type NewLetter,
  readLetter,
  readLetterPdf,
  RerenderLetter,
  SendLetter,
  type SentLetter,
} from '../../../src/modules/correspondence/public';
import { type Scope, type Transaction } from '../../../src/platform/database/transaction';
import { workerScope } from '../../../src/platform/jobs/job-runner';
import { type AParty, aParty, OVERSEER_SCOPE, treasurerScope } from '../../support/a-party';
import { startTestApp, type TestApp } from '../../support/app';
import { aLetter } from './a-letter';

const MOMENT = '2025-06-03T10:00:00+02:00';

describe('A letter that is sent', () => {
  let site: TestApp;
  let group: AParty;
  let other: AParty;

  beforeAll(async () => {
    site = await startTestApp();
    await site.setClock(MOMENT);
    group = await aParty(site.app);
    other = await aParty(site.app);
  });
  afterAll(() => site.close());

  const as = <T>(scope: Scope, work: (tx: Transaction) => Promise<T>): Promise<T> =>
    site.test.database.inTransaction(scope, work);
  const send = (
    changes: Partial<NewLetter> = {},
    scope: Scope = OVERSEER_SCOPE,
  ): Promise<SentLetter> =>
    as(scope, (tx) => site.app.get(SendLetter).run(tx, aLetter(group.tenantId, changes)));
  const messages = (id: string): Promise<{ recipient: string; sha256: string }[]> =>
    site.test.ownerQuery(
      `select m.recipient, a.sha256 from platform.outbox_message m
         join platform.outbox_attachment a on a.message_id = m.id where a.reference = $1`,
      [id],
    );

  it('is frozen: its bytes have the hash that is told, and the database computes it too', async () => {
    const letter = await send();
    const pdf = await as(OVERSEER_SCOPE, (tx) => readLetterPdf(tx, letter.id));
    expect(pdf?.subarray(0, 8).toString('latin1')).toBe('%PDF-1.7');
    expect(
      createHash('sha256')
        .update(pdf ?? '')
        .digest('hex'),
    ).toBe(letter.sha256);
    const [row] = await site.test.ownerQuery<{ same: boolean }>(
      `select pdf_sha256 = sha256(pdf) as same from core.letter where id = $1`,
      [letter.id],
    );
    expect(row).toEqual({ same: true });
    expect(letter.number).toMatch(/^B-2025-/);
    expect(letter.sentAt).toMatch(/^2025-06-03T08:00:0/);
  });

  it('is one letter and one mail, however often and however many ask for it with the same key', async () => {
    const letter = aLetter(group.tenantId);
    const run = (): Promise<SentLetter> =>
      as(OVERSEER_SCOPE, (tx) => site.app.get(SendLetter).run(tx, letter));
    const [first, second] = await Promise.all([run(), run()]);
    const third = await run();
    expect([second.id, third.id]).toEqual([first.id, first.id]);
    expect([second.sha256, third.sha256]).toEqual([first.sha256, first.sha256]);
    expect(await messages(first.id)).toEqual([
      { recipient: 'bestuur@voorbeeld.example', sha256: first.sha256 },
    ]);
  });

  it('without an address for mail is kept and not mailed', async () => {
    const addressee = { ...aLetter(group.tenantId).addressee, email: null };
    expect(await messages((await send({ addressee })).id)).toEqual([]);
  });

  it('does not exist when the step it belongs to fails, and neither does its mail', async () => {
    const letter = aLetter(group.tenantId);
    const failing = as(OVERSEER_SCOPE, async (tx) => {
      await site.app.get(SendLetter).run(tx, letter);
      throw new Error('the step was refused');
    });
    await expect(failing).rejects.toThrow('the step was refused');
    const rows = await site.test.ownerQuery('select 1 from core.letter where key = $1', [
      letter.key,
    ]);
    expect(rows).toEqual([]);
  });

  it('is dated on the day it is sent, because terms count from there', async () => {
    const day = '2025-06-02' as NewLetter['day'];
    await expect(send({ day })).rejects.toThrow('cannot be sent on 2025-06-03');
    const letter = await send();
    await expect(
      site.test.ownerQuery(
        `insert into core.letter select (jsonb_populate_record(l,
           jsonb_build_object('id', gen_random_uuid(), 'key', 'other', 'number', 'B-2025-BBBBB-BBBBB',
             'day', '2025-06-04'))).* from core.letter l where id = $1`,
        [letter.id],
      ),
    ).rejects.toThrow('letter_sent_on_its_day');
  });

  it('cannot hold bytes that are not those of its hash', async () => {
    const letter = await send();
    await expect(
      site.test.ownerQuery(
        `insert into core.letter select (jsonb_populate_record(l,
           jsonb_build_object('id', gen_random_uuid(), 'key', 'forged', 'number', 'B-2025-CCCCC-CCCCC',
             'pdf', '\\x255044462d'))).* from core.letter l where id = $1`,
        [letter.id],
      ),
    ).rejects.toThrow('letter_check');
  });

  it.each([
    ['changes', `update core.letter set subject = 'iets anders'`],
    ['removes', 'delete from core.letter'],
  ])('nobody %s it, not even the owner of the table', async (_what, statement) => {
    const { id } = await send();
    await expect(site.test.ownerQuery(`${statement} where id = '${id}'`)).rejects.toThrow(
      'never changed or removed',
    );
    for (const scope of [OVERSEER_SCOPE, workerScope('test'), treasurerScope(group.tenantId)])
      await expect(as(scope, (tx) => tx.query(`${statement} where id = '${id}'`))).rejects.toThrow(
        'permission denied',
      );
  });

  it('is put right by another letter about the same subject, which names it; and that only once', async () => {
    const subjectId = randomUUID();
    const first = await send({ subjectId });
    const second = await send({ subjectId, corrects: first.id });
    expect(second.corrects).toBe(first.id);
    const pdf = await as(OVERSEER_SCOPE, (tx) => readLetterPdf(tx, second.id));
    expect(
      pdf?.equals((await as(OVERSEER_SCOPE, (tx) => readLetterPdf(tx, first.id))) ?? pdf),
    ).toBe(false);
    await expect(send({ subjectId, corrects: first.id })).rejects.toThrow('corrects_id');
    await expect(send({ corrects: first.id })).rejects.toThrow('is not about');
  });

  it('is read by the party it is addressed to, by no other party, and by the overseer', async () => {
    const subjectId = randomUUID();
    const { id } = await send({ subjectId });
    const mine = treasurerScope(group.tenantId);
    const foreign = treasurerScope(other.tenantId);
    expect((await as(mine, (tx) => readLetter(tx, id)))?.subject).toBe('Verzoek om informatie');
    expect(await as(foreign, (tx) => readLetter(tx, id))).toBeNull();
    expect(await as(foreign, (tx) => readLetterPdf(tx, id))).toBeNull();
    expect(await as(foreign, (tx) => listLetters(tx, subjectId))).toEqual([]);
    expect(await as(OVERSEER_SCOPE, (tx) => listLetters(tx, subjectId))).toHaveLength(1);
  });

  it.each(['committee', 'prosecutor', 'donor'] as const)(
    'to the %s is not for the party, though it is about its case',
    async (kind) => {
      const addressee = { ...aLetter(group.tenantId).addressee, kind };
      const { id } = await send({ addressee });
      expect(await as(treasurerScope(group.tenantId), (tx) => readLetter(tx, id))).toBeNull();
      expect((await as(OVERSEER_SCOPE, (tx) => readLetter(tx, id)))?.id).toBe(id);
    },
  );

  it('is not written by a party', async () => {
    await expect(send({}, treasurerScope(group.tenantId))).rejects.toThrow('permission denied');
  });

  it('renders the same again, byte for byte, also one that corrects another', async () => {
    const subjectId = randomUUID();
    const first = await send({ subjectId });
    const second = await send({ subjectId, corrects: first.id });
    const again = await as(OVERSEER_SCOPE, async (tx) => {
      const results: string[] = [];
      for (const { id } of [first, second]) {
        const letter = await readLetter(tx, id);
        if (letter === null) throw new Error('it is there');
        results.push(await site.app.get(RerenderLetter).run(tx, letter));
        const changed = { ...letter, content: { ...letter.content, lastDay: '18 juni 2025' } };
        results.push(await site.app.get(RerenderLetter).run(tx, changed));
        const older = { ...letter, templateSha256: '0'.repeat(64) };
        results.push(await site.app.get(RerenderLetter).run(tx, older));
      }
      return results;
    });
    const expected = ['same', 'different', 'template_changed'];
    expect(again).toEqual([...expected, ...expected]);
  });

  it('stands in the audit log without its bytes', async () => {
    const { id } = await send();
    const [line] = await site.test.ownerQuery<{ action: string; pdf: string }>(
      `select e.action, c.content::jsonb ->> 'pdf' as pdf
         from audit.event e join audit.content c using (retention_year, seq)
        where e.entity = 'core.letter' and e.entity_id = $1`,
      [id],
    );
    expect(line?.action).toBe('insert');
    expect(line?.pdf).toMatch(/^[0-9a-f]{64}$/);
  });
});
