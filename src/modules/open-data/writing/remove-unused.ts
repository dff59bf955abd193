import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** Whoever began to read a file a moment ago may still be opening it. */
const KEPT_MILLISECONDS = 10 * 60_000;

/**
 * Removes bytes that no file stands for any more. Their age is told by the newest file in the
 * folder, so that no clock is needed.
 */
export async function removeUnused(folder: string, inUse: ReadonlySet<string>): Promise<void> {
  const names = await readdir(folder);
  const files = await Promise.all(
    names.map(async (name) => {
      const found = await stat(join(folder, name)).catch(() => null);
      return { name, at: found?.mtimeMs ?? Infinity };
    }),
  );
  const newest = Math.max(...files.map(({ at }) => at).filter((at) => at !== Infinity));
  const unused = files.filter(
    ({ name, at }) => !inUse.has(name) && newest - at > KEPT_MILLISECONDS,
  );
  await Promise.all(unused.map(({ name }) => rm(join(folder, name), { force: true })));
}
