import { type EuroCents } from '../kernel/euro-cents';
import { type LawReference } from '../kernel/law-reference';
import { type PlainDate } from '../kernel/plain-date';

/** Who takes a step. `system`: a term that passed. `party`: the one the case is about. */
export type CaseRole =
  'system' | 'overseer' | 'decision_maker' | 'committee_member' | 'committee_secretary' | 'party';

export interface CaseActor {
  readonly id: string;
  readonly role: CaseRole;
}

/** Where a case stands until its decision was made known (law.md 8.2). */
export type Phase =
  | 'signal'
  | 'under_review'
  | 'repair_offered'
  | 'at_prosecutor'
  | 'report_drawn'
  | 'views_asked'
  | 'at_committee'
  | 'decided_fine'
  | 'decided_no_fine'
  | 'notified'
  | 'dismissed' // ended before a decision: repaired, no violation
  | 'prosecuted' // Awb 5:44: the criminal court has it
  | 'lapsed'; // Awb 5:45: the power has lapsed

/** Legal protection after notification; runs beside the collection (Awb 6:16). */
export type Protection =
  | 'none' // not notified, or a decision without a fine
  | 'open' // the term for objection runs
  | 'objection'
  | 'objection_decided'
  | 'appeal'
  | 'higher_appeal'
  | 'final';

/** Collection of the fine after notification. */
export type Collection =
  'none' | 'due' | 'in_default' | 'dunned' | 'writ' | 'set_off' | 'paid' | 'annulled' | 'lapsed'; // Awb 4:104

/** What the case is about; it never changes. */
export interface CaseSubject {
  readonly rule: string;
  readonly basis: LawReference;
  /** In art. 37 lid 1 and the actor can be an addressee: without it no step leads to a fine (8.3). */
  readonly fineable: boolean;
  /** The day on which the rule was first broken: the five years count from here. */
  readonly violatedOn: PlainDate;
  readonly ceiling: EuroCents;
}

/** A decision as drafted: who approves it approves exactly this hash. */
export interface DraftDecision {
  readonly purpose: 'fine' | 'no_fine' | 'objection' | 'set_off';
  readonly version: number;
  /** SHA-256 of the canonical content, lower-case hex. */
  readonly sha256: string;
  readonly draftedBy: string;
  readonly draftedOn: PlainDate;
  /** Fine, fine after objection, or amount set off; zero when there is none. */
  readonly amount: EuroCents;
  readonly reasons: string;
  /** Of a decision on objection. */
  readonly outcome: ObjectionOutcome | null;
}

export type ObjectionOutcome = 'inadmissible' | 'unfounded' | 'amount_changed' | 'annulled';
export type JudgmentOutcome = 'upheld' | 'amount_changed' | 'annulled';

export interface DecidedFact {
  readonly purpose: DraftDecision['purpose'];
  readonly sha256: string;
  readonly draftedBy: string;
  readonly approvedBy: string;
  readonly decidedOn: PlainDate;
  readonly amount: EuroCents;
  readonly reasons: string;
  readonly outcome: ObjectionOutcome | null;
}

export interface Payment {
  readonly kind: 'paid' | 'set_off' | 'repaid';
  readonly amount: EuroCents;
  readonly on: PlainDate;
  readonly evidence: string;
}

/** Everything that happened in a case, as far as a later step depends on it. */
export interface CaseState {
  readonly phase: Phase;
  readonly protection: Protection;
  readonly collection: Collection;
  readonly subject: CaseSubject;
  readonly openedOn: PlainDate;
  readonly informationAsked: {
    readonly question: string;
    readonly on: PlainDate;
    readonly lastDay: PlainDate;
    readonly answeredOn: PlainDate | null;
  } | null;
  readonly repair: {
    readonly offeredOn: PlainDate;
    readonly lastDay: PlainDate;
    readonly reportedOn: PlainDate | null;
  } | null;
  readonly prosecutor: {
    readonly sentOn: PlainDate;
    readonly answeredOn: PlainDate | null;
    readonly answer: 'waived' | 'prosecutes' | 'silent' | null;
  } | null;
  readonly report: {
    readonly drawnOn: PlainDate;
    readonly drawnBy: string;
    readonly text: string;
  } | null;
  readonly views: {
    readonly askedOn: PlainDate;
    readonly lastDay: PlainDate;
    readonly receivedOn: PlainDate | null;
  } | null;
  readonly advice: {
    readonly sentOn: PlainDate;
    readonly extended: boolean;
    readonly receivedOn: PlainDate | null;
    readonly advice: 'fine' | 'no_fine' | 'other' | null;
    readonly text: string | null;
  } | null;
  readonly draft: DraftDecision | null;
  /** How many drafts were made; the next one gets the next number, whatever its purpose. */
  readonly draftsMade: number;
  /** The newest decision of each purpose stands; earlier ones stay listed. */
  readonly decisions: readonly DecidedFact[];
  readonly notifiedOn: PlainDate | null;
  readonly objection: {
    readonly receivedOn: PlainDate;
    readonly inTime: boolean;
    readonly withCommittee: boolean;
    readonly heardOn: PlainDate | null;
    readonly hearingWaived: boolean;
    readonly adjourned: boolean;
    readonly decisionNotifiedOn: PlainDate | null;
  } | null;
  readonly appeals: readonly {
    readonly court: 'district_court' | 'council_of_state';
    readonly lodgedOn: PlainDate;
    /** `amount`: what the fine is after this judgment. */
    readonly judgment: {
      readonly on: PlainDate;
      readonly outcome: JudgmentOutcome;
      readonly amount: EuroCents;
    } | null;
  }[];
  /** The day on which nothing could be brought against the fine any more (Awb 5:45 lid 3). */
  readonly finalOn: PlainDate | null;
  readonly dunnedOn: PlainDate | null;
  readonly writOn: PlainDate | null;
  readonly payments: readonly Payment[];
  /** What is still owed, in cents; zero before a fine was notified. */
  readonly outstanding: EuroCents;
  readonly ended: { readonly on: PlainDate; readonly reason: string } | null;
}

/** What can be asked of a case. Free texts are kept as they were given. */
export type CaseCommand =
  | { readonly type: 'start_review' }
  | { readonly type: 'request_information'; readonly question: string; readonly lastDay: PlainDate }
  | { readonly type: 'receive_information' }
  | { readonly type: 'offer_repair'; readonly lastDay: PlainDate }
  | { readonly type: 'report_repair' }
  | { readonly type: 'dismiss'; readonly reason: string }
  | { readonly type: 'send_to_prosecutor'; readonly offence: string }
  | { readonly type: 'receive_prosecutor'; readonly answer: 'waived' | 'prosecutes' }
  | { readonly type: 'resume_after_prosecutor' } // 13 weeks of silence
  | { readonly type: 'draw_report'; readonly text: string }
  | { readonly type: 'ask_views'; readonly lastDay: PlainDate }
  | { readonly type: 'receive_views' }
  | { readonly type: 'send_to_committee' }
  | { readonly type: 'extend_advice' }
  | {
      readonly type: 'receive_advice';
      readonly advice: 'fine' | 'no_fine' | 'other';
      readonly text: string;
    }
  | {
      readonly type: 'draft_decision';
      readonly purpose: DraftDecision['purpose'];
      readonly amount: EuroCents;
      readonly reasons: string;
      readonly outcome: ObjectionOutcome | null;
      /** Of the canonical content of the draft, computed by who stores it. */
      readonly sha256: string;
    }
  | { readonly type: 'withdraw_draft' }
  | { readonly type: 'send_back_draft'; readonly reason: string }
  | { readonly type: 'approve_decision'; readonly version: number; readonly sha256: string }
  | { readonly type: 'notify' }
  | { readonly type: 'receive_objection'; readonly postedOn: PlainDate | null }
  | { readonly type: 'refer_objection_to_committee' }
  | { readonly type: 'hold_hearing' }
  | { readonly type: 'waive_hearing' }
  | { readonly type: 'adjourn_objection' }
  | { readonly type: 'notify_objection_decision' }
  | { readonly type: 'lodge_appeal' }
  | {
      readonly type: 'receive_judgment';
      readonly outcome: JudgmentOutcome;
      readonly amount: EuroCents;
    }
  | { readonly type: 'become_final' } // a term for objection or appeal passed unused
  | { readonly type: 'record_payment'; readonly amount: EuroCents; readonly evidence: string }
  | { readonly type: 'payment_term_passed' }
  | { readonly type: 'dun' }
  | { readonly type: 'issue_writ' }
  | { readonly type: 'repay'; readonly amount: EuroCents; readonly evidence: string }
  | { readonly type: 'lapse' };

export type CaseCommandType = CaseCommand['type'];

/** Why a step was refused; the facts of the refusal hold the day or state that stands in its way. */
export type CaseRefusal =
  | 'role_may_not' // this role never takes this step
  | 'not_in_this_phase'
  | 'case_has_ended'
  | 'not_fineable' // 8.3: no path to a fine
  | 'power_lapsed' // Awb 5:45
  | 'at_prosecutor' // Awb 5:44, W 38
  | 'report_missing' // Awb 5:53 lid 2
  | 'views_not_asked' // Awb 5:53 lid 3
  | 'views_term_running'
  | 'advice_missing' // Bfpp 3 lid 1
  | 'second_person_needed' // who drafts never decides
  | 'content_changed' // the approval names another version or hash
  | 'no_draft'
  | 'draft_pending'
  | 'above_ceiling' // W 37 lid 4
  | 'amount_not_positive'
  | 'above_outstanding'
  | 'higher_than_before' // an objection never makes it worse
  | 'day_in_the_past' // a term must end after today
  | 'term_running'
  | 'term_passed'
  | 'already_done'
  | 'hearing_missing' // Awb 7:2
  | 'not_dunned' // Awb 4:114, 5:10
  | 'nothing_to_repay'
  | 'already_decided' // Awb 5:43
  | 'text_missing';

/** A term of a step with the article it rests on; `lastDay` null when no day can be said. */
export interface CaseTerm {
  readonly code:
    | 'information'
    | 'repair'
    | 'prosecutor'
    | 'decision' // 13 weeks
    | 'views'
    | 'advice'
    | 'advice_extended'
    | 'objection'
    | 'objection_decision'
    | 'objection_decision_committee'
    | 'objection_decision_adjourned'
    | 'appeal'
    | 'higher_appeal'
    | 'payment'
    | 'dunning'
    | 'power_lapses'
    | 'collection_lapses';
  readonly basis: LawReference;
  /** The day from which it is counted. */
  readonly from: PlainDate;
  readonly lastDay: PlainDate;
  /** Days by which it was put off (Awb 5:51 lid 2, 5:45 lid 3). */
  readonly suspendedDays: number;
  /** 'met': what it waits for happened. 'running': not yet. 'passed': its last day is behind `on`. */
  readonly state: 'running' | 'met' | 'passed';
  /** An order term: passing it does not end the power (ABRvS 2023:3702). */
  readonly orderTerm: boolean;
}
