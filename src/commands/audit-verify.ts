import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import {
  anchorsOf,
  type AuditFolder,
  auditFolderFor,
  type AuditReport,
  SealAudit,
  verifyAudit,
} from '../modules/audit/public';
import { type GivenConfig, readConfig } from '../platform/config/config';
import { oneLine, StartFault } from '../platform/config/start-fault';
import { Database } from '../platform/database/database';
import { closePools, openPools } from '../platform/database/pools';
import { startEmbeddedPostgres } from '../platform/embedded-postgres/embedded-postgres';
import {
  keptSecret,
  openStateFolder,
  stateFolder,
} from '../platform/embedded-postgres/state-folder';
import { runProgram, type Started } from '../platform/process/program';

interface Place {
  readonly url: string;
  readonly secret: string | null;
}

async function placeOf(config: GivenConfig, started: Started): Promise<Place> {
  if (config.databaseUrl !== null) return { url: config.databaseUrl, secret: config.secretKey };
  const folder = stateFolder(config.stateDir);
  if (!existsSync(join(folder, 'data'))) {
    throw new StartFault(`There is no audit log to check in ${folder}. Run "npm start" first.`);
  }
  openStateFolder(folder);
  const server = await startEmbeddedPostgres({ stateFolder: folder });
  started.stopLater(() => server.stop());
  const secret = config.secretKey ?? keptSecret(folder, 'secret-key');
  return { url: server.url('partijgiften'), secret };
}

async function connect(url: string, started: Started): Promise<Client> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 8000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    started.stopLater(() => client.end());
    await client.query('select 1 from audit.event limit 1');
    return client;
  } catch (error) {
    throw new StartFault(
      `There is no audit log to check in this database (${oneLine(error)}). Run "npm start" first, or set DATABASE_URL.`,
    );
  }
}

/** What was written since the last second of work is sealed first. Gives what went wrong, or null. */
async function sealRest(place: Place, folder: AuditFolder): Promise<string | null> {
  if (place.secret === null || !folder.canSign) return null;
  const sources = await openPools(place.url, place.secret);
  try {
    await new SealAudit(new Database(sources), folder).run();
    return null;
  } catch (error) {
    return oneLine(error);
  } finally {
    await closePools(sources);
  }
}

function tell(report: AuditReport, sealingFault: string | null): string {
  const counts =
    `${String(report.lines)} lines, ${String(report.checkpoints)} checkpoints, ${String(report.anchors)} anchors; ` +
    `${String(report.rows)} rows in ${String(report.tables)} tables compared with their history; ` +
    `${String(report.waiting)} lines wait to be sealed.`;
  const lines = [counts];
  if (report.erasedYears.length > 0) {
    lines.push(`Content erased by rule for retention years: ${report.erasedYears.join(', ')}.`);
  }
  if (sealingFault !== null) lines.push(`Sealing does not work: ${sealingFault}`);
  const [first] = report.problems;
  if (first === undefined && sealingFault === null) {
    return [`The audit log is intact: nothing was changed, removed or put in.`, ...lines].join(
      '\n',
    );
  }
  const all = report.problems.map(({ place, fault }) => `- ${place}: ${fault}.`);
  const verdict =
    first === undefined
      ? 'The audit log could not be sealed.'
      : `The audit log is NOT intact. First bad place: ${first.place}: ${first.fault}.`;
  return [verdict, ...all, ...lines].join('\n');
}

// Checks the audit log and every table against it. Ends with 0 when all is well, with 1 when not.
runProgram(async (started) => {
  const config = readConfig(process.env);
  const folder = auditFolderFor(config);
  const place = await placeOf(config, started);
  const client = await connect(place.url, started);
  const sealingFault = await sealRest(place, folder);
  const db = {
    query: async <Row>(sql: string, parameters: readonly unknown[] = []) =>
      (await client.query(sql, [...parameters])).rows as Row[],
  };
  const report = await verifyAudit(db, anchorsOf(folder));
  process.stdout.write(`${tell(report, sealingFault)}\n`);
  process.exitCode = report.intact && sealingFault === null ? 0 : 1;
}, 'until done');
