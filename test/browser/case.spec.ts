import { type Page } from 'playwright-core';
import { type Role } from '../../src/platform/http/actor';
import { Worker } from '../../src/platform/worker/public';
import { ADesk } from '../support/a-desk';
import { aParty, type AParty } from '../support/a-party';
import { startTestApp, type TestApp } from '../support/app';
import { expectNoAxeViolations, openBrowser, picture, type TestBrowser } from '../support/browser';

const NARROW = { width: 360, height: 740 };

/** A late notice, followed from the proposal to the letter with the fine, each person in turn. */
describe('A case in the browser', () => {
  let site: TestApp;
  let browser: TestBrowser;
  let group: AParty;
  let overseer: Page;
  let treasurer: Page;
  let address: string;

  beforeAll(async () => {
    site = await startTestApp();
    await site.setClock('2025-04-25T09:14:00+02:00');
    browser = await openBrowser();
    group = await aParty(site.app, 'Polderpartij');
    const desk = new ADesk(site.app, group);
    const donor = await desk.donor();
    await desk.gift(donor, 1_000_000, '2025-04-17');
    await desk.notify(donor);
    await work();
    overseer = await signedIn('overseer');
    treasurer = await signedIn('treasurer');
  });
  afterAll(async () => {
    await browser.close();
    await site.close();
  });

  const work = (): Promise<unknown> => site.app.get(Worker).drainOnce();

  async function signedIn(role: Role): Promise<Page> {
    const tenantId = role === 'treasurer' ? group.tenantId : null;
    const person = await site.people.add(role, tenantId);
    const page = await browser.newPage();
    await page.goto(`${site.url}/aanmelden`);
    await page.locator('[name=email]').fill(person.email);
    await page.locator('[name=password]').fill(person.password);
    await page.locator('main button[type=submit]').click();
    await page.locator('[name=code]').fill(await site.people.code(person));
    await page.locator('main button[type=submit]').click();
    await page.getByText('Afmelden').first().waitFor();
    return page;
  }

  async function looksGood(page: Page, name: string): Promise<void> {
    await expectNoAxeViolations(page);
    await picture(page, `${name}-1280`);
    const size = page.viewportSize();
    await page.setViewportSize(NARROW);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(NARROW.width);
    await expectNoAxeViolations(page);
    await picture(page, `${name}-360`);
    if (size !== null) await page.setViewportSize(size);
  }

  /** Opens the form of a step when it is folded, fills it in and sends it. */
  async function step(page: Page, title: string, fields: Record<string, string>): Promise<void> {
    const form = page.locator('details', { has: page.locator('summary', { hasText: title }) });
    if (!(await form.locator('form').isVisible())) await form.locator('summary').first().click();
    for (const [name, value] of Object.entries(fields)) {
      const radio = form.locator(`input[type=radio][name="${name}"][value="${value}"]`);
      if ((await radio.count()) > 0) await radio.check();
      else await form.locator(`[name="${name}"]`).fill(value);
    }
    await form.locator('button[type=submit]').click();
    await page.locator('.utrecht-alert--ok').waitFor();
  }

  it('the overseer opens a case from the proposal', async () => {
    await overseer.goto(`${site.url}/toezicht`);
    const row = overseer.locator('tr', { hasText: 'Polderpartij' });
    await row.locator('a[href^="/toezicht/voorstellen/"]').first().click();
    await looksGood(overseer, 'proposal-with-button');
    await overseer.getByRole('button', { name: 'Open een zaak' }).click();
    await overseer.getByText('Zaak geopend.').waitFor();
    address = overseer.url().split('?')[0] ?? '';
    await looksGood(overseer, 'case-opened');
  });

  it('the list of cases, and a case by hand', async () => {
    await overseer.goto(`${site.url}/toezicht/zaken`);
    await looksGood(overseer, 'cases-staff');
    await overseer.goto(`${site.url}/toezicht/zaken/nieuw`);
    await looksGood(overseer, 'case-by-hand');
  });

  it('draws up the report and asks for views; a day that is past is refused in words', async () => {
    await overseer.goto(address);
    await step(overseer, 'Begin het onderzoek', {});
    const text =
      'De Polderpartij meldde een gift van EUR 10.000 op 25 april 2025, een dag te laat.';
    await step(overseer, 'Maak het rapport op', { text });
    const form = overseer.locator('details', {
      has: overseer.locator('summary', { hasText: 'Vraag de zienswijze' }),
    });
    await form.locator('[name=lastDay]').fill('25-04-2025');
    await form.locator('button[type=submit]').click();
    await overseer.getByText('25 april 2025 is niet na vandaag. Kies een latere dag.').waitFor();
    await looksGood(overseer, 'case-refused');
    await step(overseer, 'Vraag de zienswijze', { lastDay: '12-05-2025' });
  });

  it('the treasurer reads what is asked and gives views', async () => {
    await treasurer.goto(`${site.url}/zaken`);
    await looksGood(treasurer, 'cases-party');
    await treasurer.getByRole('link', { name: 'Melding te laat gedaan' }).click();
    await treasurer.getByText('Uiterlijk maandag 12 mei 2025').first().waitFor();
    await looksGood(treasurer, 'case-party-asked');
    await treasurer.locator('[name=text]').fill('Onze penningmeester lag in het ziekenhuis.');
    await treasurer.locator('[name=documents]').setInputFiles({
      name: 'verklaring.pdf',
      mimeType: 'application/pdf',
      buffer: Buffer.from('een verklaring'),
    });
    await treasurer.getByRole('button', { name: 'Verstuur de zienswijze' }).click();
    await treasurer.getByText('Uw zienswijze is ontvangen.').waitFor();
    await work();
    await treasurer.reload();
    await treasurer.getByText('In de zaak opgenomen').waitFor();
    await looksGood(treasurer, 'case-party-sent');
  });

  it('the committee advises', async () => {
    await overseer.goto(address);
    await step(overseer, 'Vraag advies aan de commissie', {});
    const member = await signedIn('committee_member');
    await member.goto(`${site.url}/toezicht/zaken`);
    await member
      .getByRole('link', { name: /^Z-2025-/ })
      .first()
      .click();
    await looksGood(member, 'case-committee');
    const advice = { advice: 'fine', text: 'Een lage boete past bij een dag.' };
    await step(member, 'Geef het advies', advice);
  });

  it('the overseer drafts a decision with the amount of the schedule', async () => {
    await overseer.goto(address);
    await step(overseer, 'Stel een boetebesluit op', {
      reasons: 'De melding kwam een dag te laat. De ziekte van de penningmeester weegt mee.',
    });
    await looksGood(overseer, 'case-draft-waits');
  });

  it('the decision maker approves exactly that draft', async () => {
    const decider = await signedIn('decision_maker');
    await decider.goto(`${site.url}/toezicht/zaken`);
    await decider
      .getByRole('link', { name: /^Z-2025-/ })
      .first()
      .click();
    await decider.getByRole('link', { name: 'Lees het ontwerp en beslis' }).click();
    await looksGood(decider, 'draft-decision');
    await decider.getByRole('button', { name: 'Neem dit besluit' }).click();
    await decider.getByText('Besluit genomen.').waitFor();
  });

  it('the overseer sends the decision', async () => {
    await overseer.goto(address);
    await step(overseer, 'Verstuur het besluit', {});
    await looksGood(overseer, 'case-notified');
  });

  it('the party downloads the letter with the fine, and can object until 6 June', async () => {
    await work();
    await treasurer.reload();
    await treasurer.getByText('Uiterlijk vrijdag 6 juni 2025').first().waitFor();
    await looksGood(treasurer, 'case-party-notified');
    const download = treasurer.waitForEvent('download');
    await treasurer.getByRole('link', { name: 'Download de brief (pdf)' }).last().click();
    expect((await download).suggestedFilename()).toMatch(/^B-2025-[0-9A-Z]{5}-[0-9A-Z]{5}\.pdf$/);
  });

  it('without script the forms work as well', async () => {
    const page = await browser.newPage({ javaScript: false });
    await page.context().addCookies(await overseer.context().cookies());
    await page.goto(address);
    await page.locator('#record_payment-evidence').fill('Bankafschrift 2025-05, regel 3');
    await page.getByRole('button', { name: 'Leg de betaling vast' }).click();
    await page.getByText('Betaling ontvangen.').waitFor();
  });
});
