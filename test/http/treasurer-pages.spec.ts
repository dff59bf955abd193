import { type Response } from 'supertest';
import { aDonor, aGift } from '../support/a-gift';
import { aParty, type AParty } from '../support/a-party';
import { type SignedIn, startTestApp, type TestApp } from '../support/app';
import { hidden, read, summary } from '../support/read-page';

const UNKNOWN = '5a1f0c7e-0000-4000-8000-00000000dead';

type Fields = Readonly<Record<string, string>>;

describe("The treasurer's pages", () => {
  let site: TestApp;
  let group: AParty;
  let other: AParty;
  let treasurer: SignedIn;
  let donorId: string;
  let strangers: { donor: string; gift: string };

  beforeAll(async () => {
    site = await startTestApp();
    await site.setClock('2025-04-18T12:00:00+02:00');
    group = await aParty(site.app);
    other = await aParty(site.app);
    treasurer = await site.signIn('treasurer', group.tenantId);
    donorId = await aDonor(site.app, group.tenantId);
    const donor = await aDonor(site.app, other.tenantId, 'Z. Buitenstaander');
    const { tenantId, party: recipientId } = other;
    await aGift(site.app, {
      tenantId,
      donorId: donor,
      recipientId,
      receivedOn: '2025-04-17',
      euros: 10_000,
    });
    const [row] = await site.test.ownerQuery<{ id: string }>(
      'select id from core.contribution where tenant_id = $1',
      [tenantId],
    );
    strangers = { donor, gift: row?.id ?? '' };
  });
  afterAll(() => site.close());

  const get = (path: string, who = treasurer) => who.agent.get(path);
  const post = (path: string, form: Fields, who = treasurer) =>
    who.agent
      .post(path)
      .type('form')
      .send({ _csrf: who.csrfToken, ...form });

  async function giftForm(changes: Fields = {}): Promise<Record<string, string>> {
    const { text } = await get('/giften/nieuw').expect(200);
    return {
      once: hidden(text, 'once'),
      donorId,
      recipientId: group.party,
      type: 'gift',
      amount: '10.000,00',
      receivedOn: '17-04-2025',
      do: 'book',
      ...changes,
    };
  }

  async function booked(changes: Fields = {}): Promise<string> {
    const answer = await post('/giften', await giftForm(changes)).expect(303);
    return /\/giften\/([\w-]+)/.exec(answer.headers['location'] ?? '')?.[1] ?? '';
  }

  async function countGifts(): Promise<number> {
    const [row] = await site.test.ownerQuery<{ n: number }>(
      'select count(*)::int as n from core.contribution where tenant_id = $1',
      [group.tenantId],
    );
    return row?.n ?? -1;
  }

  describe('Booking a gift', () => {
    it('names every fault at once, keeps what was typed and stores nothing', async () => {
      const before = await countGifts();
      const form = await giftForm({
        donorId: '',
        type: 'in_kind',
        amount: '',
        receivedOn: '31-02-2025',
        marketValue: '12,5',
        valuation: '',
        description: 'Zaal & <b>zalmsalade</b>',
      });
      const { text } = await post('/giften', form).expect(400);
      expect(summary(text)).toEqual([
        'Kies de gever. Staat de gever er niet bij? Voer de gever dan eerst in.',
        '"31-02-2025" is geen bestaande datum. Schrijf de dag als dd-mm-jjjj, bijvoorbeeld 17-04-2025.',
        '"12,5" is geen bedrag boven nul. Schrijf het bedrag in euro\'s, bijvoorbeeld 1.250,00.',
        'Schrijf op hoe u de waarde hebt bepaald, bijvoorbeeld: prijslijst van 3 maart 2025.',
      ]);
      expect(text).toContain('value="31-02-2025"');
      expect(text).toContain('value="12,5"');
      expect(text).toContain('value="Zaal &amp; &lt;b&gt;zalmsalade&lt;/b&gt;"');
      expect(text).toContain('<title>Fout:');
      expect(hidden(text, 'once')).toBe(form['once']);
      expect(await countGifts()).toBe(before);
    });

    it('a day that has not come and a recipient of another party are faults beside each other', async () => {
      const form = await giftForm({ receivedOn: '19-04-2025', recipientId: other.party });
      const { text } = await post('/giften', form).expect(400);
      expect(summary(text)).toEqual([
        'Deze ontvanger hoort niet bij uw partij. Kies een van de namen in de lijst.',
        '19-04-2025 is nog niet geweest. Vul een dag in tot en met vandaag.',
      ]);
    });

    it('sent twice at once, a form books one gift and goes to the same page', async () => {
      const before = await countGifts();
      const form = await giftForm({ amount: '11,00' });
      const answers = await Promise.all([post('/giften', form), post('/giften', form)]);
      expect(answers.map(({ status }: Response) => status)).toEqual([303, 303]);
      const [first, second] = answers.map(({ headers }) => headers['location'] as string);
      expect(second).toBe(first);
      expect(await countGifts()).toBe(before + 1);
    });

    it('the same form with another amount books nothing and says that it was sent before', async () => {
      const form = await giftForm({ amount: '12,00' });
      await post('/giften', form).expect(303);
      const before = await countGifts();
      const { text } = await post('/giften', { ...form, amount: '13,00' }).expect(400);
      expect(summary(text)[0]).toContain('Dit formulier is al eerder verstuurd');
      expect(hidden(text, 'once')).not.toBe(form['once']);
      expect(await countGifts()).toBe(before);
    });

    it('the button that checks shows what the law says, both last days, and stores nothing', async () => {
      const before = await countGifts();
      const fresh = await aDonor(site.app, group.tenantId, 'C. Controle');
      const { text } = await post(
        '/giften',
        await giftForm({ donorId: fresh, do: 'check' }),
      ).expect(200);
      expect(read(text)).toContain('U mag deze gift aannemen, en moet hem melden');
      expect(read(text)).toContain('donderdag 24 april 2025');
      expect(read(text)).toContain('woensdag 23 april 2025');
      expect(await countGifts()).toBe(before);
    });

    it('the part beside the form waits, then says what is wrong, then judges', async () => {
      const form = await giftForm();
      const ask = async (changes: Fields): Promise<string> =>
        read((await post('/giften/controle', { ...form, ...changes }).expect(200)).text);
      expect(await ask({ amount: '' })).toContain('Kies een gever en vul het bedrag en de dag in.');
      expect(await ask({ amount: '10,000' })).toContain('"10,000" is geen bedrag boven nul.');
      const verdict = await ask({ amount: '100.000,00' });
      expect(verdict).toContain('U mag een deel van deze gift houden');
      expect(verdict).not.toContain('<html');
    });

    it('after booking, the gift says at once what must be done and by when', async () => {
      const fresh = await aDonor(site.app, group.tenantId, 'D. Daarna');
      const answer = await post('/giften', await giftForm({ donorId: fresh })).expect(303);
      const { text } = await get(answer.headers['location'] as string).expect(200);
      expect(read(text)).toContain(
        'Meld deze gift uiterlijk donderdag 24 april 2025. Volgens de letter van de wet is dat woensdag 23 april 2025.',
      );
      expect(text).toContain(
        `/meldingen/nieuw?gever=${fresh}&amp;ontvanger=${group.party}&amp;jaar=2025`,
      );
      expect(read(text)).toContain('Goede Vrijdag');
      const start = read((await get('/start').expect(200)).text);
      expect(start).toContain('Meld de gift van D. Daarna');
      expect(start).toContain('Nog 6 dagen');
    });

    it('a gift in kind counts for its market value less what was paid', async () => {
      const id = await booked({
        type: 'discount',
        amount: '',
        marketValue: '900,00',
        paid: '250,00',
        valuation: 'Prijslijst van de zaal, 2025',
      });
      expect(read((await get(`/giften/${id}`).expect(200)).text)).toContain('€ 650,00');
    });
  });

  describe('What happens to a gift afterwards', () => {
    it('a correction keeps the old version readable, with the reason', async () => {
      const id = await booked({ amount: '20,00' });
      const page = await get(`/giften/${id}/verbeteren`).expect(200);
      expect(page.text).toContain('value="20,00"');
      const form = await giftForm({ amount: '21,00', once: hidden(page.text, 'once') });
      const faulty = await post(`/giften/${id}/verbeteren`, form).expect(400);
      expect(summary(faulty.text)).toEqual([
        'Schrijf op waarom, bijvoorbeeld: verkeerde ontvanger gekozen.',
      ]);
      const done = await post(`/giften/${id}/verbeteren`, { ...form, reason: 'Typefout' }).expect(
        303,
      );
      const life = read((await get(done.headers['location'] as string).expect(200)).text);
      expect(life).toContain('Typefout');
      expect(life).toContain('20,00');
      expect(life).toContain('21,00');
      // The old address shows the gift as it is now.
      expect(read((await get(`/giften/${id}`).expect(200)).text)).toContain('Typefout');
    });

    it('checking a correction does not count the gift twice', async () => {
      const fresh = await aDonor(site.app, group.tenantId, 'E. Eenmaal');
      const id = await booked({ donorId: fresh, amount: '6.000,00' });
      const form = await giftForm({ donorId: fresh, amount: '7.000,00' });
      const { text } = await post(`/giften/controle?verbetert=${id}`, form).expect(200);
      expect(read(text)).toContain('7.000,00');
      expect(read(text)).not.toContain('13.000,00');
    });

    it('a return says what is wrong with the amount and the day, and is then recorded', async () => {
      const id = await booked({ amount: '50,00' });
      const page = await get(`/giften/${id}/teruggeven`).expect(200);
      const form = { once: hidden(page.text, 'once'), amount: '60,00', settledOn: '16-04-2025' };
      const first = await post(`/giften/${id}/teruggeven`, form).expect(400);
      expect(summary(first.text)).toEqual([
        'Schrijf op waar het bewijs ligt, bijvoorbeeld: map G-2025-014.',
      ]);
      const evidence = 'Afschrift 2025-04, regel 17';
      const second = await post(`/giften/${id}/teruggeven`, { ...form, evidence }).expect(400);
      expect(summary(second.text)).toEqual([
        'Van deze gift is nog € 50,00 over. Vul hoogstens dat in.',
        'De gift is ontvangen op 17 april 2025. Vul die dag of een latere dag in.',
      ]);
      const right = { ...form, amount: '50,00', settledOn: '18-04-2025', evidence };
      const done = await post(`/giften/${id}/teruggeven`, right).expect(303);
      const shown = read((await get(done.headers['location'] as string).expect(200)).text);
      expect(shown).toMatch(/Teruggegeven aan de gever [^.]*18 april 2025 [^.]*regel 17/);
    });

    it('what may not be kept of an anonymous gift is filled in on the form for the State', async () => {
      const page = await get('/gevers/nieuw').expect(200);
      const entered = await post('/gevers', {
        once: hidden(page.text, 'once'),
        kind: 'anonymous',
        country: 'NL',
      });
      const anonymous = /\/gevers\/([\w-]+)/.exec(entered.headers['location'] ?? '')?.[1] ?? '';
      const id = await booked({ donorId: anonymous, amount: '400,00' });
      const form = await get(`/giften/${id}/afdragen`).expect(200);
      expect(form.text).toContain('value="150,00"');
      expect(read(form.text)).toContain('Dit moet de partij nog doen');
    });

    it('an annulled gift stays readable and no longer counts', async () => {
      const id = await booked({ amount: '70,00' });
      const page = await get(`/giften/${id}/annuleren`).expect(200);
      const once = hidden(page.text, 'once');
      await post(`/giften/${id}/annuleren`, { once, reason: '' }).expect(400);
      const form = { once, reason: 'De bank boekte terug' };
      const done = await post(`/giften/${id}/annuleren`, form).expect(303);
      await post(`/giften/${id}/annuleren`, form).expect(303);
      const { text } = await get(done.headers['location'] as string).expect(200);
      expect(read(text)).toContain('De bank boekte terug');
      expect(text).not.toContain('/verbeteren');
      expect((await get('/giften').expect(200)).text).not.toContain(id);
    });
  });

  describe('The ledger', () => {
    it('filters by name and recipient, and pages without skipping or repeating', async () => {
      const many = await aDonor(site.app, group.tenantId, 'Veelgever 100%');
      for (let day = 1; day <= 27; day += 1) {
        const receivedOn = `2024-03-${String(day).padStart(2, '0')}`;
        const { tenantId, affiliate: recipientId } = group;
        await aGift(site.app, { tenantId, donorId: many, recipientId, receivedOn, euros: day });
      }
      const first = await get(`/giften?jaar=2024&zoek=100%25&ontvanger=${group.affiliate}`).expect(
        200,
      );
      const next =
        /rel="next" href="([^"]+)"/.exec(first.text)?.[1]?.replaceAll('&amp;', '&') ?? '';
      const second = await get(next).expect(200);
      const rows = (html: string): string[] =>
        [...html.matchAll(/href="\/giften\/([\w-]{36})"/g)].map(([, id = '']) => id);
      const all = [...rows(first.text), ...rows(second.text)];
      expect(all).toHaveLength(27);
      expect(new Set(all).size).toBe(27);
      expect(rows((await get('/giften?jaar=2024&zoek=niemand').expect(200)).text)).toEqual([]);
      const party = await get(`/giften?jaar=2024&ontvanger=${group.party}`).expect(200);
      expect(rows(party.text)).toEqual([]);
    });

    it('dues and remittances stand apart from gifts', async () => {
      await booked({ type: 'membership_dues', amount: '33,00' });
      await booked({ type: 'office_holder_remittance', amount: '44,00' });
      const figures =
        /<dl class="pg-figures">(.*?)<\/dl>/s.exec((await get('/start').expect(200)).text)?.[1] ??
        '';
      expect(read(figures)).toContain('Contributie € 33,00');
      expect(read(figures)).toContain('Afdrachten van ambtsdragers € 44,00');
    });
  });

  describe('Donors', () => {
    it('a new donor is refused with all faults and kept; entered once however often it is sent', async () => {
      const page = await get('/gevers/nieuw').expect(200);
      const once = hidden(page.text, 'once');
      const faulty = await post('/gevers', {
        once,
        kind: '',
        name: '',
        country: 'NL',
        tradeRegisterNumber: '123',
        ubo2Residence: 'Urk',
        dutchNational: 'yes',
        dateOfBirth: '30-02-1980',
      }).expect(400);
      expect(summary(faulty.text)).toEqual([
        'Maak een keuze.',
        'Vul de naam van de gever in.',
        'Een KVK-nummer heeft acht cijfers, bijvoorbeeld 12345678. U vulde "123" in.',
        'Vul dit in.',
        '"30-02-1980" is geen bestaande datum. Schrijf de dag als dd-mm-jjjj, bijvoorbeeld 17-04-2025.',
        'Vul de dag van de verklaring in (dd-mm-jjjj).',
        'Schrijf op waar het bewijs ligt, bijvoorbeeld: map G-2025-014.',
      ]);
      expect(faulty.text).toContain('href="#ubo2Name"');
      const right = { once, kind: 'natural_person', name: 'F. Nieuw', country: 'NL' };
      const [one, two] = await Promise.all([post('/gevers', right), post('/gevers', right)]);
      expect(one.status).toBe(303);
      expect(two.headers['location']).toBe(one.headers['location']);
    });

    it('a declaration makes an undecided gift decided, and the donor shows the room left', async () => {
      const page = await get('/gevers/nieuw').expect(200);
      const form = {
        once: hidden(page.text, 'once'),
        kind: 'natural_person',
        name: 'G. Verklaart',
        country: 'NL',
      };
      const entered = await post('/gevers', {
        ...form,
        address: 'Kade 1',
        residence: 'Urk',
      }).expect(303);
      const id = /\/gevers\/([\w-]+)/.exec(entered.headers['location'] ?? '')?.[1] ?? '';
      await booked({ donorId: id, amount: '1.000,00' });
      expect(read((await get(`/gevers/${id}`).expect(200)).text)).toContain(
        'Verklaring van de gever ontbreekt',
      );
      const declare = await get(`/gevers/${id}/verklaring`).expect(200);
      await post(`/gevers/${id}/verklaring`, {
        once: hidden(declare.text, 'once'),
        dutchNational: 'yes',
        adult: 'yes',
        disenfranchised: 'no',
        declarationResidence: 'NL',
        declaredOn: '18-04-2025',
        evidence: 'map G-2025-014',
      }).expect(303);
      const shown = read((await get(`/gevers/${id}`).expect(200)).text);
      expect(shown).not.toContain('Verklaring van de gever ontbreekt');
      expect(shown).toContain('Ruimte onder het plafond € 99.000,00');
    });

    it('new particulars stand beside the old with a reason, and keep what was known', async () => {
      const page = await get(`/gevers/${donorId}/wijzigen`).expect(200);
      expect(page.text).toContain('value="Dorpsstraat 1, 1234 AB"');
      const form = {
        once: hidden(page.text, 'once'),
        name: 'A. Gever',
        address: 'Nieuwe Dijk 2',
        residence: 'Urk',
        country: 'NL',
      };
      const refused = await post(`/gevers/${donorId}/wijzigen`, form).expect(400);
      expect(summary(refused.text)).toHaveLength(1);
      await post(`/gevers/${donorId}/wijzigen`, { ...form, reason: 'Verhuisd' }).expect(303);
      expect(read((await get(`/gevers/${donorId}`).expect(200)).text)).toContain('Nieuwe Dijk 2');
    });

    it('an overview of givers says either who gave or that nobody did', async () => {
      const page = await get('/gevers/nieuw').expect(200);
      const entered = await post('/gevers', {
        once: hidden(page.text, 'once'),
        kind: 'foundation',
        name: 'Stichting Vergiet',
        country: 'NL',
        tradeRegisterNumber: '00112233',
      }).expect(303);
      const id = /\/gevers\/([\w-]+)/.exec(entered.headers['location'] ?? '')?.[1] ?? '';
      const empty = await get(`/gevers/${id}/doorkijk`).expect(200);
      const base = {
        once: hidden(empty.text, 'once'),
        rows: '3',
        year: '2025',
        receivedOn: '18-04-2025',
      };
      const none = await post(`/gevers/${id}/doorkijk`, base).expect(400);
      expect(summary(none.text)[0]).toContain('Vul ten minste een gever in');
      const half = await post(`/gevers/${id}/doorkijk`, {
        ...base,
        giver2Amount: '2.500,00',
      }).expect(400);
      expect(half.text).toContain('href="#giver2Name"');
      const more = await post(`/gevers/${id}/doorkijk`, {
        ...base,
        giver1Name: 'H. Eerste',
        do: 'more',
      }).expect(200);
      expect(more.text).toContain('name="giver8Name"');
      expect(more.text).toContain('value="H. Eerste"');
      const full = { ...base, giver1Name: 'H. Eerste', giver1Amount: '2.500,00' };
      await post(`/gevers/${id}/doorkijk`, full).expect(303);
      expect(read((await get(`/gevers/${id}`).expect(200)).text)).toContain(
        '2025 Ontvangen 18 april 2025 Gevers erin 1',
      );
    });
  });

  describe('Who may what', () => {
    it.each(['accountant', 'party_administrator'] as const)(
      'the %s reads, and may change nothing',
      async (role) => {
        const reader = await site.signIn(role, group.tenantId);
        const id = await booked({ amount: '80,00' });
        for (const path of [
          '/start',
          '/giften',
          `/giften/${id}`,
          '/gevers',
          `/gevers/${donorId}`,
        ]) {
          const { text } = await get(path, reader).expect(200);
          expect(text).not.toMatch(
            /\/giften\/nieuw|\/gevers\/nieuw|\/verbeteren|\/wijzigen|\/annuleren/,
          );
        }
        for (const path of [
          '/giften',
          '/giften/controle',
          `/giften/${id}/verbeteren`,
          `/giften/${id}/annuleren`,
          `/giften/${id}/teruggeven`,
          `/giften/${id}/afdragen`,
          '/gevers',
          `/gevers/${donorId}/wijzigen`,
          `/gevers/${donorId}/verklaring`,
          `/gevers/${donorId}/doorkijk`,
        ]) {
          await post(path, { once: UNKNOWN }, reader).expect(403);
        }
      },
    );

    it('what belongs to another party gives the answer of what does not exist', async () => {
      const same = async (path: (id: string) => string, theirs: string): Promise<void> => {
        const tidy = ({ text, status }: Response, id: string): object => ({
          status,
          text: text.replaceAll(id, 'ID').replace(/Nummer van dit verzoek[^<]*/, ''),
        });
        const found = tidy(await get(path(theirs)), theirs);
        expect(found).toEqual(tidy(await get(path(UNKNOWN)), UNKNOWN));
        expect(found).toMatchObject({ status: 404 });
      };
      for (const part of ['', '/verbeteren', '/annuleren', '/teruggeven', '/afdragen'])
        await same((id) => `/giften/${id}${part}`, strangers.gift);
      for (const part of ['', '/wijzigen', '/verklaring', '/doorkijk'])
        await same((id) => `/gevers/${id}${part}`, strangers.donor);
      const theirs = await post('/giften', await giftForm({ donorId: strangers.donor })).expect(
        400,
      );
      const nobodys = await post('/giften', await giftForm({ donorId: UNKNOWN })).expect(400);
      expect(summary(theirs.text)).toEqual(summary(nobodys.text));
      expect(theirs.text).not.toContain('Buitenstaander');
      for (const [path, form] of [
        [`/giften/${strangers.gift}/annuleren`, { reason: 'weg ermee' }],
        [
          `/giften/${strangers.gift}/teruggeven`,
          { amount: '1,00', settledOn: '18-04-2025', evidence: 'x' },
        ],
        [`/gevers/${strangers.donor}/wijzigen`, { name: 'X', country: 'NL', reason: 'x' }],
      ] as const)
        await post(path, { once: UNKNOWN, ...form }).expect(404);
    });

    it('reading donors and gifts leaves a line in the audit log', async () => {
      await get(`/gevers/${donorId}`).expect(200);
      const rows = await site.test.ownerQuery(
        `select 1 from audit.event where action = 'read' and entity = 'core.donor' and entity_id = $1`,
        [donorId],
      );
      expect(rows.length).toBeGreaterThan(0);
    });
  });
});
