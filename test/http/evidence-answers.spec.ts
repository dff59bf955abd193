import { type Response } from 'supertest';
import { plainDate } from '../../src/legal/kernel/plain-date';
import { Worker } from '../../src/platform/worker/public';
import {
  ALinkDesk,
  type Fields,
  FOUNDATION,
  hidden,
  NOBODY,
  NOON,
  PERSON,
  read,
} from '../support/a-donor-link';
import { type SignedIn, type TestApp } from '../support/app';

describe('What a donor answers through a link', () => {
  let links: ALinkDesk;
  let site: TestApp;
  let treasurer: SignedIn;

  beforeAll(async () => {
    links = await ALinkDesk.open();
    ({ site, treasurer } = links);
  });
  afterEach(() => site.setClock(NOON));
  afterAll(() => site.close());

  describe('a person declares', () => {
    async function declare(
      fields: Fields,
      day = '2025-04-17',
    ): Promise<Readonly<Record<string, unknown>>> {
      const { donorId, giftId } = await links.gift({ declaration: null }, 50_000, day);
      const { link } = await links.ask(giftId);
      const sent = await links.send(link, { ...PERSON, ...fields, once: await links.once(link) });
      expect([sent.status, sent.status === 400 ? read(sent.text) : '']).toEqual([303, '']);
      await site.app.get(Worker).drainOnce();
      const [row] = await site.test.ownerQuery<Readonly<Record<string, unknown>>>(
        `select declared_on::text, dutch_national, date_of_birth::text, adult, adult_on::text, residence,
                caribbean_ground, disenfranchised, evidence, recorded_by,
                (select count(*)::int from core.finding f where f.donor_id = d.donor_id
                   and f.ended_at is null) as findings
           from core.donor_declaration d where donor_id = $1`,
        [donorId],
      );
      return row ?? {};
    }

    it('in three steps, by which the gift is judged anew', async () => {
      const { donorId, giftId } = await links.gift();
      const before = await site.test.ownerQuery(
        `select outcome from core.finding where donor_id = $1`,
        [donorId],
      );
      expect(before).toEqual([{ outcome: 'declaration_missing' }]);
      const { link } = await links.ask(giftId);
      const agent = site.http();
      const key = await links.once(link, agent);
      const post = (fields: Fields): Promise<Response> =>
        agent
          .post(link)
          .type('form')
          .send({ once: key, rows: '3', ...fields })
          .then((a) => a);
      const empty = await post({ stap: '1', do: 'verder' });
      expect(empty.status).toBe(400);
      for (const field of ['by', 'dutchNational', 'age'])
        expect(empty.text).toContain(`href="#${field}"`);
      const one = { by: 'self', dutchNational: 'yes', age: 'yes' };
      const second = await post({ stap: '1', do: 'verder', ...one });
      expect(read(second.text)).toContain('Stap 2 van 3: Waar u woont');
      expect(hidden(second.text, 'dutchNational')).toBe('yes');
      const two = { residence: 'NL', disenfranchised: 'no' };
      const third = await post({ stap: '2', do: 'verder', ...one, ...two });
      expect(read(third.text)).toContain('Stap 3 van 3: Nakijken en versturen');
      expect(read(third.text)).toContain('Nederland');
      const back = await post({ stap: '3', do: 'stap-1', ...one, ...two, signedBy: 'A. Gever' });
      expect(read(back.text)).toContain('Stap 1 van 3');
      expect(hidden(back.text, 'signedBy')).toBe('A. Gever');
      const unticked = await post({ stap: '3', do: 'versturen', ...one, ...two });
      expect(unticked.status).toBe(400);
      for (const field of ['signedBy', 'truth', 'mandate'])
        expect(unticked.text).toContain(`href="#${field}"`);
      const sent = await post({ stap: '3', do: 'versturen', ...PERSON });
      expect(sent.status).toBe(303);
      await site.app.get(Worker).drainOnce();
      await site.app.get(Worker).drainOnce();
      const after = await site.test.ownerQuery(
        `select 1 from core.finding where donor_id = $1 and ended_at is null`,
        [donorId],
      );
      expect(after).toEqual([]);
      const page = read((await treasurer.agent.get(`/giften/${giftId}`).expect(200)).text);
      expect(page).toContain('Verklaring van de gever Aanwezig');
    });

    it('a step that was passed over is shown again, with what is wrong', async () => {
      const { link } = await links.ask((await links.gift()).giftId);
      const fields = { ...PERSON, residence: '' };
      const answer = await links.send(link, { ...fields, once: await links.once(link) });
      expect(answer.status).toBe(400);
      expect(read(answer.text)).toContain('Stap 2 van 3');
      expect(answer.text).toContain('href="#residence"');
    });

    it('to be 18 on the day of the gift, which is not the day of declaring it', async () => {
      expect(await declare({})).toMatchObject({
        declared_on: '2025-05-01',
        adult: true,
        adult_on: '2025-04-17',
        date_of_birth: null,
        findings: 0,
        recorded_by: 'donor',
      });
    });

    it.each([
      ['on the day of the gift', '17-04-2007', true],
      ['a day later', '18-04-2007', false],
    ])('a date of birth decides: 18 %s', async (_title, bornOn, adult) => {
      expect(await declare({ age: 'born', bornOn })).toMatchObject({
        adult,
        date_of_birth: bornOn.split('-').reverse().join('-'),
        findings: adult ? 0 : 1,
      });
    });

    it('a parent declares for a minor, and it says so', async () => {
      const row = await declare({ by: 'guardian', age: 'no', signedBy: 'O. Ouder' });
      expect(row).toMatchObject({ adult: false, adult_on: '2025-04-17', findings: 1 });
      expect(row['evidence']).toMatch(/door O\. Ouder als ouder of voogd ingevuld/);
    });

    it('abroad is enough, with the country by name', async () => {
      expect(await declare({ residence: 'other', country: 'BE' })).toMatchObject({
        residence: 'BE',
        caribbean_ground: null,
        findings: 0,
      });
    });

    it.each([
      ['ten_years_resident', 0],
      ['dutch_public_service', 0],
      ['household', 0],
      ['none', 1],
    ])('in Aruba with the ground %s', async (ground, findings) => {
      expect(await declare({ residence: 'AW', ground })).toMatchObject({
        residence: 'AW',
        caribbean_ground: ground,
        findings,
      });
    });

    it('in Aruba a ground is asked; who lives in the Netherlands gives none, whatever was sent', async () => {
      const { link } = await links.ask((await links.gift()).giftId);
      const answer = await links.send(link, {
        ...PERSON,
        residence: 'CW',
        once: await links.once(link),
      });
      expect(answer.status).toBe(400);
      expect(answer.text).toContain('href="#ground"');
      expect(await declare({ ground: 'household' })).toMatchObject({ caribbean_ground: null });
    });

    it('an earlier gift keeps its proof: who was of age before, stays so', async () => {
      const declaration = {
        declaredOn: plainDate('2023-01-01'),
        dutchNational: null,
        dateOfBirth: null,
        adult: true,
        residence: 'NL',
        caribbeanGround: null,
        disenfranchised: false,
        evidence: 'brief',
      };
      const { donorId, giftId } = await links.gift({ declaration });
      await links.desk.gift(donorId, 40_000, '2025-02-01');
      const { link } = await links.ask(giftId);
      await links.send(link, { ...PERSON, once: await links.once(link) });
      await site.app.get(Worker).drainOnce();
      const [row] = await site.test.ownerQuery<{ adult_on: string }>(
        `select adult_on::text from core.donor_declaration where donor_id = $1
          order by recorded_at desc limit 1`,
        [donorId],
      );
      expect(row?.adult_on).toBe('2023-01-01');
      const open = await site.test.ownerQuery(
        'select 1 from core.finding where donor_id = $1 and ended_at is null',
        [donorId],
      );
      expect(open).toEqual([]);
    });
  });

  describe('a foundation names its givers', () => {
    const giver = (row: number, name: string, amount: string): Fields => ({
      [`giver${String(row)}Name`]: name,
      [`giver${String(row)}Address`]: 'Dorpsstraat 2',
      [`giver${String(row)}Residence`]: 'Utrecht',
      [`giver${String(row)}Amount`]: amount,
    });

    it('nobody gave more: an overview without givers, by which more than EUR 1.000 may stay', async () => {
      const { donorId, giftId } = await links.gift(FOUNDATION, 200_000);
      const { link } = await links.ask(giftId);
      expect((await links.send(link, { ...NOBODY, once: await links.once(link) })).status).toBe(
        303,
      );
      await site.app.get(Worker).drainOnce();
      const rows = await site.test.ownerQuery(
        `select o.year, o.received_on::text as day, (select count(*)::int
             from core.look_through_giver g where g.overview_id = o.id) as givers
           from core.look_through_overview o where donor_id = $1`,
        [donorId],
      );
      expect(rows).toEqual([{ year: 2025, day: '2025-05-01', givers: 0 }]);
      const open = await site.test.ownerQuery(
        'select 1 from core.finding where donor_id = $1 and ended_at is null',
        [donorId],
      );
      expect(open).toEqual([]);
    });

    it('the button for more rows keeps what was typed, without script', async () => {
      const { link } = await links.ask((await links.gift(FOUNDATION, 200_000)).giftId);
      const typed = {
        signedBy: 'P. Penning',
        signedAs: 'penningmeester',
        anybody: 'some',
        ...giver(2, 'C. Grootgever', '2.500,00'),
      };
      const more = await links.send(link, {
        ...typed,
        do: 'meer',
        stap: '2',
        once: await links.once(link),
      });
      expect(more.status).toBe(200);
      expect(more.text).toContain('name="giver8Name"');
      expect(more.text).not.toContain('name="giver9Name"');
      expect(more.text).toContain('value="C. Grootgever"');
      expect(hidden(more.text, 'signedAs')).toBe('penningmeester');
    });

    it.each([
      ['EUR 1.000,00 is not named', '1.000,00', 'Noem alleen gevers van meer dan € 1.000,00'],
      ['no amount', 'veel', '"veel" is geen bedrag boven nul.'],
    ])('%s', async (_title, amount, message) => {
      const { link } = await links.ask((await links.gift(FOUNDATION, 200_000)).giftId);
      const fields = { ...NOBODY, anybody: 'some', ...giver(1, 'C. Gever', amount) };
      const answer = await links.send(link, { ...fields, once: await links.once(link) });
      expect(answer.status).toBe(400);
      expect(read(answer.text)).toContain(message);
      expect(answer.text).toContain('href="#giver1Amount"');
    });

    it('givers are entered to the cent, from EUR 1.000,01', async () => {
      const { donorId, giftId } = await links.gift(FOUNDATION, 200_000);
      const { link } = await links.ask(giftId);
      const fields = {
        ...NOBODY,
        anybody: 'some',
        ...giver(1, 'C. Gever', '1.000,01'),
        ...giver(3, 'D. Gever', '2.500'),
      };
      expect((await links.send(link, { ...fields, once: await links.once(link) })).status).toBe(
        303,
      );
      await site.app.get(Worker).drainOnce();
      const rows = await site.test.ownerQuery(
        `select g.name, g.residence, g.amount_cents from core.look_through_giver g
           join core.look_through_overview o on o.id = g.overview_id where o.donor_id = $1
          order by g.name`,
        [donorId],
      );
      expect(rows).toEqual([
        { name: 'C. Gever', residence: 'Utrecht', amount_cents: '100001' },
        { name: 'D. Gever', residence: 'Utrecht', amount_cents: '250000' },
      ]);
    });

    it('nobody and somebody at once is asked again, and half a row as well', async () => {
      const { link } = await links.ask((await links.gift(FOUNDATION, 200_000)).giftId);
      const key = await links.once(link);
      const both = await links.send(link, {
        ...NOBODY,
        ...giver(1, 'C. Gever', '2.000'),
        once: key,
      });
      expect(read(both.text)).toContain(
        'U koos dat niemand meer gaf, maar vulde wel een gever in.',
      );
      const half = await links.send(link, {
        ...NOBODY,
        anybody: 'some',
        giver2Name: 'C. Gever',
        once: key,
      });
      for (const part of ['Address', 'Residence', 'Amount'])
        expect(half.text).toContain(`href="#giver2${part}"`);
    });
  });
});
