import { type DonorKind } from '../../../legal/facts/donor';

/** What a row, a statement or a record says of a donor. What it does not say is null. */
export interface DonorDescription {
  readonly kind: DonorKind | null;
  readonly name: string | null;
  readonly address: string | null;
  readonly residence: string | null;
  readonly country: string | null;
  readonly tradeRegisterNumber: string | null;
  readonly iban: string | null;
  /** YYYY-MM-DD; only declarations know it. */
  readonly dateOfBirth?: string | null;
}

/** One thing that speaks for (positive weight) or against (negative) two being one donor. */
export interface MatchEvidence {
  /** Its words stand under `identities.evidence.<code>`. */
  readonly code: string;
  /** In bits: one more means twice as likely. */
  readonly weight: number;
  /** What was compared, as it was written. */
  readonly ours: string | null;
  readonly theirs: string | null;
}

export interface MatchCandidate {
  readonly donorId: string;
  readonly score: number;
  readonly evidence: readonly MatchEvidence[];
}

/**
 * Which known donor is described. `certain`: may be linked without asking. `doubt`: a person
 * decides; `donorId` is the likeliest. `none`: nobody known, `donorId` is null.
 */
export interface DonorMatch {
  readonly certainty: 'certain' | 'doubt' | 'none';
  readonly donorId: string | null;
  readonly score: number;
  readonly evidence: readonly MatchEvidence[];
  /** The other candidates, likeliest first, at most five. */
  readonly others: readonly MatchCandidate[];
}
