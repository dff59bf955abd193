import fc from 'fast-check';
import { plainDate } from '../../../src/legal/kernel/plain-date';
import { LONGEST, readParts, readQuery } from '../../../src/modules/search/reading/read-query';
import { euroCents } from '../../../src/legal/kernel/euro-cents';
import { formatDay, formatEuro } from '../../../src/platform/rendering/format';

const TODAY = plainDate('2025-10-23');

function understood(line: string): readonly (readonly unknown[])[] {
  return readParts(line, TODAY).map((part) => {
    if (part.kind === 'amount' || part.kind === 'days')
      return [part.kind, part.from, part.until] as const;
    if (part.kind === 'number') return [...part.of, part.value] as const;
    if (part.kind === 'register_number' || part.kind === 'account')
      return [part.kind, part.value] as const;
    return [part.kind, part.kind === 'phrase' ? part.words : part.text] as const;
  });
}

describe('A line in the search box is understood as', () => {
  it.each<[string, readonly (readonly unknown[])[]]>([
    ['10.000', [['amount', 1_000_000, 1_000_000]]],
    ['€ 10.000,00', [['amount', 1_000_000, 1_000_000]]],
    ['€10000', [['amount', 1_000_000, 1_000_000]]],
    ['10000', [['amount', 1_000_000, 1_000_000]]],
    ['10.000,-', [['amount', 1_000_000, 1_000_000]]],
    ['10000 euro', [['amount', 1_000_000, 1_000_000]]],
    ['EUR 10,000.00', [['amount', 1_000_000, 1_000_000]]],
    ['10k', [['amount', 1_000_000, 1_000_000]]],
    ['249,99', [['amount', 24_999, 24_999]]],
    ['>5000', [['amount', 500_001, null]]],
    ['> € 5.000,00', [['amount', 500_001, null]]],
    ['meer dan 5000', [['amount', 500_001, null]]],
    ['>=5000', [['amount', 500_000, null]]],
    ['minstens 5.000', [['amount', 500_000, null]]],
    ['<250', [['amount', null, 24_999]]],
    ['hoogstens 250', [['amount', null, 25_000]]],
    ['5000-10000', [['amount', 500_000, 1_000_000]]],
    ['tussen 10.000 en 5.000', [['amount', 500_000, 1_000_000]]],
    ['2025', [['days', '2025-01-01', '2025-12-31']]],
    ['€ 2025', [['amount', 202_500, 202_500]]],
    ['>2025', [['amount', 202_501, null]]],
    ['5 maart 2025', [['days', '2025-03-05', '2025-03-05']]],
    ['5 March 2025', [['days', '2025-03-05', '2025-03-05']]],
    ['05-03-2025', [['days', '2025-03-05', '2025-03-05']]],
    ['2025-03-05', [['days', '2025-03-05', '2025-03-05']]],
    ['maart 2025', [['days', '2025-03-01', '2025-03-31']]],
    ['2025-02', [['days', '2025-02-01', '2025-02-28']]],
    ['12-2024', [['days', '2024-12-01', '2024-12-31']]],
    ['q4 2024', [['days', '2024-10-01', '2024-12-31']]],
    ['24 december', [['days', '2024-12-24', '2024-12-24']]],
    ['vanaf 2024', [['days', '2024-01-01', null]]],
    ['na 5 maart 2025', [['days', '2025-03-06', null]]],
    ['voor 2024', [['days', null, '2023-12-31']]],
    ['2023-2025', [['days', '2023-01-01', '2025-12-31']]],
    ['tussen 1 maart 2025 en 5 april 2025', [['days', '2025-03-01', '2025-04-05']]],
    ['gisteren', [['days', '2025-10-22', '2025-10-22']]],
    ['31-02-2025', [['no_day', '31-02-2025']]],
    ['m2025 7kq3x 9tb2m', [['notice', 'M-2025-7KQ3X-9TB2M']]],
    ['V-2025-7KQ3-9TB2', [['proposal', 'V-2025-7KQ3-9TB2']]],
    ['V-2025-7KQ3X-9TB2M', [['filing', 'V-2025-7KQ3X-9TB2M']]],
    ['Z-2025-7KQ3-9TB2', [['case', 'Z-2025-7KQ3-9TB2']]],
    ['d-7kq3x9tb2m', [['donor', 'D-7KQ3X9TB2M']]],
    ['12345678', [['register_number', '12345678']]],
    ['KvK 12345678', [['register_number', '12345678']]],
    [
      'NL91 ABNA 0417 1643 00 2025',
      [
        ['account', 'NL91ABNA0417164300'],
        ['days', '2025-01-01', '2025-12-31'],
      ],
    ],
    [
      'de vries 2025 >5000',
      [
        ['particle', 'de'],
        ['word', 'vries'],
        ['days', '2025-01-01', '2025-12-31'],
        ['amount', 500_001, null],
      ],
    ],
    [
      'J.P. van den Berg, Utrecht',
      [
        ['initials', 'J.P.'],
        ['particle', 'van'],
        ['particle', 'den'],
        ['word', 'Berg'],
        ['word', 'Utrecht'],
      ],
    ],
    [
      '"van der dijk" 10.000',
      [
        ['phrase', 'van der dijk'],
        ['amount', 1_000_000, 1_000_000],
      ],
    ],
    [
      'Maarten Mei',
      [
        ['word', 'Maarten'],
        ['word', 'Mei'],
      ],
    ],
    ['- % (', []],
  ])('%s', (line, parts) => {
    expect(understood(line)).toEqual(parts);
  });

  it('a surname that is only a particle is looked for all the same', () => {
    expect(readQuery('Ten', TODAY).words).toEqual(['Ten']);
    expect(readQuery('van der Ten Hove', TODAY).words).toEqual(['Hove']);
  });

  it('two bounds narrow each other, in any order', () => {
    expect(readQuery('>5000 <10000', TODAY).amount).toEqual({ from: 500_001, until: 999_999 });
    expect(readQuery('<10000 >5000', TODAY).amount).toEqual({ from: 500_001, until: 999_999 });
  });
});

const CENTS = fc.integer({ min: 1, max: 99_999_999_99 }).map(euroCents);
const DAY = fc
  .date({ min: new Date('2013-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
  .map((date) => plainDate(date.toISOString().slice(0, 10)));
const NAME = fc.constantFrom('Vries', 'Dijkstra', 'Ömer', 'Polderpartij', 'O’Neill', 'Assen');

describe('Whatever is typed', () => {
  it('is read, and every letter and figure of it is in one part or was left out on purpose', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), (line) => {
        const parts = readParts(line, TODAY);
        const typed = line.slice(0, LONGEST).normalize('NFC');
        let at = 0;
        for (const { text } of parts) {
          const found = typed.indexOf(text, at);
          expect(found).toBeGreaterThanOrEqual(at);
          expect(typed.slice(at, found)).not.toMatch(/[\p{L}\p{N}]/u);
          at = found + text.length;
        }
        if (parts.length < 12) expect(typed.slice(at)).not.toMatch(/[\p{L}\p{N}]/u);
      }),
      { numRuns: 2_000 },
    );
  });

  it('an amount is the same amount in every spelling', () => {
    fc.assert(
      fc.property(CENTS, (cents) => {
        const exact = { from: cents, until: cents };
        const plain = `${String(Math.trunc(cents / 100))},${String(cents % 100).padStart(2, '0')}`;
        for (const line of [formatEuro(cents, 'nl'), formatEuro(cents, 'en'), plain, `€ ${plain}`])
          expect(readQuery(line, TODAY).amount).toEqual(exact);
      }),
    );
  });

  it('a day is the same day in every spelling', () => {
    fc.assert(
      fc.property(DAY, (day) => {
        const [year = '', month = '', date = ''] = day.split('-');
        const spellings = [
          day,
          `${date}-${month}-${year}`,
          `${String(Number(date))}/${String(Number(month))}/${year}`,
          formatDay(day, 'nl'),
          formatDay(day, 'en').toLowerCase(),
        ];
        for (const line of spellings)
          expect(readQuery(line, TODAY).days).toEqual({ from: day, until: day });
      }),
    );
  });

  it('the order of name, amount and day does not matter', () => {
    fc.assert(
      fc.property(NAME, CENTS, DAY, (name, cents, day) => {
        const parts = [name, `>${formatEuro(cents, 'nl')}`, formatDay(day, 'nl')];
        const one = readQuery(parts.join(' '), TODAY);
        const other = readQuery(parts.toReversed().join(' '), TODAY);
        expect({ ...one, parts: [] }).toEqual({ ...other, parts: [] });
        expect(one.words).toEqual([name]);
        expect(one.amount).toEqual({ from: cents + 1, until: null });
        expect(one.days).toEqual({ from: day, until: day });
      }),
    );
  });
});
