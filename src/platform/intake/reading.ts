/**
 * Reading a file that somebody sent. It happens in a process of its own with capped memory and time,
 * behind the gate: no byte of the file is parsed before its size, its magic bytes and, for a zip
 * archive, its directory were looked at.
 */

/** One cell as the file holds it. Nothing is rounded, trimmed or guessed. */
export interface ReadCell {
  readonly kind: 'empty' | 'text' | 'number' | 'day' | 'yes_no' | 'formula' | 'error';
  /**
   * text: as written, without the apostrophe that our own files put before text that looks like a
   * formula. number: the decimal digits as a spreadsheet shows them, such as '1000.5': at most 15
   * that count, for behind those a file holds only the noise of binary fractions.
   * day: yyyy-mm-dd (a time of day other than midnight is kept: yyyy-mm-ddThh:mm).
   * yes_no: 'true' or 'false'. formula: the formula without its answer, '=' in front.
   * error: such as '#REF!'. empty: ''.
   */
  readonly text: string;
}

export interface ReadRow {
  /** Name of the sheet; '' for CSV. */
  readonly sheet: string;
  /** From 1, as a spreadsheet counts: empty rows count, a CSV cell with line breaks is one row. */
  readonly row: number;
  readonly hidden: boolean;
  /** Column A first; no longer than the last filled cell. */
  readonly cells: readonly ReadCell[];
}

export interface TableSummary {
  /** Rows that hold anything, headings included. */
  readonly rows: number;
  readonly sheets: readonly { readonly name: string; readonly hidden: boolean }[];
  /** Columns that are hidden, such as 'Giften!C' or 'Giften!F:XFD'; the first 100. */
  readonly hiddenColumns: readonly string[];
  /** Merged ranges, such as 'Giften!B4:C4'; the first 100. */
  readonly merged: readonly string[];
  /** Only of CSV: how the bytes were read, to be shown and confirmed. */
  readonly encoding: 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252' | null;
  readonly delimiter: ',' | ';' | '\t' | null;
  /** Only of XLSX: custom document properties, among them the version stamp of our templates. */
  readonly properties: Readonly<Record<string, string>>;
}

/**
 * Why a file cannot be read at all. `code` names the text of the message (intake.refused.<code> in
 * templates/texts), `details` fills it.
 */
export interface Refusal {
  readonly code: RefusalCode;
  readonly details: Readonly<Record<string, string | number>>;
}

export type RefusalCode =
  | 'empty'
  | 'too_large'
  | 'unknown_kind'
  | 'other_kind'
  | 'password'
  | 'old_excel'
  | 'macros'
  | 'zip_broken'
  | 'zip_too_many_entries'
  | 'zip_too_large'
  | 'zip_ratio'
  | 'zip_unsafe_name'
  | 'zip_nested'
  | 'xml_doctype'
  | 'xml_too_deep'
  | 'xml_too_many_attributes'
  | 'xml_text_too_long'
  | 'xml_broken'
  | 'too_many_rows'
  | 'too_many_columns'
  | 'cell_too_long'
  | 'too_much_text'
  | 'csv_broken'
  | 'encoding'
  | 'out_of_memory'
  | 'out_of_time'
  | 'reader_died';

/** A file that cannot be taken in, and why. What a reader that died said is its `cause`. */
export class FileRefused extends Error {
  constructor(
    readonly refusal: Refusal,
    cause?: unknown,
  ) {
    super(`the file is refused: ${refusal.code}`, { cause });
  }
}

export function refuse(code: RefusalCode, details: Refusal['details'] = {}): never {
  throw new FileRefused({ code, details });
}
