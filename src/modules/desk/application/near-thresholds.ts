import { type EuroCents, euroCents, minus, ZERO } from '../../../legal/kernel/euro-cents';

/** What a donor's total in a year can reach: the yearly overview, the notice, a cap. */
export type ThresholdCode = 'disclosure' | 'notice' | 'own_cap' | 'cap';

export interface DonorThreshold {
  readonly code: ThresholdCode;
  readonly amount: EuroCents;
  /** '>=' is reached at the amount itself; '>' only above it. */
  readonly operator: '>=' | '>';
  /** 'recipient': what one recipient received. 'group': the party with all that belongs to it. */
  readonly per: 'recipient' | 'group';
}

export interface DonorTotals {
  readonly donorId: string;
  readonly total: EuroCents;
  readonly recipients: readonly { readonly recipientId: string; readonly total: EuroCents }[];
}

export interface NearThreshold {
  readonly donorId: string;
  /** Null for what counts for the whole group. */
  readonly recipientId: string | null;
  readonly code: ThresholdCode;
  readonly threshold: EuroCents;
  readonly total: EuroCents;
  /** What can still be received before it is reached; zero when one cent more reaches it. */
  readonly left: EuroCents;
}

/** Nearer than a quarter of the threshold. */
const NEAR = 4;

/** What fits below the threshold: the last cent under "of meer", the amount itself under "meer dan". */
function fits({ amount, operator }: DonorThreshold): EuroCents {
  return operator === '>=' ? minus(amount, euroCents(1)) : amount;
}

function isNear(total: EuroCents, threshold: DonorThreshold): boolean {
  return total <= fits(threshold) && (threshold.amount - total) * NEAR <= threshold.amount;
}

function nearOf(donor: DonorTotals, threshold: DonorThreshold): readonly NearThreshold[] {
  const totals =
    threshold.per === 'group' ? [{ recipientId: null, total: donor.total }] : donor.recipients;
  return totals
    .filter(({ total }) => total > ZERO && isNear(total, threshold))
    .map(({ recipientId, total }) => ({
      donorId: donor.donorId,
      recipientId,
      code: threshold.code,
      threshold: threshold.amount,
      total,
      left: minus(fits(threshold), total),
    }));
}

/** Donors that are within a quarter of a threshold they have not reached: the nearest first. */
export function nearThresholds(
  donors: readonly DonorTotals[],
  thresholds: readonly DonorThreshold[],
): readonly NearThreshold[] {
  const share = ({ left, threshold }: NearThreshold): number => left / threshold;
  return donors
    .flatMap((donor) => thresholds.flatMap((threshold) => nearOf(donor, threshold)))
    .toSorted((a, b) => share(a) - share(b) || (a.donorId < b.donorId ? -1 : 1));
}
