import { type EuroCents } from '../kernel/euro-cents';
import { type LawReference } from '../kernel/law-reference';
import { type PlainDate } from '../kernel/plain-date';
import { type Ref } from '../facts/group';
import { type DueDates } from '../calendar/substantial-gift-term';

export type RuleCode =
  | 'WFPP-21-1' // particulars of the donor not registered
  | 'WFPP-21a-2' // look-through overview missing
  | 'WFPP-23-1' // anonymous above the limit
  | 'WFPP-23a-1' // foreign donor
  | 'WFPP-25a-2' // substantial gift: notice due (duty) or late
  | 'WFPP-29b-1' // cap of a party and its group, also of a new association
  | 'WFPP-32a-1' // cap of a blank list
  | 'WFPP-25-1-B' // small gifts together reach the yearly overview (warning, T24)
  | 'D2-GROUP-TOTAL' // the group reaches the notice threshold, no recipient does (signal)
  | 'WFPP-34-OWN-CAP' // the party's own lower cap (warning)
  | 'WFPP-21-3' // particulars of a debt not registered
  | 'WFPP-25-1' // annual report and overviews: late, missing or incomplete
  | 'WFPP-28-1' // overview before the election
  | 'WFPP-28a-1' // overview after the election
  | 'WFPP-29-1' // overview of the candidates
  | 'WFPP-29b-1-WEEK' // an affiliate or candidate told its party late (one week)
  | 'WFPP-30-2' // annual overview of an affiliate
  | 'WFPP-31-3' // overview of a new association
  | 'WFPP-32-1' // overview of a blank list
  | 'WFPP-33' // any of these by a split-off group
  | 'WFPP-34' // no public gift regulation (not fineable)
  | 'FILINGS-DIFFER'; // two sources do not say the same

/**
 * finding: the law is or will be broken unless something is done. warning: the text forbids it but
 * the product does not treat it as a breach (D6). signal: worth a look, no breach.
 * undecided: a fact or parameter is missing, so no answer is possible (D19).
 */
export type Severity = 'finding' | 'warning' | 'signal' | 'undecided';

/** A legal parameter as the rule saw it. */
export interface SeenParameter {
  readonly key: string;
  readonly value: number | boolean | string;
  readonly unit:
    'cents' | 'days' | 'weeks' | 'boolean' | 'text' | 'percent' | 'years' | 'months' | 'persons';
  readonly source: string;
  readonly inForceFrom: PlainDate;
}

export interface SeenAmount {
  readonly label: string;
  readonly amount: EuroCents;
}

export interface SeenContribution {
  readonly contribution: Ref;
  readonly recipient: Ref;
  readonly amount: EuroCents;
  readonly receivedOn: PlainDate;
}

/** A document that was read or awaited, so that both sources of a difference can be opened. */
export interface SeenDocument {
  readonly kind:
    | 'expected_filing'
    | 'filing'
    | 'notice'
    | 'debt'
    | 'ledger'
    | 'look_through'
    | 'internal_report';
  readonly ref: Ref;
  /** Version of a filing; null where there are no versions. */
  readonly version: number | null;
  /** The total or amount it states, null when it states none or does not mention the gift. */
  readonly amount: EuroCents | null;
  readonly on: PlainDate | null;
}

/** One part of a remedy: this much of this contribution goes there (law.md section 7). */
export interface RemedyStep {
  readonly contribution: Ref | null;
  readonly recipient: Ref;
  readonly amount: EuroCents;
  readonly form: 'money' | 'in_kind';
  readonly to: 'donor' | 'minister' | 'minister_or_destroy';
}

export interface Remedy {
  readonly basis: LawReference;
  readonly steps: readonly RemedyStep[];
  readonly total: EuroCents;
  /** What was already returned, transferred or destroyed for this ground. */
  readonly done: EuroCents;
  readonly open: EuroCents;
  /** Statutory wording: "as soon as possible" or no term at all. */
  readonly statutoryTerm: 'as_soon_as_possible' | 'none';
}

/** What a rule found: codes and facts, never a sentence. Pages and letters word it. */
export interface Finding {
  readonly rule: RuleCode;
  readonly basis: LawReference;
  readonly severity: Severity;
  /** Which of the rule's outcomes this is, for example 'over_cap' or 'residence_unknown'. */
  readonly outcome: string;
  /** Tells findings of one donor-year apart; the same cause always has the same key. */
  readonly key: string;
  readonly recipient: Ref | null;
  readonly contributions: readonly SeenContribution[];
  readonly amounts: readonly SeenAmount[];
  readonly parameters: readonly SeenParameter[];
  /** Particulars, declarations or documents whose absence caused the finding. */
  readonly missing: readonly string[];
  /** The first day on which the situation existed: lex mitior and limitation count from here. */
  readonly since: PlainDate;
  readonly remedy: Remedy | null;
  /** Left out by rules about gifts alone. */
  readonly documents?: readonly SeenDocument[];
  /** Of a filing that is late or missing: the last day, and the part that is missing. */
  readonly filing?: {
    readonly expected: string;
    readonly lastDay: PlainDate;
    readonly filedOn: PlainDate | null;
    readonly part: string | null;
    readonly partOf: Ref | null;
  };
}

/** A contribution that must be notified (art. 25a), with both readings of the term (D1). */
export interface NoticeDuty {
  readonly contribution: Ref;
  readonly recipient: Ref;
  readonly receivedOn: PlainDate;
  /** Net total of the donor at this recipient in the year, after this contribution. */
  readonly totalAfter: EuroCents;
  readonly due: DueDates;
  readonly parameters: readonly SeenParameter[];
}

export interface RecipientTotal {
  readonly recipient: Ref;
  readonly gross: EuroCents;
  readonly net: EuroCents;
}

export interface Judgement {
  readonly findings: readonly Finding[];
  readonly duties: readonly NoticeDuty[];
  readonly totals: {
    readonly group: { readonly gross: EuroCents; readonly net: EuroCents };
    readonly recipients: readonly RecipientTotal[];
  };
  /** Room left under the cap for the whole group; null when no cap applies or it is unknown. */
  readonly room: EuroCents | null;
}
