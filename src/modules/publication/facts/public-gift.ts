import { type PlainDate } from '../../../legal/kernel/plain-date';

export type PublicationStatus = 'published' | 'corrected' | 'under_check' | 'annulled';

/** In what a gift was filed, or that a list the ministry published holds it. */
export type PublicSource = 'notice' | 'annual_overview' | 'election_overview' | 'list';

export type Shielding = 'wfpp_25_5' | 'hrb_51b' | 'not_stated';

/** A donor as everybody may know it: of a natural person only name and place (art. 25 lid 5). */
export interface PublicDonor {
  /** Pseudonymous and stable over years and parties; null when the donor is shielded. */
  readonly id: string | null;
  readonly kind: string;
  readonly name: string | null;
  /** Street and number; null for a natural person. */
  readonly address: string | null;
  readonly residence: string | null;
  /** ISO 3166-1 alpha-2; null when nobody wrote it. */
  readonly country: string | null;
  readonly shielding: Shielding | null;
}

/** What is public of a gift: the whole of it, and nothing else is ever published. */
export interface PublicGift {
  /** 'G-…': in addresses, for ever. */
  readonly id: string;
  readonly version: number;
  readonly status: PublicationStatus;
  readonly party: { readonly slug: string; readonly name: string };
  readonly recipient: { readonly name: string; readonly kind: string };
  readonly donor: PublicDonor;
  readonly beneficialOwners: readonly {
    readonly name: string | null;
    readonly residence: string | null;
  }[];
  /** A rest is what a total of a donor holds beside its single gifts; it may be negative. */
  readonly line: 'gift' | 'rest';
  /** Null when the list it comes from does not say. */
  readonly type: string | null;
  readonly form: 'money' | 'in_kind';
  readonly year: number;
  /** Null when unknown; a rest has no day. */
  readonly receivedOn: PlainDate | null;
  /** Exact decimals with a point, as "10000.00"; gross of what was returned (decisions.md D4). */
  readonly amount: string;
  readonly returned: string;
  /** What it adds to totals: amount less returned; "0.00" when annulled. */
  readonly counted: string;
  readonly filedIn: readonly PublicSource[];
  readonly filedOn: PlainDate | null;
  /** Calendar days from receipt to filing; null when either is unknown. */
  readonly filedAfterDays: number | null;
  readonly remark: string | null;
  /** ISO instants in UTC. */
  readonly publishedAt: string;
  readonly changedAt: string;
}
