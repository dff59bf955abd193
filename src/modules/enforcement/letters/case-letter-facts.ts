import { type FineProposal } from '../../../legal/fines/propose-fine';
import { type EuroCents } from '../../../legal/kernel/euro-cents';
import { type LawReference } from '../../../legal/kernel/law-reference';
import { type PlainDate } from '../../../legal/kernel/plain-date';
import { type CaseState, type CaseTerm } from '../../../legal/procedure/case';
import { type NewLetter } from '../../correspondence/public';

/** A letter about a case; each has its template of the same name. */
export type CaseLetterKind =
  | 'repair_term'
  | 'information_request'
  | 'report'
  | 'intention'
  | 'committee_submission'
  | 'fine_decision'
  | 'no_fine_notice'
  | 'objection_receipt'
  | 'objection_decision'
  | 'dunning'
  | 'set_off';

/** What happened, as far as it is on record; null is left out of the letter. */
export interface Incident {
  /** Code of the rule, such as 'WFPP-25a-2'. */
  readonly rule: string;
  readonly basis: LawReference;
  /** Name of who broke it: the party, affiliate, association or candidate. */
  readonly offender: string;
  readonly donor: string | null;
  readonly year: number | null;
  readonly receivedOn: PlainDate | null;
  /** The gift or debt it is about. */
  readonly amount: EuroCents | null;
  /** Total of this donor in that year, or what is above the limit. */
  readonly total: EuroCents | null;
  /** What should have been done: "Melding van de gift", "Financieel verslag over 2024". */
  readonly duty: string | null;
  /** Last day as it is enforced, and as the Act itself counts when that is another day. */
  readonly lastDay: PlainDate | null;
  readonly statutoryLastDay: PlainDate | null;
  /** When it was done after all; null: not until the day of the letter. */
  readonly doneOn: PlainDate | null;
  /** Of a decision: the day up to which the days were counted; the day of the letter when left out. */
  readonly countedOn?: PlainDate;
  readonly daysLate: number | null;
  /** What a person wrote about it, when there is more to say. */
  readonly particulars: string | null;
}

/** Everything a letter about a case may say. Names and texts are printed literally. */
export interface CaseLetterFacts {
  /** Number of the case, also the reference of the letter. */
  readonly number: string;
  /** The one the case is about. */
  readonly organisation: string;
  /** The day on the letter. */
  readonly day: PlainDate;
  readonly incident: Incident;
  /** After the step to which the letter belongs: its terms run. */
  readonly state: CaseState;
  /** termsOf(state, day) */
  readonly terms: readonly CaseTerm[];
  /** The calculation of the fine with its steps; null while there is none. */
  readonly fine: FineProposal | null;
  readonly officials: {
    /** Drew up the report. */
    readonly reporter: string | null;
    /** Signs on behalf of the Minister. */
    readonly signatory: string;
  };
  /** What the other side said, literally; null when nothing was received. */
  readonly said: {
    readonly views: string | null;
    readonly objection: string | null;
    /** Record of the hearing. */
    readonly hearing: string | null;
  };
  /** Of a dunning notice: the fee (Awb art. 4:113) and the interest so far (4:97); null when not asked. */
  readonly costs: {
    readonly dunningFee: EuroCents | null;
    readonly interest: EuroCents | null;
    readonly interestFrom: PlainDate | null;
  };
  /** Of a set-off: the claim of the addressee that it is set off against (Awb art. 4:93). */
  readonly setOff: { readonly claim: string; readonly claimAmount: EuroCents } | null;
}

export type CaseLetter = Pick<NewLetter, 'kind' | 'template' | 'subject' | 'content'>;
