import { distance } from 'fastest-levenshtein';
import { electronicFormatIBAN, validateIBAN, ValidationErrorsIBAN } from 'ibantools';
import { isId } from '../../../platform/ids/id';
import { type Column } from '../layout/column';
import { headingKey } from '../layout/layouts';
import { means, type Reading, wrong } from './reading';

/** The one that was probably meant; null when none comes near. */
export function nearest(text: string, known: readonly string[]): string | null {
  const key = headingKey(text);
  const [best] = known
    .map((one) => ({ one, steps: distance(key, headingKey(one)) }))
    .sort((a, b) => a.steps - b.steps);
  if (best === undefined || key.length < 3) return null;
  return best.steps <= Math.max(1, Math.floor(key.length / 4)) ? best.one : null;
}

/** 'a, b of c' is for the text; the list here is 'a; b; c'. */
export function readChoice(text: string, { choices }: Column): Reading {
  const key = headingKey(text);
  const found = choices.find(({ value, nl, en, synonyms }) =>
    [value, nl, en, ...synonyms].some((word) => headingKey(word) === key),
  );
  if (found !== undefined) return means(found.value);
  const options = choices.map(({ nl }) => nl);
  const meant = nearest(text, options);
  const params = { options: options.join('; ') };
  return meant === null ? wrong('choice.unknown', params) : wrong('choice.meant', { meant });
}

const YES = new Set(['ja', 'j', 'yes', 'y', 'true', 'waar', '1', 'x']);
const NO = new Set(['nee', 'n', 'no', 'false', 'onwaar', '0']);

export function readYesNo(text: string): Reading {
  const key = headingKey(text);
  if (YES.has(key)) return means(true);
  return NO.has(key) ? means(false) : wrong('yes_no.unknown');
}

const LETTERS = Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZ');
const OTHER_NAMES: Readonly<Record<string, string>> = {
  holland: 'NL',
  nederlands: 'NL',
  thenetherlands: 'NL',
  duitsland: 'DE',
  engeland: 'GB',
  uk: 'GB',
  vk: 'GB',
  grootbrittannie: 'GB',
  vs: 'US',
  usa: 'US',
  verenigdestatenvanamerika: 'US',
  sintmaarten: 'SX',
};

/** Country names in both languages to their code (ISO 3166-1 alpha-2). */
function countryNames(): ReadonlyMap<string, string> {
  const codes = LETTERS.flatMap((first) => LETTERS.map((second) => first + second));
  const names = new Map(Object.entries(OTHER_NAMES));
  for (const language of ['nl', 'en']) {
    const display = new Intl.DisplayNames(language, { type: 'region', fallback: 'none' });
    for (const code of codes) {
      const name = display.of(code);
      if (name === undefined) continue;
      names.set(headingKey(code), code);
      if (!names.has(headingKey(name))) names.set(headingKey(name), code);
    }
  }
  return names;
}

const COUNTRIES = countryNames();

export function readCountry(text: string): Reading {
  const code = COUNTRIES.get(headingKey(text));
  return code === undefined ? wrong('country.unknown') : means(code);
}

/** A KvK number has eight digits and no check digit; a spreadsheet eats the first zero of a number. */
export function readTradeRegister(text: string): Reading {
  const digits = text.replace(/^kvk:?/i, '').replace(/[\s.]/g, '');
  if (/^\d{8}$/.test(digits) && digits !== '00000000') return means(digits);
  if (/^\d{7}$/.test(digits)) return wrong('trade_register.leading_zero', { meant: `0${digits}` });
  return wrong('trade_register.format', { length: String(text.replace(/\D/g, '').length) });
}

export function readIban(text: string): Reading {
  const iban = electronicFormatIBAN(text) ?? '';
  const { valid, errorCodes } = validateIBAN(iban);
  if (valid) return means(iban);
  const onlyDigits = errorCodes.every((code) => code === ValidationErrorsIBAN.WrongIBANChecksum);
  return wrong(onlyDigits ? 'iban.check_digits' : 'iban.format');
}

export function readYear(text: string): Reading {
  const isYear = /^\d{4}$/.test(text) && Number(text) >= 2023 && Number(text) <= 2199;
  return isYear ? means(Number(text)) : wrong('year.range');
}

export function readDonorNumber(text: string): Reading {
  const id = text.toLowerCase();
  return isId(id) ? means(id) : wrong('donor_number.format');
}
