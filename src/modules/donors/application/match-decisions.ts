import { tenantOf } from '../../../platform/database/tenant-of';
import { type Transaction } from '../../../platform/database/transaction';
import { canonicalJson, sha256Hex } from '../../../platform/json/canonical';
import { type DonorDescription, type MatchEvidence } from '../matching/description';
import { insertDecision } from '../persistence/decision.store';

/** What a person decided about two donors, or about a donor and what a file or statement says. */
export interface MatchDecision {
  readonly donorId: string;
  readonly otherId?: string;
  readonly described?: DonorDescription;
  readonly verdict: 'same' | 'different';
  readonly score?: number;
  readonly evidence?: readonly MatchEvidence[];
  readonly reason?: string;
}

/** The same description, however it is spaced or capitalised, always has the same key. */
export function describedKey(described: DonorDescription): string {
  const { kind, name, address, residence, tradeRegisterNumber, iban, dateOfBirth } = described;
  const parts = [name, address, residence, tradeRegisterNumber, iban, dateOfBirth ?? null];
  const plain = parts.map((part) =>
    part === null ? null : part.normalize('NFKC').toLowerCase().replace(/\s+/gu, ' ').trim(),
  );
  return sha256Hex(canonicalJson({ kind, plain }));
}

/**
 * Remembers a decision with what was compared; the newest about a pair holds, and the pair is not
 * asked again. Nothing is merged by this: see MergeDonors.
 */
export async function recordMatchDecision(tx: Transaction, decision: MatchDecision): Promise<void> {
  const { described, otherId } = decision;
  if ((described === undefined) === (otherId === undefined))
    throw new Error('a decision is about another donor or about a description');
  const [donorId, other] =
    otherId !== undefined && otherId < decision.donorId
      ? [otherId, decision.donorId]
      : [decision.donorId, otherId ?? null];
  await insertDecision(tx, tenantOf(tx), {
    donorId,
    otherId: other,
    described: described ?? null,
    describedKey: described === undefined ? null : describedKey(described),
    verdict: decision.verdict,
    score: decision.score ?? 0,
    evidence: decision.evidence ?? [],
    reason: decision.reason ?? null,
  });
}
