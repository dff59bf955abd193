import { type EuroCents } from '../../../legal/kernel/euro-cents';
import { type PlainDate } from '../../../legal/kernel/plain-date';

/** The columns of the ministry's list. The UBO and remark columns exist since 2024. */
export type ColumnKey =
  'party' | 'affiliate' | 'total' | 'donor' | 'address' | 'ubo' | 'gift' | 'day' | 'remark';

export interface Column {
  readonly key: ColumnKey;
  /** Place from the left, from 0. */
  readonly index: number;
  /** The heading as printed, such as "Bedragen > € 10.000" or "Datum " (with its space). */
  readonly heading: string;
}

export type SourceRowKind =
  'title' | 'blank' | 'summary_header' | 'summary' | 'summary_total' | 'note' | 'header' | 'gift';

/** One row of the file, cell by cell, exactly as it was written. */
export interface SourceRow {
  /** Row of the sheet, from 1. A cell with line breaks is still one row. */
  readonly row: number;
  readonly kind: SourceRowKind;
  readonly cells: readonly string[];
}

/** A line of the summary: did this party receive such gifts, and how much in total. */
export interface PrintedParty {
  readonly row: number;
  readonly party: string;
  readonly partyAsWritten: string;
  readonly answer: 'yes' | 'no' | null;
  readonly answerAsWritten: string;
  readonly printedTotal: EuroCents | null;
}

export interface Affiliate {
  /** One key for all spellings of the same affiliate. */
  readonly key: string;
  readonly name: string;
}

/**
 * Who gave, as far as a published list tells. `natural_person`: only a residence is printed.
 * `estate`: a legacy, or a person care of a civil-law notary. `organisation`: printed with a
 * full address.
 */
export type DonorKind = 'natural_person' | 'organisation' | 'estate';

export interface BeneficialOwner {
  /** Null when shielded: the list prints "*". */
  readonly name: string | null;
  readonly residence: string | null;
}

/** Why a name in a row, of donor or beneficial owner, is not printed: Wfpp art. 25 lid 5, or art. 51b Handelsregisterbesluit 2008. */
export type ShieldingGround = 'wfpp_25_5' | 'hrb_51b' | 'not_stated';

export interface PublishedDonor {
  /** Null when shielded. */
  readonly name: string | null;
  readonly kind: DonorKind;
  /** The office after "p/a". */
  readonly careOf: string | null;
  /** Street and town; null for a natural person (Wfpp art. 25 lid 5). */
  readonly address: string | null;
  readonly residence: string | null;
  /** The country printed between brackets, or a city state; null is the Netherlands. */
  readonly country: string | null;
  readonly beneficialOwners: readonly BeneficialOwner[];
  readonly shielding: ShieldingGround | null;
}

/** The words of one row as printed, kept so that an export gives the same row back. */
export interface RowAsWritten {
  readonly party: string;
  readonly affiliate: string;
  readonly donor: string;
  readonly address: string;
  readonly ubo: string;
  readonly remark: string;
}

/**
 * One row of the list. Without an amount it is a bare total: many gifts, each below the threshold
 * (law.md case T13).
 */
export interface PublishedGift {
  readonly row: number;
  readonly amount: EuroCents | null;
  readonly receivedOn: PlainDate | null;
  readonly inKind: boolean;
  readonly asWritten: RowAsWritten;
}

/** All that one donor gave one recipient in the year: one printed total and one or more rows. */
export interface DonorTotal {
  /** The row that carries the total. */
  readonly row: number;
  readonly party: string;
  readonly affiliate: Affiliate | null;
  readonly donor: PublishedDonor;
  readonly total: EuroCents;
  readonly totalWasText: boolean;
  readonly gifts: readonly PublishedGift[];
}

export interface PublishedList {
  readonly year: number;
  readonly title: string;
  readonly columns: readonly Column[];
  readonly summaryHeadings: readonly string[];
  readonly parties: readonly PrintedParty[];
  readonly printedTotal: EuroCents | null;
  /** The explanation above the rows, line by line as printed; the first line is its heading. */
  readonly notes: readonly string[];
  readonly donorTotals: readonly DonorTotal[];
}

export type ProblemCode =
  | 'amount_as_text'
  | 'amount_unreadable'
  | 'amount_not_positive'
  | 'day_unreadable'
  | 'day_outside_year'
  | 'day_without_amount'
  | 'amount_without_day'
  | 'total_missing'
  | 'total_below_threshold'
  | 'donor_missing'
  | 'party_missing'
  | 'party_not_in_summary'
  | 'party_twice_in_summary'
  | 'answer_contradicts_rows'
  | 'lost_character'
  | 'column_missing'
  | 'column_unknown'
  | 'not_a_list'
  | 'wrong_year'
  | 'csv_broken';

/** Something wrong in one cell, said so that a person can find it and mend it. */
export interface CellProblem {
  readonly code: ProblemCode;
  /** Blocking: what is meant cannot be known, so nothing is imported. */
  readonly blocking: boolean;
  readonly row: number;
  /** The heading of the column, such as "Totaal 2025". */
  readonly column: string;
  /** The cell as a spreadsheet names it, such as "C191". */
  readonly cell: string;
  /** The cell as it was written. */
  readonly value: string;
  readonly rule: string;
  readonly mend: string;
}

export interface ReadResult {
  /** Null when a blocking problem was found. */
  readonly list: PublishedList | null;
  readonly rows: readonly SourceRow[];
  readonly problems: readonly CellProblem[];
}
