import { EXAMPLES, exampleValues } from '../../src/legal/duties/examples';
import { type ExampleValue } from '../../src/legal/duties/example';
import { OBLIGATIONS } from '../../src/legal/duties/obligations';
import { AUTHORITY } from '../../src/authority';
import { formatEuro, formatLongDay } from '../../src/platform/rendering/format';
import { type Language } from '../../src/platform/rendering/language';
import { PageRenderer } from '../../src/platform/rendering/page-renderer';

const LANGUAGES: readonly Language[] = ['nl', 'en'];
const DUTY_PARTS = ['title', 'who', 'duty', 'deadline', 'consequence', 'computed'];
const renderer = new PageRenderer();

function said(value: ExampleValue, language: Language): string {
  switch (value.kind) {
    case 'amount':
      return formatEuro(value.amount, language);
    case 'day':
      return formatLongDay(value.day, language);
    case 'number':
      return String(value.number);
  }
}

describe('Every duty and every worked example is said in Dutch and in English', () => {
  it.each(OBLIGATIONS.map(({ row, code }) => [row, code] as const))('duty %i: %s', (_row, code) => {
    for (const part of DUTY_PARTS) {
      const [dutch, english] = LANGUAGES.map((language) =>
        renderer.t(language, `rules.duty.${code}.${part}`),
      );
      expect(dutch).not.toBe('');
      expect(english).not.toBe('');
      expect(dutch).not.toBe(english);
    }
  });

  // A place without a value of the example stops with an error, so no figure is typed twice.
  it.each(EXAMPLES.map((example) => [example.id, example] as const))(
    'example %s',
    (id, example) => {
      for (const language of LANGUAGES) {
        const values = Object.fromEntries(
          Object.entries(exampleValues(example)).map(([name, value]) => [
            name,
            said(value, language),
          ]),
        );
        const situation = renderer.t(language, `rules.example.${id}.situation`, values);
        const outcome = renderer.t(language, `rules.example.${id}.outcome`, values);
        expect(situation).toMatch(/\.$/);
        expect(outcome).toMatch(/\.$/);
        expect(`${situation} ${outcome}`).not.toContain('{');
      }
    },
  );

  it.each(OBLIGATIONS.map(({ row, pages }) => [row, pages] as const))(
    'duty %i is met on pages that exist: %j',
    (_row, pages) => {
      for (const page of pages) expect(Object.keys(AUTHORITY)).toContain(`GET ${page}`);
    },
  );

  it('every example tells a figure or a day of its own', () => {
    const silent = EXAMPLES.filter(({ id }) => {
      const text = ['situation', 'outcome']
        .map((part) => renderer.t('nl', `rules.example.${id}.${part}`, ANYTHING))
        .join(' ');
      return !text.includes('#');
    });
    expect(silent.map(({ id }) => id)).toEqual(['affiliate-no-debts', 'affiliate-no-statement']);
  });
});

/** Answers every place with a mark. */
const ANYTHING = Object.fromEntries(
  [
    'amount',
    'toGo',
    'receivedOn',
    'enforced',
    'statutory',
    'filedOn',
    'lastDay',
    'threshold',
    'year',
    'since',
    'paidOn',
    'reportedOn',
    'keptUntil',
  ].map((name) => [name, '#']),
);
