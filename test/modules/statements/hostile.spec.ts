import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { readBankFile } from '../../../src/modules/statements/formats/read-bank-file';

const FOLDER = join(__dirname, '..', '..', 'conformance', 'statements', 'bank-files');
const FILES = readdirSync(FOLDER).map((name) => readFileSync(join(FOLDER, name)));

/** Answers in full: statements and no fault, or faults and no statement; and never hangs. */
function assertAnswers(bytes: Uint8Array): void {
  const began = process.hrtime.bigint();
  const { statements, faults } = readBankFile(bytes);
  expect(Number(process.hrtime.bigint() - began) / 1e6).toBeLessThan(20_000);
  expect(statements.length > 0).toBe(faults.length === 0);
}

describe('Whatever bytes come, reading answers', () => {
  it('random bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
        assertAnswers(bytes);
      }),
      { numRuns: 400 },
    );
  });

  it('a real file in which a piece was changed, taken out or put twice', () => {
    const change = fc.record({
      file: fc.nat(FILES.length - 1),
      at: fc.double({ min: 0, max: 1, noNaN: true }),
      length: fc.nat(40),
      by: fc.oneof(
        fc.uint8Array({ maxLength: 12 }),
        fc
          .constantFrom(
            ...['"', '<', '>', '&#0;', ';', ',', '\n', ':61:', ':86:', '-', '€', '9'.repeat(20)],
          )
          .map((text) => Buffer.from(text)),
      ),
      times: fc.integer({ min: 1, max: 3 }),
    });
    fc.assert(
      fc.property(change, ({ file, at, length, by, times }) => {
        const bytes = FILES[file] ?? Buffer.alloc(0);
        const from = Math.floor(at * bytes.length);
        const pieces = Array.from({ length: times }, () => by);
        assertAnswers(
          Buffer.concat([bytes.subarray(0, from), ...pieces, bytes.subarray(from + length)]),
        );
      }),
      { numRuns: 1_500 },
    );
  });

  it('a real file that ends early, at every length', () => {
    for (const bytes of FILES) {
      for (let length = 0; length < bytes.length; length += 13) {
        assertAnswers(bytes.subarray(0, length));
      }
    }
  });

  it.each([
    [
      'a quote that never closes',
      `"Datum";"Naam / Omschrijving";"Rekening";"Tegenrekening";"Code";"Af Bij";"Bedrag (EUR)";"Mutatiesoort";"Mededelingen"\n"${'a""'.repeat(2_000_000)}`,
    ],
    ['a line without end', `"Datum";"Naam / Omschrijving";${'x;'.repeat(3_000_000)}`],
    [
      'a description without end',
      `:20:1\n:25:NL87INGB0999999002\n:60F:C260301EUR0,00\n:61:2603020302C1,00NTRFNONREF\n:86:${'/NAME'.repeat(1_000_000)}\n:62F:C260302EUR1,00\n-`,
    ],
    [
      'a description of very many lines',
      `:20:1\n:25:NL87INGB0999999002\n:60F:C260301EUR0,00\n:61:2603020302C1,00NTRFNONREF\n:86:${' \n\t x'.repeat(300_000)}\n:62F:C260302EUR1,00\n-`,
    ],
    ['spaces without end', ' '.repeat(8_000_000)],
    ['numbers without end', `123456\tEUR\t20260302\t${'9'.repeat(5_000_000)}`],
    [
      'numeric references without end',
      `<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.02">${'&#65;'.repeat(500_000)}</Document>`,
    ],
  ])('%s', (_name, text) => {
    assertAnswers(Buffer.from(text));
  });
});
