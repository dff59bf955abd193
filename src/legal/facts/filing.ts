import { type EuroCents } from '../kernel/euro-cents';
import { type LawReference } from '../kernel/law-reference';
import { type PlainDate } from '../kernel/plain-date';
import { type ForwardTerm } from '../calendar/term';
import { type ContributionForm, type ContributionType } from './contribution';
import { type DonorKind } from './donor';
import { type Ref, type RecipientKind } from './group';

/** What is filed for a period or an election; notices of art. 25a are filed one by one. */
export type FilingKind =
  | 'annual_report' // art. 25: report, gifts, debts, statement of the accountant, look-through
  | 'affiliate_overview' // art. 30 lid 2
  | 'pre_election_overview' // art. 28, for a new association art. 31 lid 3
  | 'post_election_overview' // art. 28a
  | 'candidate_overview' // art. 29, for a new association art. 31 lid 2
  | 'blank_list_overview' // art. 32
  | 'gift_regulation'; // art. 34

/** The parts a filing must hold; the completeness check names the one that is missing. */
export type FilingPart =
  | 'report' // financial report
  | 'gifts' // overview of contributions
  | 'in_kind' // gifts in kind, or the explicit statement that there are none (T3)
  | 'debts' // all debts of the year, not only those at its end (T26)
  | 'look_through' // overviews of foundations and associations that gave
  | 'auditor_statement' // names the documents and versions it covers (T28)
  | 'affiliate' // the filing of an affiliate (art. 30)
  | 'candidate' // the statement of or about a candidate (art. 29 lid 5)
  | 'board_signature'
  | 'accountant_signature'
  | 'document'; // the text itself (gift regulation)

/** One filing that the law wants of one actor: who owes what by when. */
export interface ExpectedFiling {
  /** The same duty always has the same key, also when its dates move: 'annual_report:2024:<recipient>'. */
  readonly key: string;
  readonly kind: FilingKind;
  /** Number of the row in the table of duties. */
  readonly duty: number;
  readonly basis: LawReference;
  readonly group: Ref;
  /** Who files it: the party, an affiliate, the first candidate of a blank list. */
  readonly recipient: Ref;
  readonly recipientKind: RecipientKind;
  /** Null for a filing about a calendar year. */
  readonly election: Ref | null;
  /** The calendar year reported upon, or that of polling day. */
  readonly year: number;
  /** Which receipts it covers. */
  readonly period: { readonly from: PlainDate; readonly until: PlainDate };
  /** First day on which a complete filing can be received. */
  readonly opensOn: PlainDate;
  /** Last day on which it is in time, itself included. */
  readonly lastDay: PlainDate;
  /** How that day was counted, when it runs on from another day. */
  readonly term: ForwardTerm | null;
  /** Last day on which the Minister publishes; null when the law sets none. */
  readonly publicationBy: PlainDate | null;
  /** A donor whose total in a calendar year reaches this is listed (">="); null when not asked. */
  readonly threshold: { readonly value: EuroCents; readonly source: string } | null;
  /** A part-year of the period with a threshold of its own (art. 29 lid 7); empty otherwise. */
  readonly partYearThresholds: readonly {
    readonly year: number;
    readonly value: EuroCents;
    readonly source: string;
  }[];
  /** The parts it needs; `ref` names the affiliate or candidate. */
  readonly parts: readonly RequiredPart[];
}

export interface RequiredPart {
  readonly part: FilingPart;
  readonly ref: Ref | null;
  readonly name: string | null;
  readonly basis: LawReference;
  /** In art. 37 lid 1; a part that is not can never lead to a fine. */
  readonly fineable: boolean;
}

export interface OverviewLine {
  readonly contribution: Ref;
  readonly recipient: Ref;
  readonly receivedOn: PlainDate;
  readonly amount: EuroCents;
  readonly returned: EuroCents;
  readonly form: ContributionForm;
  readonly type: ContributionType;
}

/** Everything listed of one donor in one calendar year. */
export interface OverviewGift {
  readonly donor: Ref;
  readonly donorKind: DonorKind;
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
  readonly year: number;
  readonly lines: readonly OverviewLine[];
  /** Net of returns, and what of it is money and in kind. */
  readonly money: EuroCents;
  readonly inKind: EuroCents;
  readonly total: EuroCents;
}

export interface OverviewDebt {
  readonly debt: Ref;
  readonly creditor: string;
  readonly address: string | null;
  readonly residence: string | null;
  /** Highest balance within the period: a debt that was repaid before its end is listed too (T26). */
  readonly highest: EuroCents;
  readonly atEnd: EuroCents;
}

export interface OverviewLookThrough {
  readonly donor: Ref;
  readonly name: string | null;
  readonly year: number;
  readonly overview: Ref | null;
  readonly givers: readonly {
    readonly name: string;
    readonly residence: string | null;
    readonly amount: EuroCents;
  }[];
}

/** What a filing says; these bytes are signed, so nothing in it is derived later. */
export interface OverviewContent {
  readonly layout: 'overview/1';
  readonly kind: FilingKind;
  readonly group: { readonly ref: Ref; readonly name: string };
  readonly recipient: { readonly ref: Ref; readonly name: string; readonly kind: RecipientKind };
  readonly election: { readonly ref: Ref; readonly name: string } | null;
  readonly year: number;
  readonly period: { readonly from: PlainDate; readonly until: PlainDate };
  readonly threshold: ExpectedFiling['threshold'];
  readonly partYearThresholds: ExpectedFiling['partYearThresholds'];
  readonly gifts: readonly OverviewGift[];
  readonly debts: readonly OverviewDebt[];
  readonly lookThrough: readonly OverviewLookThrough[];
  /** What was stated in so many words; true makes an empty list a fact and not a gap. */
  readonly stated: {
    readonly noGifts: boolean;
    readonly noGiftsInKind: boolean;
    readonly noDebts: boolean;
  };
  /** Documents that belong to it, by hash: report, statement of the accountant, regulation. */
  readonly documents: readonly FiledDocument[];
  /** Filings of affiliates, and candidates, that this one takes along. */
  readonly included: readonly {
    readonly part: 'affiliate' | 'candidate';
    readonly ref: Ref;
    readonly name: string;
    readonly filing: Ref | null;
    readonly sha256: string | null;
  }[];
  readonly totals: {
    readonly gifts: EuroCents;
    readonly money: EuroCents;
    readonly inKind: EuroCents;
    readonly debtsAtEnd: EuroCents;
  };
}

export interface FiledDocument {
  readonly part: 'report' | 'auditor_statement' | 'document' | 'candidate';
  readonly name: string;
  readonly sha256: string;
  /** Of a statement of the accountant: the documents and versions it covers, by hash (T28). */
  readonly covers: readonly string[];
}

/** A signature under the exact bytes of one version. */
export interface FilingSignature {
  readonly role: 'board' | 'accountant';
  readonly by: string;
  readonly on: PlainDate;
  /** Of the bytes that were signed: another hash is another document, and the signature is void. */
  readonly sha256: string;
}

/** One version of a filing as it stands. */
export interface Filing {
  readonly ref: Ref;
  readonly expected: string;
  readonly version: number;
  readonly nil: boolean;
  readonly content: OverviewContent;
  readonly sha256: string;
  readonly signatures: readonly FilingSignature[];
  /** Null while it is a draft. */
  readonly filedOn: PlainDate | null;
  /** Why this version replaces the one before it; null for the first. */
  readonly reason: string | null;
}

/** Three states everywhere: nothing is assumed of what was not received. */
export type ReceivedState = 'filed' | 'nil_filed' | 'not_received';
