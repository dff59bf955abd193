import { DisableAccount } from '../../src/modules/identity/public';
import { asMessageFile } from '../../src/platform/outbox/message-file';
import { Worker } from '../../src/platform/worker/worker';
import { aDonor, aGift } from '../support/a-gift';
import { aParty, type AParty } from '../support/a-party';
import { type SignedIn, startTestApp, type TestApp } from '../support/app';

interface Message {
  readonly recipient: string;
  readonly subject: string;
  readonly body: string;
  readonly stopUrl: string;
}

describe('The digest by mail', () => {
  let site: TestApp;
  let group: AParty;
  let treasurer: SignedIn;

  beforeEach(async () => {
    site = await startTestApp();
    // Monday 20 October 2025.
    await site.setClock('2025-10-20T12:00:00+02:00');
    group = await aParty(site.app);
    treasurer = await site.signIn('treasurer', group.tenantId);
  });
  afterEach(() => site.close());

  async function choose(rhythm: string, weekday = '1') {
    const { agent, csrfToken } = treasurer;
    const form = { _csrf: csrfToken, rhythm, weekday };
    return agent.post('/agenda/samenvatting').type('form').send(form);
  }

  const DONOR = 'Q. van der Geheimen';

  async function gift(receivedOn: string): Promise<void> {
    const { tenantId, party: recipientId } = group;
    const donorId = await aDonor(site.app, tenantId, DONOR);
    await aGift(site.app, { tenantId, donorId, recipientId, receivedOn, euros: 12_345 });
  }

  async function sent(): Promise<readonly Message[]> {
    return site.test.ownerQuery<Message>(
      `select recipient, subject, body, stop_url as "stopUrl" from platform.outbox_message
        where stop_url is not null order by created_at, id`,
    );
  }

  /** Moves the clock and lets the work of that moment be done. */
  async function at(moment: string): Promise<void> {
    await site.setClock(moment);
    for (let round = 0; round < 3; round += 1) await site.app.get(Worker).drainOnce();
  }

  it('weekly, on the chosen day at seven in the morning, and not a minute before', async () => {
    await gift('2025-10-20');
    expect((await choose('weekly', '4')).headers['location']).toBe(
      '/agenda?gedaan=opgeslagen#mail',
    );
    await at('2025-10-22T23:59:00+02:00');
    expect(await sent()).toEqual([]);
    await at('2025-10-23T06:59:00+02:00');
    expect(await sent()).toEqual([]);
    await at('2025-10-23T07:00:00+02:00');
    const [mail, ...more] = await sent();
    expect(more).toEqual([]);
    expect(mail?.recipient).toBe(treasurer.person.email);
    expect(mail?.body).toContain('Gift melden');
    expect(mail?.body).toContain('Uiterlijk donderdag 23 oktober 2025.');
    expect(mail?.body).toContain('http://127.0.0.1/meldingen');
  });

  it('also in winter time it is seven on the clock', async () => {
    await gift('2025-10-20');
    await choose('weekly', '1');
    await at('2025-10-27T06:59:59+01:00');
    expect(await sent()).toEqual([]);
    await at('2025-10-27T07:00:00+01:00');
    expect(await sent()).toHaveLength(1);
  });

  it('it says what is late, and names nobody and no amount', async () => {
    await gift('2025-10-10');
    await choose('daily');
    await at('2025-10-21T08:00:00+02:00');
    const [mail] = await sent();
    expect(mail?.subject).toContain('1 te laat');
    expect(mail?.body).toContain('TE LAAT');
    expect(mail?.body).toContain('De laatste dag was woensdag 15 oktober 2025.');
    for (const secret of ['Geheimen', '12.345', '12345']) expect(mail?.body).not.toContain(secret);
  });

  it('daily is once a day, however often the work is looked at', async () => {
    await gift('2025-10-20');
    await choose('daily');
    await at('2025-10-21T07:00:00+02:00');
    await at('2025-10-21T12:00:00+02:00');
    await at('2025-10-21T23:00:00+02:00');
    expect(await sent()).toHaveLength(1);
    await at('2025-10-22T07:00:00+02:00');
    expect(await sent()).toHaveLength(2);
  });

  it('after a long stop only today is told, not every day that went by', async () => {
    await gift('2025-10-20');
    await choose('daily');
    await at('2025-11-05T09:00:00+01:00');
    expect((await sent()).length).toBeLessThanOrEqual(1);
    await at('2025-11-06T07:00:00+01:00');
    expect((await sent()).at(-1)?.body).toContain('donderdag 6 november 2025');
  });

  it('who holds no role at the party any more receives nothing', async () => {
    await gift('2025-10-20');
    await choose('daily');
    await site.app.get(DisableAccount).run(treasurer.person.accountId);
    await at('2025-10-21T08:00:00+02:00');
    expect(await sent()).toEqual([]);
  });

  describe('Stopping it', () => {
    async function link(): Promise<string> {
      await gift('2025-10-20');
      await choose('daily');
      await at('2025-10-21T07:00:00+02:00');
      const [mail] = await sent();
      expect(mail?.body).toContain(mail?.stopUrl);
      return new URL(mail?.stopUrl ?? '').pathname;
    }

    it('opening the link asks; one press stops it, without signing in (RFC 8058)', async () => {
      const path = await link();
      const asked = await site.http().get(path).expect(200);
      expect(asked.text).toContain('Samenvatting stoppen');
      await at('2025-10-22T07:00:00+02:00');
      expect(await sent()).toHaveLength(2);
      await site.http().post(path).type('form').send('List-Unsubscribe=One-Click').expect(200);
      await site.http().post(path).type('form').send('List-Unsubscribe=One-Click').expect(200);
      await at('2025-10-23T07:00:00+02:00');
      expect(await sent()).toHaveLength(2);
      const choices = await site.test.ownerQuery('select rhythm from core.digest_choice');
      expect(choices).toEqual([{ rhythm: 'off' }]);
    });

    it('the mail says so in its headers, for the button of a mail program', async () => {
      const stopUrl = 'https://voorbeeld.example/agenda/stoppen/1/2';
      const mail = {
        messageId: 'a'.repeat(64),
        recipient: 'iemand@voorbeeld.example',
        subject: 'Op de lijst',
        body: 'Tekst',
        writtenAt: '2025-10-20T10:00:00.000Z',
        attachments: [],
      };
      const withLink = (await asMessageFile({ ...mail, stopUrl }, 'post@test.invalid')).toString();
      expect(withLink).toContain(`List-Unsubscribe: <${stopUrl}>\r\n`);
      expect(withLink).toContain('List-Unsubscribe-Post: List-Unsubscribe=One-Click\r\n');
      const without = (await asMessageFile(mail, 'post@test.invalid')).toString();
      expect(without).not.toContain('List-Unsubscribe');
    });

    it('a link that was not made here stops nothing', async () => {
      const path = await link();
      await site
        .http()
        .post(`${path.slice(0, -3)}abc`)
        .expect(404);
      await at('2025-10-22T07:00:00+02:00');
      expect(await sent()).toHaveLength(2);
    });
  });

  it('a choice that is no choice is refused at its field', async () => {
    const refused = await choose('hourly', '9');
    expect(refused.status).toBe(400);
    expect(refused.text).toContain('href="#rhythm"');
    expect(refused.text).toContain('href="#weekday"');
  });
});
