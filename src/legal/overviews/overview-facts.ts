import { type Contribution, type Settlement } from '../facts/contribution';
import { type Debt } from '../facts/debt';
import { type DonorKind } from '../facts/donor';
import { type FiledDocument, type OverviewContent } from '../facts/filing';
import { type Group, type Ref } from '../facts/group';
import { type EuroCents } from '../kernel/euro-cents';
import { type PlainDate } from '../kernel/plain-date';

/** A donor with the particulars that art. 21 lid 1 asks for, as they are written in an overview. */
export interface OverviewDonor {
  readonly ref: Ref;
  readonly kind: DonorKind;
  readonly name: string | null;
  readonly address: string | null;
  readonly residence: string | null;
  readonly country: string | null;
  readonly ubos: readonly {
    readonly name: string;
    readonly address: string | null;
    readonly residence: string | null;
    readonly country: string | null;
  }[];
  readonly lookThrough: readonly {
    readonly ref: Ref;
    readonly year: number;
    readonly receivedOn: PlainDate;
    readonly givers: readonly {
      readonly name: string;
      readonly amount: EuroCents;
      readonly residence?: string | null;
    }[];
  }[];
}

/** A contribution as it stands after corrections, with its donor. */
export interface DonatedContribution {
  readonly donor: Ref;
  readonly contribution: Contribution;
}

/** A debt with the address of the creditor, which an overview writes out. */
export interface KnownDebt extends Debt {
  readonly address: string | null;
  readonly residence: string | null;
}

export type IncludedFiling = OverviewContent['included'][number];

/** The ledger of a group as far as an overview is drawn from it. Corrected and annulled rows are left out. */
export interface OverviewFacts {
  readonly group: Group;
  /** Name of the election the filing is about; null for a filing about a calendar year. */
  readonly electionName: string | null;
  /** Returns, balances and look-through overviews after this day do not count yet. */
  readonly asOf: PlainDate;
  readonly donors: readonly OverviewDonor[];
  readonly contributions: readonly DonatedContribution[];
  readonly settlements: readonly Settlement[];
  readonly debts: readonly KnownDebt[];
  /** What was stated in so many words; nothing is stated by itself. */
  readonly stated: OverviewContent['stated'];
  readonly documents: readonly FiledDocument[];
  /** Filings of affiliates and statements of candidates that are there; the rest is named as missing. */
  readonly included: readonly IncludedFiling[];
}
