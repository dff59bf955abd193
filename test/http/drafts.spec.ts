import { Database } from '../../src/platform/database/database';
import { type Transaction } from '../../src/platform/database/transaction';
import { listDrafts, readDraft, saveDraft } from '../../src/platform/drafts/form-draft';
import { aDonor } from '../support/a-gift';
import { aParty, type AParty, treasurerScope } from '../support/a-party';
import { type SignedIn, startTestApp, type TestApp } from '../support/app';
import { hidden, read } from '../support/read-page';

const FORM = '/giften/nieuw';

type Fields = Readonly<Record<string, string>>;

describe('Drafts of forms', () => {
  let site: TestApp;
  let group: AParty;
  let treasurer: SignedIn;
  let colleague: SignedIn;
  let donorId: string;

  beforeAll(async () => {
    site = await startTestApp();
    await site.setClock('2025-04-18T12:00:00+02:00');
    group = await aParty(site.app);
    treasurer = await site.signIn('treasurer', group.tenantId);
    colleague = await site.signIn('treasurer', group.tenantId);
    donorId = await aDonor(site.app, group.tenantId);
  });
  afterAll(() => site.close());

  const page = async (who = treasurer) => (await who.agent.get(FORM).expect(200)).text;
  const post = (path: string, form: Fields, who = treasurer) =>
    who.agent
      .post(path)
      .type('form')
      .send({ _csrf: who.csrfToken, ...form });
  const kept = (amount: string): Fields => ({
    draft_form: FORM,
    donorId,
    amount,
    description: 'Wat ik <b>typte</b>',
    once: 'a-key',
  });

  it('keeps what was typed, by the button without script, and shows it again', async () => {
    const { headers } = await post('/concepten', kept('12.345,67')).expect(303);
    expect(headers['location']).toBe(FORM);
    const text = await page();
    expect(read(text)).toContain('U was hier al mee bezig');
    expect(text).toContain('value="12.345,67"');
    expect(text).toContain('Wat ik &lt;b&gt;typte&lt;/b&gt;');
    expect(hidden(text, 'once')).not.toBe('a-key');
  });

  it('tells the script when it was kept, and keeps the newest only', async () => {
    const { text } = await post('/concepten', kept('2.000,00'))
      .set('X-Requested-With', 'fetch')
      .expect(200);
    expect(text).toMatch(/^Concept bewaard op 18 april 2025/);
    expect(await page()).toContain('value="2.000,00"');
  });

  it('is seen by the person who typed it and by nobody else of the party', async () => {
    await post('/concepten', kept('3.000,00'));
    expect(read(await page(colleague))).not.toContain('U was hier al mee bezig');
  });

  it('goes when it is thrown away', async () => {
    await post('/concepten', kept('4.000,00'));
    await post('/concepten/weggooien', { draft_form: FORM }).expect(303);
    const text = await page();
    expect(read(text)).not.toContain('U was hier al mee bezig');
    expect(text).not.toContain('4.000,00');
  });

  it('goes when the form is booked, and stays when it is refused', async () => {
    await post('/concepten', kept('5.000,00'));
    const form = {
      once: hidden(await page(), 'once'),
      donorId,
      recipientId: group.party,
      type: 'gift',
      amount: '5.000,00',
      receivedOn: '',
      do: 'book',
    };
    await post('/giften', form).expect(400);
    expect(await page()).toContain('5.000,00');
    await post('/giften', { ...form, receivedOn: '17-04-2025' }).expect(303);
    expect(await page()).not.toContain('5.000,00');
  });

  it('never keeps a password, a code or the keys of the form', async () => {
    const secret = { password: 'Duin en dijk', code: '123456', do: 'book' };
    await post('/concepten', { ...kept('6.000,00'), ...secret });
    const [row] = await site.test.ownerQuery<{ fields: string }>(
      'select fields::text as fields from platform.form_draft',
    );
    expect(JSON.parse(row?.fields ?? '')).toEqual({
      donorId,
      amount: '6.000,00',
      description: 'Wat ik <b>typte</b>',
    });
  });

  it.each(['', 'https://elders.example/giften', '//elders.example', '/giften?x=1', '/../x'])(
    'refuses %p as the place of the form',
    async (form) => {
      await post('/concepten', { ...kept('1,00'), draft_form: form }).expect(400);
    },
  );

  it('is not shown when nobody came back to it for thirty days, and goes with the next', async () => {
    const scope = { ...treasurerScope(group.tenantId), actorId: 'somebody' };
    const run = <T>(work: (tx: Transaction) => Promise<T>): Promise<T> =>
      site.app.get(Database).inTransaction(scope, work);
    await run((tx) => saveDraft(tx, FORM, { amount: '7.000,00' }));
    await site.setClock('2025-05-18T11:59:00+02:00');
    expect(await run((tx) => readDraft(tx, FORM))).toMatchObject({
      fields: { amount: '7.000,00' },
    });
    await site.setClock('2025-05-18T12:10:00+02:00');
    expect(await run((tx) => readDraft(tx, FORM))).toBeNull();
    await run((tx) => saveDraft(tx, '/gevers/nieuw', { name: 'X' }));
    expect(await run((tx) => listDrafts(tx))).toMatchObject([{ form: '/gevers/nieuw' }]);
  });

  describe('A form that comes after the session is over', () => {
    const late: Fields = { draft_form: FORM, amount: '8.000,00', donorId: 'x', do: 'book' };
    const drafts = () =>
      site.test.ownerQuery<{ amount: string; of: string }>(
        `select fields ->> 'amount' as amount, c.name as of from platform.form_draft d
           join identity.account c on c.id::text = d.account_id
          where fields ->> 'amount' = '8.000,00'`,
      );
    let tardy: SignedIn;

    beforeEach(async () => {
      await site.test.ownerQuery('delete from platform.form_draft');
      await site.setClock('2025-06-02T12:00:00+02:00');
      tardy = await site.signIn('treasurer', group.tenantId);
    });

    it('is not done but kept, and signing in leads back to it', async () => {
      await site.setClock('2025-06-02T12:31:00+02:00');
      const { headers } = await post('/giften', late, tardy).expect(303);
      expect(headers['location']).toBe(`/aanmelden?verder=${encodeURIComponent(FORM)}`);
      expect(await drafts()).toHaveLength(1);
    });

    it('is not kept without the token of the form, and says nothing about it', async () => {
      await site.setClock('2025-06-02T12:31:00+02:00');
      const { headers } = await post('/giften', { ...late, _csrf: 'wrong' }, tardy).expect(303);
      expect(headers['location']).toBe('/aanmelden');
      expect(await drafts()).toEqual([]);
    });

    it('is not kept after signing out, nor a day later', async () => {
      await site.setClock('2025-06-03T12:01:00+02:00');
      await post('/giften', late, tardy).expect(303);
      expect(await drafts()).toEqual([]);
      const other = await site.signIn('treasurer', group.tenantId);
      await post('/afmelden', {}, other);
      await post('/giften', late, other).expect(303);
      expect(await drafts()).toEqual([]);
    });
  });

  it('a page says when the session ends, also without script', async () => {
    await site.setClock('2025-06-04T12:00:00+02:00');
    const who = await site.signIn('treasurer', group.tenantId);
    const text = await page(who);
    expect(text).toContain('data-seconds="1800"');
    expect(read(text)).toContain('12.30 uur');
    expect((await site.http().get('/regels')).text).not.toContain('data-seconds');
  });
});
