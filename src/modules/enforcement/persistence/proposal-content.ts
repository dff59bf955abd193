import { type DueDates } from '../../../legal/calendar/substantial-gift-term';
import { type FineProposal, type Violation } from '../../../legal/fines/propose-fine';
import { type Addressee } from '../../../legal/fines/fineable';
import { type Finding } from '../../../legal/rules/finding';

/** All that a person needs to decide on a proposal, kept as it was on the day of the proposal. */
export interface ProposalContent {
  readonly finding: Finding;
  readonly addressee: Addressee;
  readonly violatedOn: string;
  /** The last day on which the power to fine exists (Awb art. 5:45 lid 1). */
  readonly powerLapsesOn: string;
  readonly calculatedOn: string;
  /** What the schedule was asked; a case asks again with what is known by then. */
  readonly violation: Violation;
  readonly fine: FineProposal;
  /** Of a late notice: both readings of the term, when it was filed and how late that was. */
  readonly notice: {
    readonly due: DueDates;
    readonly filedOn: string | null;
    readonly daysLate: number;
  } | null;
}
