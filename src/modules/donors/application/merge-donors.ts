import { Injectable } from '@nestjs/common';
import { type DonorKind } from '../../../legal/facts/donor';
import { tenantOf } from '../../../platform/database/tenant-of';
import { type Transaction } from '../../../platform/database/transaction';
import { notFound, problem } from '../../../platform/http/problem';
import { findDonor } from '../persistence/donor.store';
import {
  canonicalOf,
  clusterOf,
  findMerge,
  insertMerge,
  insertSplit,
  lockIdentities,
  relink,
} from '../persistence/identity.store';
import { comparePair } from './find-duplicates';
import { IdentityChanges } from './identity-changes';
import { recordMatchDecision } from './match-decisions';

export interface MergeCommand {
  /** The donor whose gifts will count for the other. */
  readonly donorId: string;
  readonly intoId: string;
  readonly reason: string;
}

const ORGANISATIONS: readonly DonorKind[] = [
  'legal_person',
  'undertaking',
  'foundation',
  'association',
];

/** A person is never an organisation, and who is unknown is never someone. */
export function mayBeOne(one: DonorKind, other: DonorKind): boolean {
  if (ORGANISATIONS.includes(one)) return ORGANISATIONS.includes(other);
  return one === other && one !== 'anonymous' && one !== 'group_member';
}

/**
 * Two donors that turn out to be one. Every gift keeps the donor it was booked under; from now on
 * they count together, and a split takes exactly this back.
 * @throws Problem 404 for an unknown donor, 409 when they are one already or can never be.
 */
@Injectable()
export class MergeDonors {
  constructor(private readonly changes: IdentityChanges) {}

  async run(tx: Transaction, command: MergeCommand): Promise<string> {
    const tenantId = tenantOf(tx);
    await lockIdentities(tx, tenantId, 'alone');
    const known = await canonicalOf(tx, tenantId, [command.donorId, command.intoId]);
    const from = known.get(command.donorId);
    const to = known.get(command.intoId);
    if (from === undefined || to === undefined) throw notFound();
    if (from === to)
      throw problem(409, 'donors.already_one', 'These two already count as one donor.');
    await this.mayMerge(tx, tenantId, from, to);
    const compared = await comparePair(tx, tenantId, from, to);
    const moving = await clusterOf(tx, tenantId, from);
    const merge = { absorbedId: from, intoId: to, reason: command.reason };
    const id = await insertMerge(tx, tenantId, merge);
    await relink(tx, tenantId, moving);
    await recordMatchDecision(tx, {
      donorId: command.donorId,
      otherId: command.intoId,
      verdict: 'same',
      score: compared?.score ?? 0,
      evidence: compared?.evidence ?? [],
      reason: command.reason,
    });
    await this.changes.announce(tx, { tenantId, kind: 'merged', from, to });
    return id;
  }

  private async mayMerge(
    tx: Transaction,
    tenantId: string,
    from: string,
    to: string,
  ): Promise<void> {
    const one = await findDonor(tx, tenantId, from);
    const other = await findDonor(tx, tenantId, to);
    if (one === null || other === null) throw notFound();
    if (!mayBeOne(one.kind, other.kind))
      throw problem(
        409,
        'donors.kinds_differ',
        'A person and an organisation, or someone unknown, are never one donor. Check the kind of both.',
      );
  }
}

/**
 * Takes a merge back: both count for themselves again, with what they were.
 * @throws Problem 404 for an unknown merge, 409 when it was taken back before.
 */
@Injectable()
export class SplitDonors {
  constructor(private readonly changes: IdentityChanges) {}

  async run(tx: Transaction, mergeId: string, reason: string): Promise<void> {
    const tenantId = tenantOf(tx);
    await lockIdentities(tx, tenantId, 'alone');
    const merge = await findMerge(tx, tenantId, mergeId);
    if (merge === null) throw notFound();
    if (merge.split !== null)
      throw problem(409, 'donors.already_split', 'This merge was taken back before.');
    const { absorbedId, intoId } = merge;
    const together = await clusterOf(tx, tenantId, absorbedId);
    await insertSplit(tx, tenantId, mergeId, reason);
    await relink(tx, tenantId, together);
    await recordMatchDecision(tx, {
      donorId: absorbedId,
      otherId: intoId,
      verdict: 'different',
      reason,
    });
    const [from] = together;
    if (from === undefined) throw notFound();
    await this.changes.announce(tx, { tenantId, kind: 'split', from, to: absorbedId });
  }
}
