import { type ContributionType } from '../../../legal/facts/contribution';
import { type Membership } from '../../../legal/facts/group';
import { type EuroCents } from '../../../legal/kernel/euro-cents';
import { type PlainDate } from '../../../legal/kernel/plain-date';
import { type ReadEntry } from '../formats/read-statement';

/** One entry with the account it stands on: all that recognition may read of it. */
export type SeenEntry = Omit<ReadEntry, 'position' | 'valueOn' | 'reference'> & {
  readonly account: string;
};

/** What an entry most likely is. Debits only matter when money of a contribution left again. */
export const PROPOSAL_KINDS = [
  'contribution',
  'batch',
  'cash',
  'internal_transfer',
  'own_payment_returned',
  'refund',
  'return_of_contribution',
  'bank_costs',
  'interest',
  'subsidy',
  'tax',
  'sale',
  'loan',
  'payment',
] as const;
export type ProposalKind = (typeof PROPOSAL_KINDS)[number];

/** Why an entry is no contribution, or is administered elsewhere. */
export const SET_ASIDE_REASONS = [
  'dues_elsewhere',
  'internal_transfer',
  'sale',
  'refund',
  'own_payment_returned',
  'subsidy',
  'tax',
  'interest',
  'bank_costs',
  'loan',
  'payment',
  'other',
] as const;
export type SetAsideReason = (typeof SET_ASIDE_REASONS)[number];

/**
 * certain: a rule of the treasurer, or an earlier decision on the same account, says all of it.
 * likely: a fact says it, such as an account that is known. doubt: words or an amount suggest it.
 */
export type Certainty = 'certain' | 'likely' | 'doubt';

/** What a proposal stands on; text: recognition.reason.<code>. Values are texts ready to print. */
export interface Reason {
  readonly code: string;
  readonly values: Readonly<Record<string, string>>;
}

/** What one press of "book" would do; null when a person has to fill in something first. */
export type ProposedAction =
  | {
      readonly do: 'book';
      readonly donorId: string;
      readonly type: ContributionType;
      readonly recipientId: string;
    }
  | { readonly do: 'set_aside'; readonly reason: SetAsideReason }
  | { readonly do: 'link'; readonly contributionId: string }
  | { readonly do: 'settle'; readonly contributionId: string };

export interface Proposal {
  readonly kind: ProposalKind;
  readonly certainty: Certainty;
  readonly reasons: readonly Reason[];
  /** What to look at before deciding; text: recognition.caution.<code>. */
  readonly cautions: readonly Reason[];
  readonly donorId: string | null;
  /** Other donors it may be, best first. */
  readonly otherDonors: readonly string[];
  readonly type: ContributionType;
  readonly recipientId: string | null;
  /** The rule it stands on; null when it stands on none. */
  readonly ruleId: string | null;
  readonly action: ProposedAction | null;
}

/** A rule of the treasurer. Conditions that are null do not count; at least one is set. */
export interface EntryRule {
  readonly id: string;
  readonly name: string;
  readonly when: {
    readonly counterpartyIban: string | null;
    /** Part of the name, capitals and accents do not count; "*" stands for anything. */
    readonly namePattern: string | null;
    /** Every one of these words occurs in the description. */
    readonly words: readonly string[];
    readonly minAmount: EuroCents | null;
    readonly maxAmount: EuroCents | null;
    /** The own account it came in on. */
    readonly account: string | null;
  };
  readonly then:
    | {
        readonly do: 'book';
        readonly type: ContributionType;
        /** Null: the donor whose account or name it is. */
        readonly donorId: string | null;
        /** Null: who the account belongs to. */
        readonly recipientId: string | null;
      }
    | { readonly do: 'set_aside'; readonly reason: SetAsideReason };
  /** Books dues that need no registration (art. 21 lid 2) without being asked. */
  readonly booksItself: boolean;
}

/** What was decided before on entries of one counterparty account, when that was always the same. */
export interface EarlierDecision {
  readonly times: number;
  readonly lastOn: PlainDate;
  readonly amounts: readonly EuroCents[];
  readonly outcome:
    | {
        readonly do: 'book';
        readonly donorId: string;
        readonly type: ContributionType;
        /** Null: every time for whom the account belongs to. */
        readonly recipientId: string | null;
      }
    | { readonly do: 'set_aside'; readonly reason: SetAsideReason };
}

export interface DuesAmount {
  readonly amount: EuroCents;
  readonly name: string;
}

/** What a party knows that holds for all of its entries. */
export interface Knowledge {
  readonly members: readonly Membership[];
  /** Accounts of the group itself, to whom each belongs; null when nobody said. */
  readonly accounts: ReadonlyMap<string, string | null>;
  readonly dues: readonly DuesAmount[];
  /** In the order in which they are tried; those that are switched off are left out. */
  readonly rules: readonly EntryRule[];
  /** By counterparty account. */
  readonly earlier: ReadonlyMap<string, EarlierDecision>;
}

export interface KnownContribution {
  readonly id: string;
  readonly donorId: string;
  readonly donorName: string | null;
  readonly amount: EuroCents;
  readonly receivedOn: PlainDate;
}

/** What is known about one entry in particular. */
export interface AboutEntry {
  readonly donor: {
    readonly certainty: 'certain' | 'doubt' | 'none';
    readonly donorId: string | null;
    readonly name: string | null;
    readonly by: 'account' | 'particulars';
    readonly others: readonly string[];
  } | null;
  /** Contributions without an entry: the same amount, received within a few days. */
  readonly alike: readonly KnownContribution[];
  /** For a debit: what its counterparty gave before and was not returned in full. */
  readonly returnable: readonly KnownContribution[];
  /** For a credit: a payment of ours of this amount to the same account, shortly before. */
  readonly ownPaymentOn: PlainDate | null;
}

export const NOTHING_ABOUT: AboutEntry = {
  donor: null,
  alike: [],
  returnable: [],
  ownPaymentOn: null,
};
