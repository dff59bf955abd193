import fc from 'fast-check';
import { readCsvTable } from '../../../src/platform/intake/csv-table';
import { checkGate, FileRefused, parseXml, xmlText } from '../../../src/platform/intake/public';
import { RowSender } from '../../../src/platform/intake/row-sender';
import { readWorkbookTable } from '../../../src/platform/intake/xlsx/workbook-table';
import {
  aWorkbook,
  numberCell,
  rowsOf,
  sharedStrings,
  textCell,
  workbookEntries,
} from './a-workbook';
import { aZip, type ZipEntry } from './a-zip';

/** Bytes with some of them overwritten, and perhaps the end gone. */
function damage(
  bytes: Buffer,
  places: readonly (readonly [number, number])[],
  kept: number,
): Buffer {
  const damaged = Buffer.from(bytes.subarray(0, Math.ceil(bytes.length * kept)));
  for (const [place, value] of places) {
    const at = Math.floor(place * damaged.length);
    if (at < damaged.length) damaged[at] = value;
  }
  return damaged;
}

const damaging = fc.tuple(
  fc.array(fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.nat(255)), { maxLength: 8 }),
  fc.oneof(
    { weight: 3, arbitrary: fc.constant(1) },
    { weight: 1, arbitrary: fc.double({ min: 0, max: 1, noNaN: true }) },
  ),
);

function sender(): RowSender {
  return new RowSender(() => Promise.resolve());
}

/** Anything but a refusal with a code is a mistake of ours. */
async function readOrRefused(read: () => Promise<unknown>): Promise<void> {
  try {
    await read();
  } catch (error) {
    if (!(error instanceof FileRefused)) throw error;
  }
}

const PARTS = {
  strings: sharedStrings('Naam', 'J. de Wit'),
  sheet: rowsOf([
    ['<c r="A1" t="s"><v>0</v></c>', textCell('B1', 'Bedrag')],
    ['<c r="A2" t="s"><v>1</v></c>', numberCell('B2', '1250.5', 2), numberCell('C2', '45764', 1)],
  ]),
};

describe('a damaged file is read or refused, and nothing else happens', () => {
  it('a workbook, damaged as a file', async () => {
    const whole = aWorkbook(PARTS);
    await fc.assert(
      fc.asyncProperty(damaging, async ([places, kept]) => {
        const bytes = damage(whole, places, kept);
        await readOrRefused(() => checkGate(bytes, 'giften.xlsx'));
        await readOrRefused(() => readWorkbookTable(bytes, sender()));
      }),
      { numRuns: 400 },
    );
  });

  it('a workbook, damaged inside one of its parts', async () => {
    const entries = workbookEntries(PARTS);
    await fc.assert(
      fc.asyncProperty(damaging, fc.nat(entries.length - 1), async ([places, kept], at) => {
        const hurt = entries.map((entry, n): ZipEntry => {
          if (n !== at) return entry;
          return { ...entry, data: damage(Buffer.from(entry.data ?? ''), places, kept) };
        });
        await readOrRefused(() => readWorkbookTable(aZip(hurt), sender()));
      }),
      { numRuns: 400 },
    );
  });

  it('a CSV file', async () => {
    const whole = Buffer.from(
      'Naam;Bedrag;Datum\r\n"Wit, J. de";"1.250,50";17-04-2025\r\n'.repeat(20),
    );
    await fc.assert(
      fc.asyncProperty(damaging, async ([places, kept]) => {
        await readOrRefused(() => readCsvTable(damage(whole, places, kept), sender()));
      }),
      { numRuns: 400 },
    );
  });

  it('an XML file', async () => {
    const whole = Buffer.from(
      '<?xml version="1.0" encoding="UTF-8"?>\n<Document xmlns="urn:x"><Stmt a="1"><Ntry>Zoë &amp; co</Ntry></Stmt></Document>',
    );
    await fc.assert(
      fc.asyncProperty(damaging, async ([places, kept]) => {
        const bytes = damage(whole, places, kept);
        await readOrRefused(() => Promise.resolve().then(() => parseXml(xmlText(bytes))));
      }),
      { numRuns: 400 },
    );
  });

  it('bytes of nothing in particular, under any name', async () => {
    const names = fc.constantFrom(
      'a.xlsx',
      'a.csv',
      'a.txt',
      'a.xml',
      'a.sta',
      'a.pdf',
      'a.eml',
      'a',
    );
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), names, async (bytes, name) => {
        await readOrRefused(() => checkGate(bytes, name));
      }),
      { numRuns: 400 },
    );
  });
});
