import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { refusalText } from '../../../src/platform/intake/public';
import { Texts } from '../../../src/platform/rendering/texts';
import { COLLECTION } from './should-fail/collection';
import { type Outcome } from './should-fail/read-all';

const ROOT = resolve(__dirname, '..', '..', '..');
const TEXTS = Texts.read(join(ROOT, 'templates'));

interface Reading {
  readonly outcomes: readonly Outcome[];
  readonly peakKilobytes: number;
  readonly children: string;
}

async function readCollection(): Promise<Reading> {
  const folder = mkdtempSync(join(tmpdir(), 'should-fail-'));
  try {
    const plan = [];
    for (const [at, { name, bytes, read }] of COLLECTION.entries()) {
      const file = String(at);
      writeFileSync(join(folder, file), Buffer.isBuffer(bytes) ? bytes : await bytes());
      plan.push({ file, name, read: read ?? 'table' });
    }
    writeFileSync(join(folder, 'plan.json'), JSON.stringify(plan));
    const hook = join(ROOT, 'test', 'support', 'typescript-hook.cjs');
    const program = join(__dirname, 'should-fail', 'read-all.ts');
    const answer = execFileSync(process.execPath, ['--require', hook, program, folder], {
      encoding: 'utf8',
      maxBuffer: 64 * 1_048_576,
    });
    return JSON.parse(answer) as Reading;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

describe('files that must not be taken in are refused with a sentence a treasurer understands', () => {
  let reading: Reading;

  beforeAll(async () => {
    reading = await readCollection();
  }, 600_000);

  it.each(COLLECTION.map(({ title, name, code, says }, at) => ({ at, title, name, code, says })))(
    '$at. $title ($name): $code',
    ({ at, code, says }) => {
      const refusal = reading.outcomes[at]?.refusal;
      expect(refusal).not.toBeNull();
      expect({ code: refusal!.code, says: refusalText(TEXTS, 'nl', refusal!) }).toEqual({
        code,
        says,
      });
    },
  );

  it('each of them has its English sentence too', () => {
    const sentences = reading.outcomes.map(({ refusal }) => refusalText(TEXTS, 'en', refusal!));
    expect(sentences.filter((sentence) => sentence.length < 40)).toEqual([]);
  });

  it('the collection holds at least 100 files', () => {
    expect(COLLECTION.length).toBeGreaterThanOrEqual(100);
  });

  it('the process that had them all read held at most 400 MB', () => {
    expect(reading.peakKilobytes / 1_024).toBeLessThan(400);
  });

  it('no reading process stays behind', () => {
    expect(reading.children).toBe('');
  });

  it('what the gate can see is refused before a process is started: within half a second', () => {
    const slow = COLLECTION.flatMap(({ title, read }, at) => {
      const milliseconds = reading.outcomes[at]?.milliseconds ?? Infinity;
      return read === 'gate' && milliseconds > 500 ? [title] : [];
    });
    expect(slow).toEqual([]);
  });
});
