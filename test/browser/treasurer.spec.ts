import { type Page } from 'playwright-core';
import { loadDemo } from '../../src/demo/load-demo';
import { startTestApp, type TestApp } from '../support/app';
import {
  expectNoAxeViolations,
  openBrowser,
  type PageOptions,
  picture,
  type TestBrowser,
} from '../support/browser';
import { type InPage } from '../support/in-page';

const NARROW = { width: 320, height: 640 } as const;
const SMALL = { width: 360, height: 740 } as const;

/** The demonstration as its treasurer meets it, on Thursday 23 October 2025. */
describe('The treasurer in the browser', () => {
  let site: TestApp;
  let browser: TestBrowser;
  let desk: Page;

  beforeAll(async () => {
    site = await startTestApp();
    await loadDemo(site.app);
    browser = await openBrowser();
    desk = await browser.newPage();
    await signIn(desk);
  }, 120_000);
  afterAll(async () => {
    await browser.close();
    await site.close();
  });

  async function signIn(page: Page): Promise<void> {
    await page.goto(`${site.url}/aanmelden`);
    await page.locator('[name=email]').fill('treasurer@demo.example');
    await page.locator('[name=password]').fill('Dijk en duin 2025');
    await page.locator('main button[type=submit]').click();
    const code = /\b\d{3} ?\d{3}\b/.exec(await page.locator('main').innerText())?.[0] ?? '';
    await page.locator('[name=code]').fill(code.replace(' ', ''));
    await page.locator('main button[type=submit]').click();
    await page.getByText('Afmelden').first().waitFor();
  }

  /** Another window of the same person. */
  async function window(options: PageOptions): Promise<Page> {
    const page = await browser.newPage(options);
    await page.context().addCookies(await desk.context().cookies());
    return page;
  }

  const main = (page: Page): Promise<string> => page.locator('main').innerText();

  async function addDonor(page: Page, name: string): Promise<void> {
    await page.goto(`${site.url}/gevers/nieuw`);
    await page.locator('[name=kind][value=natural_person]').check();
    await page.locator('#name').fill(name);
    await page.locator('#address').fill('Dijkweg 1');
    await page.locator('#residence').fill('Zierikzee');
    // The last part of the form: without script it opens as well.
    await page.locator('summary').last().click();
    await page.locator('[name=dutchNational][value=yes]').check();
    await page.locator('[name=adult][value=yes]').check();
    await page.locator('#declarationResidence').selectOption('NL');
    await page.locator('[name=disenfranchised][value=no]').check();
    await page.locator('#declaredOn').fill('23-10-2025');
    await page.locator('#evidence').fill('map G-2025-014');
    await page.getByRole('button', { name: 'Gever opslaan' }).click();
    await page.getByRole('heading', { level: 1, name }).waitFor();
  }

  async function fillGift(page: Page, donor: string): Promise<void> {
    await page.goto(`${site.url}/giften/nieuw`);
    await page.locator('#donorId').selectOption({ label: `${donor}, Zierikzee` });
    await page.locator('#amount').fill('10.000,00');
    await page.locator('#receivedOn').fill('23-10-2025');
  }

  async function expectBooked(page: Page): Promise<void> {
    await page.getByText('De gift is geboekt').waitFor();
    const text = await main(page);
    expect(text).toContain('dinsdag 28 oktober 2025');
    expect(text).toContain('maandag 27 oktober 2025');
    await page.locator('summary').first().click();
    expect(await main(page)).toContain('zondag 26 oktober 2025');
  }

  it('sees what the law says while typing, books, and reads both last days with their counting', async () => {
    await addDonor(desk, 'T. Typt');
    await fillGift(desk, 'T. Typt');
    await desk.locator('[data-verdict]').waitFor();
    expect(await desk.locator('#pre-check').innerText()).toContain(
      'U mag deze gift aannemen, en moet hem melden',
    );
    expect(await desk.locator('#pre-check-status').textContent()).toBe(
      'U mag deze gift aannemen, en moet hem melden',
    );
    await desk.locator('#amount').fill('100.000,01');
    await desk.getByText('U mag een deel van deze gift houden').first().waitFor();
    await expectNoAxeViolations(desk);
    await picture(desk, 'treasurer-gift-form');
    await desk.locator('#amount').fill('10.000,00');
    await desk.getByRole('button', { name: 'Gift boeken' }).click();
    await expectBooked(desk);
  });

  it('does the same without JavaScript: the button of the form checks', async () => {
    const page = await window({ javaScript: false, size: SMALL });
    await addDonor(page, 'Z. Zonder');
    await fillGift(page, 'Z. Zonder');
    await page.getByRole('button', { name: 'Controleer eerst' }).click();
    expect(await main(page)).toContain('U mag deze gift aannemen, en moet hem melden');
    expect(await page.locator('#amount').inputValue()).toBe('10.000,00');
    await page.getByRole('button', { name: 'Gift boeken' }).click();
    await expectBooked(page);
  });

  it('does the same with the keyboard alone', async () => {
    await addDonor(desk, 'K. Klavier');
    await desk.goto(`${site.url}/giften/nieuw`);
    const focused = (): Promise<string> =>
      desk.evaluate(
        () => (globalThis as unknown as InPage).document.activeElement?.outerHTML ?? '',
      );
    const tabTo = async (what: string): Promise<void> => {
      for (let presses = 0; presses < 60; presses += 1) {
        await desk.keyboard.press('Tab');
        if ((await focused()).split('>')[0]?.includes(what) === true) return;
      }
      throw new Error(`Tab never reaches ${what}`);
    };
    await tabTo('id="donorId"');
    await desk.keyboard.type('K. Klavier');
    await tabTo('id="amount"');
    await desk.keyboard.type('10.000,00');
    await tabTo('id="receivedOn"');
    await desk.keyboard.type('23-10-2025');
    await tabTo('value="book"');
    await desk.keyboard.press('Enter');
    await desk.getByText('De gift is geboekt').waitFor();
  });

  it('a form with faults moves the focus to the list of what must be mended', async () => {
    await desk.goto(`${site.url}/giften/nieuw`);
    await desk.locator('#receivedOn').fill('31-02-2025');
    await desk.getByRole('button', { name: 'Gift boeken' }).click();
    await desk.getByText('Herstel de fouten om door te gaan').waitFor();
    expect(await desk.locator('#error-summary:focus').count()).toBe(1);
    await expectNoAxeViolations(desk);
    await picture(desk, 'treasurer-gift-faults');
    await desk.locator('#error-summary a').first().click();
    expect(await desk.locator('#donorId:focus').count()).toBe(1);
  });

  async function everyPage(): Promise<readonly (readonly [string, string])[]> {
    const idOf = async (table: string, condition: string, column = 'id'): Promise<string> => {
      const rows = await site.test.ownerQuery<{ id: string }>(
        `select ${column} as id from core.${table} where ${condition} limit 1`,
      );
      expect(rows).toHaveLength(1);
      return rows.map(({ id }) => id).join('');
    };
    const gift = `/giften/${await idOf('contribution', 'amount_cents = 1000000')}`;
    const anonymous = `/giften/${await idOf('contribution', 'amount_cents = 40000')}`;
    const foundation = `/gevers/${await idOf('donor', "kind = 'foundation'")}`;
    const person = `/gevers/${await idOf('donor_particulars', "name = 'T. Typt'", 'donor_id')}`;
    return [
      ['start', '/start'],
      ['gifts', '/giften'],
      ['gift-new', '/giften/nieuw'],
      ['gift', gift],
      ['gift-anonymous', anonymous],
      ['gift-correct', `${gift}/verbeteren`],
      ['gift-return', `${gift}/teruggeven`],
      ['gift-transfer', `${anonymous}/afdragen`],
      ['gift-annul', `${gift}/annuleren`],
      ['donors', '/gevers'],
      ['donor-new', '/gevers/nieuw'],
      ['donor', person],
      ['donor-foundation', foundation],
      ['donor-revise', `${foundation}/wijzigen`],
      ['donor-declare', `${person}/verklaring`],
      ['donor-look-through', `${foundation}/doorkijk`],
      ['demo-clock', '/demo/klok'],
    ];
  }

  it('axe finds nothing on any of the pages, and nothing scrolls sideways at 320 pixels', async () => {
    const narrow = await window({ size: NARROW });
    const phone = await window({ size: SMALL });
    for (const [name, path] of await everyPage()) {
      for (const page of [desk, narrow, phone]) await page.goto(`${site.url}${path}`);
      await expectNoAxeViolations(desk);
      await expectNoAxeViolations(narrow);
      const wide = await narrow.evaluate<boolean>(
        'document.documentElement.scrollWidth > document.documentElement.clientWidth',
      );
      expect({ path, wide }).toEqual({ path, wide: false });
      await picture(desk, `treasurer-${name}-1280`);
      await picture(phone, `treasurer-${name}-360`);
    }
  }, 180_000);

  it('moves the clock to polling day with the banner, stays signed in and sees that it is late', async () => {
    await desk.goto(`${site.url}/start`);
    await desk.getByRole('link', { name: 'Verzet de klok' }).click();
    await desk.getByLabel('Woensdag 29 oktober 2025').check();
    await desk.getByRole('button', { name: 'Zet de klok' }).click();
    await desk.getByText('De klok is verzet').waitFor();
    await desk.goto(`${site.url}/start`);
    expect(await main(desk)).toContain('1 dag te laat');
    // What is late is said once, as a thing to do.
    expect(await main(desk)).not.toContain('Melding niet gedaan');
    await picture(desk, 'treasurer-start-late-1280');
  });
});
