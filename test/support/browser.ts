import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { chromium, type Page } from 'playwright-core';

const ROOT = resolve(__dirname, '..', '..');
const FOLDER = join(ROOT, 'node_modules', '.cache', 'partijgiften-chromium');
const ARGUMENTS = ['--no-sandbox', '--no-zygote', '--disable-gpu', '--disable-dev-shm-usage'];

export const DESKTOP = { width: 1280, height: 900 } as const;
export const PHONE = { width: 375, height: 812 } as const;

export interface PageOptions {
  readonly size?: { readonly width: number; readonly height: number };
  /** False shows the page as a reader without scripts gets it. */
  readonly javaScript?: boolean;
}

export interface TestBrowser {
  /** A page with cookies of its own, as another visitor. */
  readonly newPage: (options?: PageOptions) => Promise<Page>;
  readonly close: () => Promise<void>;
}

const UNPACK =
  "import('@sparticuz/chromium').then(({ default: chromium }) => chromium.executablePath())";

// The list of the package looks for fonts in /tmp. Without any font a page with a field hangs.
const FONTS = `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>${join(FOLDER, 'fonts')}</dir><dir>/usr/share/fonts</dir>
<cachedir>${join(FOLDER, 'fonts-cache')}</cachedir></fontconfig>`;

/**
 * Unpacks the browser of the package into a folder of the project, once. The package unpacks into
 * TMPDIR under fixed names, and brings the libraries a bare system lacks only where it believes it
 * is in a function of a cloud.
 */
function unpack(): void {
  if (existsSync(FOLDER)) return;
  const fresh = `${FOLDER}.${process.pid}`;
  mkdirSync(fresh, { recursive: true });
  const env = { ...process.env, TMPDIR: fresh, AWS_LAMBDA_JS_RUNTIME: 'nodejs20.x' };
  execFileSync(process.execPath, ['-e', UNPACK], { cwd: ROOT, env });
  writeFileSync(join(fresh, 'fonts', 'fonts.conf'), FONTS);
  try {
    renameSync(fresh, FOLDER);
  } catch (error) {
    // Another worker was first; its copy is as good.
    if (!existsSync(FOLDER)) throw error;
    rmSync(fresh, { recursive: true, force: true });
  }
}

function environment(): Record<string, string> {
  const own = Object.entries(process.env).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value] as const],
  );
  const libraries = [join(FOLDER, 'al2023', 'lib'), process.env['LD_LIBRARY_PATH'] ?? ''];
  return {
    ...Object.fromEntries(own),
    LD_LIBRARY_PATH: libraries.filter((path) => path !== '').join(':'),
    FONTCONFIG_PATH: join(FOLDER, 'fonts'),
    TMPDIR: FOLDER,
  };
}

/** Chromium, from CHROMIUM_PATH or else from the package; no system library is needed. */
export async function openBrowser(): Promise<TestBrowser> {
  const given = process.env['CHROMIUM_PATH'] ?? '';
  if (given === '') unpack();
  const browser = await chromium.launch({
    args: ARGUMENTS,
    ...(given === ''
      ? { executablePath: join(FOLDER, 'chromium'), env: environment() }
      : { executablePath: given }),
  });
  return {
    newPage: async (options = {}) => {
      const context = await browser.newContext({
        viewport: options.size ?? DESKTOP,
        javaScriptEnabled: options.javaScript ?? true,
        locale: 'nl-NL',
      });
      return context.newPage();
    },
    close: () => browser.close(),
  };
}

interface Violation {
  readonly id: string;
  readonly help: string;
  readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[];
}

interface Axe {
  readonly run: () => Promise<{
    readonly violations: readonly Violation[];
    readonly passes: readonly unknown[];
  }>;
}

const AXE = readFileSync(join(dirname(require.resolve('axe-core')), 'axe.min.js'), 'utf8');

/** Fails with every accessibility fault axe finds on the page; a page where nothing was tried fails too. */
export async function expectNoAxeViolations(page: Page): Promise<void> {
  // Evaluated by the browser itself: the page's own policy forbids adding a script.
  await page.evaluate(AXE);
  const result = await page.evaluate(() => (globalThis as unknown as { axe: Axe }).axe.run());
  const found = result.violations.flatMap(({ id, help, nodes }) =>
    nodes.map((node) => `${id}: ${help}\n  ${node.html}\n  ${node.failureSummary ?? ''}`),
  );
  expect({ page: page.url(), found }).toEqual({ page: page.url(), found: [] });
  expect(result.passes.length).toBeGreaterThan(0);
}

/** Writes a picture of the whole page to reports/screenshots; only when SCREENSHOTS is set. */
export async function picture(page: Page, name: string): Promise<void> {
  if ((process.env['SCREENSHOTS'] ?? '') === '') return;
  const path = join(ROOT, 'reports', 'screenshots', `${name}.png`);
  await page.screenshot({ path, fullPage: true });
}
