import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { oneLine, StartFault } from '../config/start-fault';
import { giveTo, type ServerAccount } from './account';
import { serverEnvironment } from './launch';

export interface Cluster {
  readonly stateFolder: string;
  readonly dataFolder: string;
  readonly programs: string;
  readonly password: string;
  readonly account: ServerAccount;
}

function damaged(cluster: Cluster, what: string): StartFault {
  return new StartFault(
    `The data folder ${cluster.dataFolder} is damaged: ${what}. ` +
      'Put back a copy, or start over with "npm run demo:reset".',
  );
}

function entries(cluster: Cluster): readonly string[] {
  try {
    return readdirSync(cluster.dataFolder);
  } catch (error) {
    throw damaged(cluster, oneLine(error));
  }
}

function ownVersion(programs: string): string {
  const answer = spawnSync(join(programs, 'bin', 'postgres'), ['--version'], { encoding: 'utf8' });
  return /\d+/.exec(answer.stdout)?.[0] ?? '';
}

function makeCluster(cluster: Cluster): void {
  // Made under another name and renamed when complete: a killed first start leaves no half folder.
  const fresh = `${cluster.dataFolder}.new`;
  const passwordFile = join(cluster.stateFolder, 'initial-password');
  rmSync(fresh, { recursive: true, force: true });
  mkdirSync(fresh, { mode: 0o700 });
  giveTo(cluster.account, fresh);
  rmSync(passwordFile, { force: true });
  writeFileSync(passwordFile, cluster.password, { mode: 0o600, flag: 'wx' });
  giveTo(cluster.account, passwordFile);
  const result = spawnSync(
    join(cluster.programs, 'bin', 'initdb'),
    [
      ...['-D', fresh, '-U', 'postgres', '--auth=scram-sha-256', `--pwfile=${passwordFile}`],
      ...['--encoding=UTF8', '--locale=C.UTF-8', '--data-checksums', '--no-sync'],
    ],
    { ...cluster.account, cwd: cluster.stateFolder, env: serverEnvironment(), encoding: 'utf8' },
  );
  rmSync(passwordFile, { force: true });
  if (result.status !== 0) {
    const reason = result.error === undefined ? result.stderr : result.error.message;
    throw new StartFault(
      `PostgreSQL could not make its data folder ${cluster.dataFolder} (${oneLine(reason)}). ` +
        'Set STATE_DIR to another folder, or DATABASE_URL to a PostgreSQL server.',
    );
  }
  renameSync(fresh, cluster.dataFolder);
}

/** Makes the data folder on the first start; refuses one that is plainly not ours or not whole. */
export function ensureCluster(cluster: Cluster): void {
  if (!existsSync(cluster.dataFolder) || entries(cluster).length === 0) {
    rmSync(cluster.dataFolder, { recursive: true, force: true });
    makeCluster(cluster);
    return;
  }
  const versionFile = join(cluster.dataFolder, 'PG_VERSION');
  if (!existsSync(versionFile)) throw damaged(cluster, 'the file PG_VERSION is missing');
  const written = readFileSync(versionFile, 'utf8').trim();
  const own = ownVersion(cluster.programs);
  if (written === own) return;
  throw new StartFault(
    `The data folder ${cluster.dataFolder} was written by PostgreSQL "${written}", this program brings ${own}. ` +
      'Set STATE_DIR to another folder, or start over with "npm run demo:reset".',
  );
}
