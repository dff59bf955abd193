import { type EuroCents } from '../../../legal/kernel/euro-cents';
import { type PlainDate } from '../../../legal/kernel/plain-date';

/*
 * What the detectors look at: gifts that were disclosed or published, and by what donors can be
 * tied together. Annulled gifts are never among them.
 */

export interface GiftFact {
  /** Known by it within its party: the key of insight.gift. */
  readonly key: string;
  /** The political group: the party with its affiliates and candidates. */
  readonly partyId: string;
  readonly donorId: string;
  /** Who of the group received it: an identifier, or a folded name when a list gives no more. */
  readonly recipient: string;
  readonly recipientName: string;
  /** Null when a published list does not say. */
  readonly type: string | null;
  /** 'rest': what a list's total of a donor holds beside its single rows. It has no day. */
  readonly line: 'gift' | 'rest';
  readonly source: 'filed' | 'list';
  readonly year: number;
  readonly receivedOn: PlainDate | null;
  readonly amount: EuroCents;
  readonly returned: EuroCents;
  /** What it adds to a total: net of what went back (D4). */
  readonly counted: EuroCents;
}

export type TraitKind =
  'address' | 'account' | 'ubo' | 'trade_register_number' | 'upstream_giver' | 'name';

export interface TraitFact {
  readonly kind: TraitKind;
  /** The same thing always has the same value. */
  readonly value: string;
  readonly label: string;
  readonly since: PlainDate | null;
}

export interface DonorFact {
  readonly id: string;
  readonly kind: string;
  readonly name: string | null;
  readonly traits: readonly TraitFact[];
  /** A person as an owner (UBO) is written: the value of the trait 'ubo' that would be them. */
  readonly ownerKey: string | null;
  /** What it named of its own givers (art. 21a); no givers: it stated that there were none. */
  readonly lookThrough: readonly LookThrough[];
}

export interface LookThrough {
  readonly partyId: string;
  readonly year: number;
  readonly givers: readonly UpstreamGiver[];
}

export interface UpstreamGiver {
  readonly name: string;
  readonly amount: EuroCents;
}

/** One donor with all its gifts, over all parties and years. */
export interface DonorScope {
  readonly key: string;
  readonly donor: DonorFact;
  readonly gifts: readonly GiftFact[];
  /** Names of each party it gave to and of that party's affiliates. */
  readonly groupNames: Readonly<Record<string, readonly string[]>>;
}

export interface Member {
  readonly donor: DonorFact;
  readonly gifts: readonly GiftFact[];
}

/** Donors that share an address, an account or an owner (UBO). */
export interface CircleScope {
  readonly key: string;
  readonly kind: 'address' | 'account' | 'ubo';
  readonly label: string;
  readonly members: readonly Member[];
  /** Of a circle of an owner: that owner as a donor of its own. */
  readonly owners: readonly Member[];
}

/** A gift that called for a notice (art. 25a). */
export interface NoticeFact {
  readonly giftKey: string;
  readonly donorId: string;
  readonly amount: EuroCents;
  readonly receivedOn: PlainDate;
  /** The last day by the reading that is enforced (D1). */
  readonly lastDay: PlainDate;
  readonly filedOn: PlainDate | null;
}

export interface MonthFact {
  /** 2025-03 */
  readonly month: string;
  /** Without remittances and dues. */
  readonly total: EuroCents;
}

/** One party: its months, in order and without gaps, and its notices of the last two years. */
export interface PartyScope {
  readonly key: string;
  readonly partyId: string;
  readonly months: readonly MonthFact[];
  readonly notices: readonly NoticeFact[];
  /** The last days of the terms that all parties know: overviews of a year and of elections. */
  readonly terms: readonly PlainDate[];
  readonly pollingDays: readonly PlainDate[];
}

/** A day on which something was decided, with the gifts around it. */
export interface DecisionScope {
  readonly key: string;
  readonly day: PlainDate;
  readonly title: string;
  readonly daysBefore: number;
  readonly daysAfter: number;
  readonly gifts: readonly GiftFact[];
}

export interface ScopeOf {
  readonly donor: DonorScope;
  readonly circle: CircleScope;
  readonly party: PartyScope;
  readonly decision: DecisionScope;
}
export type ScopeKind = keyof ScopeOf;

export type Organisation = 'legal_person' | 'undertaking' | 'foundation' | 'association';
const ORGANISATIONS = new Set<string>([
  'legal_person',
  'undertaking',
  'foundation',
  'association',
  'organisation',
]);

export function isOrganisation({ kind }: DonorFact): boolean {
  return ORGANISATIONS.has(kind);
}

const NOT_OF_FREE_WILL = new Set<string | null>(['office_holder_remittance', 'membership_dues']);

/** A single gift with a day, and no remittance or dues: those follow a rule, not a plan. */
export interface FreeGift extends GiftFact {
  readonly receivedOn: PlainDate;
}

export function freeGifts(gifts: readonly GiftFact[]): readonly FreeGift[] {
  return gifts
    .filter(
      (gift): gift is FreeGift =>
        gift.line === 'gift' && gift.receivedOn !== null && !NOT_OF_FREE_WILL.has(gift.type),
    )
    .toSorted((a, b) => compared(a.receivedOn, b.receivedOn) || compared(a.key, b.key));
}

/** Of two gifts of one day the key decides, so that the order in which they are read does not. */
function compared(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
