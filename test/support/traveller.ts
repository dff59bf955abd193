import { type Cookie, type Locator, type Page } from 'playwright-core';
import { expectNoAxeViolations, type PageOptions, picture, type TestBrowser } from './browser';
import { htmlFaults } from './html-check';

/** How somebody goes through the product. Every journey must be possible in each of these ways. */
export const WAYS = ['by keyboard alone', 'at 320 pixels', 'without JavaScript'] as const;
export type Way = (typeof WAYS)[number];

const WINDOW: Readonly<Record<Way, PageOptions>> = {
  'by keyboard alone': {},
  'at 320 pixels': { size: { width: 320, height: 640 } },
  'without JavaScript': { javaScript: false },
};

const MOST_TABS = 300;

/**
 * Somebody at the product: names what stands on the page (a label, a button, a link) and never the
 * structure behind it. Every page on the way is checked as its way asks.
 */
export class Traveller {
  private pages = 0;

  private constructor(
    readonly page: Page,
    readonly way: Way,
    private readonly site: string,
    private readonly journey: string,
  ) {}

  static async start(
    browser: TestBrowser,
    site: string,
    way: Way,
    journey: string,
  ): Promise<Traveller> {
    const page = await browser.newPage(WINDOW[way]);
    page.setDefaultTimeout(20_000);
    return new Traveller(page, way, site, journey);
  }

  /** The address typed in the bar: only where a journey starts, or a mail leads. */
  async open(path: string): Promise<void> {
    await this.landing(() => this.page.goto(`${this.site}${path}`));
  }

  async follow(name: string | RegExp): Promise<void> {
    const link = this.page.getByRole('link', { name, exact: typeof name === 'string' }).first();
    await this.landing(() => this.activate(link, 'Enter'));
  }

  async press(name: string | RegExp): Promise<void> {
    const button = this.page.getByRole('button', { name, exact: typeof name === 'string' }).first();
    await this.landing(() => this.activate(button, 'Enter'));
  }

  async fill(label: string | RegExp, text: string): Promise<void> {
    const field = this.field(label);
    if (this.way !== 'by keyboard alone') {
      await field.fill(text);
      return;
    }
    await this.tabTo(field);
    await this.page.keyboard.press('ControlOrMeta+a');
    await this.page.keyboard.type(text);
  }

  /** Picks the option whose words begin with `option`. */
  async choose(label: string | RegExp, option: string): Promise<void> {
    const field = this.field(label);
    if (this.way === 'by keyboard alone') {
      await this.tabTo(field);
      await this.page.keyboard.type(option, { delay: 5 });
    } else {
      const words = await field.locator('option').allInnerTexts();
      const found = words.find((one) => one.trim().startsWith(option));
      await field.selectOption({ label: found ?? option });
    }
    expect(await field.locator('option:checked').innerText()).toContain(option);
  }

  /** Ticks a box, or picks one of several answers to the question `question`. */
  async tick(label: string | RegExp, question?: string | RegExp): Promise<void> {
    const within = question === undefined ? this.page : this.group(question);
    const box = within.getByLabel(label, { exact: typeof label === 'string' }).first();
    if (this.way !== 'by keyboard alone') await box.check();
    else if ((await box.getAttribute('type')) === 'radio') await this.pickByArrows(box);
    else {
      await this.tabTo(box);
      if (!(await box.isChecked())) await this.page.keyboard.press('Space');
    }
    expect(await box.isChecked()).toBe(true);
  }

  /** Opens a part of the page that is folded. */
  async unfold(summary: string | RegExp): Promise<void> {
    const fold = this.page.locator('summary').filter({ hasText: summary }).first();
    if ((await fold.and(this.page.locator('details[open] > summary')).count()) > 0) return;
    await this.activate(fold, 'Enter');
  }

  /** Chooses a file: the box of the browser opens with a key as well as with a click. */
  async attach(
    label: string | RegExp,
    file: { readonly name: string; readonly mimeType: string; readonly buffer: Buffer },
  ): Promise<void> {
    const field = this.field(label);
    if (this.way !== 'by keyboard alone') {
      await field.setInputFiles(file);
      return;
    }
    await this.tabTo(field);
    const box = this.page.waitForEvent('filechooser');
    await this.page.keyboard.press('Enter');
    await (await box).setFiles(file);
  }

  /** Waits until the text stands on the page. */
  async see(text: string | RegExp): Promise<void> {
    await this.page.getByText(text).first().waitFor();
  }

  cookies(): Promise<Cookie[]> {
    return this.page.context().cookies();
  }

  /** The same person in another window. */
  comesBack(cookies: Cookie[]): Promise<void> {
    return this.page.context().addCookies(cookies);
  }

  main(): Promise<string> {
    return this.page.locator('main').innerText();
  }

  async close(): Promise<void> {
    await this.page.context().close();
  }

  private field(label: string | RegExp): Locator {
    return this.page.getByLabel(label).first();
  }

  private group(question: string | RegExp): Locator {
    return this.page.getByRole('group', { name: question }).first();
  }

  private async activate(target: Locator, key: string): Promise<unknown> {
    if (this.way !== 'by keyboard alone') return target.click();
    await this.tabTo(target);
    return this.page.keyboard.press(key);
  }

  private async pickByArrows(radio: Locator): Promise<void> {
    const name = (await radio.getAttribute('name')) ?? '';
    const all = this.page.locator(`input[type=radio][name="${name}"]`);
    for (let presses = 0; presses < MOST_TABS; presses += 1) {
      await this.page.keyboard.press('Tab');
      if ((await this.page.locator(`input[type=radio][name="${name}"]:focus`).count()) > 0) break;
    }
    if (!(await radio.isChecked())) await this.page.keyboard.press('Space');
    for (let presses = await all.count(); presses > 0 && !(await radio.isChecked()); presses -= 1)
      await this.page.keyboard.press('ArrowDown');
  }

  /** @throws Error when the keyboard never reaches it. */
  private async tabTo(target: Locator): Promise<void> {
    await target.waitFor({ state: 'attached' });
    for (let presses = 0; presses < MOST_TABS; presses += 1) {
      if ((await target.and(this.page.locator(':focus')).count()) > 0) return;
      await this.page.keyboard.press('Tab');
    }
    throw new Error(`Tab never reaches ${await target.evaluate<string>('(it) => it.outerHTML')}`);
  }

  /** Does what leads to another page, waits for it and looks at it. */
  private async landing(move: () => Promise<unknown>): Promise<void> {
    const arrival = this.page.waitForResponse(
      (response) =>
        response.request().isNavigationRequest() &&
        (response.status() < 300 || response.status() >= 400),
    );
    const [response] = await Promise.all([arrival, move()]);
    await this.page.waitForLoadState('load');
    this.pages += 1;
    expect({ page: this.page.url(), status: response.status() < 500 }).toEqual({
      page: this.page.url(),
      status: true,
    });
    const way = this.way.replaceAll(/[^a-z0-9]+/gi, '-');
    await picture(this.page, `journey-${this.journey}-${way}-${String(this.pages)}`);
    await this.look(await response.text());
  }

  private async look(html: string): Promise<void> {
    const page = this.page.url();
    if (this.way === 'without JavaScript') {
      expect({ page, faults: await htmlFaults(html) }).toEqual({ page, faults: [] });
      return;
    }
    await expectNoAxeViolations(this.page);
    if (this.way !== 'at 320 pixels') return;
    const wide = await this.page.evaluate<boolean>(
      'document.documentElement.scrollWidth > document.documentElement.clientWidth',
    );
    expect({ page, wide }).toEqual({ page, wide: false });
  }
}
