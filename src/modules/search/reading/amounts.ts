import { type EuroCents, euroCents } from '../../../legal/kernel/euro-cents';
import { type Read } from './part';

/** 10.000,00 · 10.000,- · 10000,5 · 10,000.00 · 10000.50 · 10000 */
const FIGURE = String.raw`(?:\d{1,3}(?:\.\d{3})+(?:,(?:\d{1,2}|-))?|\d{1,3}(?:,\d{3})+(?:\.\d{1,2})?|\d{1,10}(?:[.,](?:\d{1,2}|-))?)`;
const SIGN = String.raw`(?:€|eur(?:o)?(?![a-z]))?\s*`;
const BEHIND = String.raw`(?:\s?(k|mln|euro?|€)(?![a-z0-9]))?`;
const VALUE = String.raw`${SIGN}(${FIGURE})${BEHIND}`;

const ABOVE = ['>', 'meer dan', 'boven', 'groter dan', 'more than', 'over', 'above'];
const AT_LEAST = ['>=', '≥', 'vanaf', 'minstens', 'minimaal', 'at least', 'from'];
const BELOW = ['<', 'minder dan', 'onder', 'kleiner dan', 'less than', 'under', 'below'];
const AT_MOST = ['<=', '≤', 'hoogstens', 'maximaal', 'tot en met', 'tot', 'at most', 'up to'];

function either(words: readonly string[]): string {
  const longestFirst = [...words].sort((one, other) => other.length - one.length);
  return longestFirst.map((word) => word.replace(/ /gu, String.raw`\s+`)).join('|');
}

const COMPARED = new RegExp(
  String.raw`^(${either([...ABOVE, ...AT_LEAST, ...BELOW, ...AT_MOST])})\s*${VALUE}(?=$|[\s)])`,
  'iu',
);
const BETWEEN = new RegExp(
  String.raw`^(?:(?:tussen|between)\s+${VALUE}\s+(?:en|and)\s+|${VALUE}\s*(?:-|–|\.\.)\s*)${VALUE}(?=$|[\s)])`,
  'iu',
);
const ALONE = new RegExp(String.raw`^${VALUE}(?=$|[\s)])`, 'iu');

const TIMES: Readonly<Record<string, number>> = { k: 1_000, mln: 1_000_000 };

/** Cents of a written amount; null when it is beyond what can be given. */
function centsOf(figure: string, behind: string | undefined): EuroCents | null {
  const decimals = /[.,](\d{1,2}|-)$/u.exec(figure)?.[1] ?? '';
  const whole = decimals === '' ? figure : figure.slice(0, -decimals.length - 1);
  const cents =
    Number(whole.replace(/[.,]/gu, '')) * 100 + Number(decimals.replace('-', '').padEnd(2, '0'));
  const amount = cents * (TIMES[behind?.toLowerCase() ?? ''] ?? 1);
  return Number.isSafeInteger(amount) && amount <= 100_000_000_000 * 100 ? euroCents(amount) : null;
}

/** True when a figure can only be money: a sign, grouped thousands, decimals or a word behind it. */
function isMoney(text: string): boolean {
  return /[€.,<>≥≤-]|eur|\d\s?(?:k|mln)$|[a-z]/iu.test(text);
}

function compared(text: string): Read | null {
  const [all, words = '', figure = '', behind] = COMPARED.exec(text) ?? [];
  const cents = all === undefined ? null : centsOf(figure, behind);
  if (all === undefined || cents === null) return null;
  const said = words.toLowerCase().replace(/\s+/gu, ' ');
  const bounds = ABOVE.includes(said)
    ? { from: euroCents(cents + 1), until: null }
    : AT_LEAST.includes(said)
      ? { from: cents, until: null }
      : BELOW.includes(said)
        ? { from: null, until: euroCents(cents - 1) }
        : { from: null, until: cents };
  return { part: { kind: 'amount', text: all, ...bounds }, length: all.length };
}

function between(text: string): Read | null {
  const found = BETWEEN.exec(text);
  if (found === null) return null;
  const [all, one, oneBehind, other, otherBehind, last = '', lastBehind] = found;
  const low = centsOf(one ?? other ?? '', oneBehind ?? otherBehind);
  const high = centsOf(last, lastBehind);
  if (low === null || high === null) return null;
  const from = low < high ? low : high;
  const until = low < high ? high : low;
  return { part: { kind: 'amount', text: all, from, until }, length: all.length };
}

function alone(text: string): Read | null {
  const [all, figure = '', behind] = ALONE.exec(text) ?? [];
  const cents = all === undefined ? null : centsOf(figure, behind);
  if (all === undefined || cents === null) return null;
  return { part: { kind: 'amount', text: all, from: cents, until: cents }, length: all.length };
}

/** An amount or a range of amounts, as people write them in Dutch or English. */
export function readAmounts(text: string): Read | null {
  return between(text) ?? compared(text) ?? alone(text);
}

/** An amount that cannot be anything else: 2025 is a year, € 2025 is an amount. */
export function readPlainMoney(text: string): Read | null {
  const read = readAmounts(text);
  return read !== null && isMoney(read.part.text) ? read : null;
}
