import { type Page } from 'playwright-core';
import { CorrectContribution } from '../../src/modules/contributions/public';
import { refreshExpectations } from '../../src/modules/expectations/public';
import { Database } from '../../src/platform/database/database';
import { workerScope } from '../../src/platform/jobs/public';
import { ADesk } from '../support/a-desk';
import { aDonor } from '../support/a-gift';
import { anElection } from '../support/an-election';
import { aParty } from '../support/a-party';
import { startTestApp, type TestApp } from '../support/app';
import { expectNoAxeViolations, openBrowser, picture, type TestBrowser } from '../support/browser';
import { type Person } from '../support/people';

const WIDE = { width: 1280, height: 900 } as const;
const NARROW = { width: 320, height: 640 } as const;
const SMALL = { width: 360, height: 740 } as const;

/** A party in the year of an election, as its treasurer sees it on Thursday 23 October 2025. */
describe('The desk of a treasurer in the browser', () => {
  let site: TestApp;
  let browser: TestBrowser;
  let treasurer: Person;
  let cookies: Awaited<ReturnType<ReturnType<Page['context']>['cookies']>>;
  let gift: string;

  beforeAll(async () => {
    site = await startTestApp();
    await site.setClock('2025-10-23T10:00:00+02:00');
    await anElection(site.app);
    const group = await aParty(site.app, 'Partij van de Voorbeelden');
    gift = await aYear(new ADesk(site.app, group));
    const { tenantId } = group;
    await site.app
      .get(Database)
      .inTransaction(workerScope('test', tenantId), (tx) => refreshExpectations(tx, tenantId));
    treasurer = await site.people.add('treasurer', tenantId);
    browser = await openBrowser();
    await signIn();
  }, 180_000);
  afterAll(async () => {
    await browser.close();
    await site.close();
  });

  /** Gives a gift that was corrected and notified. */
  async function aYear(desk: ADesk): Promise<string> {
    const { tenantId, affiliate } = desk.group;
    const named = (name: string): Promise<string> => aDonor(site.app, tenantId, name);
    const baker = await named('Bakkerij Het Gouden Krentenbrood');
    const large = await named('A. de Vries-van den Heuvel tot Nieuwenhuizen');
    const near = await named('M. Jansen');
    await desk.gift(large, 8_200_000, '2025-01-21');
    await desk.notify(large);
    await desk.gift(baker, 1_900_000, '2025-02-03', { recipientId: affiliate });
    await desk.gift(near, 98_000, '2025-03-11');
    await desk.gift(near, 4_800, '2024-03-11', { type: 'membership_dues' });
    for (const [month, cents] of [120_000, 45_000, 210_000, 99_000, 310_000, 150_000].entries())
      await desk.gift(
        await named(`Gever ${String(month + 1)}`),
        cents,
        `2025-0${String(month + 3)}-15`,
      );
    for (const month of ['02', '05', '08'])
      await desk.gift(near, 90_000, `2025-${month}-20`, { type: 'office_holder_remittance' });
    const due = await named('J. van der Dijk');
    const { contributionId } = await desk.gift(due, 1_000_000, '2025-10-20');
    await site.setClock('2025-10-23T10:20:00+02:00');
    const corrected = await desk.run((tx) =>
      site.app.get(CorrectContribution).run(
        tx,
        contributionId,
        desk.input(due, 1_050_000, '2025-10-21', {
          bankReference: 'Afschrift 2025-10, regel 17',
        }),
        'Verkeerde regel van het afschrift',
      ),
    );
    return corrected.contributionId;
  }

  async function open(size: typeof WIDE | typeof NARROW | typeof SMALL): Promise<Page> {
    const page = await browser.newPage({ size });
    await page.context().addCookies(cookies);
    return page;
  }

  async function signIn(): Promise<void> {
    const { email, password } = treasurer;
    const page = await browser.newPage();
    await page.goto(`${site.url}/aanmelden`);
    await page.locator('[name=email]').fill(email);
    await page.locator('[name=password]').fill(password);
    await page.locator('main button[type=submit]').click();
    await page.locator('[name=code]').fill(await site.people.code(treasurer));
    await page.locator('main button[type=submit]').click();
    await page.getByText('Afmelden').first().waitFor();
    cookies = await page.context().cookies();
  }

  it('axe finds nothing, nothing scrolls sideways at 320 pixels, every picture is drawn', async () => {
    const pages: readonly (readonly [string, string])[] = [
      ['start', '/start'],
      ['gift-life', `/giften/${gift}`],
      ['gifts-filtered', '/giften?jaar=2025&soort=geld&maand=03'],
      ['agenda', '/agenda'],
    ];
    const [wide, narrow, small] = [await open(WIDE), await open(NARROW), await open(SMALL)];
    for (const [name, path] of pages) {
      for (const page of [wide, narrow, small]) await page.goto(`${site.url}${path}`);
      for (const page of [wide, narrow]) await expectNoAxeViolations(page);
      const sideways = await narrow.evaluate<boolean>(
        'document.documentElement.scrollWidth > document.documentElement.clientWidth',
      );
      expect({ path, sideways }).toEqual({ path, sideways: false });
      await picture(wide, `desk-${name}-1280`);
      await picture(small, `desk-${name}-360`);
    }
    await wide.goto(`${site.url}/start`);
    const sizes = await wide.evaluate<number[]>(
      "[...document.querySelectorAll('svg.pg-chart')].map((one) => one.getBoundingClientRect().height)",
    );
    expect(sizes.length).toBeGreaterThanOrEqual(4);
    expect(Math.min(...sizes)).toBeGreaterThan(50);
  }, 180_000);
});
