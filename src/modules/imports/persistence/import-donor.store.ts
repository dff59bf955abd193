import { tenantOf } from '../../../platform/database/tenant-of';
import { type Transaction } from '../../../platform/database/transaction';
import { type DonorDescription, type MatchCandidate } from '../../donors/public';

export interface NewImportDonor {
  readonly number: number;
  readonly description: DonorDescription;
  readonly rows: number;
  readonly certainty: 'given' | 'certain' | 'doubt' | 'none';
  readonly candidates: readonly MatchCandidate[];
  readonly donorId: string | null;
}

export interface ImportDonor extends NewImportDonor {
  /** What a person decided: one of our donors, or a new one; null when nobody had to. */
  readonly decided: 'known' | 'new' | null;
}

const BATCH = 1_000;

export async function insertImportDonors(
  tx: Transaction,
  runId: string,
  donors: readonly NewImportDonor[],
): Promise<void> {
  for (let start = 0; start < donors.length; start += BATCH)
    await tx.query(
      `insert into core.import_donor (tenant_id, run_id, number, description, rows, certainty,
         candidates, donor_id)
       select $1, $2, r.number, r.description, r.rows, r.certainty, r.candidates, r."donorId"
         from json_to_recordset($3::json) as r (number int, description jsonb, rows int,
           certainty text, candidates jsonb, "donorId" uuid)`,
      [tenantOf(tx), runId, JSON.stringify(donors.slice(start, start + BATCH))],
    );
}

const COLUMNS = `number, description, rows, certainty, candidates, donor_id as "donorId", decided`;

export function listImportDonors(tx: Transaction, runId: string): Promise<ImportDonor[]> {
  return tx.query<ImportDonor>(
    `select ${COLUMNS} from core.import_donor
      where tenant_id = $1 and run_id = $2 order by number`,
    [tenantOf(tx), runId],
  );
}

/** Donors of which a person must say who they are, or has said so. */
export function doubtfulDonors(
  tx: Transaction,
  runId: string,
  limit: number,
): Promise<ImportDonor[]> {
  return tx.query<ImportDonor>(
    `select ${COLUMNS} from core.import_donor
      where tenant_id = $1 and run_id = $2 and certainty = 'doubt'
      order by (decided is not null), number limit $3`,
    [tenantOf(tx), runId, limit],
  );
}

export interface DonorCounts {
  readonly known: number;
  readonly fresh: number;
  readonly undecided: number;
}

export async function countDonors(tx: Transaction, runId: string): Promise<DonorCounts> {
  const [row] = await tx.query<DonorCounts>(
    `select count(*) filter (where donor_id is not null)::int as known,
            count(*) filter (where donor_id is null
              and (certainty <> 'doubt' or decided = 'new'))::int as fresh,
            count(*) filter (where certainty = 'doubt' and decided is null)::int as undecided
       from core.import_donor where tenant_id = $1 and run_id = $2`,
    [tenantOf(tx), runId],
  );
  return row ?? { known: 0, fresh: 0, undecided: 0 };
}

export async function decideImportDonor(
  tx: Transaction,
  runId: string,
  number: number,
  donorId: string | null,
): Promise<void> {
  await tx.query(
    `update core.import_donor set donor_id = $4, decided = $5, decided_by = platform.actor(),
            decided_at = platform.now()
      where tenant_id = $1 and run_id = $2 and number = $3`,
    [tenantOf(tx), runId, number, donorId, donorId === null ? 'new' : 'known'],
  );
}
