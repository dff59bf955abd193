import { type EuroCents } from '../kernel/euro-cents';
import { type PlainDate } from '../kernel/plain-date';
import { type Ref } from './group';

/** What is owed after a drawing or a repayment, from this day on until the next. */
export interface DebtBalance {
  readonly on: PlainDate;
  readonly balance: EuroCents;
}

/** A debt of a party or affiliate (art. 1 onder l, art. 21 lid 3). */
export interface Debt {
  readonly ref: Ref;
  readonly debtor: Ref;
  readonly creditor: string;
  /** Which of the particulars that art. 21 lid 3 asks for are on record. */
  readonly particulars: { readonly name: boolean; readonly address: boolean };
  /** Owed to an administrative body under administrative law (Awb art. 4:85): never listed. */
  readonly underAdministrativeLaw: boolean;
  /** Oldest first; the last one holds until now. */
  readonly balances: readonly DebtBalance[];
}
