import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = process.cwd();
const FOLDERS = [join(ROOT, 'src', 'legal', 'acceptance'), join(ROOT, 'test', 'acceptance')];

/** The numbers at the start of the titles of tests, such as T25 in "T25: a debt of ...". */
function casesIn(folder: string): readonly string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.spec.ts'))
    .flatMap((name) => [
      ...readFileSync(join(folder, name), 'utf8').matchAll(/\(\s*'(T\d{1,2}): [^']+'/g),
    ])
    .flatMap(([, number]) => number ?? []);
}

describe('law.md section 12: each of the 35 cases has a test by its name', () => {
  const [pure = [], stored = []] = FOLDERS.map(casesIn);

  it.each(Array.from({ length: 35 }, (_, at) => `T${String(at + 1)}`))('%s', (number) => {
    expect(pure).toContain(number);
  });

  it('what only a database can show has one there too', () => {
    expect([...new Set(stored)].toSorted()).toEqual(['T21', 'T30', 'T31', 'T32']);
  });
});
