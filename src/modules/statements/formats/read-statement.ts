import { type EuroCents } from '../../../legal/kernel/euro-cents';
import { type PlainDate } from '../../../legal/kernel/plain-date';

/** Which kind of file a statement came in. */
export type StatementFormat =
  'camt.053.001.02' | 'camt.053.001.08' | 'mt940' | 'csv-ing' | 'csv-rabobank' | 'csv-abnamro';

/** How the money moved, as far as the bank says. */
export type EntryMeans =
  'transfer' | 'direct_debit' | 'ideal' | 'card' | 'cash' | 'costs' | 'interest' | 'other';

/** One line of a bank statement as the bank wrote it. */
export interface ReadEntry {
  /** From 0, in the order of the statement. */
  readonly position: number;
  /** The day the account was credited or debited: the receipt day of money (D11). */
  readonly bookedOn: PlainDate;
  readonly valueOn: PlainDate | null;
  readonly direction: 'credit' | 'debit';
  /** Euro cents, above zero; the direction says which way. */
  readonly amount: EuroCents;
  /** The bank takes back an earlier entry of its own. */
  readonly reversal: boolean;
  /**
   * What tells the entry apart within its account, for ever: the bank's own reference, or else
   * 'hash:' with a SHA-256 over what the line says and its place among equal lines of that day.
   */
  readonly reference: string;
  readonly means: EntryMeans;
  readonly counterparty: {
    readonly name: string | null;
    readonly iban: string | null;
    readonly bic: string | null;
    readonly address: string | null;
  };
  /** What the payer wrote; line breaks of the bank's form taken out. */
  readonly description: string;
  /** The payer's end-to-end reference or the payment reference of a form, when there is one. */
  readonly paymentReference: string | null;
  /** Number of payments behind one booking (a payment provider's pay-out); null for a single one. */
  readonly batchOf: number | null;
  /** The reason code of a payment that came back (ISO 20022 return reason); null otherwise. */
  readonly returnReason: string | null;
}

export interface ReadBankStatement {
  readonly format: StatementFormat;
  /** Of the party's own account; what the bank calls it when it is no IBAN. */
  readonly account: string;
  /** The bank's identification of this statement; null for a CSV download. */
  readonly statementId: string | null;
  readonly currency: string;
  readonly from: PlainDate;
  readonly until: PlainDate;
  /** Euro cents, below zero when overdrawn; null where the format does not say (CSV of ING). */
  readonly opening: number | null;
  readonly closing: number | null;
  readonly entries: readonly ReadEntry[];
}

/** Where in the file; each counts from 1, null where it does not apply. */
export interface StatementPlace {
  readonly statement: number | null;
  readonly entry: number | null;
  readonly line: number | null;
}

/**
 * What is wrong in a statement, with its place. Texts: statements.fault.<code> says what was seen,
 * statements.mend.<code> what to do.
 */
export interface StatementFault {
  readonly code: StatementFaultCode;
  readonly place: StatementPlace;
  readonly details: Readonly<Record<string, string | number>>;
}

export type StatementFaultCode =
  | 'empty'
  | 'unknown_kind'
  | 'pdf'
  | 'zip'
  | 'csv_unknown'
  | 'not_camt053'
  | 'camt_version'
  | 'interim'
  | 'encoding'
  | 'control_character'
  | 'xml_doctype'
  | 'xml_broken'
  | 'xml_too_deep'
  | 'xml_too_many_attributes'
  | 'xml_text_too_long'
  | 'no_statement'
  | 'truncated'
  | 'account_missing'
  | 'currency'
  | 'balance'
  | 'balance_form'
  | 'running_balance'
  | 'outside_period'
  | 'day'
  | 'amount'
  | 'amount_not_cents'
  | 'entry_currency'
  | 'entry_form'
  | 'direction'
  | 'duplicate_reference'
  | 'text_too_long'
  | 'too_many_entries'
  | 'csv_heading'
  | 'csv_columns'
  | 'csv_quote';

export type StatementReading =
  | { readonly statements: readonly ReadBankStatement[]; readonly faults: readonly [] }
  | { readonly statements: readonly []; readonly faults: readonly StatementFault[] };
