import { type ContributionType, type Settlement } from '../facts/contribution';
import { type DonorKind, type LookThroughOverview } from '../facts/donor';
import { type Filing } from '../facts/filing';
import { type Group, type Ref } from '../facts/group';
import { type EuroCents } from '../kernel/euro-cents';
import { type PlainDate } from '../kernel/plain-date';

/** One contribution as a source states it; `contribution` is the same through all its corrections. */
export interface StatedGift {
  readonly contribution: Ref;
  readonly donor: Ref;
  /** Who received it: for a branch the branch, also where a notice counts it with its party. */
  readonly recipient: Ref;
  readonly receivedOn: PlainDate;
  readonly amount: EuroCents;
  /** What had left again when the source was filed. */
  readonly returned: EuroCents;
}

/** A notice of art. 25a: everything of one donor at one recipient in one year, as it then was. */
export interface NoticeSource {
  readonly ref: Ref;
  readonly donor: Ref;
  readonly recipient: Ref;
  readonly year: number;
  readonly filedOn: PlainDate;
  readonly total: EuroCents;
  readonly gifts: readonly StatedGift[];
}

/** A contribution of the party's ledger that was disclosed, as it stands now. */
export interface LedgerGift extends Omit<StatedGift, 'returned'> {
  /** Decide whether it is listed at all: not of the group itself, nor of an unknown donor. */
  readonly donorKind: DonorKind;
  readonly type: ContributionType;
  readonly settlements: readonly Pick<Settlement, 'amount' | 'settledOn'>[];
}

/** What a foundation or association declared of its own givers. */
export interface DeclaredOverview extends LookThroughOverview {
  readonly donor: Ref;
}

/** Everything about one group that the overseer may lay side by side, in any order. */
export interface ReconciliationSources {
  readonly group: Group;
  readonly on: PlainDate;
  readonly notices: readonly NoticeSource[];
  /** Every version that was filed; drafts are passed over, and the newest version stands. */
  readonly filings: readonly Filing[];
  readonly ledger: readonly LedgerGift[];
  /** Disclosed contributions that were annulled: no source has to list them any more. */
  readonly annulled: readonly Ref[];
  readonly lookThrough: readonly DeclaredOverview[];
}
