import { tenantOf } from '../../../platform/database/tenant-of';
import { type Transaction } from '../../../platform/database/transaction';
import { newId } from '../../../platform/ids/id';
import { type StatementPlace } from '../formats/read-statement';

export type IntakeState = 'received' | 'reading' | 'read' | 'refused';

/** Why a file was refused. `code` is a StatementFaultCode, or 'intake.' with that of the gate. */
export interface KeptFault {
  readonly code: string;
  readonly place: StatementPlace;
  readonly details: Readonly<Record<string, string | number>>;
}

/** A file that was sent, and what became of it. */
export interface Intake {
  readonly id: string;
  readonly tenantId: string;
  readonly fileId: string;
  readonly fileName: string;
  readonly state: IntakeState;
  readonly entriesFound: number;
  /** Of those found: new ones. The others were known from an earlier statement. */
  readonly entriesAdded: number;
  readonly statementsFound: number;
  readonly statementsKnown: number;
  readonly faults: readonly KeptFault[] | null;
  /** ISO 8601. */
  readonly sentAt: string;
  readonly sentBy: string;
  readonly sentRole: string;
  readonly endedAt: string | null;
}

const INTAKE = `
  select i.id, i.tenant_id as "tenantId", i.file_id as "fileId", f.name as "fileName", i.state,
         i.entries_found as "entriesFound", i.entries_added as "entriesAdded",
         i.statements_found as "statementsFound", i.statements_known as "statementsKnown",
         i.faults, platform.iso(i.sent_at) as "sentAt", i.sent_by as "sentBy",
         i.sent_role as "sentRole", platform.iso(i.ended_at) as "endedAt"
    from core.statement_intake i
    join core.stored_file f on f.tenant_id = i.tenant_id and f.id = i.file_id
   where i.tenant_id = $1`;

export async function findIntake(
  tx: Transaction,
  tenantId: string,
  id: string,
): Promise<Intake | null> {
  const [intake] = await tx.query<Intake>(`${INTAKE} and i.id = $2`, [tenantId, id]);
  return intake ?? null;
}

/** The newest first. */
export function listIntakes(tx: Transaction, tenantId: string, limit: number): Promise<Intake[]> {
  return tx.query<Intake>(`${INTAKE} order by i.sent_at desc, i.id limit $2`, [tenantId, limit]);
}

/** The intake of these same bytes that was not refused; null when there is none. */
export async function findSameIntake(
  tx: Transaction,
  tenantId: string,
  sha256: string,
): Promise<Intake | null> {
  const [intake] = await tx.query<Intake>(
    `${INTAKE} and f.sha256 = $2 and i.state <> 'refused' order by i.sent_at limit 1`,
    [tenantId, sha256],
  );
  return intake ?? null;
}

/** One at a time for this tenant and these words, until the transaction ends. */
export async function queue(tx: Transaction, what: string): Promise<void> {
  await tx.query(`select pg_advisory_xact_lock(hashtextextended($1, 7))`, [
    `${tenantOf(tx)}:${what}`,
  ]);
}

export async function insertIntake(tx: Transaction, fileId: string): Promise<string> {
  const id = newId();
  await tx.query(
    `insert into core.statement_intake (tenant_id, id, file_id, sent_role) values ($1, $2, $3, $4)`,
    [tenantOf(tx), id, fileId, tx.scope.actorRole],
  );
  return id;
}

/** Takes the intake for reading or storing; null when it was read or refused already. */
export async function lockOpenIntake(tx: Transaction, id: string): Promise<Intake | null> {
  const tenantId = tenantOf(tx);
  const [open] = await tx.query(
    `select id from core.statement_intake
      where tenant_id = $1 and id = $2 and state in ('received', 'reading') for update`,
    [tenantId, id],
  );
  return open === undefined ? null : findIntake(tx, tenantId, id);
}

export async function markReading(tx: Transaction, id: string, found: number): Promise<void> {
  await tx.query(
    `update core.statement_intake set state = 'reading', entries_found = $3
      where tenant_id = $1 and id = $2 and state in ('received', 'reading')`,
    [tenantOf(tx), id, found],
  );
}

export async function markRefused(
  tx: Transaction,
  id: string,
  faults: readonly KeptFault[],
): Promise<void> {
  await tx.query(
    `update core.statement_intake
        set state = 'refused', faults = $3::jsonb, entries_found = 0, ended_at = platform.now()
      where tenant_id = $1 and id = $2`,
    [tenantOf(tx), id, JSON.stringify(faults)],
  );
}

export interface IntakeCounts {
  readonly entriesFound: number;
  readonly entriesAdded: number;
  readonly statementsFound: number;
  readonly statementsKnown: number;
}

export async function markRead(tx: Transaction, id: string, counts: IntakeCounts): Promise<void> {
  await tx.query(
    `update core.statement_intake
        set state = 'read', entries_found = $3, entries_added = $4, statements_found = $5,
            statements_known = $6, ended_at = platform.now()
      where tenant_id = $1 and id = $2`,
    [
      tenantOf(tx),
      id,
      counts.entriesFound,
      counts.entriesAdded,
      counts.statementsFound,
      counts.statementsKnown,
    ],
  );
}
