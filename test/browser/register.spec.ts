import { join } from 'node:path';
import { type Page } from 'playwright-core';
import {
  expectNoAxeViolations,
  openBrowser,
  PHONE,
  picture,
  type TestBrowser,
} from '../support/browser';
import { startTestApp, type TestApp } from '../support/app';

const LISTS = join(__dirname, '..', '..', 'src', 'demo', 'published-lists');

/** The pages of the register as a visitor meets them; the overseer has filled it through the form. */
describe('the register in a browser', () => {
  let site: TestApp;
  let browser: TestBrowser;
  let desk: Page;
  let phone: Page;
  let plain: Page;

  beforeAll(async () => {
    site = await startTestApp();
    browser = await openBrowser();
    desk = await browser.newPage();
    phone = await browser.newPage({ size: PHONE });
    plain = await browser.newPage({ size: PHONE, javaScript: false });
    await signInAsOverseer(desk);
  });
  afterAll(async () => {
    await browser.close();
    await site.close();
  });

  async function signInAsOverseer(page: Page): Promise<void> {
    const person = await site.people.add('overseer', null);
    await page.goto(`${site.url}/aanmelden`);
    await page.locator('[name=email]').fill(person.email);
    await page.locator('[name=password]').fill(person.password);
    await page.locator('main button[type=submit]').click();
    await page.locator('[name=code]').fill(await site.people.code(person));
    await page.locator('main button[type=submit]').click();
    await page.getByText('Afmelden').first().waitFor();
  }

  async function importYear(year: number): Promise<void> {
    await desk.goto(`${site.url}/toezicht/lijsten`);
    const file = join(LISTS, `substantial-gifts-${String(year)}.csv`);
    await desk.getByLabel('Bestand').setInputFiles(file);
    await desk.getByLabel('Jaar', { exact: true }).fill(String(year));
    await desk.getByRole('button', { name: 'Lijst inlezen' }).click();
    await desk.getByText(`De lijst van ${String(year)} is ingelezen als versie 1`).waitFor();
  }

  it('the overseer imports the three lists with the form', async () => {
    for (const year of [2023, 2024, 2025]) await importYear(year);
    await expectNoAxeViolations(desk);
    await picture(desk, 'register-import-desktop');
    await desk.getByRole('link', { name: 'Bekijk de lijst en de controle' }).click();
    await desk.getByText('125.000,00 te laag').waitFor();
  });

  it('what is wrong with a file is said beside the field', async () => {
    await desk.goto(`${site.url}/toezicht/lijsten`);
    await desk.getByRole('button', { name: 'Lijst inlezen' }).click();
    await desk.getByRole('link', { name: 'Kies het bestand met de lijst.' }).waitFor();
    await expectNoAxeViolations(desk);
    await picture(desk, 'register-import-errors-desktop');
  });

  it.each([
    ['years', '/register/lijsten'],
    ['year', '/register/2025'],
    ['party', '/register/2025?partij=CDA'],
  ])(
    'the page %s has no accessibility fault, wide and on a phone, and does not scroll sideways',
    async (name, path) => {
      await desk.goto(`${site.url}${path}`);
      await expectNoAxeViolations(desk);
      await picture(desk, `register-${name}-desktop`);
      await phone.goto(`${site.url}${path}`);
      await expectNoAxeViolations(phone);
      expect(await phone.evaluate('document.documentElement.scrollWidth')).toBe(PHONE.width);
      await picture(phone, `register-${name}-phone`);
    },
  );

  it('a visitor without script finds the gifts of one party', async () => {
    await plain.goto(`${site.url}/register/2025`);
    await plain.locator('#partij').selectOption('CDA');
    await plain.getByRole('button', { name: 'Tonen' }).click();
    await plain.getByText('D.L. Tourinkamp').first().waitFor();
    expect(plain.url()).toContain('partij=CDA');
  });
});
