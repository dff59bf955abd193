import { type ContributionForm, type ContributionType } from '../facts/contribution';
import { type DonorKind } from '../facts/donor';
import { type FilingKind, type FilingPart } from '../facts/filing';
import { type GroupStatus, type RecipientKind } from '../facts/group';
import { type EuroCents } from '../kernel/euro-cents';
import { type LawReference } from '../kernel/law-reference';
import { type PlainDate } from '../kernel/plain-date';
import { type RuleCode, type Severity } from '../rules/finding';

/**
 * A worked example of one duty. Its words are in templates/texts under `rules.example.<id>`:
 * situation and outcome, with the places that exampleValues() gives. The specs run every example
 * against the rules themselves, so what a page shows is what the rules do.
 */
interface Common {
  /** Part of a text key; never changes. */
  readonly id: string;
  /** Row of the table of duties. */
  readonly row: number;
  readonly article: LawReference;
}

export interface ExampleGift {
  readonly amount: EuroCents;
  readonly receivedOn: PlainDate;
  readonly to: Extract<RecipientKind, 'party' | 'youth_organisation' | 'candidate'>;
  readonly type: ContributionType;
  readonly form: ContributionForm;
}

export interface ExampleDonor {
  readonly kind: DonorKind;
  /** Declares the Dutch nationality; of an organisation: is in the Handelsregister. */
  readonly dutch: boolean;
  /** Name, address and owners are registered. */
  readonly registered: boolean;
  /** Gave the overview of its own givers. */
  readonly lookThrough: boolean;
}

/** What one rule finds in the gifts of one donor. Null: it finds nothing. */
export interface ReceiptsExample extends Common {
  readonly kind: 'receipts';
  readonly rule: RuleCode;
  readonly status: GroupStatus;
  readonly donor: ExampleDonor;
  readonly gifts: readonly ExampleGift[];
  readonly expected: {
    readonly outcome: string;
    readonly severity: Severity;
    /** What may not be kept; null when the rule asks for no money back. */
    readonly toGo: EuroCents | null;
  } | null;
}

/** Whether the last gift must be notified, and by when. Null: no notice. */
export interface NoticeExample extends Common {
  readonly kind: 'notice';
  readonly status: GroupStatus;
  readonly gifts: readonly ExampleGift[];
  readonly expected: {
    readonly enforced: PlainDate;
    readonly statutory: PlainDate;
  } | null;
}

/** What a filing that came in on a day, or never, gives. */
export interface FilingExample extends Common {
  readonly kind: 'filing';
  readonly filing: FilingKind;
  /** By whom: the party, its youth organisation or its candidate. */
  readonly by: Extract<RecipientKind, 'party' | 'youth_organisation' | 'candidate'>;
  readonly status: GroupStatus;
  readonly statusFrom: PlainDate;
  readonly election: 'tk2023' | 'tk2025' | null;
  /** The calendar year reported upon; of an election that of polling. */
  readonly year: number;
  readonly filedOn: PlainDate | null;
  readonly missing: readonly FilingPart[];
  readonly judgedOn: PlainDate;
  /** Null: nothing is expected at all. */
  readonly expected: {
    readonly lastDay: PlainDate;
    readonly findings: readonly {
      readonly outcome: string;
      readonly severity: Severity;
    }[];
  } | null;
}

/** Whether a donor with this total in one calendar year is listed. */
export interface ListingExample extends Common {
  readonly kind: 'listing';
  readonly filing: FilingKind;
  readonly status: GroupStatus;
  readonly election: 'tk2023' | 'tk2025' | null;
  /** The calendar year of the total. */
  readonly year: number;
  readonly total: EuroCents;
  readonly expected: { readonly threshold: EuroCents; readonly listed: boolean };
}

export interface DebtExample extends Common {
  readonly kind: 'debt';
  readonly amount: EuroCents;
  readonly since: PlainDate;
  readonly paidOn: PlainDate | null;
  /** Null: nothing has to be registered, or everything was. */
  readonly expected: { readonly outcome: string } | null;
}

export interface InternalReportExample extends Common {
  readonly kind: 'internal_report';
  readonly by: 'youth_organisation' | 'candidate';
  readonly amount: EuroCents;
  readonly receivedOn: PlainDate;
  readonly reportedOn: PlainDate | null;
  readonly judgedOn: PlainDate;
  readonly expected: { readonly lastDay: PlainDate; readonly outcome: string | null };
}

export interface RetentionExample extends Common {
  readonly kind: 'retention';
  readonly receivedOn: PlainDate;
  readonly expected: { readonly keptUntil: PlainDate };
}

export type Example =
  | ReceiptsExample
  | NoticeExample
  | FilingExample
  | ListingExample
  | DebtExample
  | InternalReportExample
  | RetentionExample;

/** A value for a place in the words of an example: a page formats it. */
export type ExampleValue =
  | { readonly kind: 'amount'; readonly amount: EuroCents }
  | { readonly kind: 'day'; readonly day: PlainDate }
  | { readonly kind: 'number'; readonly number: number };
