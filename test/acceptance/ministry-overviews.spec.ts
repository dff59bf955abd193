import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { parse } from 'csv-parse/sync';
import { Workbook } from 'exceljs';
import { AppModule } from '../../src/app.module';
import { BuildFiles } from '../../src/modules/open-data/application/build-files';
import { ServeFile } from '../../src/modules/open-data/application/serve-file';
import { replay } from '../../src/modules/open-data/facts/change';
import {
  compareOverview,
  type Comparison,
  rowsOfList,
} from '../../src/modules/open-data/facts/compare-overview';
import { ImportPublishedList } from '../../src/modules/register/public';
import { type Config } from '../../src/platform/config/config';
import { workerScope } from '../../src/platform/jobs/public';
import { Worker } from '../../src/platform/worker/public';
import { publishedBytes, publishedText, YEARS } from '../modules/register/published-lists';
import { openTestDatabase, type TestDatabase } from '../support/database';

/** How often each reason is the reason of a cell that reads otherwise. */
function counted({ differences }: Comparison): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { cells } of differences)
    for (const { column, reason } of cells)
      counts[`${column}: ${reason}`] = (counts[`${column}: ${reason}`] ?? 0) + 1;
  return counts;
}

function printed(year: number, { differences }: Comparison): string {
  const lines = differences.flatMap(({ listed, cells }) =>
    cells.map(
      ({ column, reason, listed: before, generated }) =>
        `${year} ${listed?.party ?? ''}, ${listed?.donor.trim() ?? ''}, ${column}: ` +
        `${JSON.stringify(before)} is ${JSON.stringify(generated)} (${reason})`,
    ),
  );
  return `${lines.join('\n')}\n`;
}

describe("the ministry's yearly lists, made again from the public register", () => {
  const stateDir = mkdtempSync(join(tmpdir(), 'overviews-'));
  let test: TestDatabase;
  let app: INestApplicationContext;

  beforeAll(async () => {
    test = await openTestDatabase();
    const config: Config = {
      port: 0,
      host: '127.0.0.1',
      databaseUrl: test.url,
      redisUrl: null,
      stateDir,
      secretKey: test.secret,
      demo: true,
      worker: false,
      publicUrl: 'http://127.0.0.1',
      smtpUrl: null,
      mailFrom: 'post@test.invalid',
    };
    app = await NestFactory.createApplicationContext(
      AppModule.register({ config, sources: test.sources }),
      { logger: ['error', 'warn'] },
    );
    const scope = { ...workerScope('test'), role: 'staff' } as const;
    for (const year of YEARS)
      await app
        .get(ImportPublishedList)
        .run(scope, { year, bytes: publishedBytes(year), seenOn: null, reason: null });
    await app.get(Worker).drainOnce();
    await app.get(BuildFiles).run(true);
  });
  afterAll(async () => {
    await app.close();
    await test.close();
    rmSync(stateDir, { recursive: true, force: true });
  });

  const bytesOf = async (name: string): Promise<Buffer> => {
    const found = await app.get(ServeFile).find(name);
    if (found === null) throw new Error(`there is no ${name}`);
    return readFileSync(join(found.folder, found.file.sha256));
  };

  const compared = async (year: number): Promise<Comparison> => {
    const csv = (await bytesOf(`overzicht-jaar-${year}-v1.csv`)).toString();
    return compareOverview(rowsOfList(publishedText(year)), rowsOfList(csv));
  };

  it.each([
    [2023, 283],
    [2024, 226],
    [2025, 280],
  ])('%i: each of the %i rows is there once, and none besides', async (year, rows) => {
    const { listed, generated, differences } = await compared(year);
    expect([listed, generated]).toEqual([rows, rows]);
    expect(differences.filter((one) => one.listed === null || one.generated === null)).toEqual([]);
  });

  it.each(YEARS)('%i: every cell that reads otherwise has a reason', async (year) => {
    const comparison = await compared(year);
    process.stdout.write(printed(year, comparison));
    const without = comparison.differences
      .flatMap(({ cells }) => cells)
      .filter(({ reason }) => reason === 'unexplained');
    expect(without).toEqual([]);
  });

  it('the reasons are these, and no more often', async () => {
    const [a, b, c] = await Promise.all(YEARS.map(compared));
    expect(counted(a!)).toEqual({
      'address: blanks': 25,
      'address: street_left_out': 1,
      'affiliate: affiliate_name': 26,
      'donor: blanks': 27,
      'donor: care_of': 2,
    });
    expect(counted(b!)).toEqual({
      'address: blanks': 18,
      'address: street_left_out': 1,
      'donor: blanks': 5,
      'donor: care_of': 1,
      'remark: blanks': 2,
      'remark: remark_words': 3,
      'ubo: blanks': 12,
      'ubo: owners_layout': 2,
      'ubo: street_left_out': 1,
    });
    expect(counted(c!)).toEqual({
      'address: blanks': 2,
      'address: spelling': 1,
      'address: street_left_out': 2,
      'affiliate: affiliate_name': 12,
      'donor: blanks': 13,
      'donor: care_of': 2,
      'gift: typed_as_text': 4,
      'remark: legacy_named': 2,
      'remark: remark_words': 1,
      'total: typed_as_text': 3,
      'ubo: blanks': 5,
      'ubo: owners_layout': 2,
    });
  });

  it.each([
    [2023, '5489688,39'],
    [2024, '3416097,57'],
    [2025, '5385433,25'],
  ])('%i: the total is the sum of the rows, to the cent: %s', async (year, total) => {
    const rows: string[][] = parse(await bytesOf(`overzicht-jaar-${year}-v1.csv`));
    expect(rows.find(([first]) => first === 'Totaal')?.[2]).toBe(total);
  });

  it('2025: the total of the CDA holds the three amounts that were typed as text', async () => {
    const rows: string[][] = parse(await bytesOf('overzicht-jaar-2025-v1.csv'));
    expect(rows.find(([first]) => first === 'CDA')?.slice(0, 3)).toEqual([
      'CDA',
      'Ja.',
      '289070,5',
    ]);
    expect(rows.find(([first]) => first === 'PVV')?.slice(0, 3)).toEqual(['PVV', 'Nee.', '0']);
  });

  it('2023 has no columns for owners and remarks; since 2024 they are there', async () => {
    const headings = async (year: number): Promise<readonly string[]> => {
      const rows: string[][] = parse(await bytesOf(`overzicht-jaar-${year}-v1.csv`));
      return rows.findLast(([first]) => first === 'Politieke partij') ?? [];
    };
    expect(await headings(2023)).toHaveLength(7);
    expect(await headings(2024)).toEqual([
      'Politieke partij',
      'Neveninstelling',
      'Totaal 2024',
      'Naam donateur',
      'Adres gever',
      'UBO',
      'Bedragen > € 10.000',
      'Datum',
      'Toelichting',
    ]);
  });

  it('the workbook holds the same rows, with real amounts and days', async () => {
    const book = new Workbook();
    await book.xlsx.load((await bytesOf('overzicht-jaar-2025-v1.xlsx')) as never);
    const sheet = book.worksheets[0]!;
    const rows: string[][] = parse(await bytesOf('overzicht-jaar-2025-v1.csv'));
    expect(sheet.rowCount).toBe(rows.length);
    const amounts = sheet.getColumn(3).values.filter((value) => typeof value === 'number');
    expect(amounts.length).toBeGreaterThan(250);
  });

  it('replaying the days gives the 829 lines of the whole register, byte for byte', async () => {
    const days = await app.get(ServeFile).days(null, 100);
    const lines: string[] = [];
    for (const { name } of days.filter(({ name }) => name.endsWith('.jsonl')).toReversed())
      lines.push(...(await bytesOf(name)).toString().split('\n').slice(0, -1));
    const whole = (await bytesOf('giften-v1.jsonl')).toString();
    expect(whole.split('\n')).toHaveLength(830);
    expect(
      replay(lines)
        .map((line) => `${line}\n`)
        .join(''),
    ).toBe(whole);
  });

  it('the running list of a year is there too', async () => {
    const text = (await bytesOf('overzicht-lopend-2025-v1.csv')).toString();
    expect(text).toContain('Lopend overzicht giften van € 10.000 en hoger');
  });
});
