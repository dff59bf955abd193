import { type EuroCents, euroCents } from '../../legal/kernel/euro-cents';
import { isPlainDate, type PlainDate } from '../../legal/kernel/plain-date';
import { type Language } from './language';

const TYPED_DAY = /^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})$/;

/** Reads a day typed as dd-mm-jjjj, also "7/4/2025"; undefined when it is no real day. */
export function readDay(typed: string): PlainDate | undefined {
  const text = typed.trim();
  if (isPlainDate(text)) return text;
  const match = TYPED_DAY.exec(text);
  if (match === null) return undefined;
  const [, day = '', month = '', year = ''] = match;
  const written = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isPlainDate(written) ? written : undefined;
}

const TYPED_AMOUNT: Readonly<Record<Language, RegExp>> = {
  nl: /^(\d{1,3}(?:\.\d{3})+|\d+)(?:,(\d{2}))?$/,
  en: /^(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d{2}))?$/,
};

/**
 * Reads an amount as people type it: "10.000,00", "10000", "€ 10.000" (nl), "10,000.00" (en).
 * Undefined for everything that could be read in two ways, such as "10,000" in Dutch: guessing
 * with money is worse than asking again.
 */
export function readAmount(typed: string, language: Language): EuroCents | undefined {
  const text = typed.replace(/[\s\u00a0]/g, '').replace(/^(€|EUR)/i, '');
  const match = TYPED_AMOUNT[language].exec(text);
  if (match === null) return undefined;
  const [, whole = '', cents = '00'] = match;
  const amount = Number(whole.replace(/[.,]/g, '')) * 100 + Number(cents);
  return Number.isSafeInteger(amount) ? euroCents(amount) : undefined;
}
