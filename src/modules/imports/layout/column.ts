/** What can be imported, one kind in one file. */
export const IMPORT_KINDS = [
  'contributions',
  'donors',
  'affiliates',
  'debts',
  'look_through',
] as const;

export type ImportKind = (typeof IMPORT_KINDS)[number];

export interface Title {
  readonly nl: string;
  readonly en: string;
}

/** One of the answers of a column with a list; the words of both languages are understood. */
export interface Choice extends Title {
  readonly value: string;
  readonly synonyms: readonly string[];
}

export type ColumnKind =
  | 'text'
  | 'amount'
  | 'day'
  | 'choice'
  | 'yes_no'
  | 'year'
  | 'country'
  | 'trade_register'
  | 'iban'
  | 'recipient'
  | 'donor_number';

export interface Column {
  /** Stable name; the same in every version of the layout. */
  readonly key: string;
  readonly title: Title;
  /** Other headings that mean the same, beside both titles. */
  readonly synonyms: readonly string[];
  readonly kind: ColumnKind;
  readonly required: boolean;
  /** Longest text, in characters; 0 where the kind sets it. */
  readonly longest: number;
  readonly choices: readonly Choice[];
  /** A day that must lie in the year the file is about. */
  readonly inYear: boolean;
  /** An amount that may be zero, such as what was paid for a gift in kind. */
  readonly zero: boolean;
  /** A day that may lie ahead, such as the end of a membership. */
  readonly future: boolean;
  /** In characters, for the template. */
  readonly width: number;
}

/** One version of a template. What was handed out once stays readable for ever. */
export interface Layout {
  readonly kind: ImportKind;
  readonly version: number;
  readonly sheet: Title;
  readonly columns: readonly Column[];
  /** Rows that show how it is meant, by key, as a person would type them. */
  readonly examples: readonly Readonly<Record<string, string>>[];
}

type Extra = Partial<Omit<Column, 'key' | 'title' | 'kind'>>;

/** A column with the usual answers for what is not said. */
export function column(key: string, kind: ColumnKind, title: Title, extra: Extra = {}): Column {
  return {
    key,
    kind,
    title,
    synonyms: [],
    required: false,
    longest: kind === 'text' ? 200 : 0,
    choices: [],
    inYear: false,
    zero: false,
    future: false,
    width: 18,
    ...extra,
  };
}

export function choice(value: string, nl: string, en: string, ...synonyms: string[]): Choice {
  return { value, nl, en, synonyms };
}
