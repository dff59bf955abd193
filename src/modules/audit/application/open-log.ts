import { join } from 'node:path';
import { type Config } from '../../../platform/config/config';
import { stateFolder } from '../../../platform/embedded-postgres/state-folder';
import { AuditFolder } from './audit-folder';
import { type Anchors } from './verify/audit-report';

/** The parts of the settings that say which log it is. */
export type LogSettings = Pick<Config, 'databaseUrl' | 'stateDir'>;

/** The folder of the log: a database of one's own has its own, named after its address. */
export function auditFolderFor(settings: LogSettings): AuditFolder {
  const folder = stateFolder(settings.stateDir);
  if (settings.databaseUrl === null) return new AuditFolder(folder);
  const { hostname, port, pathname } = new URL(settings.databaseUrl);
  const name = [hostname, port, pathname.slice(1)].join('_').replaceAll(/[^A-Za-z0-9._-]/g, '-');
  return new AuditFolder(join(folder, `log-of-${name}`));
}

export function anchorsOf(folder: AuditFolder): Anchors {
  return { logKey: folder.verifierKey(), notes: () => folder.anchors.notes() };
}
