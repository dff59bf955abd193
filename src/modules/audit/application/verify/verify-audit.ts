import {
  type AuditLineRow,
  ERASED_YEARS,
  STRAYS,
  WAITING_LINES,
} from '../../persistence/audit-lines.query';
import { SEALING_LOCK } from '../../persistence/seal.store';
import { type NoteVerifier, readVerifierKey } from '../tree/signed-note';
import { type Anchors, type AuditReport, Problems, type Queryable } from './audit-report';
import { inTurn, pagesOf } from './pages';
import { verifyLine } from './verify-lines';
import { verifyLog } from './verify-log';
import { verifyState } from './verify-state';

/** One snapshot for all of it; and the settings that audit.log_row() makes text of a row with. */
const SETTINGS = `
  set transaction isolation level repeatable read, read only;
  set local search_path = pg_catalog, audit, pg_temp; set local timezone = 'UTC';
  set local datestyle = 'ISO, YMD'; set local intervalstyle = 'postgres';
  set local bytea_output = 'hex'; set local extra_float_digits = 1;
  set local row_security = off; set local statement_timeout = 0;
  set local jit = off; set local work_mem = '64MB'`;

/** Pages are looked up by number; a plan that joins whole tables for each page would never end. */
const BY_NUMBER = 'set local enable_hashjoin = off; set local enable_mergejoin = off';
const BY_ANY_MEANS = 'set local enable_hashjoin = on; set local enable_mergejoin = on';

/**
 * Checks everything: event, content, leaf, tree, every checkpoint and anchor, and every attached
 * table against its history. Needs a role that sees all rows (a superuser, or BYPASSRLS with select
 * on all tables); with a lesser role it throws rather than check a part. Changes nothing.
 */
export async function verifyAudit(connection: Queryable, anchors: Anchors): Promise<AuditReport> {
  const db = inTurn(connection);
  const problems = new Problems();
  const verifier = readKey(anchors.logKey, problems);
  // The sealer may not work between the reading of the anchors' length and the snapshot.
  await db.query('select pg_advisory_lock_shared($1::bigint)', [SEALING_LOCK]);
  let notes: AsyncIterator<string>;
  try {
    notes = anchors.notes()[Symbol.asyncIterator]();
    await db.query('begin');
    await db.query(SETTINGS);
    await db.query('select pg_current_snapshot()');
  } finally {
    await db.query('select pg_advisory_unlock_shared($1::bigint)', [SEALING_LOCK]);
  }
  try {
    return await verifySnapshot(db, { verifier, notes, problems });
  } finally {
    await db.query('rollback');
  }
}

interface Trusted {
  readonly verifier: NoteVerifier | null;
  readonly notes: AsyncIterator<string>;
  readonly problems: Problems;
}

async function verifySnapshot(db: Queryable, trusted: Trusted): Promise<AuditReport> {
  const { verifier, notes, problems } = trusted;
  const years = await db.query<{ year: string }>(ERASED_YEARS);
  const erasedYears = years.map((row) => row.year);
  const erased = new Set(erasedYears);
  await db.query(BY_NUMBER);
  const log = await verifyLog({ db, verifier, anchors: notes, erased, problems });
  let waiting = 0;
  for await (const line of pagesOf<AuditLineRow>(db, WAITING_LINES, (row) => row.seq)) {
    verifyLine(line, erased, problems);
    waiting += 1;
  }
  await db.query(BY_ANY_MEANS);
  for (const { sql, fault } of STRAYS) {
    for (const { place } of await db.query<{ place: string }>(sql)) problems.add(place, fault);
  }
  const state = await verifyState(db, problems);
  const found = problems.list;
  return { intact: found.length === 0, ...log, waiting, ...state, erasedYears, problems: found };
}

function readKey(line: string | null, problems: Problems): NoteVerifier | null {
  if (line === null) return null;
  try {
    return readVerifierKey(line);
  } catch (error) {
    problems.add(
      'the public key of the log',
      error instanceof Error ? error.message : String(error),
    );
    return null;
  }
}
