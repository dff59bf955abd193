import { Injectable } from '@nestjs/common';
import { tenantOf } from '../../../platform/database/tenant-of';
import { type Transaction } from '../../../platform/database/transaction';
import { notFound, problem } from '../../../platform/http/problem';
import { canonicalDonors } from './identity';
import { comparePair } from './find-duplicates';
import { recordMatchDecision } from './match-decisions';

/** Remembers that two donors are two, with what was compared: they are not asked about again. */
@Injectable()
export class KeepApart {
  /** @throws Problem 404 for an unknown donor, 409 for two that count as one. */
  async run(
    tx: Transaction,
    pair: { readonly donorId: string; readonly otherId: string },
    reason: string | null,
  ): Promise<void> {
    const tenantId = tenantOf(tx);
    const now = await canonicalDonors(tx, tenantId, [pair.donorId, pair.otherId]);
    const one = now.get(pair.donorId) ?? pair.donorId;
    const other = now.get(pair.otherId) ?? pair.otherId;
    const compared = await comparePair(tx, tenantId, one, other);
    if (compared === null) throw notFound();
    if (one === other)
      throw problem(
        409,
        'donors.already_one',
        'These two count as one donor. Take the merge back to set them apart.',
      );
    await recordMatchDecision(tx, {
      donorId: one,
      otherId: other,
      verdict: 'different',
      score: compared.score,
      evidence: compared.evidence,
      ...(reason === null ? {} : { reason }),
    });
  }
}
