import { createHash, randomBytes } from 'node:crypto';
import {
  accessSync,
  chmodSync,
  constants,
  existsSync,
  mkdirSync,
  readFileSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { oneLine, StartFault } from '../config/start-fault';

const OTHERS_MAY_PASS = 0o001;

/** The folder of package.json: the same whether this file runs from src/ or from dist/src/. */
export function projectFolder(): string {
  let folder = __dirname;
  while (!existsSync(join(folder, 'package.json'))) folder = dirname(folder);
  return folder;
}

function isRoot(): boolean {
  return process.getuid?.() === 0;
}

/** The nearest folder above `path` that another account cannot pass through, or null. */
function closedFolderAbove(path: string): string | null {
  for (let folder = dirname(resolve(path)); ; folder = dirname(folder)) {
    if (existsSync(folder) && (statSync(folder).mode & OTHERS_MAY_PASS) === 0) return folder;
    if (folder === dirname(folder)) return null;
  }
}

/**
 * Where the data of the embedded server is kept: STATE_DIR if given, else `.data` in the project.
 * Started as root the server runs under another account, which must be able to reach the folder;
 * in a closed home folder the data therefore goes to /var/lib.
 */
export function stateFolder(given: string | null): string {
  if (given !== null) {
    const closed = isRoot() ? closedFolderAbove(given) : null;
    if (closed === null) return resolve(given);
    throw new StartFault(
      `STATE_DIR ${given} cannot be reached by the account of the database, because ${closed} is closed to ` +
        'other accounts. Choose a folder under /var/lib, or do not start as root.',
    );
  }
  const inProject = join(projectFolder(), '.data');
  if (!isRoot() || closedFolderAbove(inProject) === null) return inProject;
  const mark = createHash('sha256').update(projectFolder()).digest('hex').slice(0, 8);
  return `/var/lib/partijgiften-${mark}`;
}

/**
 * Makes the folder when it is not there yet. As root the account of the database must be able to pass
 * through it, also when something else made it first, closed; what is secret in it is closed itself.
 */
export function openStateFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true, mode: isRoot() ? 0o755 : 0o700 });
    const { mode } = statSync(folder);
    if (isRoot() && (mode & OTHERS_MAY_PASS) === 0) chmodSync(folder, mode | OTHERS_MAY_PASS);
    accessSync(folder, constants.W_OK);
  } catch (error) {
    throw new StartFault(
      `The data folder ${folder} cannot be written (${oneLine(error)}). Set STATE_DIR to a folder of your own.`,
    );
  }
}

/** A random secret kept in the state folder, readable by us only; made on the first call. */
export function keptSecret(folder: string, name: string): string {
  const file = join(folder, name);
  try {
    writeFileSync(file, randomBytes(32).toString('hex'), { mode: 0o600, flag: 'wx' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  const secret = readFileSync(file, 'utf8').trim();
  if (/^[0-9a-f]{64}$/.test(secret)) return secret;
  throw new StartFault(
    `The data folder is damaged: ${file} does not hold a secret any more. ` +
      'Put back a copy, or start over with "npm run demo:reset".',
  );
}
