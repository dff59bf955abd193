import { AuditFolder } from '../modules/audit/public';
import { readConfig } from '../platform/config/config';
import { StartFault } from '../platform/config/start-fault';
import { removeCluster } from '../platform/embedded-postgres/remove-cluster';
import { stateFolder } from '../platform/embedded-postgres/state-folder';
import { runProgram } from '../platform/process/program';

// Removes the data of the embedded PostgreSQL; the next start makes them anew.
runProgram(async () => {
  const { databaseUrl, stateDir } = readConfig(process.env);
  if (databaseUrl !== null) {
    throw new StartFault(
      'DATABASE_URL is set, and this command removes only the data of the PostgreSQL that comes with ' +
        'the program. Unset DATABASE_URL, or drop that database yourself.',
    );
  }
  const folder = stateFolder(stateDir);
  await removeCluster(folder);
  new AuditFolder(folder).remove();
  process.stdout.write(`The data in ${folder} are removed; "npm start" begins anew.\n`);
}, 'until done');
