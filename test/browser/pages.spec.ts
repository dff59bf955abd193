import { type Page } from 'playwright-core';
import { expectNoAxeViolations, openBrowser, type TestBrowser } from '../support/browser';
import { type InPage } from '../support/in-page';
import { type Previews, readSamples, servePreviews } from '../support/preview-pages';

const NARROW = { width: 320, height: 640 };
const samples = readSamples();

let browser: TestBrowser;
let previews: Previews;
let wide: Page;
let narrow: Page;

beforeAll(async () => {
  previews = await servePreviews();
  browser = await openBrowser();
  wide = await browser.newPage();
  narrow = await browser.newPage({ size: NARROW });
});

afterAll(async () => {
  await browser.close();
  await previews.close();
});

interface Box {
  readonly what: string;
  readonly left: number;
  readonly right: number;
}

/** Everything that sticks out of the screen, except inside a region that scrolls by itself. */
function sticksOut(page: Page): Promise<readonly Box[]> {
  return page.evaluate((): Box[] => {
    const { document } = globalThis as unknown as InPage;
    const width = document.documentElement.clientWidth;
    return [...document.querySelectorAll('body *')].flatMap((element) => {
      const { left, right, width: own } = element.getBoundingClientRect();
      // Headings of a table that became cards are there for screen readers only.
      const apart = '.pg-table--scroll, .pg-table--cards thead, .utrecht-skip-link';
      const hidden = own <= 1 || element.closest(apart) !== null;
      return hidden || right <= width + 1
        ? []
        : [{ what: element.outerHTML.slice(0, 120), left, right }];
    });
  });
}

/** Links and buttons smaller than 24 by 24 pixels that do not stand in a line of text (WCAG 2.5.8). */
function tooSmall(page: Page): Promise<readonly string[]> {
  return page.evaluate((): string[] => {
    const { document } = globalThis as unknown as InPage;
    const controls = 'button, input:not([type=hidden]), select, summary, nav a';
    return [...document.querySelectorAll(controls)].flatMap((element) => {
      const { width, height } = element.getBoundingClientRect();
      const shown = width > 1 && height > 1;
      return shown && (width < 24 || height < 24) ? [element.outerHTML.slice(0, 120)] : [];
    });
  });
}

describe.each(samples.map((sample) => [sample.name, sample] as const))(
  'page %s',
  (_name, sample) => {
    test('axe finds nothing in Dutch on a wide screen', async () => {
      await wide.goto(previews.address(sample, 'nl'));
      await expectNoAxeViolations(wide);
    });

    test('axe finds nothing in English on a narrow screen, and nothing sticks out at 320 pixels', async () => {
      await narrow.goto(previews.address(sample, 'en'));
      expect(await sticksOut(narrow)).toEqual([]);
      expect(await tooSmall(narrow)).toEqual([]);
      await expectNoAxeViolations(narrow);
    });
  },
);
