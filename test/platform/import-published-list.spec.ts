import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { smallList } from '../modules/register/published-lists';
import { type Ended, startProgram, temporaryFolder } from '../support/program';

jest.setTimeout(120_000);

const LISTS = join(__dirname, '..', '..', 'src', 'demo', 'published-lists');
const file2025 = join(LISTS, 'substantial-gifts-2025.csv');

describe('npm run import:published-list', () => {
  const state = temporaryFolder();
  const scratch = mkdtempSync(join(tmpdir(), 'published-list-'));
  afterAll(() => {
    for (const folder of [state, scratch]) rmSync(folder, { recursive: true, force: true });
  });

  const run = (...args: readonly string[]): Promise<Ended> =>
    startProgram('src/commands/import-published-list.ts', { STATE_DIR: state, DEMO: 'off' }, args)
      .ended;

  it('imports a list on a fresh data folder and prints where it does not add up', async () => {
    const { code, out, err } = await run('2025', file2025, '--seen-on', '2026-01-15');
    expect(err).toBe('');
    expect(code).toBe(0);
    expect(out).toContain('CDA is €125,000.00 apart. 3 totals are text');
    expect(out).toContain('row 191, column "Totaal 2025" (cell C191): "€ 10.000,00" is €10,000.00');
    expect(out).toMatch(/^Total +272 +€5,260,433\.25 +€5,385,433\.25 +€125,000\.00$/m);
    expect(out.trimEnd()).toMatch(/imported as version 1\.$/);
  });

  it('recognises the same file', async () => {
    const { code, out } = await run('2025', file2025);
    expect(code).toBe(0);
    expect(out).toContain(
      'This file was imported before, as version 1 of 2025; nothing was added.',
    );
  });

  it('names every cell that cannot be read and ends with 1', async () => {
    const path = join(scratch, 'list.csv');
    writeFileSync(
      path,
      smallList(
        'VVD||veel|A. de Vries|Utrecht||15000|08/26/2025|',
        'VVD||15000|B. Jansen|Utrecht||15000|31/12/2025|',
      ),
    );
    const { code, out, err } = await run('2025', path);
    expect(code).toBe(1);
    expect(out).toBe('');
    expect(err).toContain('- Row 10, cell C10 (Totaal 2025): "veel".');
    expect(err).toContain('- Row 11, cell H11 (Datum): "31/12/2025".');
  });

  it.each([
    ['no file', ['2025']],
    ['a day that does not exist', ['2025', file2025, '--seen-on', '2025-02-30']],
    ['a file that is not there', ['2025', '/nowhere/list.csv']],
  ])('given %s, says in one line how to use it', async (_what, args) => {
    const { code, err } = await run(...args);
    expect(code).toBe(1);
    expect(err.trimEnd().split('\n')).toHaveLength(1);
    expect(err).toMatch(/^Cannot start\. /);
  });
});
