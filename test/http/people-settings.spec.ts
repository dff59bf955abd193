import { type Response } from 'supertest';
import { aDonor, aGift } from '../support/a-gift';
import { aParty, type AParty } from '../support/a-party';
import { type SignedIn, startTestApp, type TestApp } from '../support/app';

const RULE = 'WFPP-34-OWN-CAP';
const SOURCE = 'Giftenreglement, artikel 4, vastgesteld op 12 november 2024';

function hidden(html: string, name: string): string {
  const value = new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1];
  if (value === undefined) throw new Error(`the page has no field ${name}`);
  return value;
}

function read(html: string): string {
  return html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');
}

describe('What a party agrees for itself', () => {
  let site: TestApp;
  let group: AParty;
  let board: SignedIn;

  beforeAll(async () => {
    site = await startTestApp();
  });
  afterAll(() => site.close());
  beforeEach(async () => {
    await site.setClock('2025-08-04T12:00:00+02:00');
    group = await aParty(site.app);
    board = await site.signIn('party_administrator', group.tenantId);
  });

  async function post(
    path: 'plafond' | 'tweede-handtekening',
    fields: Readonly<Record<string, string>>,
    who: SignedIn = board,
  ): Promise<Response> {
    const { text } = await who.agent.get('/instellingen').expect(200);
    const form = { _csrf: who.csrfToken, once: hidden(text, 'once'), ...fields };
    return who.agent.post(`/instellingen/${path}`).type('form').send(form);
  }

  async function enter(from: string, amount: string, source = SOURCE): Promise<void> {
    const fields = amount === '' ? { from, lifted: 'yes', source } : { from, amount, source };
    expect((await post('plafond', fields)).status).toBe(303);
  }

  async function gave(euros: number, receivedOn: string, donorId?: string): Promise<string> {
    const { tenantId, party: recipientId } = group;
    const donor = donorId ?? (await aDonor(site.app, tenantId));
    await aGift(site.app, { tenantId, donorId: donor, recipientId, receivedOn, euros });
    return donor;
  }

  const warned = async (donorId: string): Promise<readonly string[]> =>
    (
      await site.test.ownerQuery<{ key: string }>(
        `select key from core.finding
          where donor_id = $1 and rule = $2 and ended_at is null order by key`,
        [donorId, RULE],
      )
    ).map(({ key }) => key);

  describe('an own cap (art. 34)', () => {
    it('is shown to the whole party with its day, amount, source and who wrote it', async () => {
      await enter('01-07-2025', '10.000,00');
      const { agent } = await site.signIn('treasurer', group.tenantId);
      const text = read((await agent.get('/instellingen').expect(200)).text);
      expect(text).toContain('Nu geldt € 10.000,00.');
      expect(text).toContain(SOURCE);
      expect(text).toMatch(/Persoon \d+, 4 augustus 2025, 12\.00 uur/);
      expect(text).not.toContain('Plafond vastleggen');
    });

    it('is that of the day of receipt: the day before it the old one counts', async () => {
      await enter('01-01-2025', '20.000,00');
      await enter('01-07-2025', '10.000,00');
      expect(await warned(await gave(15_000, '2025-06-30'))).toEqual([]);
      expect(await warned(await gave(15_000, '2025-07-01'))).toEqual([`${RULE}:2025-07-01`]);
      expect(await warned(await gave(10_000, '2025-07-01'))).toEqual([]);
    });

    it('judges again what was booked before it was written down', async () => {
      const donor = await gave(15_000, '2025-07-01');
      const small = await gave(9_000, '2025-07-01');
      expect(await warned(donor)).toEqual([]);
      await enter('01-07-2025', '10.000,00');
      expect(await warned(donor)).toEqual([`${RULE}:2025-07-01`]);
      expect(await warned(small)).toEqual([]);
      await enter('01-07-2025', '16.000,00');
      expect(await warned(donor)).toEqual([]);
      await enter('01-07-2025', '');
      expect(await warned(donor)).toEqual([]);
    });

    it('is told before a gift is booked, with its source, and stands in no way', async () => {
      await enter('01-01-2025', '400,00');
      const donorId = await aDonor(site.app, group.tenantId);
      const token = await site.tokenFor('treasurer', group.tenantId);
      const answer = await site
        .http()
        .post('/v1/pre-checks')
        .set('Authorization', `Bearer ${token}`)
        .send({
          ...{ donorId, recipientId: group.party, type: 'gift', form: 'money' },
          ...{ amount: 40_001, receivedOn: '2025-08-01' },
        })
        .expect(200);
      const { verdict, reasons } = answer.body as {
        verdict: string;
        reasons: readonly { rule: string; parameters: readonly { source: string }[] }[];
      };
      expect(verdict).toMatch(/^may_accept/);
      expect(reasons.find(({ rule }) => rule === RULE)?.parameters[0]?.source).toBe(SOURCE);
      const page = await site.signIn('treasurer', group.tenantId);
      const checked = await page.agent
        .post('/giften/controle')
        .type('form')
        .send({
          ...{ _csrf: page.csrfToken, donorId, recipientId: group.party, type: 'gift' },
          ...{ amount: '400,01', receivedOn: '01-08-2025' },
        });
      expect(read(checked.text)).toContain(`Bron: ${SOURCE}.`);
    });

    it('cannot be as high as that of the Act; a cent lower it can', async () => {
      const refused = await post('plafond', {
        from: '01-01-2025',
        amount: '100.000,00',
        source: SOURCE,
      });
      expect(refused.status).toBe(400);
      expect(read(refused.text)).toContain('100.000,00 is niet lager dan wat de wet toestaat.');
      await enter('01-01-2025', '99.999,99');
    });

    it('names every fault at once, keeps what was typed and writes nothing', async () => {
      const answer = await post('plafond', { from: '31-02-2025', amount: '', source: '' });
      expect(answer.status).toBe(400);
      for (const field of ['from', 'amount', 'source'])
        expect(answer.text).toContain(`href="#${field}"`);
      expect(answer.text).toContain('value="31-02-2025"');
      const rows = await site.test.ownerQuery('select 1 from core.own_cap where tenant_id = $1', [
        group.tenantId,
      ]);
      expect(rows).toEqual([]);
    });

    it('is of the party that wrote it only', async () => {
      await enter('01-01-2025', '400,00');
      const stranger = await aParty(site.app);
      const token = await site.tokenFor('treasurer', stranger.tenantId);
      const theirs = await site.http().get('/v1/settings').set('Authorization', `Bearer ${token}`);
      expect(theirs.body).toEqual({
        secondSignature: false,
        secondSignatureSince: null,
        ownCaps: [],
      });
    });
  });

  describe('a second signature', () => {
    it('is turned on and off by the board only, each time with a reason that stays', async () => {
      expect((await post('tweede-handtekening', { wanted: 'yes', reason: '' })).status).toBe(400);
      await post('tweede-handtekening', { wanted: 'yes', reason: 'Besluit van 3 maart' });
      await post('tweede-handtekening', { wanted: 'no', reason: 'Nog maar twee mensen' });
      const text = read((await board.agent.get('/instellingen')).text);
      expect(text).toContain('Dit staat uit.');
      expect(text).toContain('Aangezet');
      expect(text).toContain('Nog maar twee mensen');
      const treasurer = await site.signIn('treasurer', group.tenantId);
      const { status } = await treasurer.agent
        .post('/instellingen/tweede-handtekening')
        .type('form')
        .send({ _csrf: treasurer.csrfToken, wanted: 'yes', reason: 'x' });
      expect(status).toBe(403);
    });

    it('decided twice at once it is decided once', async () => {
      const token = await site.tokenFor('party_administrator', group.tenantId);
      const decide = (key: string) =>
        site
          .http()
          .post('/v1/second-signature-decisions')
          .set('Authorization', `Bearer ${token}`)
          .set('Idempotency-Key', key)
          .send({ wanted: true, reason: 'Besluit' });
      const statuses = (await Promise.all([decide('a'), decide('b')])).map(({ status }) => status);
      expect(statuses.sort()).toEqual([201, 409]);
    });
  });
});
