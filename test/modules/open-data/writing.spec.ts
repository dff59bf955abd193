import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Workbook } from 'exceljs';
import { SaxesParser } from 'saxes';
import { type Column } from '../../../src/modules/open-data/facts/columns';
import { overviewRows } from '../../../src/modules/open-data/facts/overview-rows';
import { plansFor } from '../../../src/modules/open-data/application/overview-plans';
import { HashedFile } from '../../../src/modules/open-data/writing/hashed-file';
import { odsFiles } from '../../../src/modules/open-data/writing/ods-file';
import { type MakeTableFile } from '../../../src/modules/open-data/writing/table-file';
import { csvFile } from '../../../src/modules/open-data/writing/text-files';
import { xlsxFiles } from '../../../src/modules/open-data/writing/xlsx-file';
import { xmlText } from '../../../src/modules/open-data/writing/xml';
import { euro } from '../../../src/legal/kernel/euro-cents';
import { plainDate } from '../../../src/legal/kernel/plain-date';
import { readZip } from '../../../src/platform/spreadsheet/zip';
import { aPublicGift } from '../../support/public-gifts';

interface Line {
  readonly number: number;
  readonly text: string;
}

const COLUMNS: readonly Column<Line>[] = [
  { name: 'number', kind: 'whole', required: true, nl: '', en: '', value: ({ number }) => number },
  { name: 'text', kind: 'text', required: true, nl: '', en: '', value: ({ text }) => text },
];

const folder = mkdtempSync(join(tmpdir(), 'writing-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function written(make: MakeTableFile, lines: readonly Line[], batch = 1000): Promise<Buffer> {
  const file = make(await HashedFile.open(folder), { title: 'Giften', columns: COLUMNS });
  await file.begin();
  for (let at = 0; at < lines.length; at += batch)
    await file.add(lines.slice(at, at + batch).map((row) => ({ row, line: '' })));
  const { sha256, bytes } = await file.finish();
  const found = readFileSync(join(folder, sha256));
  expect(found).toHaveLength(bytes);
  return found;
}

const many = Array.from({ length: 2500 }, (_, at) => ({ number: at + 1, text: `rij ${at + 1}` }));

describe('spreadsheets that may be larger than memory', () => {
  it('a full sheet is followed by the next, and no row is lost', async () => {
    const book = new Workbook();
    await book.xlsx.load((await written(xlsxFiles(1000), many)) as never);
    expect(book.worksheets.map(({ name, rowCount }) => [name, rowCount])).toEqual([
      ['Giften', 1001],
      ['Giften (2)', 1001],
      ['Giften (3)', 501],
    ]);
    expect(book.getWorksheet('Giften (3)')!.getRow(501).values).toEqual([
      undefined,
      2500,
      'rij 2500',
    ]);
  });

  it('the OpenDocument content is well-formed XML with every row', async () => {
    const parts = await readZip(await written(odsFiles(1000), many));
    const parser = new SaxesParser({ xmlns: true });
    const counts: Record<string, number> = {};
    parser.on('opentag', ({ local }) => (counts[local] = (counts[local] ?? 0) + 1));
    parser.on('error', (error) => {
      throw error;
    });
    parser.write(parts.get('content.xml')!.toString()).close();
    expect(counts).toMatchObject({ table: 3, 'table-row': 2503 });
  });

  it('the first part of an OpenDocument file is its type, not packed', async () => {
    const bytes = await written(odsFiles(), []);
    expect(bytes.subarray(30, 38).toString()).toBe('mimetype');
    expect(bytes.subarray(38, 84).toString()).toBe(
      'application/vnd.oasis.opendocument.spreadsheet',
    );
  });

  it('the size of the batches does not show in the bytes', async () => {
    for (const make of [xlsxFiles(), odsFiles(), csvFile])
      expect(await written(make, many, 7)).toEqual(await written(make, many, 1000));
  });

  it('characters that XML cannot hold are left out, the others escaped', () => {
    expect(xmlText('a\u0000b\u001Fc')).toBe('abc');
    expect(xmlText('\uD800x\u{1F600}')).toBe('x\u{1F600}');
    expect(xmlText(`<a & "b">`)).toBe('&lt;a &amp; &quot;b&quot;&gt;');
  });
});

describe('overviews in the layout of the ministry', () => {
  const rule = { from: euro(10_000), singleFrom: euro(10_000) };
  const small = (id: string, amount: string) => aPublicGift({ id, amount, counted: amount });

  it('many small gifts of one donor are one row, without a day', () => {
    const rows = overviewRows([small('G-1', '6000.00'), small('G-2', '5000.00')], rule);
    expect(rows).toMatchObject([{ total: 1_100_000, gift: null, day: null }]);
  });

  it('a donor below the threshold is not listed; at the threshold it is', () => {
    expect(overviewRows([small('G-1', '9999.99')], rule)).toEqual([]);
    expect(overviewRows([small('G-1', '10000.00')], rule)).toHaveLength(1);
  });

  it('what was returned lowers the total; the single gift stays gross (D4)', () => {
    const gift = aPublicGift({
      id: 'G-1',
      amount: '25000.00',
      returned: '10000.00',
      counted: '15000.00',
    });
    expect(overviewRows([gift], rule)).toMatchObject([{ total: 1_500_000, gift: 2_500_000 }]);
  });

  it('the party and its affiliate are counted apart (D2)', () => {
    const recipient = { name: 'Instituut', kind: 'scientific_institute' };
    const rows = overviewRows(
      [small('G-1', '6000.00'), { ...small('G-2', '6000.00'), recipient }],
      rule,
    );
    expect(rows).toEqual([]);
  });

  it('of who is shielded there is a star, and gifts of two are never added up', () => {
    const nobody = {
      ...aPublicGift({ id: 'G-1' }).donor,
      ...{ id: null, name: null, residence: null, country: null, shielding: 'wfpp_25_5' as const },
    };
    const rows = overviewRows(
      ['G-1', 'G-2'].map((id) => aPublicGift({ id, donor: nobody })),
      rule,
    );
    expect(rows).toMatchObject([
      { donor: '*', address: '*', total: 1_000_000 },
      { donor: '*', address: '*', total: 1_000_000 },
    ]);
  });

  it('arts. 28, 28a: before an election up to day -21, after it from day -20 to polling day', () => {
    const election = {
      ref: 'e',
      name: 'Tweede Kamer 29 oktober 2025',
      pollingDay: plainDate('2025-10-29'),
      nominationDay: plainDate('2025-09-15'),
      thresholds: { party: null, candidate: null },
    };
    const plans = plansFor(2025, [election]);
    expect(plans.map(({ kind, from, until }) => [kind, from, until])).toEqual([
      ['jaar', '2025-01-01', '2025-12-31'],
      ['lopend', '2025-01-01', '2025-12-31'],
      ['voor-verkiezing', '2024-01-01', '2025-10-08'],
      ['na-verkiezing', '2025-10-09', '2025-10-29'],
    ]);
    expect(plansFor(2023, [election]).map(({ kind }) => kind)).toEqual(['jaar', 'lopend']);
  });
});
