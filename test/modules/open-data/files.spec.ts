import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { Workbook } from 'exceljs';
import { BuildFiles } from '../../../src/modules/open-data/application/build-files';
import { BuildOverviews } from '../../../src/modules/open-data/application/build-overviews';
import { replay } from '../../../src/modules/open-data/facts/change';
import { GIFT_COLUMNS } from '../../../src/modules/open-data/facts/columns';
import { readZip } from '../../../src/platform/spreadsheet/zip';
import { sha256Hex } from '../../../src/platform/json/canonical';
import { openTestDatabase, type TestDatabase } from '../../support/database';
import { aPublicGift, PublicRegister } from '../../support/public-gifts';

interface Row {
  readonly name: string;
  readonly sha256: string;
  readonly bytes: string;
  readonly reissued: boolean;
}

describe('the register as files', () => {
  const folder = mkdtempSync(join(tmpdir(), 'open-data-'));
  let test: TestDatabase;
  let register: PublicRegister;
  let build: BuildFiles;

  beforeAll(async () => {
    test = await openTestDatabase();
    register = new PublicRegister(test);
    build = new BuildFiles(test.database, new BuildOverviews(test.database), { stateDir: folder });
  });
  afterAll(async () => {
    await test.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const files = async (): Promise<Map<string, Row>> => {
    const rows = await test.ownerQuery<Row>(
      `select name, sha256, bytes, reissued_at is not null as reissued
         from register.open_data_file order by name`,
    );
    return new Map(rows.map((row) => [row.name, row]));
  };
  const bytesOf = async (name: string): Promise<Buffer> => {
    const file = (await files()).get(name);
    if (file === undefined) throw new Error(`${name} was not made`);
    return readFileSync(join(build.folder, file.sha256));
  };
  const replayed = async (): Promise<string> => {
    const days = [...(await files()).keys()].filter((name) => /^wijzigingen.*jsonl$/.test(name));
    const lines: string[] = [];
    for (const name of days.sort())
      lines.push(...(await bytesOf(name)).toString().split('\n').slice(0, -1));
    return replay(lines)
      .map((line) => `${line}\n`)
      .join('');
  };

  it('gifts of two years give a whole set, two years and a day, in every format', async () => {
    await register.write(aPublicGift({ id: 'G-000000000B' }), 'published', '2025-03-11');
    const comma = { ...aPublicGift({ id: 'G-X' }).donor, name: '=Dijk, "J"', residence: 'Ede' };
    const next = aPublicGift({ id: 'G-000000000A', year: 2024, donor: comma });
    await register.write(next, 'published', '2025-03-11');
    await register.write(aPublicGift({ id: 'G-000000000C' }), 'published', '2025-03-12');
    await build.run(true);
    const names = [...(await files()).keys()];
    expect(names.filter((name) => !name.startsWith('overzicht'))).toEqual(
      [
        ...['csv', 'jsonl'].map((format) => `giften-v1.${format}`),
        ...['2024', '2025'].flatMap((year) =>
          ['csv', 'jsonl', 'xlsx', 'ods'].map((format) => `giften-${year}-v1.${format}`),
        ),
        ...['2025-03-11', '2025-03-12'].flatMap((day) =>
          ['csv', 'jsonl', 'xlsx', 'ods'].map((format) => `wijzigingen-${day}-v1.${format}`),
        ),
      ].sort(),
    );
    for (const [name, { sha256, bytes }] of await files()) {
      const found = await bytesOf(name);
      expect([name, sha256Hex(found), found.length]).toEqual([name, sha256, Number(bytes)]);
    }
  });

  it('the CSV is read back by another program, in the order of the columns', async () => {
    const rows: string[][] = parse(await bytesOf('giften-v1.csv'), { record_delimiter: '\r\n' });
    expect(rows[0]).toEqual(GIFT_COLUMNS.map(({ name }) => name));
    expect(rows.slice(1).map(([id]) => id)).toEqual([
      'G-000000000A',
      'G-000000000B',
      'G-000000000C',
    ]);
    expect(rows[1]?.[9]).toBe(`'=Dijk, "J"`);
    expect(rows[1]).toContain('2024-03-07');
    expect(rows[1]).toContain('10000.00');
  });

  it('the spreadsheets hold the same, with real numbers and days', async () => {
    const book = new Workbook();
    await book.xlsx.load((await bytesOf('giften-2024-v1.xlsx')) as never);
    const row = book.getWorksheet('Giften 2024')!.getRow(2);
    const at = (name: string): number => GIFT_COLUMNS.findIndex((one) => one.name === name) + 1;
    expect(row.getCell(at('amount')).value).toBe(10_000);
    expect(row.getCell(at('received_on')).value).toEqual(new Date('2024-03-07T00:00:00Z'));
    expect(row.getCell(at('donor_name')).value).toBe(`'=Dijk, "J"`);
    const parts = await readZip(await bytesOf('giften-2024-v1.ods'));
    expect([...parts.keys()]).toEqual(['mimetype', 'META-INF/manifest.xml', 'content.xml']);
    expect(parts.get('mimetype')!.toString()).toBe(
      'application/vnd.oasis.opendocument.spreadsheet',
    );
    expect(parts.get('content.xml')!.toString()).toContain('office:date-value="2024-03-07"');
  });

  it('replaying every day gives the whole set, byte for byte', async () => {
    expect(await replayed()).toBe((await bytesOf('giften-v1.jsonl')).toString());
  });

  it('so it does after a correction into another year, an annulment and a withheld gift', async () => {
    const moved = aPublicGift({ id: 'G-000000000B', year: 2024, version: 2, status: 'corrected' });
    await register.write(moved, 'corrected', '2025-03-12');
    const gone = aPublicGift({
      id: 'G-000000000A',
      year: 2024,
      version: 2,
      status: 'annulled',
      counted: '0.00',
    });
    await register.write(gone, 'annulled', '2025-03-13');
    await register.withhold('G-000000000C', '2025-03-14');
    await build.run(true);
    const whole = (await bytesOf('giften-v1.jsonl')).toString();
    expect(await replayed()).toBe(whole);
    expect(whole.split('\n').slice(0, -1)).toHaveLength(2);
    expect((await bytesOf('giften-2025-v1.csv')).toString().split('\r\n')).toHaveLength(2);
  });

  it('a withheld gift leaves the day it was published on, which is issued anew', async () => {
    const day = (await bytesOf('wijzigingen-2025-03-12-v1.jsonl')).toString();
    expect(day).toContain('"content":null');
    const { reissued } = (await files()).get('wijzigingen-2025-03-12-v1.jsonl')!;
    expect(reissued).toBe(true);
  });

  it('the same facts give the same bytes, from an empty folder too', async () => {
    const before = await files();
    await test.ownerQuery('delete from register.open_data_file');
    await test.ownerQuery('delete from register.open_data_progress');
    await build.run(true);
    const after = await files();
    for (const [name, { sha256 }] of before)
      expect([name, after.get(name)?.sha256]).toEqual([name, sha256]);
  });

  it('what did not change is not made again', async () => {
    expect(await build.run(true)).toEqual({ days: 0, years: 0 });
  });
});
