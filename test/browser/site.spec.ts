import { type Page } from 'playwright-core';
import { inRegister } from '../support/a-publication';
import { startTestApp, type TestApp } from '../support/app';
import {
  expectNoAxeViolations,
  openBrowser,
  PHONE,
  picture,
  type TestBrowser,
} from '../support/browser';

const COMPANY = {
  id: 'D-0000000002',
  kind: 'undertaking',
  name: 'Deich Wasserbau und Landgewinnung GmbH',
  address: 'Ringstraße 5',
  residence: 'Aachen',
  country: 'DE',
};

async function fill({ test }: TestApp): Promise<void> {
  const party = 'Polderpartij';
  await inRegister(test, { number: 'DDDDDDDDD1', party, amount: '100000.00' });
  await inRegister(test, {
    number: 'DDDDDDDDD1',
    party,
    amount: '95000.00',
    version: 2,
    status: 'corrected',
    change: 'corrected',
    reason: 'Het bedrag was verkeerd overgenomen.',
    changedAt: '2025-10-22T09:00:00.000000Z',
  });
  await inRegister(test, {
    number: 'DDDDDDDDD2',
    party,
    amount: '25000.00',
    form: 'in_kind',
    type: 'in_kind',
    recipient: { name: 'Instituut van de Polder', kind: 'scientific_institute' },
    donor: COMPANY,
    beneficialOwners: [{ name: 'K. Deich', residence: 'Aachen' }],
  });
  await inRegister(test, {
    number: 'DDDDDDDDD3',
    party,
    amount: '2550.00',
    type: 'office_holder_remittance',
    status: 'under_check',
    receivedOn: '2024-03-01' as never,
    donor: { id: null, name: null, residence: null, country: null, shielding: 'wfpp_25_5' },
  });
  await inRegister(test, {
    number: 'DDDDDDDDD4',
    party: 'Duinpartij',
    line: 'rest',
    type: null,
    receivedOn: null,
    year: 2023,
    amount: '-120.50',
    filedIn: ['list'],
  });
  await test.ownerQuery(
    `insert into register.filing_status (key, party_slug, party_name, recipient_name, kind, year,
       last_day, status, filed_on) values
       ('annual:2023:1', 'polderpartij', 'Polderpartij', 'Polderpartij', 'annual_report', 2023, '2024-06-30', 'reported', '2024-07-01'),
       ('annual:2024:1', 'polderpartij', 'Polderpartij', 'Polderpartij', 'annual_report', 2024, '2025-06-30', 'nil', '2025-06-01'),
       ('aff:2024:3', 'duinpartij', 'Duinpartij', 'Jong Duin', 'affiliate_overview', 2024, '2025-06-30', 'not_received', null)`,
  );
}

const PAGES = [
  ['home', '/'],
  ['search', '/register'],
  ['found', '/register?land=buitenland&jaar=2025&min=1000'],
  ['faults', '/register?min=veel&van=morgen'],
  ['gift', '/register/giften/G-DDDDDDDDD1'],
  ['rest', '/register/giften/G-DDDDDDDDD4'],
  ['shielded', '/register/giften/G-DDDDDDDDD3'],
  ['donor', '/register/gevers/D-0000000002'],
  ['parties', '/register/partijen'],
  ['party', '/register/partijen/polderpartij?jaar=2025'],
  ['years', '/register/jaren'],
  ['year', '/register/jaren/2025'],
  ['changes', '/register/wijzigingen'],
  ['missing', '/register/ontbreekt'],
  ['explain', '/register/uitleg'],
  ['follow', '/register/volgen'],
  ['embed', '/register/insluiten?partij=polderpartij'],
  ['embedded', '/register/ingesloten?partij=polderpartij'],
] as const;

/** The public pages as a visitor meets them, with little in them but every kind of it. */
describe('the public register in a browser', () => {
  let site: TestApp;
  let browser: TestBrowser;
  let desk: Page;
  let phone: Page;

  beforeAll(async () => {
    site = await startTestApp();
    await site.setClock('2025-10-23T10:00:00Z');
    await fill(site);
    browser = await openBrowser();
    desk = await browser.newPage();
    phone = await browser.newPage({ size: PHONE });
  });
  afterAll(async () => {
    await browser.close();
    await site.close();
  });

  it.each(PAGES)(
    'the page %s has no accessibility fault, wide and on a phone, and does not scroll sideways',
    async (name, path) => {
      await desk.goto(`${site.url}${path}`);
      await expectNoAxeViolations(desk);
      await picture(desk, `site-${name}-desktop`);
      await phone.goto(`${site.url}${path}`);
      await expectNoAxeViolations(phone);
      expect(await phone.evaluate('document.documentElement.scrollWidth')).toBe(PHONE.width);
      await picture(phone, `site-${name}-phone`);
    },
  );

  it('reads in English when one asks so, on every page', async () => {
    await desk.goto(`${site.url}/taal/en?terug=/register`);
    for (const [, path] of PAGES.slice(1)) {
      await desk.goto(`${site.url}${path}`);
      expect(await desk.locator('html').getAttribute('lang')).toBe('en');
      expect(await desk.locator('main').innerText()).not.toMatch(
        /\b(giften|partijen|ontvangen)\b/i,
      );
    }
    await desk.goto(`${site.url}/taal/nl?terug=/`);
  });

  it('a search is made with the keyboard alone', async () => {
    await desk.goto(`${site.url}/`);
    await desk.locator('#zoek').focus();
    await desk.keyboard.type('deich');
    await desk.keyboard.press('Enter');
    await desk.getByText('1 gift van').waitFor();
  });
});
