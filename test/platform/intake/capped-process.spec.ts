import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { readInProcess } from '../../../src/platform/intake/capped-process';
import { type FileRefused, readCapped, readTable } from '../../../src/platform/intake/public';

const CSV = Buffer.from('Naam;Bedrag\r\nJ. de Wit;1250,50\r\n');

function reader(name: string): string {
  return join(__dirname, 'readers', `${name}.ts`);
}

function none(): Promise<void> {
  return Promise.resolve();
}

function run(name: string, milliseconds = 20_000): Promise<unknown> {
  return readInProcess({
    program: reader(name),
    name: 'x.csv',
    bytes: CSV,
    milliseconds,
    onRows: none,
  });
}

async function refusalOf(reading: Promise<unknown>): Promise<FileRefused> {
  return reading.then(
    () => {
      throw new Error('nothing was refused');
    },
    (error: unknown) => error as FileRefused,
  );
}

/** The processes that this one started and that still run. */
function children(): string {
  const id = String(process.pid);
  return readFileSync(`/proc/${id}/task/${id}/children`, 'utf8').trim();
}

describe('a file is read in a process of its own', () => {
  it('gives what the reader returned', async () => {
    const seen = await readCapped<{ name: string; size: number; flags: string[] }>(
      reader('surroundings'),
      CSV,
      'giften.csv',
    );
    expect(seen).toMatchObject({ name: 'giften.csv', size: CSV.length });
    expect(seen.flags).toContain('--max-old-space-size=512');
  });

  it('that process knows no address and no secret of ours', async () => {
    const before = { ...process.env };
    process.env['SECRET_KEY'] = 'geheim';
    try {
      const seen = await readCapped<{ environment: string[] }>(
        reader('surroundings'),
        CSV,
        'x.csv',
      );
      expect(seen.environment).toEqual([]);
    } finally {
      process.env = before;
    }
  });

  it('a reader that never ends is stopped and refused as out of time', async () => {
    const { refusal } = await refusalOf(run('hangs', 1_500));
    expect(refusal).toEqual({ code: 'out_of_time', details: { seconds: 2 } });
    expect(children()).toBe('');
  });

  it('a reader that fills its memory takes itself down, not us', async () => {
    const before = process.memoryUsage().rss;
    const { refusal } = await refusalOf(run('fills-memory', 60_000));
    expect(refusal).toEqual({ code: 'out_of_memory', details: {} });
    expect(process.memoryUsage().rss - before).toBeLessThan(100 * 1_048_576);
    expect(children()).toBe('');
  });

  it('a reader that ends without an answer is refused, and what it said is kept as the cause', async () => {
    expect((await refusalOf(run('ends'))).refusal).toEqual({ code: 'reader_died', details: {} });
    const thrown = await refusalOf(run('throws'));
    expect(thrown.refusal.code).toBe('reader_died');
    expect(String(thrown.cause)).toContain('a mistake of ours');
    expect(children()).toBe('');
  });

  it('an error of ours while the rows come in stops the reader and is passed on', async () => {
    const fails = readTable(CSV, 'x.csv', () => Promise.reject(new Error('the database is gone')));
    await expect(fails).rejects.toThrow('the database is gone');
    expect(children()).toBe('');
  });

  it('no more than two run at once; the others wait and are all served', async () => {
    let most = 0;
    const count = (): Promise<void> => {
      most = Math.max(most, children().split(' ').filter(Boolean).length);
      return Promise.resolve();
    };
    const reads = Array.from({ length: 6 }, () => readTable(CSV, 'x.csv', count));
    expect((await Promise.all(reads)).map(({ rows }) => rows)).toEqual([2, 2, 2, 2, 2, 2]);
    expect(most).toBeLessThanOrEqual(2);
    expect(children()).toBe('');
  });

  it('the next batch is not read before the last one is done with, and that time is ours', async () => {
    const many = Buffer.from('Naam;Bedrag\r\n' + 'J. de Wit;1250,50\r\n'.repeat(60_000));
    let busy = false;
    let rows = 0;
    await readInProcess({
      program: null,
      name: 'x.csv',
      bytes: many,
      milliseconds: 20_000,
      onRows: async (batch) => {
        expect(busy).toBe(false);
        expect(batch.length).toBeLessThanOrEqual(1_000);
        busy = true;
        rows += batch.length;
        await new Promise(setImmediate);
        busy = false;
      },
    });
    expect(rows).toBe(60_001);
  });

  it('a reader whose program is killed ends as well', async () => {
    const hook = resolve(__dirname, '..', '..', 'support', 'typescript-hook.cjs');
    const program = spawn(process.execPath, ['--require', hook, reader('holds-a-reader')], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const id = await new Promise<string>((told) =>
      program.stdout.once('data', (chunk: Buffer) => told(chunk.toString().trim())),
    );
    expect(existsSync(`/proc/${id}`)).toBe(true);
    program.kill('SIGKILL');
    for (let tries = 0; tries < 200 && existsSync(`/proc/${id}`); tries += 1) await wait(50);
    expect(existsSync(`/proc/${id}`)).toBe(false);
  });
});
