import { type PlainDate } from '../kernel/plain-date';
import { type EuroCents } from '../kernel/euro-cents';
import { type Donor } from './donor';
import { type Group, type Ref } from './group';

export type ContributionType =
  | 'gift'
  | 'membership_dues'
  | 'office_holder_remittance'
  | 'legacy'
  | 'loan_waived'
  | 'in_kind'
  | 'discount';

/** A discount and a thing or service count as in kind; everything else is money. */
export type ContributionForm = 'money' | 'in_kind';

export interface Contribution {
  readonly ref: Ref;
  readonly recipient: Ref;
  readonly type: ContributionType;
  readonly form: ContributionForm;
  /** Money received, or market value minus what was paid for it (art. 22). Always above zero. */
  readonly amount: EuroCents;
  /** Money: the day the account is credited. In kind: delivery or acceptance (D11). */
  readonly receivedOn: PlainDate;
  /** Order of booking within a receipt day; only used to tell which gift reached a threshold. */
  readonly sequence: number;
}

export type SettlementKind = 'returned_to_donor' | 'transferred_to_state' | 'destroyed';

/** Money or value that left again: a fact of its own that names the contribution (D4). */
export interface Settlement {
  readonly ref: Ref;
  readonly contribution: Ref;
  readonly kind: SettlementKind;
  readonly amount: EuroCents;
  readonly settledOn: PlainDate;
}

/** Everything one donor gave to one group in one calendar year: the unit the law judges. */
export interface DonorYear {
  readonly group: Group;
  readonly donor: Donor;
  readonly year: number;
  readonly contributions: readonly Contribution[];
  readonly settlements: readonly Settlement[];
}
