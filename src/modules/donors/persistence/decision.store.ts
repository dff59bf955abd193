import { type Transaction } from '../../../platform/database/transaction';
import { type DonorDescription, type MatchEvidence } from '../matching/description';

export interface StoredDecision {
  readonly donorId: string;
  readonly otherId: string | null;
  readonly describedKey: string | null;
  readonly verdict: 'same' | 'different';
  readonly evidence: readonly MatchEvidence[];
  readonly reason: string | null;
  readonly recordedAt: string;
  readonly recordedBy: string;
}

export interface NewDecision {
  readonly donorId: string;
  readonly otherId: string | null;
  readonly described: DonorDescription | null;
  readonly describedKey: string | null;
  readonly verdict: 'same' | 'different';
  readonly score: number;
  readonly evidence: readonly MatchEvidence[];
  readonly reason: string | null;
}

export async function insertDecision(
  tx: Transaction,
  tenantId: string,
  decision: NewDecision,
): Promise<void> {
  await tx.query(
    `insert into core.donor_match_decision (tenant_id, donor_id, other_id, described,
       described_key, verdict, score, evidence, reason)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [
      tenantId,
      decision.donorId,
      decision.otherId,
      decision.described === null ? null : JSON.stringify(decision.described),
      decision.describedKey,
      decision.verdict,
      decision.score,
      JSON.stringify(decision.evidence),
      decision.reason,
    ],
  );
}

const COLUMNS = `donor_id as "donorId", other_id as "otherId", described_key as "describedKey",
  verdict, evidence, reason, platform.iso(recorded_at) as "recordedAt",
  recorded_by as "recordedBy"`;

/** The newest decision about each pair of donors of a party. */
export function pairDecisions(tx: Transaction, tenantId: string): Promise<StoredDecision[]> {
  return tx.query<StoredDecision>(
    `select distinct on (donor_id, other_id) ${COLUMNS} from core.donor_match_decision
      where tenant_id = $1 and other_id is not null
      order by donor_id, other_id, sequence desc`,
    [tenantId],
  );
}

/** The newest decision about each of these descriptions and each donor. */
export function describedDecisions(
  tx: Transaction,
  tenantId: string,
  keys: readonly string[],
): Promise<StoredDecision[]> {
  return tx.query<StoredDecision>(
    `select distinct on (described_key, donor_id) ${COLUMNS} from core.donor_match_decision
      where tenant_id = $1 and described_key = any($2::text[])
      order by described_key, donor_id, sequence desc`,
    [tenantId, keys],
  );
}
