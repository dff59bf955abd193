import { type Refusal } from '../../../platform/intake/public';
import { tenantOf } from '../../../platform/database/tenant-of';
import { type Transaction } from '../../../platform/database/transaction';
import { newId } from '../../../platform/ids/id';
import { type TableOutcome } from '../checks/check-table';
import { type ImportKind } from '../layout/column';

export type RunState = 'waiting' | 'refused' | 'read' | 'booking' | 'booked' | 'cancelled';
export type Mode = 'all' | 'good';

/** What is kept of the table as a whole. */
export type StoredOutcome = Pick<TableOutcome, 'faults' | 'warnings' | 'version'> & {
  readonly headings: readonly {
    readonly sheet: string;
    readonly row: number;
    readonly texts: readonly string[];
  }[];
  readonly properties: Readonly<Record<string, string>>;
  readonly encoding: string | null;
  readonly delimiter: string | null;
};

export interface ImportRun {
  readonly id: string;
  readonly kind: ImportKind;
  readonly fileId: string;
  readonly fileName: string;
  readonly sha256: string;
  readonly year: number | null;
  readonly state: RunState;
  readonly requestedAt: string;
  readonly requestedBy: string;
  readonly requestedRole: string;
  readonly readAt: string | null;
  readonly refusal: Refusal | null;
  readonly outcome: StoredOutcome | null;
  readonly rowsGood: number;
  readonly rowsFaulty: number;
  readonly rowsWarned: number;
  readonly mode: Mode | null;
  readonly confirmedAt: string | null;
  readonly confirmedBy: string | null;
  readonly confirmedRole: string | null;
  readonly bookedAt: string | null;
  readonly rowsBooked: number;
  readonly bookingFault: string | null;
  readonly stage: 'reading' | 'matching' | 'judging' | 'booking' | null;
  readonly stageRows: number;
}

const COLUMNS = `r.id, r.kind, r.file_id as "fileId", f.name as "fileName", f.sha256, r.year, r.state,
  platform.iso(r.requested_at) as "requestedAt", r.requested_by as "requestedBy",
  r.requested_role as "requestedRole", platform.iso(r.read_at) as "readAt", r.refusal, r.outcome,
  r.rows_good as "rowsGood", r.rows_faulty as "rowsFaulty", r.rows_warned as "rowsWarned", r.mode,
  platform.iso(r.confirmed_at) as "confirmedAt", r.confirmed_by as "confirmedBy",
  r.confirmed_role as "confirmedRole", platform.iso(r.booked_at) as "bookedAt",
  r.rows_booked as "rowsBooked", r.booking_fault as "bookingFault", p.stage,
  coalesce(p.rows, 0) as "stageRows"`;

const FROM = `from core.import_run r
  join core.stored_file f on f.tenant_id = r.tenant_id and f.id = r.file_id
  left join core.import_progress p on p.tenant_id = r.tenant_id and p.run_id = r.id`;

export interface NewRun {
  readonly kind: ImportKind;
  readonly fileId: string;
  readonly year: number | null;
}

export async function insertRun(tx: Transaction, run: NewRun): Promise<string> {
  const id = newId();
  await tx.query(
    `insert into core.import_run (tenant_id, id, kind, file_id, year, requested_role)
     values ($1, $2, $3, $4, $5, $6)`,
    [tenantOf(tx), id, run.kind, run.fileId, run.year, tx.scope.actorRole],
  );
  return id;
}

export async function findRun(tx: Transaction, id: string): Promise<ImportRun | null> {
  const [run] = await tx.query<ImportRun>(
    `select ${COLUMNS} ${FROM} where r.tenant_id = $1 and r.id = $2`,
    [tenantOf(tx), id],
  );
  return run ?? null;
}

/** The same, held until the transaction ends. Progress goes on beside it. */
export async function lockRun(tx: Transaction, id: string): Promise<ImportRun | null> {
  await tx.query(
    `select id from core.import_run where tenant_id = $1 and id = $2 for no key update`,
    [tenantOf(tx), id],
  );
  return findRun(tx, id);
}

export interface Requester {
  readonly requestedBy: string;
  readonly requestedRole: string;
  readonly confirmedBy: string | null;
  readonly confirmedRole: string | null;
}

/** Who asked, for the worker that goes on in that name. */
export async function findRequester(
  tx: Transaction,
  tenantId: string,
  id: string,
): Promise<Requester | null> {
  const [row] = await tx.query<Requester>(
    `select requested_by as "requestedBy", requested_role as "requestedRole",
            confirmed_by as "confirmedBy", confirmed_role as "confirmedRole"
       from core.import_run where tenant_id = $1 and id = $2`,
    [tenantId, id],
  );
  return row ?? null;
}

/** Newest first, at most `limit`, after the keyset position. */
export function listRuns(
  tx: Transaction,
  page: {
    readonly after: { readonly moment: string; readonly id: string } | null;
    readonly limit: number;
  },
): Promise<ImportRun[]> {
  return tx.query<ImportRun>(
    `select ${COLUMNS} ${FROM}
      where r.tenant_id = $1
        and ($2::timestamptz is null or (r.requested_at, r.id) < ($2, $3::uuid))
      order by r.requested_at desc, r.id desc limit $4`,
    [tenantOf(tx), page.after?.moment ?? null, page.after?.id ?? null, page.limit],
  );
}

/** Runs of files with the same bytes, newest first; cancelled ones are left out. */
export function runsOfFile(tx: Transaction, sha256: string): Promise<ImportRun[]> {
  return tx.query<ImportRun>(
    `select ${COLUMNS} ${FROM}
      where r.tenant_id = $1 and f.sha256 = $2 and r.state <> 'cancelled'
      order by r.requested_at desc limit 5`,
    [tenantOf(tx), sha256],
  );
}
