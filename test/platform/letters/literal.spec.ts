import { join } from 'node:path';
import * as fc from 'fast-check';
import { textOf, type Block } from '../../../src/platform/letters/block';
import { LetterTemplates } from '../../../src/platform/letters/letter-templates';
import { literal, oneLineOf, paragraphsOf } from '../../../src/platform/letters/literal';
import { readBlocks } from '../../../src/platform/letters/read-blocks';
import { SEED } from '../support/random';

const templates = new LetterTemplates(join(__dirname, 'templates'));
const read = (value: string): readonly Block[] =>
  readBlocks(templates.markdown('places', { value }));

/** What a letter says with a value in every place where a template may put one. */
function expected(value: string): readonly unknown[] {
  const v = oneLineOf(value);
  return [
    `Voor ${v} na.`,
    `${v} aan het begin.`,
    `${v} vet`,
    `Kop ${v}`,
    [v, `rij ${v} slot`],
    [v],
    [v],
    [
      [v, v],
      [`${v} x`, v],
    ],
    `Regel een ${v}\n${v}`,
  ];
}

function said(block: Block): unknown {
  switch (block.kind) {
    case 'list':
      return block.items.map(textOf);
    case 'quote':
      return block.paragraphs.map(textOf);
    case 'table':
      return block.rows.map((row) => row.map(textOf));
    case 'heading':
    case 'paragraph':
      return textOf(block.runs);
  }
}

const KINDS = 'paragraph paragraph paragraph heading list list quote table paragraph'.split(' ');

/** Pieces that mean something to Markdown, HTML, nunjucks or a reader's eye, in any order. */
const hostile = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        ...[
          '#',
          '##',
          '*',
          '**',
          '_',
          '-',
          '+',
          '>',
          '|',
          '||',
          '\\',
          '`',
          '~~~',
          '1.',
          '1)',
          '[x](y)',
        ],
        ...[
          '![',
          '<b>',
          '</p>',
          '&amp;',
          '&#x41;',
          '{{ 7*7 }}',
          '{% raw %}',
          '\n',
          '\n\n',
          '\r\n',
          '\t',
        ],
        ...[
          '    ',
          '---',
          '===',
          '| :-- |',
          ':-:',
          'http://a.example',
          '\u2028',
          '\u202e',
          '\u0000',
          '€',
        ],
      ),
      fc.string({ unit: 'binary', maxLength: 6 }),
      fc.string({ maxLength: 6 }),
    ),
    { minLength: 1, maxLength: 8 },
  )
  .map((parts) => parts.join(''))
  .filter((value) => oneLineOf(value) !== '');

describe('Data in a letter never become markup', () => {
  it(`whatever a value holds, every place says it literally and nothing else changes (seed ${String(SEED)})`, () => {
    fc.assert(
      fc.property(hostile, (value) => {
        const blocks = read(value);
        expect(blocks.map(({ kind }) => kind)).toEqual(KINDS);
        expect(blocks.map(said)).toEqual(expected(value));
      }),
      { seed: SEED, numRuns: 500 },
    );
  });

  it.each([
    ['a heading', '# Besluit'],
    ['an end of the table', 'a | b'],
    ['a backslash before a bar', 'a\\|b'],
    ['HTML', '<b>vet</b> & <script>'],
    ['a place of the template', '{{ sender.account }}'],
    ['emphasis', '**niet** _vet_ ~~weg~~'],
    ['a link', '[hier](https://a.example)'],
    ['an entity', '&euro; 5'],
    ['a list', '- a\n- b\n\n1. c'],
  ])('%s is said as it was written: %s', (_what, value) => {
    expect(read(value).map(said)).toEqual(expected(value));
  });

  it('ends of lines, controls and turned directions become a blank; composed letters stay one', () => {
    expect(oneLineOf(' a\r\n\tb\u202ec\u0007d ')).toBe('a b c d');
    expect(oneLineOf('S\u0327')).toBe('\u015e');
    expect(oneLineOf('\ud800')).toBe('\ufffd');
  });

  it('a text of several paragraphs is a list of them', () => {
    expect(paragraphsOf(' een\n\n  twee \r\n\ndrie\n')).toEqual(['een', 'twee', 'drie']);
  });

  it('a place without a value, a number and a day that was not worded are faults, named by place', () => {
    expect(() => templates.markdown('places', {})).toThrow('undefined');
    expect(() => templates.markdown('places', { a: { b: [1] } })).toThrow(
      'data.a.b[0] is a number',
    );
    expect(() => templates.markdown('places', { a: new Date(0) })).toThrow('data.a is a object');
  });

  it('a template can hold only what a letter has', () => {
    expect(() => readBlocks('# kop')).toThrow('level 2 and 3');
    expect(() => readBlocks('*schuin*')).toThrow('em_open');
    expect(() => readBlocks('- a\n\n  b')).toThrow('one paragraph');
    expect(() => readBlocks('> ## kop')).toThrow('heading');
    expect(readBlocks('<b>x</b> [a](b) `c`').map(said)).toEqual(['<b>x</b> [a](b) `c`']);
  });

  it('every punctuation of ASCII is escaped, and nothing else', () => {
    const ascii = Array.from({ length: 95 }, (_, at) => String.fromCharCode(32 + at));
    for (const sign of ascii) {
      const isPunctuation = /[!-/:-@[-`{-~]/.test(sign);
      expect(literal(`a${sign}b`)).toBe(isPunctuation ? `a\\${sign}b` : `a${sign}b`);
    }
  });
});
