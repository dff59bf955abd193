import { type PlainDate } from '../kernel/plain-date';
import { type EuroCents } from '../kernel/euro-cents';
import { type Ref } from './group';

export type DonorKind =
  | 'natural_person'
  | 'legal_person'
  | 'undertaking'
  | 'foundation'
  | 'association'
  | 'estate'
  | 'anonymous'
  /** The party or one of its affiliates giving to another of the same group (art. 29b lid 3). */
  | 'group_member';

/**
 * Kieswet art. B 1 lid 2: grounds on which a Dutch national in AW, CW or SX may vote. 'none': the
 * donor declared to have no such ground, which is not the same as having declared nothing.
 */
export const CARIBBEAN_GROUNDS = [
  'ten_years_resident',
  'dutch_public_service',
  'household',
  'none',
] as const;
export type CaribbeanGround = (typeof CARIBBEAN_GROUNDS)[number];

/**
 * What the donor (or, for an estate, the deceased at death) declared. It is a declaration, never
 * "verified": the register of voters is not public. Null in a field means: not declared.
 */
export interface EligibilityDeclaration {
  readonly declaredOn: PlainDate;
  readonly dutchNational: boolean | null;
  /** Null when unknown; age is tested on the receipt day. */
  readonly dateOfBirth: PlainDate | null;
  /** Declared to be 18 or older on the day of declaration; used when no date of birth is known. */
  readonly adult: boolean | null;
  /** The day `adult` speaks of when that is another day than that of the declaration. */
  readonly adultOn?: PlainDate | null;
  /** ISO 3166-1 alpha-2: NL (with BQ), AW, CW, SX or any other country. */
  readonly residence: string | null;
  readonly caribbeanGround: CaribbeanGround | null;
  readonly disenfranchised: boolean | null;
}

/** An entry of the overview by which a foundation or association names its own givers (21a). */
export interface LookThroughGiver {
  readonly name: string;
  readonly amount: EuroCents;
}

/** Received for one calendar year. An empty list states that nobody gave more than EUR 1 000. */
export interface LookThroughOverview {
  readonly ref: Ref;
  readonly year: number;
  readonly receivedOn: PlainDate;
  readonly givers: readonly LookThroughGiver[];
}

/** Which of the particulars that art. 21 lid 1 asks for are on record. */
export interface Particulars {
  readonly name: boolean;
  readonly address: boolean;
  /** True when at least one ultimate beneficial owner has a name and an address on record. */
  readonly ubo: boolean;
}

export interface Donor {
  readonly ref: Ref;
  readonly kind: DonorKind;
  readonly particulars: Particulars;
  readonly declaration: EligibilityDeclaration | null;
  /** In the Dutch Handelsregister: true, false, or null when nobody has looked. */
  readonly inTradeRegister: boolean | null;
  readonly lookThrough: readonly LookThroughOverview[];
}
