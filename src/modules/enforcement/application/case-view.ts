import { type Addressee } from '../../../legal/fines/fineable';
import { type FineProposal } from '../../../legal/fines/propose-fine';
import { type EuroCents } from '../../../legal/kernel/euro-cents';
import { type PlainDate } from '../../../legal/kernel/plain-date';
import {
  type CaseCommand,
  type CaseCommandType,
  type CaseRefusal,
  type CaseRole,
  type CaseState,
  type CaseTerm,
  type DecidedFact,
  type DraftDecision,
  type ObjectionOutcome,
} from '../../../legal/procedure/case';
import { type Finding } from '../../../legal/rules/finding';
import { type SentLetter } from '../../correspondence/public';
import { type DecisionContent } from './decision-content';

/** Who sees an event: the party only what was told to it, or what it did itself. */
export type Audience = 'internal' | 'party';

/** One line of the chronology; lines are only ever added. */
export interface CaseEventView {
  /** 1 for the opening; the version of the case after this event. */
  readonly sequence: number;
  readonly type: CaseCommandType | 'open';
  /** What was asked, literally; of an event that is shown to the party only what it may know. */
  readonly command: Readonly<Record<string, unknown>>;
  readonly role: CaseRole;
  /** The account, or 'system'; null for a party that reads about staff. */
  readonly actor: string | null;
  /** Name of that person at the time; null when unknown or not shown. */
  readonly actorName: string | null;
  /** The day the step counts from: of a submission the day it was received. */
  readonly day: PlainDate;
  /** Such as "Awb art. 5:53 lid 3". */
  readonly article: string | null;
  readonly audience: Audience;
  /** ISO 8601 in UTC. */
  readonly at: string;
}

/** A version of a decision as drafted, with its exact content. Never shown to the party. */
export interface CaseDraftView {
  readonly version: number;
  readonly purpose: DraftDecision['purpose'];
  readonly sha256: string;
  readonly content: DecisionContent;
  readonly draftedBy: string;
  readonly draftedByName: string | null;
  /** ISO 8601 in UTC. */
  readonly draftedAt: string;
  readonly outcome: 'open' | 'withdrawn' | 'sent_back' | 'approved';
  /** Why it was sent back; null otherwise. */
  readonly reason: string | null;
}

/** A decision: the approved version of a draft. The party sees it once it was sent. */
export interface CaseDecisionView {
  readonly id: string;
  readonly purpose: DecidedFact['purpose'];
  readonly version: number;
  readonly sha256: string;
  readonly content: DecisionContent;
  /** Null for a party that reads. */
  readonly draftedBy: string | null;
  readonly approvedBy: string | null;
  readonly approvedByName: string | null;
  readonly decidedOn: PlainDate;
  readonly amount: EuroCents;
  readonly outcome: ObjectionOutcome | null;
}

export type SubmissionKind = 'views' | 'objection' | 'repair' | 'information';

export interface SubmittedDocument {
  readonly name: string;
  /** 64 lower-case hexadecimal digits. */
  readonly sha256: string;
}

/** What came in from the party: through the system, or on paper and registered by the overseer. */
export interface CaseSubmissionView {
  readonly id: string;
  readonly kind: SubmissionKind;
  readonly channel: 'portal' | 'paper';
  readonly text: string;
  readonly documents: readonly SubmittedDocument[];
  /** The day on which it was received; terms are judged by it. */
  readonly receivedOn: PlainDate;
  /** Of an objection by post: the day on the postmark (Awb art. 6:9 lid 2). */
  readonly postedOn: PlainDate | null;
  /** ISO 8601 in UTC. */
  readonly receivedAt: string;
  /** 'waiting' until the case has taken it in, a moment later. */
  readonly state: 'waiting' | 'taken_in' | 'refused';
  /** Why the case could not take it in; it is kept all the same. */
  readonly refusal: CaseRefusal | null;
}

/** Something that asks for the attention of who handles the case. */
export interface CaseSignalView {
  /** 'ends_soon': a week before the last day. 'passed': the day is over. */
  readonly kind: 'ends_soon' | 'passed' | 'submission_refused';
  readonly term: CaseTerm['code'] | null;
  readonly lastDay: PlainDate | null;
  /** ISO 8601 in UTC. */
  readonly since: string;
}

export type CaseSource = 'proposal' | 'finding' | 'manual';

/** What a list of cases shows of each. */
export interface CaseSummary {
  readonly id: string;
  readonly tenantId: string;
  /** 'Z-2025-7KQ3-9TB2' */
  readonly number: string;
  readonly title: string;
  /** The group (party) whose case it is. */
  readonly organisation: string;
  readonly addressee: {
    readonly recipientId: string;
    readonly name: string;
    /** Null when nobody can be fined for it. */
    readonly kind: Addressee | null;
  };
  readonly source: CaseSource;
  readonly rule: string;
  readonly phase: CaseState['phase'];
  readonly protection: CaseState['protection'];
  readonly collection: CaseState['collection'];
  readonly openedOn: PlainDate;
  /** ISO 8601 in UTC; with the id the place in a list. */
  readonly openedAt: string;
  readonly endedOn: PlainDate | null;
  readonly version: number;
  /** The running term that ends first; null when none runs. */
  readonly nextTerm: CaseTerm | null;
  readonly signals: readonly CaseSignalView[];
  /** A decision waits for a second person; never told to a party. */
  readonly draftPending: boolean;
}

/**
 * A case as its reader may see it. A party gets the state as it was last told: without drafts,
 * advice, the prosecutor, names of staff and decisions that were not sent yet.
 */
export interface CaseView extends CaseSummary {
  readonly state: CaseState;
  /** Chronology of terms with their article; for a party those that concern it. */
  readonly terms: readonly CaseTerm[];
  /** The steps the reader can take now. */
  readonly possible: readonly CaseCommandType[];
  readonly events: readonly CaseEventView[];
  readonly drafts: readonly CaseDraftView[];
  readonly decisions: readonly CaseDecisionView[];
  readonly submissions: readonly CaseSubmissionView[];
  readonly letters: readonly SentLetter[];
  readonly findingId: string | null;
  readonly proposalId: string | null;
  /** The finding as it was when the case was opened; null for a tip, and for a party. */
  readonly finding: Finding | null;
  /** What was written when the case was opened by hand; null otherwise, and for a party. */
  readonly tip: string | null;
  /** What the schedule gives today with the facts of the case; null when it cannot be fined. */
  readonly calculation: FineProposal | null;
}

/** A command as a person gives it: the hash of a draft is computed by who stores it. */
export type StepCommand =
  | Exclude<CaseCommand, { readonly type: 'draft_decision' }>
  | Omit<Extract<CaseCommand, { readonly type: 'draft_decision' }>, 'sha256'>;

/** `TakeStep.run(tx, input)`: Accepted<CaseView> | Refused<StepRefusal>. */
export interface TakeStepInput {
  readonly caseId: string;
  /** The version the person looked at. */
  readonly expectedVersion: number;
  readonly command: StepCommand;
  /** Printed on letters as who drew up or signed: `request.actor.name`. */
  readonly actorName: string | null;
}

/** 'changed_meanwhile': somebody took a step since `expectedVersion` (facts: version). */
export type StepRefusal = CaseRefusal | 'changed_meanwhile';

/** `SubmitToCase.run(tx, input)` in the scope of the party; staff use RegisterSubmission. */
export interface SubmitInput {
  readonly caseId: string;
  readonly kind: SubmissionKind;
  readonly text: string;
  readonly documents: readonly SubmittedDocument[];
}

/** `RegisterSubmission.run(tx, input)`: a paper one, by the overseer; it is taken in at once. */
export interface RegisterSubmissionInput extends SubmitInput {
  readonly receivedOn: PlainDate;
  readonly postedOn: PlainDate | null;
  readonly actorName: string | null;
}

/** `OpenCase.run(tx, input)`: Accepted<CaseView> | Refused<OpenRefusal>. */
export type OpenCaseInput = { readonly actorName: string | null } & (
  | { readonly from: 'proposal'; readonly proposalId: string }
  | { readonly from: 'finding'; readonly findingId: string }
  | {
      readonly from: 'tip';
      readonly tenantId: string;
      readonly recipientId: string;
      readonly title: string;
      readonly text: string;
      /** Code of the rule that would be broken, such as 'WFPP-25a-2'. */
      readonly rule: string;
      readonly violatedOn: PlainDate;
    }
);

/** Facts: the number and id of the case that is there already; the unknown rule. */
export type OpenRefusal = 'already_open' | 'rule_unknown' | 'no_finding' | 'day_in_the_future';

export interface CaseFilter {
  readonly phase?: CaseState['phase'];
  readonly collection?: CaseState['collection'];
  /** True: only those that ended; false: only those that did not. */
  readonly ended?: boolean;
  readonly tenantId?: string;
  readonly findingId?: string;
  /** Only cases with a signal that still stands. */
  readonly needsAttention?: boolean;
  readonly after: { readonly openedAt: string; readonly id: string } | null;
  readonly limit: number;
}
