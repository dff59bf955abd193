import { type Page } from 'playwright-core';
import { openBrowser, type TestBrowser } from '../support/browser';
import { type InPage } from '../support/in-page';
import { type Previews, readSamples, type Sample, servePreviews } from '../support/preview-pages';

let browser: TestBrowser;
let previews: Previews;

beforeAll(async () => {
  previews = await servePreviews();
  browser = await openBrowser();
});

afterAll(async () => {
  await browser.close();
  await previews.close();
});

function sampleNamed(name: string): Sample {
  const sample = readSamples().find((known) => known.name === name);
  if (sample === undefined) throw new Error(`no sample ${name}`);
  return sample;
}

async function open(name: string, javaScript = true): Promise<Page> {
  const page = await browser.newPage({ javaScript });
  await page.goto(previews.address(sampleNamed(name), 'nl'));
  return page;
}

function focusedId(page: Page): Promise<string | undefined> {
  return page.evaluate(() => (globalThis as unknown as InPage).document.activeElement?.id);
}

describe('the gift form', () => {
  test('asks what the law says once, after the last key, and shows the answer', async () => {
    const page = await open('contributions-new-empty');
    const asked: string[] = [];
    await page.route('**/giften/controle', async (route) => {
      asked.push(route.request().postData() ?? '');
      const body = '<div><span data-verdict>Neem deze gift niet aan</span></div>';
      await route.fulfill({ contentType: 'text/html', body });
    });
    await page.locator('#amount').pressSequentially('120.000,00');
    await page.locator('#pre-check', { hasText: 'Neem deze gift niet aan' }).waitFor();
    expect(asked).toHaveLength(1);
    expect(new URLSearchParams(asked[0]).get('amount')).toBe('120.000,00');
    expect(await page.locator('#pre-check-status').textContent()).toBe('Neem deze gift niet aan');
  });

  test('keeps what it said when there is no answer', async () => {
    const page = await open('contributions-new');
    const answered = page.waitForEvent('requestfailed');
    await page.route('**/giften/controle', (route) => route.abort());
    await page.locator('#amount').fill('1,00');
    await answered;
    expect(await page.locator('#pre-check').textContent()).toContain('U mag deze gift aannemen');
  });

  test('has the same verdict without script, and a button to ask for it', async () => {
    const page = await open('contributions-new', false);
    expect(await page.locator('#pre-check').textContent()).toContain('U mag deze gift aannemen');
    expect(await page.getByRole('button', { name: 'Controleer eerst' }).isVisible()).toBe(true);
  });

  test('is sent once when the button is pressed twice', async () => {
    const page = await open('contributions-new');
    let sent = 0;
    await page.route('**/giften', async (route) => {
      sent += 1;
      await route.fulfill({ status: 204 });
    });
    await page.getByRole('button', { name: 'Gift boeken' }).dblclick();
    await page.waitForLoadState('networkidle');
    expect(sent).toBe(1);
  });
});

describe('a form with errors', () => {
  test('puts the focus on the list of errors, and each error leads to its field', async () => {
    const page = await open('contributions-new-errors');
    expect(await focusedId(page)).toBe('error-summary');
    for (const field of ['donorId', 'type', 'amount']) {
      await page.locator(`#error-summary a[href="#${field}"]`).click();
      expect(await focusedId(page)).toBe(field);
    }
  });
});

describe('by keyboard', () => {
  test('the first stop leads past the menu, and every stop shows where it is', async () => {
    const page = await open('contributions-list');
    await page.keyboard.press('Tab');
    expect(await page.locator('*:focus').getAttribute('href')).toBe('#main');
    const stops = await page.locator('a[href], button, input:not([type=hidden]), select').count();
    for (let stop = 1; stop < stops; stop += 1) {
      await page.keyboard.press('Tab');
      const outline = await page.evaluate(() => {
        const { document, getComputedStyle } = globalThis as unknown as InPage;
        if (document.activeElement === null) return 'nothing';
        const { outlineStyle, outlineWidth } = getComputedStyle(document.activeElement);
        return `${outlineStyle} ${outlineWidth}`;
      });
      expect(outline).toBe('solid 3px');
    }
  });
});
