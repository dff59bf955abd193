import { type Page } from 'playwright-core';
import { loadDemo } from '../../src/demo/load-demo';
import { Worker } from '../../src/platform/worker/public';
import { aDonor, aGift } from '../support/a-gift';
import { startTestApp, type TestApp } from '../support/app';
import {
  expectNoAxeViolations,
  openBrowser,
  type PageOptions,
  picture,
  type TestBrowser,
} from '../support/browser';
import { type InPage } from '../support/in-page';

const PASSWORD = 'Dijk en duin 2025';
const NARROW = { size: { width: 360, height: 740 } } as const;

/** The demonstration: a gift that is filed a day too late, and what the overseer finds of it. */
describe('A late notice in the browser', () => {
  let site: TestApp;
  let browser: TestBrowser;
  let treasurer: Page;
  let overseer: Page;

  beforeAll(async () => {
    site = await startTestApp();
    await loadDemo(site.app);
    browser = await openBrowser();
    await received();
  }, 120_000);
  afterAll(async () => {
    await browser.close();
    await site.close();
  });

  /** EUR 10 000 on Thursday 23 October 2025, at the party of the demonstration's treasurer. */
  async function received(): Promise<void> {
    const [group] = await site.test.ownerQuery<{ tenantId: string; recipientId: string }>(
      `select a.tenant_id as "tenantId", r.id as "recipientId"
         from identity.account p
         join identity.assignment a on a.account_id = p.id
         join core.recipient r on r.tenant_id = a.tenant_id and r.kind = 'party'
        where p.email = 'treasurer@demo.example'`,
    );
    if (group === undefined) throw new Error('the demonstration has no party');
    const donorId = await aDonor(site.app, group.tenantId, 'T. van Terp');
    await aGift(site.app, { ...group, donorId, receivedOn: '2025-10-23', euros: 10_000 });
  }

  async function signedIn(email: string, options: PageOptions = {}): Promise<Page> {
    const page = await browser.newPage(options);
    await page.goto(`${site.url}/aanmelden`);
    await page.locator('[name=email]').fill(email);
    await page.locator('[name=password]').fill(PASSWORD);
    await page.locator('main button[type=submit]').click();
    const code = /\b\d{3} ?\d{3}\b/.exec(await page.locator('main').innerText())?.[0] ?? '';
    await page.locator('[name=code]').fill(code.replace(' ', ''));
    await page.locator('main button[type=submit]').click();
    await page.getByText('Afmelden').first().waitFor();
    return page;
  }

  /** Goes on with Tab until the wanted link, box or button has the focus. */
  async function tabTo(page: Page, what: string): Promise<void> {
    for (let presses = 0; presses < 400; presses += 1) {
      await page.keyboard.press('Tab');
      const focused = await page.evaluate(
        () => (globalThis as unknown as InPage).document.activeElement?.outerHTML ?? '',
      );
      if (focused.includes(what)) return;
    }
    throw new Error(`Tab never reached ${what} on ${page.url()}`);
  }

  async function looksGood(page: Page, name: string): Promise<void> {
    await expectNoAxeViolations(page);
    await picture(page, `${name}-1280`);
    const size = page.viewportSize();
    await page.setViewportSize(NARROW.size);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(360);
    await expectNoAxeViolations(page);
    await picture(page, `${name}-360`);
    if (size !== null) await page.setViewportSize(size);
  }

  it('the treasurer files it on 29 October with the keyboard alone: late, with a receipt', async () => {
    await site.setClock('2025-10-29T09:14:00+01:00');
    treasurer = await signedIn('treasurer@demo.example');
    await treasurer.goto(`${site.url}/meldingen`);
    await treasurer.getByText('1 dag te laat').waitFor();
    await looksGood(treasurer, 'notices-list');
    await tabTo(treasurer, '/meldingen/nieuw');
    await treasurer.keyboard.press('Enter');
    await treasurer.getByText('De uiterste dag is voorbij').waitFor();
    await looksGood(treasurer, 'notices-new');

    await tabTo(treasurer, 'type="submit">Melding versturen');
    await treasurer.keyboard.press('Enter');
    await treasurer.getByText('Herstel de fouten om door te gaan').waitFor();
    expect(await treasurer.title()).toMatch(/^Fout:/);
    await looksGood(treasurer, 'notices-new-errors');

    await tabTo(treasurer, 'id="truth"');
    await treasurer.keyboard.press('Space');
    await tabTo(treasurer, 'id="mandate"');
    await treasurer.keyboard.press('Space');
    await tabTo(treasurer, 'type="submit">Melding versturen');
    await treasurer.keyboard.press('Enter');
    await treasurer.getByText('De melding is te laat').waitFor();
    await looksGood(treasurer, 'notices-receipt');
  });

  it('anyone checks the receipt without signing in', async () => {
    const address = await treasurer
      .getByRole('link', { name: 'Ontvangstbewijs controleren' })
      .first()
      .getAttribute('href');
    const visitor = await browser.newPage({ javaScript: false });
    await visitor.goto(`${site.url}${address ?? ''}`);
    await visitor.getByText('Dit ontvangstbewijs is echt').waitFor();
    expect(await visitor.locator('main').innerText()).not.toContain('Terp');
    const scripted = await browser.newPage();
    await scripted.goto(visitor.url());
    await looksGood(scripted, 'receipt-check');
    await scripted.locator('#sha256').fill('abc');
    await scripted.getByRole('button', { name: 'Controleer het bewijs' }).click();
    await scripted.getByText('U vulde er 3 in.').first().waitFor();
    await looksGood(scripted, 'receipt-check-errors');
  });

  it('the queue of the overseer holds one proposal, with article 25a and the steps', async () => {
    await site.app.get(Worker).drainOnce();
    overseer = await signedIn('overseer@demo.example');
    await overseer.goto(`${site.url}/toezicht`);
    const row = overseer
      .locator('#work-table tr[data-work-row]', { hasText: 'Wfpp art. 25a lid 2' })
      .filter({ hasText: 'Boetevoorstel' });
    expect(await row.count()).toBe(1);
    await looksGood(overseer, 'oversight-queue');
    await tabTo(overseer, (await row.locator('a').first().getAttribute('href')) ?? '?');
    await overseer.keyboard.press('Enter');
    await overseer.getByText('Er is niets besloten').waitFor();
    const told = await overseer.locator('main').innerText();
    expect(told).toContain('Wfpp art. 25a lid 2');
    expect(told).toContain('T. van Terp');
    expect(await overseer.locator('#steps tbody tr').count()).toBe(7);
    expect(await overseer.locator('#steps tfoot').innerText()).toContain('1.875,00');
    await looksGood(overseer, 'oversight-proposal');
  });

  it('from the proposal the overseer opens the finding and the notice with the keyboard', async () => {
    const proposal = overseer.url();
    await tabTo(overseer, '/toezicht/meldingen/');
    await overseer.keyboard.press('Enter');
    await overseer.getByText('De melding is te laat').waitFor();
    await looksGood(overseer, 'oversight-notice');
    await overseer.goto(proposal);
    await tabTo(overseer, '/toezicht/bevindingen/');
    await overseer.keyboard.press('Enter');
    await overseer.getByText('Bekijk boetevoorstel').waitFor();
    await looksGood(overseer, 'oversight-finding');
  });

  it.each([
    ['findings', '/toezicht?soort=bevindingen'],
    ['undecided', '/toezicht?soort=onbeslist'],
    ['notices', '/toezicht/meldingen'],
  ])('the list of %s is readable, wide and narrow', async (name, path) => {
    await overseer.goto(`${site.url}${path}`);
    await overseer.locator('h1').waitFor();
    await looksGood(overseer, `oversight-${name}`);
  });
});
