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

    it('may be kept for a minute, and is not sent again while nothing changed', async () => {
      const first = await get('/register').expect(200);
      expect(first.headers['cache-control']).toBe('public, max-age=60');
      const tag = first.headers['etag'] ?? '';
      await get('/register').set('If-None-Match', tag).expect(304);
      await inRegister(site.test, { number: 'AAAAAAAAA5', party: 'Duinpartij', year: 2023 });
      await get('/register').set('If-None-Match', tag).expect(200);
    });
  });
});
