import { type Addressee } from '../../../legal/fines/fineable';
import { type FineProposal } from '../../../legal/fines/propose-fine';
import { type EuroCents } from '../../../legal/kernel/euro-cents';
import { type PlainDate } from '../../../legal/kernel/plain-date';
import { type DraftDecision, type ObjectionOutcome } from '../../../legal/procedure/case';
import { type Finding, type SeenParameter } from '../../../legal/rules/finding';

/**
 * What a decision says, word for word (Awb arts. 3:46, 4:86, 5:9, 5:52). The canonical JSON of this
 * is stored and hashed, and that hash is what the second person approves.
 */
export interface DecisionContent {
  readonly layout: 'case-decision/1';
  readonly case: string;
  readonly purpose: DraftDecision['purpose'];
  readonly organisation: string;
  readonly addressee: { readonly name: string; readonly kind: Addressee | null };
  readonly violation: {
    readonly rule: string;
    /** Printed: "Wfpp art. 25a lid 2". */
    readonly article: string;
    readonly violatedOn: PlainDate;
    readonly facts: Finding | null;
    readonly tip: string | null;
  };
  readonly report: { readonly drawnOn: PlainDate; readonly text: string } | null;
  readonly views: { readonly askedOn: PlainDate; readonly receivedOn: PlainDate | null } | null;
  readonly advice: {
    readonly receivedOn: PlainDate;
    readonly advice: string;
    readonly text: string | null;
  } | null;
  /** What the schedule gives: every step, the ceiling and the milder law. Null without a fine. */
  readonly calculation: FineProposal | null;
  readonly amount: EuroCents;
  /** The decided amount is another than the calculated one; the reasons then say why. */
  readonly deviates: boolean;
  readonly reasons: string;
  readonly outcome: ObjectionOutcome | null;
  /** Weeks after the day it was sent (Awb art. 4:87 lid 1); null when nothing has to be paid. */
  readonly paymentWeeks: number | null;
  /** Version of the fine schedule; null when none was used. */
  readonly schedule: string | null;
  /** Legal parameters as they were on the day of the violation and are on that of the draft. */
  readonly parameters: {
    readonly atViolation: readonly SeenParameter[];
    readonly atDecision: readonly SeenParameter[];
  };
}
