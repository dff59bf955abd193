import { plainDate } from '../../src/legal/kernel/plain-date';
import { AnnulContribution } from '../../src/modules/contributions/public';
import { refreshExpectations } from '../../src/modules/expectations/public';
import { FileNotice } from '../../src/modules/notices/public';
import { Database } from '../../src/platform/database/database';
import { workerScope } from '../../src/platform/jobs/public';
import { aDonor, aGift } from '../support/a-gift';
import { aParty, type AParty, treasurerScope } from '../support/a-party';
import { type SignedIn, startTestApp, type TestApp } from '../support/app';
import { anElection, aRevision } from '../support/an-election';
import { type CalendarEvent, readCalendarFile } from '../support/read-calendar';

describe('The calendar feed of a party', () => {
  let site: TestApp;
  let group: AParty;
  let treasurer: SignedIn;

  beforeAll(async () => {
    site = await startTestApp();
    group = await aParty(site.app);
    treasurer = await site.signIn('treasurer', group.tenantId);
  });
  afterAll(() => site.close());

  const once = (html: string): string => /name="once" value="([^"]+)"/.exec(html)?.[1] ?? '';

  async function post(path: string, fields: Record<string, string> = {}) {
    const { agent, csrfToken } = treasurer;
    return agent
      .post(path)
      .type('form')
      .send({ _csrf: csrfToken, ...fields });
  }

  async function makeAddress(name: string): Promise<string> {
    const page = await treasurer.agent.get('/agenda').expect(200);
    const made = await post('/agenda', { once: once(page.text), name });
    expect(made.status).toBe(201);
    const address = /id="made-address">([^<]+)</.exec(made.text)?.[1] ?? '';
    return new URL(address).pathname;
  }

  async function events(path: string): Promise<readonly CalendarEvent[]> {
    const { text } = await site.http().get(path).expect(200);
    return readCalendarFile(text).events;
  }

  it('needs no sign-in, and only the hash of its address is kept', async () => {
    const path = await makeAddress('Telefoon');
    expect(path).toMatch(/^\/agenda\/[\w-]{43}\.ics$/);
    const answer = await site.http().get(path).expect(200);
    expect(answer.headers['content-type']).toBe('text/calendar; charset=utf-8');
    const token = path.slice('/agenda/'.length, -'.ics'.length);
    const rows = await site.test.ownerQuery<{ row: string }>(
      `select f::text as row from core.calendar_feed f
       union all select content::text from audit.content
        where content::text like '%Telefoon%'`,
    );
    expect(rows.length).toBeGreaterThan(1);
    expect(rows.filter(({ row }) => row.includes(token))).toEqual([]);
  });

  it('an address that nobody made is not there, and tells nothing', async () => {
    await site
      .http()
      .get(`/agenda/${'a'.repeat(43)}.ics`)
      .expect(404);
    await site.http().get('/agenda/kort.ics').expect(404);
  });

  it('sent twice the form makes one address, and shows it once', async () => {
    const page = await treasurer.agent.get('/agenda').expect(200);
    const form = { once: once(page.text), name: 'Laptop' };
    expect((await post('/agenda', form)).status).toBe(201);
    const again = await post('/agenda', form);
    expect([again.status, again.headers['location']]).toEqual([303, '/agenda?gedaan=al-gemaakt']);
    const shown = await treasurer.agent.get('/agenda').expect(200);
    expect(shown.text.match(/Adres stoppen: Laptop/g)).toHaveLength(1);
    expect(shown.text).not.toContain('.ics');
  });

  it('without a name it says what to write, at the field, and keeps the form', async () => {
    const page = await treasurer.agent.get('/agenda').expect(200);
    const refused = await post('/agenda', { once: once(page.text), name: ' ' });
    expect(refused.status).toBe(400);
    expect(refused.text).toContain('href="#name"');
    expect(once(refused.text)).toBe(once(page.text));
  });

  it('an address that was stopped or renewed works no more; the new one does', async () => {
    const path = await makeAddress('Oude telefoon');
    const page = await treasurer.agent.get('/agenda').expect(200);
    const id = /Oude telefoon[\s\S]*?\/agenda\/([\w-]{36})\/vernieuwen/.exec(page.text)?.[1] ?? '';
    const renewed = await post(`/agenda/${id}/vernieuwen`);
    const address = /id="made-address">([^<]+)</.exec(renewed.text)?.[1] ?? '';
    await site.http().get(path).expect(404);
    await site.http().get(new URL(address).pathname).expect(200);
    const shown = await treasurer.agent.get('/agenda').expect(200);
    const newId = /Oude telefoon[\s\S]*?\/agenda\/([\w-]{36})\/stoppen/.exec(shown.text)?.[1] ?? '';
    expect((await post(`/agenda/${newId}/stoppen`)).status).toBe(303);
    await site.http().get(new URL(address).pathname).expect(404);
  });

  it('another party cannot stop it, and cannot tell that it is there', async () => {
    const path = await makeAddress('Van ons');
    const other = await aParty(site.app);
    const stranger = await site.signIn('treasurer', other.tenantId);
    const page = await treasurer.agent.get('/agenda').expect(200);
    const id = /Van ons[\s\S]*?\/agenda\/([\w-]{36})\/stoppen/.exec(page.text)?.[1] ?? '';
    const form = { _csrf: stranger.csrfToken };
    await stranger.agent.post(`/agenda/${id}/stoppen`).type('form').send(form).expect(303);
    await site.http().get(path).expect(200);
    expect((await stranger.agent.get('/agenda').expect(200)).text).not.toContain('Van ons');
  });

  describe('What stands in it', () => {
    let path: string;
    let donorId: string;
    const DONOR = 'Q. van der Geheimen';

    const run = <T>(work: Parameters<Database['inTransaction']>[1]): Promise<T> =>
      site.app.get(Database).inTransaction(treasurerScope(group.tenantId), work) as Promise<T>;

    beforeAll(async () => {
      await site.setClock('2025-10-23T12:00:00+02:00');
      path = await makeAddress('Inhoud');
      donorId = await aDonor(site.app, group.tenantId, DONOR);
      const { tenantId, party: recipientId } = group;
      const gift = { tenantId, donorId, recipientId, receivedOn: '2025-10-23', euros: 12_345 };
      await aGift(site.app, gift);
    });
    afterAll(() => site.setClock(null));

    const notice = async (): Promise<CalendarEvent | undefined> =>
      (await events(path)).find(({ SUMMARY }) => SUMMARY === 'Gift melden');

    it('a notice stands on its last day, all day, with both readings and reminders', async () => {
      const event = await notice();
      expect(event).toMatchObject({
        'DTSTART;VALUE=DATE': '20251028',
        SEQUENCE: '0',
        STATUS: 'CONFIRMED',
        CLASS: 'PRIVATE',
      });
      expect(event?.['DESCRIPTION']).toContain('De laatste dag is dinsdag 28 oktober 2025.');
      expect(event?.['DESCRIPTION']).toContain('maandag 27 oktober 2025');
      expect(event?.['DESCRIPTION']).toContain('/meldingen');
      const triggers = event?.alarms.map((alarm) => alarm['TRIGGER;RELATED=START']);
      // At nine the day before, and at nine on the day itself.
      expect(triggers).toEqual(['-PT15H', 'PT9H']);
    });

    it('it names no donor and no amount, and its links lead to no donor', async () => {
      const { text } = await site.http().get(path).expect(200);
      const unfolded = text.replace(/\r\n[ \t]/g, '');
      for (const secret of ['Geheimen', '12.345', '12345', donorId]) {
        expect(unfolded).not.toContain(secret);
      }
    });

    it('asked again, nothing has changed: the same bytes', async () => {
      const first = await site.http().get(path).expect(200);
      const second = await site.http().get(path).expect(200);
      expect(second.text).toBe(first.text);
    });

    it('once the notice is filed it is cancelled, one step further, under the same name', async () => {
      const before = await notice();
      await run((tx) =>
        site.app.get(FileNotice).run(tx, { donorId, recipientId: group.party, year: 2025 }),
      );
      const after = await notice();
      expect(after).toMatchObject({ UID: before?.['UID'], SEQUENCE: '1', STATUS: 'CANCELLED' });
      expect(after?.alarms).toEqual([]);
    });

    describe('art. 28a, Atw art. 1: a month after polling, and not on a Saturday', () => {
      let electionId: string;

      async function looked(): Promise<CalendarEvent | undefined> {
        const { tenantId } = group;
        await site.app
          .get(Database)
          .inTransaction(workerScope('test', tenantId), (tx) => refreshExpectations(tx, tenantId));
        const all = await events(path);
        return all.find(({ SUMMARY }) => (SUMMARY ?? '').includes('Overzicht na de verkiezing'));
      }

      it('after 29 October 2025: not Saturday 29 November, but Monday 1 December', async () => {
        electionId = await anElection(site.app);
        const event = await looked();
        expect(event?.['DTSTART;VALUE=DATE']).toBe('20251201');
        expect(event?.['DESCRIPTION']).toContain('Wfpp art. 28a');
        expect(event?.alarms).toHaveLength(3);
      });

      it('a term that moves is the same event on another day, one step further', async () => {
        const before = await looked();
        await aRevision(site.app, electionId, 1, { pollingDay: plainDate('2025-11-05') });
        const after = await looked();
        expect(after).toMatchObject({
          UID: before?.['UID'],
          SEQUENCE: '1',
          STATUS: 'CONFIRMED',
          'DTSTART;VALUE=DATE': '20251205',
        });
      });
    });

    it('a gift that is annulled takes its day away again', async () => {
      const id = await aDonor(site.app, group.tenantId, 'B. Booking');
      const { tenantId, party: recipientId } = group;
      await aGift(site.app, {
        tenantId,
        donorId: id,
        recipientId,
        receivedOn: '2025-10-22',
        euros: 11_000,
      });
      const open = (await events(path)).filter(
        ({ SUMMARY, STATUS }) => SUMMARY === 'Gift melden' && STATUS === 'CONFIRMED',
      );
      expect(open).toHaveLength(1);
      await run(async (tx) => {
        const [row] = await tx.query<{ id: string }>(
          'select id from core.current_contribution where tenant_id = $1 and donor_id = $2',
          [tenantId, id],
        );
        await site.app.get(AnnulContribution).run(tx, row?.id ?? '', 'test');
      });
      const after = (await events(path)).find(({ UID }) => UID === open[0]?.['UID']);
      expect(after?.['STATUS']).toBe('CANCELLED');
    });
  });
});
