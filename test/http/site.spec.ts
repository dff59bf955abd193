import { RegisterHead } from '../../src/modules/open-data/public';
import { startTestApp, type TestApp } from '../support/app';
import { inRegister } from '../support/a-publication';
import { read } from '../support/read-page';

const DAY = '2025-10-23T10:00:00Z';

/** A small register: two parties, a company from abroad, a remittance, something in kind. */
async function fill({ test }: TestApp): Promise<void> {
  await inRegister(test, {
    number: 'AAAAAAAAA1',
    party: 'Polderpartij',
    amount: '100000.00',
    donor: { id: 'D-0000000001', name: 'J. van der Dijk' },
  });
  await inRegister(test, {
    number: 'AAAAAAAAA2',
    party: 'Polderpartij',
    amount: '25000.00',
    form: 'in_kind',
    type: 'in_kind',
    receivedOn: '2025-06-01' as never,
    donor: {
      id: 'D-0000000002',
      kind: 'undertaking',
      name: 'Deich GmbH',
      address: 'Ringstraße 5',
      residence: 'Aachen',
      country: 'DE',
    },
    beneficialOwners: [{ name: 'K. Deich', residence: 'Aachen' }],
  });
  await inRegister(test, {
    number: 'AAAAAAAAA3',
    party: 'Polderpartij',
    amount: '6000.00',
    type: 'office_holder_remittance',
    receivedOn: '2025-02-01' as never,
    donor: { id: 'D-0000000003', name: 'K. Amerlid', residence: 'Gouda' },
  });
  await inRegister(test, {
    number: 'AAAAAAAAA4',
    party: 'Duinpartij',
    amount: '15000.00',
    receivedOn: '2024-03-05' as never,
    donor: { id: 'D-0000000002', kind: 'undertaking', name: 'Deich GmbH', country: 'DE' },
    beneficialOwners: [{ name: 'K. Deich', residence: 'Aachen' }],
  });
}

describe('the public register as pages', () => {
  let site: TestApp;
  const get = (path: string) => site.http().get(path);
  const page = async (path: string): Promise<string> => (await get(path).expect(200)).text;

  beforeAll(async () => {
    site = await startTestApp();
    await site.setClock(DAY);
    await fill(site);
  });
  afterAll(() => site.close());

  describe('search', () => {
    it('shows every gift, newest first, with the exact number and sum', async () => {
      const text = read(await page('/register'));
      expect(text).toContain('4 giften, samen € 146.000,00');
      expect(text.indexOf('1 juni 2025')).toBeLessThan(text.indexOf('24 april 2025'));
      expect(text).toContain('Ringstraße 5, Utrecht, Duitsland'.replace('Utrecht', 'Aachen'));
    });

    it.each([
      ['zoek=amerlid', '1 gift van € 6.000,00'],
      ['zoek=k+deich', '2 giften, samen € 40.000,00'],
      ['partij=polderpartij', '3 giften, samen € 131.000,00'],
      ['partij=Polderpartij&zonder=afdrachten', '2 giften, samen € 125.000,00'],
      ['jaar=2024', '1 gift van € 15.000,00'],
      ['land=buitenland', '2 giften, samen € 40.000,00'],
      ['vorm=in_kind', '1 gift van € 25.000,00'],
      ['min=100000&max=100.000,00', '1 gift van € 100.000,00'],
      ['van=01-05-2025&tot=2025-06-30', '1 gift van € 25.000,00'],
      ['soort=legacy', 'Geen giften gevonden'],
    ])('%s finds exactly what fits', async (query, found) => {
      expect(read(await page(`/register?${query}`))).toContain(found);
    });

    it('says what is wrong with each choice that cannot be read, and searches nothing', async () => {
      const { text } = await get('/register?min=veel&van=31-02-2025&partij=niemand').expect(400);
      expect(read(text)).toContain('"veel" is geen bedrag dat wij kunnen lezen');
      expect(read(text)).toContain('"31-02-2025" is geen dag');
      expect(read(text)).toContain('Wij kennen geen partij "niemand"');
      expect(text).not.toContain('G-AAAAAAAAA1');
    });

    it('a number in the box opens its page', async () => {
      await get('/register?zoek=g-aaaaaaaaa1')
        .expect(303)
        .expect('Location', '/register/giften/G-AAAAAAAAA1');
    });

    it('can be taken along as a file with exactly these gifts', async () => {
      const html = await page('/register?land=buitenland');
      expect(html).toContain('href="/register/giften.csv?land=buitenland"');
      const { text, headers } = await get('/register/giften.csv?land=buitenland').expect(200);
      const lines = text.trim().split('\r\n');
      expect(headers['content-type']).toContain('text/csv');
      expect(lines).toHaveLength(3);
      expect(lines[0]).toContain('donor_name,');
      expect(lines.slice(1).every((line) => line.includes('Deich GmbH'))).toBe(true);
      await get('/register/giften.csv?min=veel').expect(400);
    });

    it('may be kept for a minute, and is not sent again while nothing changed', async () => {
      const first = await get('/register').expect(200);
      expect(first.headers['cache-control']).toBe('public, max-age=30, must-revalidate');
      const tag = first.headers['etag'] ?? '';
      await get('/register').set('If-None-Match', tag).expect(304);
      await inRegister(site.test, { number: 'AAAAAAAAA5', party: 'Duinpartij', year: 2023 });
      site.app.get(RegisterHead).forget();
      await get('/register').set('If-None-Match', tag).expect(200);
    });
  });

  describe('a gift', () => {
    it('says in plain words what it is, who stands behind it and how long after it was reported', async () => {
      const text = read(await page('/register/giften/G-AAAAAAAAA2'));
      expect(text).toContain(
        'Op zondag 1 juni 2025 ontving Polderpartij van Deich GmbH uit Aachen',
      );
      expect(text).toContain('K. Deich (Aachen)');
      expect(text).toContain('4 dagen na ontvangst');
    });

    it('keeps every version, with what differs and why', async () => {
      await inRegister(site.test, {
        number: 'AAAAAAAAB1',
        party: 'Duinpartij',
        amount: '11000.00',
      });
      await inRegister(site.test, {
        number: 'AAAAAAAAB1',
        party: 'Duinpartij',
        amount: '10000.00',
        version: 2,
        status: 'corrected',
        change: 'corrected',
        reason: 'Het bedrag was verkeerd overgenomen.',
        changedAt: '2025-10-22T09:00:00.000000Z',
      });
      const text = read(await page('/register/giften/G-AAAAAAAAB1'));
      expect(text).toContain('Verbeterd');
      expect(text).toContain('Bedrag Eerst € 11.000,00 Nu € 10.000,00');
      expect(text).toContain('Reden: Het bedrag was verkeerd overgenomen.');
      expect(text.indexOf('Versie 2')).toBeLessThan(text.indexOf('Versie 1'));
    });

    it('stays as a tombstone with its reason when it is annulled, and no longer counts', async () => {
      await inRegister(site.test, { number: 'AAAAAAAAB2', party: 'Duinpartij' });
      await inRegister(site.test, {
        number: 'AAAAAAAAB2',
        party: 'Duinpartij',
        version: 2,
        status: 'annulled',
        change: 'annulled',
        reason: 'Dubbel geboekt.',
      });
      const text = read(await page('/register/giften/G-AAAAAAAAB2'));
      expect(text).toContain('Deze gift is vervallen en telt niet meer mee');
      expect(text).toContain('Dubbel geboekt.');
    });

    it('one that is not there and one that is stopped get the same answer', async () => {
      const id = await inRegister(site.test, { number: 'AAAAAAAAB3', party: 'Duinpartij' });
      await site.test.ownerQuery(
        'update register.publication set stopped = true where public_id = $1',
        [id],
      );
      const stopped = await get(`/register/giften/${id}`).expect(404);
      const absent = await get('/register/giften/G-AAAAAAAAZZ').expect(404);
      const plain = (html: string) => html.replace(/[0-9a-f-]{36}|G-AAAAAAAA../g, '');
      expect(plain(stopped.text)).toBe(plain(absent.text));
    });
  });

  describe('a party', () => {
    it('shows who gave most in a year, the kinds, the affiliates and the newest gifts', async () => {
      const html = await page('/register/partijen/polderpartij?jaar=2025');
      const text = read(html);
      expect(text).toContain('Ontvangen in 2025 € 131.000,00');
      expect(text.indexOf('J. van der Dijk')).toBeLessThan(text.indexOf('K. Amerlid'));
      expect(html).toContain('href="/register?partij=polderpartij&amp;jaar=2025"');
    });

    it('leaves remittances out of every figure when one asks so', async () => {
      const text = read(await page('/register/partijen/polderpartij?jaar=2025&zonder=afdrachten'));
      expect(text).toContain('Ontvangen in 2025 € 125.000,00');
    });

    it('is found by a part of its name', async () => {
      const text = read(await page('/register/partijen?zoek=polder'));
      expect(text).toContain('Polderpartij');
      expect(text).not.toContain('Duinpartij');
    });

    it('tells received, nil, late and not received apart', async () => {
      await site.test.ownerQuery(
        `insert into register.filing_status (key, party_slug, party_name, recipient_name, kind, year,
           last_day, status, filed_on) values
           ('annual:2023:1', 'polderpartij', 'Polderpartij', 'Polderpartij', 'annual_report', 2023, '2024-06-30', 'nil', '2024-06-01'),
           ('annual:2024:1', 'polderpartij', 'Polderpartij', 'Polderpartij', 'annual_report', 2024, '2025-06-30', 'reported', '2025-07-04'),
           ('affiliate:2024:2', 'duinpartij', 'Duinpartij', 'Instituut', 'affiliate_overview', 2024, '2025-06-30', 'not_received', null)`,
      );
      const party = read(await page('/register/partijen/polderpartij'));
      expect(party).toContain('Ontvangen: geen giften');
      expect(party).toContain('Te laat ontvangen 4 juli 2025, 4 dagen te laat');
      const missing = read(await page('/register/ontbreekt'));
      expect(missing).toContain('Niet ontvangen');
      expect(missing).toContain('Instituut');
      expect(read(await page('/register/ontbreekt?toon=late'))).toContain('4 dagen te laat');
    });
  });

  describe('a donor', () => {
    it('has all gifts over parties and years, and a way to who is behind it', async () => {
      const html = await page('/register/gevers/D-0000000002');
      expect(read(html)).toContain('Samen gegeven € 40.000,00');
      expect(html).toContain('href="/register?zoek=K.+Deich"');
    });

    it('names others of the same name and place, and says that nobody knows', async () => {
      await inRegister(site.test, {
        number: 'AAAAAAAAC1',
        party: 'Duinpartij',
        donor: { id: 'D-0000000009', name: 'J. van der Dijk' },
      });
      const html = await page('/register/gevers/D-0000000001');
      expect(html).toContain('href="/register/gevers/D-0000000009"');
      expect(read(html)).toContain('wij weten het niet');
    });
  });

  describe('what changed', () => {
    it('begins with yesterday, and leads to the other days', async () => {
      const html = await page('/register/wijzigingen');
      expect(read(html)).toContain('Gisteren, woensdag 22 oktober 2025');
      expect(read(html)).toContain('Het bedrag was verkeerd overgenomen.');
      expect(html).toContain('href="/register/wijzigingen?dag=2025-05-01"');
    });
  });

  describe('figures', () => {
    it('stand beside each other by year, with and without remittances', async () => {
      expect(read(await page('/register/jaren'))).toContain('2024 Giften 1 Samen € 15.000,00');
      const text = read(await page('/register/jaren/2025?zonder=afdrachten'));
      expect(text).toContain('Nu zonder afdrachten en contributies');
      expect(text).toContain('Polderpartij Giften 2 Samen € 125.000,00');
      expect(text).toContain('Duitsland € 25.000,00');
    });

    it('of a year of which nothing is known are not there', async () => {
      await get('/register/jaren/1999').expect(404);
      await get('/register/jaren/2025x').expect(404);
    });

    it('lead to whether the list of the minister adds up', async () => {
      expect(read(await page('/register/jaren/2025'))).toContain(
        'Van 2025 is er geen lijst van de minister',
      );
    });
  });

  it('the address of a thing leads to its page, or to its data for a program', async () => {
    const id = '/id/giften/G-AAAAAAAAA1';
    await get(id)
      .set('Accept', 'text/html')
      .expect(303)
      .expect('Location', '/register/giften/G-AAAAAAAAA1');
    await get(id)
      .set('Accept', 'application/json')
      .expect('Location', '/v1/public/gifts/G-AAAAAAAAA1');
    await get('/id/partijen/polderpartij').expect('Location', '/register/partijen/polderpartij');
    await get('/id/gevers/..%2f..').expect(404);
    await get('/id/straten/G-AAAAAAAAA1').expect(404);
  });

  it('every page says plainly that the register is stopped, with 503', async () => {
    await site.test.ownerQuery(
      `update register.state set open = false, reason = 'Er stond een adres in.'`,
    );
    for (const path of ['', '/partijen', '/partijen/polderpartij', '/wijzigingen', '/ontbreekt']) {
      const { text } = await get(`/register${path}`).expect(503);
      expect(read(text)).toContain('Er stond een adres in.');
      expect(text).not.toContain('Dijk');
    }
    await site.test.ownerQuery('update register.state set open = true, reason = null');
  });
});
