import fc from 'fast-check';
import { addDays, plainDate } from '../../../src/legal/kernel/plain-date';
import { readBankFile } from '../../../src/modules/statements/formats/read-bank-file';
import {
  asAbnAmro,
  asCamt,
  asIng,
  asMt940,
  asRabobank,
  closingOf,
  essence,
  made,
  type MadeEntry,
  type MadeStatement,
} from './writers';

const ACCOUNT = 'NL23ABNA0009999003';
const OTHERS = ['NL43RABO0009999011', 'NL71ABNA0009999012', 'DE89370400440532013000'];

/** Words that stand on one line with one space between them and say something. */
function words(letters: string, most: number): fc.Arbitrary<string> {
  const word = fc.string({
    unit: fc.constantFrom(...letters.split('')),
    minLength: 1,
    maxLength: 20,
  });
  return fc.array(word, { minLength: 1, maxLength: most }).map((list) => list.join(' '));
}

const LETTERS = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789';
/** What SWIFT lets a bank write, but for the signs that mean something there. */
const SWIFT = words(`${LETTERS}.,()'+?`, 12);
/** What a file in Unicode can hold, with every sign that means something in CSV or XML. */
const UNICODE = words(`${LETTERS}.,;:"'&<>/éëïöüßçñøžЖ€-+=@`, 12);

function statement(text: fc.Arbitrary<string>, reversals: boolean): fc.Arbitrary<MadeStatement> {
  const from = plainDate('2025-12-20');
  const entry = fc.record({
    after: fc.integer({ min: 0, max: 40 }),
    credit: fc.boolean(),
    cents: fc.integer({ min: 1, max: 99_999_999_99 }),
    name: text,
    iban: fc.constantFrom(...OTHERS),
    description: text,
    reversal: reversals ? fc.boolean() : fc.constant(false),
  });
  return fc
    .record({
      opening: fc.integer({ min: -100_000_00, max: 100_000_00 }),
      drafts: fc.array(entry, { minLength: 1, maxLength: 30 }),
    })
    .map(({ opening, drafts }) => {
      const sorted = [...drafts].sort((a, b) => a.after - b.after);
      const entries: MadeEntry[] = sorted.map(({ after, ...rest }) => ({
        ...rest,
        day: addDays(from, after),
      }));
      const until = addDays(from, 40);
      return { account: ACCOUNT, opening, from, until, entries };
    });
}

function assertReadsBack(file: string, expected: MadeStatement, encoding: BufferEncoding): void {
  const { statements, faults } = readBankFile(Buffer.from(file, encoding));
  expect(faults).toEqual([]);
  expect(statements).toHaveLength(1);
  expect(statements[0]?.account).toBe(ACCOUNT);
  expect(statements[0]?.entries.map(essence)).toEqual(expected.entries.map(made));
  const references = statements[0]?.entries.map(({ reference }) => reference) ?? [];
  expect(new Set(references).size).toBe(expected.entries.length);
  const { closing } = statements[0] ?? {};
  if (closing !== null) expect(closing).toBe(closingOf(expected));
}

describe('Whatever a statement holds reads back', () => {
  it.each([
    ['CAMT.053 version 02', (one: MadeStatement) => asCamt(one, '02'), UNICODE, true],
    ['CAMT.053 version 08', (one: MadeStatement) => asCamt(one, '08'), UNICODE, true],
    ['MT940', asMt940, SWIFT, true],
    ['the CSV of ING', (one: MadeStatement) => asIng(one, 'nl', ';'), UNICODE, false],
    ['the English CSV of ING', (one: MadeStatement) => asIng(one, 'en', ';'), UNICODE, false],
    ['the CSV of ING with commas', (one: MadeStatement) => asIng(one, 'nl', ','), UNICODE, false],
    ['the CSV of Rabobank', asRabobank, UNICODE, false],
    ['the TXT of ABN AMRO', asAbnAmro, SWIFT, false],
  ] as const)('from %s', (_name, write, text, reversals) => {
    fc.assert(
      fc.property(statement(text, reversals), (one) => {
        assertReadsBack(write(one), one, 'utf8');
      }),
      { numRuns: 120 },
    );
  });

  it('from the CSV of Rabobank in ISO-8859-1', () => {
    const latin = words(`${LETTERS}éëïöüßçñø`, 6);
    fc.assert(
      fc.property(statement(latin, false), (one) => {
        assertReadsBack(asRabobank(one), one, 'latin1');
      }),
      { numRuns: 60 },
    );
  });

  it('from the older CSV of ING without balances, but for the order within a day', () => {
    fc.assert(
      fc.property(statement(UNICODE, false), (one) => {
        const { statements } = readBankFile(Buffer.from(asIng(one, 'old', ',')));
        const read = statements[0]?.entries.map((entry) => JSON.stringify(essence(entry)));
        const expected = one.entries.map((entry) => JSON.stringify(made(entry)));
        expect(read?.sort()).toEqual(expected.sort());
        expect([statements[0]?.opening, statements[0]?.closing]).toEqual([null, null]);
      }),
      { numRuns: 60 },
    );
  });

  it('with the same references however often it is downloaded, and in either version of CAMT', () => {
    const references = (file: string): readonly string[] =>
      readBankFile(Buffer.from(file)).statements.flatMap(({ entries }) =>
        entries.map(({ reference }) => reference),
      );
    fc.assert(
      fc.property(statement(SWIFT, false), (one) => {
        expect(references(asCamt(one, '02'))).toEqual(references(asCamt(one, '08')));
        expect(references(asMt940(one))).toEqual(references(asMt940(one)));
        expect(references(asIng(one, 'nl', ';'))).toEqual(references(asIng(one, 'en', ',')));
      }),
      { numRuns: 40 },
    );
  });
});
