import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { euroCents } from '../../src/legal/kernel/euro-cents';
import { plainDate } from '../../src/legal/kernel/plain-date';
import { readAmount, readDay } from '../../src/platform/rendering/form-input';
import {
  formatAmountInput,
  formatCount,
  formatDay,
  formatDayInput,
  formatEuro,
  formatLongDay,
  formatMoment,
} from '../../src/platform/rendering/format';
import { LANGUAGES } from '../../src/platform/rendering/language';
import { pathWithin } from '../../src/platform/rendering/language-choice';
import { type PageContext, PageRenderer } from '../../src/platform/rendering/page-renderer';
import { templatesDirectory } from '../../src/platform/rendering/project-files';
import { readSamples, renderSample } from '../support/preview-pages';

const pages = new PageRenderer();
const visitor: PageContext = {
  language: 'nl',
  path: '/',
  actor: null,
  csrfToken: '',
  demo: false,
  today: null,
};

describe('amounts and days in words', () => {
  test.each([
    [450_000, '€\u00a04.500,00', '€4,500.00'],
    [5, '€\u00a00,05', '€0.05'],
    [-100_000, '€\u00a0-1.000,00', '-€1,000.00'],
    [123_456_789, '€\u00a01.234.567,89', '€1,234,567.89'],
  ])('%i cents', (cents, dutch, english) => {
    expect(formatEuro(euroCents(cents), 'nl')).toBe(dutch);
    expect(formatEuro(euroCents(cents), 'en')).toBe(english);
  });

  test('a day, long and short', () => {
    const day = plainDate('2025-04-24');
    expect(formatDay(day, 'nl')).toBe('24 april 2025');
    expect(formatLongDay(day, 'nl')).toBe('donderdag 24 april 2025');
    expect(formatLongDay(day, 'en')).toBe('Thursday 24 April 2025');
    expect(formatDayInput(plainDate('2025-03-01'))).toBe('01-03-2025');
    expect(formatCount(12_345, 'nl')).toBe('12.345');
  });

  test('a moment is told in Dutch time, in summer and in winter', () => {
    expect(formatMoment('2025-04-24T22:30:00.000Z', 'nl')).toBe('25 april 2025, 00.30 uur');
    expect(formatMoment('2025-12-31T22:30:00.000Z', 'en')).toBe('31 December 2025, 23:30');
  });
});

describe('what people type', () => {
  test.each([
    ['10.000,00', 1_000_000],
    ['€ 10.000', 1_000_000],
    [' 10000,05 ', 1_000_005],
    ['0,01', 1],
  ])('the Dutch amount %s', (typed, cents) => {
    expect(readAmount(typed, 'nl')).toBe(cents);
  });

  test.each(['10,000', '10.50', '1.00,00', '-5', '', '1e3', '10,5', '€', '99999999999999999'])(
    'an amount that can be read in two ways, or in none, is not guessed: "%s"',
    (typed) => {
      expect(readAmount(typed, 'nl')).toBeUndefined();
    },
  );

  test('the English amount has its signs the other way round', () => {
    expect(readAmount('10,000.50', 'en')).toBe(1_000_050);
    expect(readAmount('10.000,50', 'en')).toBeUndefined();
  });

  test.each(LANGUAGES)(
    'an amount shown in a form is read back as the same amount (%s)',
    (language) => {
      for (const cents of [0, 1, 99_999, 1_000_000, 123_456_789]) {
        const amount = euroCents(cents);
        expect(readAmount(formatAmountInput(amount, language), language)).toBe(amount);
      }
    },
  );

  test.each([
    ['17-04-2025', '2025-04-17'],
    ['7/4/2025', '2025-04-07'],
    ['2025-04-17', '2025-04-17'],
  ])('the day %s', (typed, day) => {
    expect(readDay(typed)).toBe(day);
  });

  test.each(['31-04-2025', '29-02-2025', '17-04-25', '04-17-2025', 'gisteren', ''])(
    'no day: "%s"',
    (typed) => {
      expect(readDay(typed)).toBeUndefined();
    },
  );
});

describe('a page', () => {
  const error = (data: object): string => pages.render('pages/error.njk', data, visitor);

  test('shows what people typed as text, never as HTML', () => {
    const html = error({ status: '404', detail: '<script>"&\'', requestId: 'r' });
    expect(html).toContain('&lt;script&gt;&quot;&amp;&#39;');
    expect(html).not.toContain('<script>"');
  });

  test('refuses an amount or a day that nobody has formatted', () => {
    expect(() => error({ status: 404, detail: '', requestId: 'r' })).toThrow('data.status');
    expect(() => error({ status: '404', rows: [[1n]] })).toThrow('data.rows[0][0] is a bigint');
    expect(() => error({ status: '404', on: new Date(0) })).toThrow('data.on');
  });

  test('refuses a variable that was not given', () => {
    expect(() => error({ status: '404', detail: '' })).toThrow();
  });

  test('refuses a text that does not exist', () => {
    expect(() => pages.t('nl', 'common.nothing')).toThrow('common.nothing');
    expect(() => pages.t('nl', 'common.step', { step: '1' })).toThrow('{total}');
  });

  test('with errors says so in its title, above the form and at the field', () => {
    const message = 'Vul een dag in.';
    const data = { values: {}, result: null, errors: [{ field: 'ontvangen', message }] };
    const html = pages.render('pages/reference/terms.njk', data, visitor);
    expect(html).toContain('<title>Fout: Uiterste dag');
    expect(html).toContain(`<a class="utrecht-link" href="#ontvangen">${message}</a>`);
    expect(html).toContain('aria-describedby="ontvangen-hint ontvangen-error" aria-invalid="true"');
  });

  test.each(readSamples().map((sample) => [sample.name, sample] as const))(
    '%s reads in both languages and needs no inline style or script',
    (_name, sample) => {
      for (const language of LANGUAGES) {
        const html = renderSample(pages, sample, language);
        expect(html).toContain(`<html lang="${language}">`);
        expect(html.match(/<h1/g)).toHaveLength(1);
        expect(html).not.toMatch(/\sstyle=|\son\w+=|<script(?! src=)|javascript:/);
        expect(html).not.toMatch(/>undefined<|\[object Object\]/);
      }
    },
  );
});

describe('the templates', () => {
  const folder = templatesDirectory();
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.njk'))
    .map((name) => [name, readFileSync(join(folder, name), 'utf8')] as const);

  test.each(files)('%s never switches escaping off', (_name, source) => {
    expect(source).not.toMatch(/\{[{%][^#]*\|\s*safe\b|autoescape/);
  });

  test.each(files)('%s uses only texts that exist', (_name, source) => {
    const keys = [...source.matchAll(/\bt\('([\w.]+\w)'[,)]/g)].map(([, key]) => key ?? '');
    expect(keys.filter((key) => !pages.texts.has(key))).toEqual([]);
  });
});

describe('style sheets and scripts', () => {
  test('have an address that changes with their content', () => {
    expect(pages.assets.url('css/page.css')).toMatch(/^\/assets\/[0-9a-f]{12}\/css\/page\.css$/);
    expect(() => pages.assets.url('css/nothing.css')).toThrow('nothing.css');
  });

  test.each([
    ['everybody and of a party', 60_000, ['css/ministry.css', 'js/work.js']],
    ['the ministry', 66_000, []],
  ])('are small: a page of %s needs at most %i bytes of them', (_, limit, without) => {
    const assets = join(templatesDirectory(), 'assets');
    const of = (file: string): readonly string[] =>
      [...readFileSync(file, 'utf8').matchAll(/asset\('([^']+)'\)/g)].map(([, name = '']) => name);
    const frame = of(join(templatesDirectory(), 'layout.njk'));
    const folder = join(templatesDirectory(), 'pages');
    const pages = readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.njk'))
      .map((name) => new Set([...frame, ...of(join(folder, name))]))
      .map((names) => [...names].filter((name) => !without.includes(name)))
      .map((names) => names.reduce((sum, name) => sum + statSync(join(assets, name)).size, 0));
    expect(Math.min(...pages)).toBeGreaterThan(40_000);
    expect(Math.max(...pages)).toBeLessThanOrEqual(limit);
  });
});

describe('the way back after a choice of language', () => {
  test.each(['/giften?jaar=2025', '/'])('goes to %s', (path) => {
    expect(pathWithin(path)).toBe(path);
  });

  test.each([undefined, '', '//evil.example', '/\\evil.example', 'https://evil.example', '/a b'])(
    'never leaves the site: %s',
    (path) => {
      expect(pathWithin(path)).toBe('/');
    },
  );
});
