/** Every way in which a cell, a row or a table can be wrong. Texts: imports.fault.<code>. */
export const FAULT_CODES = [
  'required',
  'text.too_long',
  'text.control',
  'text.bidi',
  'cell.formula',
  'cell.error',
  'cell.kind',
  'amount.text',
  'amount.ambiguous',
  'amount.decimals',
  'amount.negative',
  'amount.zero',
  'amount.too_large',
  'amount.currency',
  'day.text',
  'day.number',
  'day.ambiguous',
  'day.month_first',
  'day.two_digit_year',
  'day.not_real',
  'day.future',
  'day.other_year',
  'day.before_act',
  'day.too_early',
  'year.range',
  'choice.unknown',
  'choice.meant',
  'yes_no.unknown',
  'country.unknown',
  'trade_register.format',
  'trade_register.leading_zero',
  'iban.format',
  'iban.check_digits',
  'recipient.unknown',
  'recipient.meant',
  'recipient.not_member_then',
  'recipient.no_debtor',
  'donor_number.format',
  'donor_number.unknown',
  'donor.none',
  'donor.kind_needed',
  'donor.look_through_unknown',
  'columns.swapped',
  'in_kind.not_for_money',
  'in_kind.form',
  'money.form',
  'market_value.required',
  'valuation.required',
  'paid.not_below_market_value',
  'amount.is_value',
  'declaration.evidence',
  'declaration.day',
  'trade_register.not_in_register',
  'ubo.name',
  'until.before_from',
  'row.hidden',
  'row.too_long',
  'row.total',
  'cells.merged',
  'sheet.hidden',
  'column.hidden',
  'heading.none',
  'heading.missing',
  'heading.meant',
  'heading.double',
  'table.empty',
  'template.newer',
  'template.unknown',
  'template.other_kind',
] as const;

export type FaultCode = (typeof FAULT_CODES)[number];

/** What a person should look at, and decide about. Texts: imports.warning.<code>. */
export const WARNING_CODES = [
  'text.trimmed',
  'amount.was_text',
  'day.was_text',
  'day.time',
  'row.duplicate',
  'row.booked_before',
  'heading.ignored',
  'sheet.unread',
  'donor.known_already',
  'type.taken_as_gift',
  'formula.kept_as_text',
] as const;

export type WarningCode = (typeof WARNING_CODES)[number];

interface Place<Code extends string> {
  /** Name of the sheet; '' for CSV. */
  readonly sheet: string;
  /** From 1; 0 when it is about the whole file. */
  readonly row: number;
  /** Letters of the column; '' when it is about the whole row. */
  readonly column: string;
  readonly code: Code;
  /** What the cell holds, as a person sees it. */
  readonly value: string;
  /** For the places in the text, such as `heading`. */
  readonly params: Readonly<Record<string, string>>;
}

export type CellFault = Place<FaultCode>;
export type CellWarning = Place<WarningCode>;
