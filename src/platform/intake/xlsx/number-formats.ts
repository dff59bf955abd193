/** Built-in formats that show a day, with or without a time; by ECMA-376 part 1, 18.8.30. */
const BUILT_IN_DAYS = new Set([
  14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 34, 35, 36, 50, 51, 52, 53, 54, 57, 58,
]);

/** Whether a number format shows a day: it has a year, a day, or a month that is no minute. */
export function showsDay(id: number, code: string | undefined): boolean {
  if (code === undefined) return BUILT_IN_DAYS.has(id);
  const letters = code
    .replace(/"[^"]*"|\\.|_.|\*.|\[[^\]]*\]/g, '')
    .split(';', 1)[0]
    ?.toLowerCase();
  // [h], [mm] and [ss] count on past a day: a duration.
  if (letters === undefined || /^general/.test(letters) || /\[(?:h+|m+|s+)\]/i.test(code)) {
    return false;
  }
  return /[dy]/.test(letters) || (letters.includes('m') && !/[hs]/.test(letters));
}

const DAY_MILLISECONDS = 86_400_000;
const LAST_SERIAL = 2_958_465;
const FIRST_1904 = 1_462;
const ZERO = Date.UTC(1899, 11, 30);

/**
 * The day a serial number stands for, and its time of day when that is not midnight; null for what
 * is no day. The system of 1900 counts a 29 February 1900 that never was; that day itself is none.
 */
export function dayOfSerial(serial: number, system: 1900 | 1904): string | null {
  const shifted = system === 1904 ? serial + FIRST_1904 : serial;
  const minutes = Math.round(shifted * 1_440);
  const days = Math.floor(minutes / 1_440);
  if (days < 1 || days > LAST_SERIAL || (system === 1900 && days === 60)) return null;
  const real = system === 1900 && days < 60 ? days + 1 : days;
  const moment = new Date(ZERO + real * DAY_MILLISECONDS + (minutes % 1_440) * 60_000);
  const text = moment.toISOString();
  return minutes % 1_440 === 0 ? text.slice(0, 10) : text.slice(0, 16);
}

/**
 * The decimal digits of a number as a spreadsheet shows them in full: at most 15 that count. A file
 * holds 1.1 as 1.1000000000000001 and 0.1 + 0.2 as 0.30000000000000004. Null for what is no number.
 */
export function shownDigits(stored: string): string | null {
  const number = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/.test(stored) ? Number(stored) : NaN;
  if (!Number.isFinite(number)) return null;
  if (number === 0) return '0';
  const [digits = '', exponent = '0'] = Math.abs(number).toExponential(14).split('e');
  const significant = digits.replace('.', '').replace(/0+$/, '');
  const point = Number(exponent) + 1;
  const sign = number < 0 ? '-' : '';
  if (point <= 0) return `${sign}0.${'0'.repeat(-point)}${significant}`;
  const whole = significant.slice(0, point).padEnd(point, '0');
  const rest = significant.slice(point);
  return `${sign}${whole}${rest === '' ? '' : `.${rest}`}`;
}
