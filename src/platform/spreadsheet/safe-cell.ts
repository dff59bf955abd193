const STARTS_A_FORMULA = /^[=+\-@\t\r\0]/;
const WAS_MADE_SAFE = /^'(?=[=+\-@\t\r\0])/;

/**
 * Text that a spreadsheet might run as a formula gets an apostrophe in front (OWASP ASVS 1.2.10).
 * Only for text: an amount or a day is written as a number and cannot start a formula.
 */
export function safeText(text: string): string {
  return STARTS_A_FORMULA.test(text) ? `'${text}` : text;
}

/** Takes the apostrophe of safeText off again; leaves 's-Hertogenbosch as it is. */
export function originalText(text: string): string {
  return text.replace(WAS_MADE_SAFE, '');
}
