import { type EuroCents, euroCents } from '../../../legal/kernel/euro-cents';
import { type PlainDate } from '../../../legal/kernel/plain-date';
import { type Transaction } from '../../../platform/database/transaction';

export interface NewOwnCap {
  readonly from: PlainDate;
  /** Null: from this day the party has no cap of its own. */
  readonly amount: EuroCents | null;
  /** Where it is written: the gift regulation, its article, the day it was adopted. */
  readonly source: string;
}

export interface StoredOwnCap extends NewOwnCap {
  readonly id: string;
  readonly recordedAt: string;
  readonly recordedBy: string;
  /** False for what a later entry about the same day replaced. */
  readonly counts: boolean;
}

export async function insertOwnCap(
  tx: Transaction,
  tenantId: string,
  { from, amount, source }: NewOwnCap,
): Promise<void> {
  await tx.query(
    `insert into core.own_cap (tenant_id, from_date, amount_cents, source) values ($1, $2, $3, $4)`,
    [tenantId, from, amount, source],
  );
}

/** Everything ever written about own caps, the newest day first. */
export async function findOwnCaps(
  tx: Transaction,
  tenantId: string,
): Promise<readonly StoredOwnCap[]> {
  const rows = await tx.query<Omit<StoredOwnCap, 'amount'> & { readonly cents: string | null }>(
    `select c.id, c.from_date::text as "from", c.amount_cents as cents, c.source,
            platform.iso(c.recorded_at) as "recordedAt", c.recorded_by as "recordedBy",
            f.id is not null as counts
       from core.own_cap c
       left join core.own_cap_in_force f on f.tenant_id = c.tenant_id and f.id = c.id
      where c.tenant_id = $1 order by c.from_date desc, c.sequence desc`,
    [tenantId],
  );
  return rows.map(({ cents, ...row }) => ({
    ...row,
    amount: cents === null ? null : euroCents(Number(cents)),
  }));
}

export interface SecondSignatureDecision {
  readonly wanted: boolean;
  readonly reason: string;
  readonly decidedAt: string;
  readonly decidedBy: string;
}

export async function insertSecondSignature(
  tx: Transaction,
  tenantId: string,
  decision: Pick<SecondSignatureDecision, 'wanted' | 'reason'>,
): Promise<void> {
  await tx.query(
    `insert into core.second_signature (tenant_id, wanted, reason) values ($1, $2, $3)`,
    [tenantId, decision.wanted, decision.reason],
  );
}

/** Every decision about the second signature, newest first: the first one counts. */
export function findSecondSignatures(
  tx: Transaction,
  tenantId: string,
): Promise<SecondSignatureDecision[]> {
  return tx.query<SecondSignatureDecision>(
    `select wanted, reason, platform.iso(decided_at) as "decidedAt", decided_by as "decidedBy"
       from core.second_signature where tenant_id = $1 order by sequence desc`,
    [tenantId],
  );
}
