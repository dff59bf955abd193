import { type EuroCents } from '../kernel/euro-cents';
import { type Period } from '../kernel/period';

/**
 * A copied, never interpreted handle to the record a fact came from. Findings carry it, so that a
 * page or a letter can open the row behind every figure.
 */
export type Ref = string;

/** law.md section 1: the party itself, the four kinds of affiliate, candidates and branches. */
export type RecipientKind =
  | 'party'
  | 'scientific_institute'
  | 'youth_organisation'
  | 'foreign_activities'
  | 'other_affiliate'
  | 'candidate'
  | 'branch';

/**
 * What the group is in law on a day. A seat makes an association a party; losing every seat ends
 * that (Wfpp art. 1 onder b), so the status is a list of dated periods.
 */
export type GroupStatus = 'political_party' | 'new_association' | 'blank_list' | 'split_off';

export interface StatusPeriod extends Period {
  readonly status: GroupStatus;
}

export interface Membership extends Period {
  readonly recipient: Ref;
  readonly kind: RecipientKind;
  readonly name: string;
}

/** What one donor may give to the whole group in a calendar year, as the party itself decided. */
export interface OwnCap extends Period {
  readonly amount: EuroCents;
  /** Where it is written: the regulation, its article, the day it was adopted. */
  readonly source: string;
}

/** A party with its affiliates, candidates and branches, each with the dates they belonged to it. */
export interface Group {
  readonly ref: Ref;
  readonly name: string;
  readonly statuses: readonly StatusPeriod[];
  readonly members: readonly Membership[];
  /** The lower caps of the party's own gift regulation (art. 34), in order of date, never two on a day. */
  readonly ownCaps: readonly OwnCap[];
}
