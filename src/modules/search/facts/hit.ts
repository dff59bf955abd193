import { type PlainDate } from '../../../legal/kernel/plain-date';
import { type CursorKey } from '../../../platform/http/keyset';

/** What can be found, in the order it is shown. */
export const GROUPS = [
  'donors',
  'organisations',
  'owners',
  'gifts',
  'notices',
  'filings',
  'findings',
  'proposals',
  'cases',
  'letters',
  'publications',
] as const;
export type Group = (typeof GROUPS)[number];

/** By what something was found. */
export const REASONS = [
  'name',
  'similar_name',
  'place',
  'party',
  'amount',
  'day',
  'number',
  'register_number',
  'account',
  'title',
] as const;
export type Reason = (typeof REASONS)[number];

/** One thing that was found: facts only, words are made by the page. */
export interface Hit {
  readonly group: Group;
  readonly id: string;
  /** Where it opens. */
  readonly href: string;
  /** Of a donor, an owner, an organisation; the donor of a gift. Null when nobody knows it. */
  readonly name: string | null;
  /** M-2025-…, D-…; null for what has none. */
  readonly number: string | null;
  /** The party it belongs to, or that received it. */
  readonly party: string | null;
  readonly place: string | null;
  readonly amountCents: number | null;
  readonly day: PlainDate | null;
  readonly year: number | null;
  /** A code that says what it is: kind of donor, of filing, a rule. */
  readonly code: string | null;
  /** A title as somebody wrote it. */
  readonly title: string | null;
  readonly why: readonly Reason[];
  /** Where its list goes on after it. */
  readonly position: CursorKey;
}

/** What a hit has unless its group says otherwise. */
export const EMPTY_HIT = {
  name: null,
  number: null,
  party: null,
  place: null,
  amountCents: null,
  day: null,
  year: null,
  code: null,
  title: null,
} as const;

/** A stretch of a list. */
export interface Stretch {
  /** The position of the last hit before it; null at the start. */
  readonly after: CursorKey | null;
  readonly limit: number;
}
