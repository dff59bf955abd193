import { type PlainDate } from '../../../legal/kernel/plain-date';

/** Kinds of ties. `gave` and `funded_by` are money, `owned_by` and `part_of` are structure; the rest is shared. */
export const TIE_KINDS = [
  'gave',
  'part_of',
  'owned_by',
  'funded_by',
  'same_person',
  'same_address',
  'same_account',
  'same_number',
] as const;
export type TieKind = (typeof TIE_KINDS)[number];

/** Someone or something in the network. */
export interface NetworkNode {
  /** D-… a donor, P-… a party, R-… who else receives, K-… what donors share. In addresses. */
  readonly ref: string;
  /** A kind of donor or of recipient, `owner`, or what is shared. */
  readonly kind: string;
  /** Null when nobody knows it. */
  readonly name: string | null;
  readonly place: string | null;
  readonly country: string | null;
}

/** A tie between two. Money goes from the giver to the receiver; what is owned points to its owner. */
export interface Tie {
  readonly kind: TieKind;
  readonly from: string;
  readonly to: string;
  /** What was given, less what was returned; null for ties without money. */
  readonly cents: number | null;
  readonly gifts: number | null;
  readonly firstOn: PlainDate | null;
  readonly lastOn: PlainDate | null;
}

/** A part of the network. Ties go between nodes that are in it. */
export interface Graph {
  readonly nodes: readonly NetworkNode[];
  readonly ties: readonly Tie[];
}

/** What of the network is looked at. */
export interface TieFilter {
  /** A calendar year, or null for all years together. */
  readonly year: number | null;
  /** Least sum of a tie of money, in cents; 0 for all. */
  readonly leastCents: number;
  readonly kinds: readonly TieKind[];
}

export const ALL_TIES: TieFilter = { year: null, leastCents: 0, kinds: TIE_KINDS };

export type RefKind = 'donor' | 'party' | 'recipient' | 'shared';

const SHAPES: readonly (readonly [RegExp, RefKind])[] = [
  [/^D-[0-9A-Z]{10}$/, 'donor'],
  [/^P-[a-z0-9][a-z0-9-]{0,79}$/, 'party'],
  [/^R-[0-9a-f]{32}$/, 'recipient'],
  [/^K-[0-9a-f]{32}$/, 'shared'],
];

/** What a reference names; null for anything that is none. */
export function refKind(ref: string): RefKind | null {
  return SHAPES.find(([shape]) => shape.test(ref))?.[1] ?? null;
}

/** A tie once, however it was come by. */
export function tieKey({ kind, from, to }: Tie): string {
  return `${kind} ${from} ${to}`;
}
