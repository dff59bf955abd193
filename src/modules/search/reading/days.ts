import { addDays, isPlainDate, plainDate, type PlainDate } from '../../../legal/kernel/plain-date';
import { type Read, type Reader } from './part';

interface Span {
  readonly from: PlainDate;
  readonly until: PlainDate;
}

interface SpanRead {
  /** Null when it is written as a day that does not exist. */
  readonly span: Span | null;
  readonly length: number;
}

const MONTHS: readonly (readonly string[])[] = [
  ['januari', 'january', 'jan'],
  ['februari', 'february', 'feb'],
  ['maart', 'march', 'mrt', 'mar'],
  ['april', 'apr'],
  ['mei', 'may'],
  ['juni', 'june', 'jun'],
  ['juli', 'july', 'jul'],
  ['augustus', 'august', 'aug'],
  ['september', 'sept', 'sep'],
  ['oktober', 'october', 'okt', 'oct'],
  ['november', 'nov'],
  ['december', 'dec'],
];
const MONTH = MONTHS.flat()
  .sort((one, other) => other.length - one.length)
  .join('|');
const END = String.raw`(?=$|[\s);]|,(?!\d))`;
const YEAR = String.raw`(20[1-9]\d)`;

const WRITTEN_DAY = new RegExp(String.raw`^(\d{1,2})\s+(${MONTH})\.?(?:\s+${YEAR})?${END}`, 'iu');
const FIGURES_DAY = new RegExp(String.raw`^(\d{1,2})[-/.](\d{1,2})[-/.]${YEAR}${END}`, 'u');
const ISO_DAY = new RegExp(String.raw`^${YEAR}-(\d{2})-(\d{2})${END}`, 'u');
const WRITTEN_MONTH = new RegExp(String.raw`^(${MONTH})\.?\s+${YEAR}${END}`, 'iu');
const ISO_MONTH = new RegExp(String.raw`^${YEAR}-(\d{2})${END}`, 'u');
const FIGURES_MONTH = new RegExp(String.raw`^(0?[1-9]|1[0-2])[-/]${YEAR}${END}`, 'u');
const QUARTER = new RegExp(String.raw`^(?:q|kwartaal\s+|quarter\s+)([1-4])\s+${YEAR}${END}`, 'iu');
const WHOLE_YEAR = new RegExp(String.raw`^${YEAR}${END}`, 'u');

function dayOf(year: string, month: number, day: string): Span | null {
  const written = `${year}-${String(month).padStart(2, '0')}-${day.padStart(2, '0')}`;
  if (!isPlainDate(written)) return null;
  return { from: written, until: written };
}

function monthsOf(year: string, first: number, count: number): Span | null {
  if (first < 1 || first > 12) return null;
  const next = first + count;
  const at = (y: number, m: number): PlainDate =>
    plainDate(`${String(y)}-${String(m).padStart(2, '0')}-01`);
  const end = next > 12 ? at(Number(year) + 1, next - 12) : at(Number(year), next);
  return { from: at(Number(year), first), until: addDays(end, -1) };
}

function monthNamed(name: string): number {
  return MONTHS.findIndex((names) => names.includes(name.toLowerCase())) + 1;
}

/** A day without its year is the last one of that name. */
function lastOf(month: number, day: string, today: PlainDate): Span | null {
  const year = Number(today.slice(0, 4));
  const years = Array.from({ length: 9 }, (_, back) => String(year - back));
  const spans = years.flatMap((one) => dayOf(one, month, day) ?? []);
  return spans.find(({ from }) => from <= today) ?? null;
}

type SpanReader = (text: string, today: PlainDate) => SpanRead | null;

function spanReader(
  pattern: RegExp,
  span: (groups: readonly string[], today: PlainDate) => Span | null,
): SpanReader {
  return (text, today) => {
    const found = pattern.exec(text);
    if (found === null) return null;
    const groups = found.slice(1).map((group: string | undefined) => group ?? '');
    return { span: span(groups, today), length: found[0].length };
  };
}

const SPANS: readonly SpanReader[] = [
  spanReader(WRITTEN_DAY, ([day = '', name = '', year = ''], today) =>
    year === '' ? lastOf(monthNamed(name), day, today) : dayOf(year, monthNamed(name), day),
  ),
  spanReader(FIGURES_DAY, ([day = '', month = '', year = '']) => dayOf(year, Number(month), day)),
  spanReader(ISO_DAY, ([year = '', month = '', day = '']) => dayOf(year, Number(month), day)),
  spanReader(WRITTEN_MONTH, ([name = '', year = '']) => monthsOf(year, monthNamed(name), 1)),
  spanReader(ISO_MONTH, ([year = '', month = '']) => monthsOf(year, Number(month), 1)),
  spanReader(FIGURES_MONTH, ([month = '', year = '']) => monthsOf(year, Number(month), 1)),
  spanReader(QUARTER, ([quarter = '', year = '']) => monthsOf(year, Number(quarter) * 3 - 2, 3)),
  spanReader(WHOLE_YEAR, ([year = '']) => monthsOf(year, 1, 12)),
  spanReader(new RegExp(String.raw`^(?:vandaag|today)${END}`, 'iu'), (_, today) => ({
    from: today,
    until: today,
  })),
  spanReader(new RegExp(String.raw`^(?:gisteren|yesterday)${END}`, 'iu'), (_, today) => ({
    from: addDays(today, -1),
    until: addDays(today, -1),
  })),
];

function readSpan(text: string, today: PlainDate): SpanRead | null {
  for (const reader of SPANS) {
    const read = reader(text, today);
    if (read !== null) return read;
  }
  return null;
}

const BOUNDS: readonly (readonly [RegExp, (span: Span) => readonly (PlainDate | null)[]])[] = [
  [/^(?:vanaf|sinds|since|from)\s+/iu, ({ from }) => [from, null]],
  [/^(?:na|after)\s+/iu, ({ until }) => [addDays(until, 1), null]],
  [/^(?:tot en met|t\/m|until)\s+/iu, ({ until }) => [null, until]],
  [/^(?:voor|vóór|tot|before)\s+/iu, ({ from }) => [null, addDays(from, -1)]],
];

function bounded(text: string, today: PlainDate): Read | null {
  for (const [pattern, boundsOf] of BOUNDS) {
    const [before] = pattern.exec(text) ?? [];
    const read = before === undefined ? null : readSpan(text.slice(before.length), today);
    if (before === undefined || read?.span === null || read === null) continue;
    const [from = null, until = null] = boundsOf(read.span);
    const length = before.length + read.length;
    return { part: { kind: 'days', text: text.slice(0, length), from, until }, length };
  }
  return null;
}

const BETWEEN = /^(?:tussen|between|van|from)\s+/iu;
const AND = /^\s*(?:en met|t\/m|tot en met|tot|en|and|to|until|-|–|\.\.)\s*/iu;

/** Two years with a dash between them are no day: only there the first may end at the dash. */
const YEAR_OF_RANGE = /^20[1-9]\d(?=\s*(?:-|–|\.\.)\s*20[1-9]\d(?:$|\s))/u;

function firstOf(text: string, today: PlainDate): SpanRead | null {
  const [year] = YEAR_OF_RANGE.exec(text) ?? [];
  return readSpan(year ?? text, today);
}

function spanning(text: string, first: Span | null, second: Span | null): Read {
  const { length } = text;
  if (first === null || second === null) return { part: { kind: 'no_day', text }, length };
  const ends = [first.from, first.until, second.from, second.until].toSorted();
  return { part: { kind: 'days', text, from: ends[0] ?? null, until: ends[3] ?? null }, length };
}

function ranged(text: string, today: PlainDate): Read | null {
  const before = BETWEEN.exec(text)?.[0].length ?? 0;
  const first = firstOf(text.slice(before), today);
  if (first === null) return null;
  const rest = text.slice(before + first.length);
  const joined = AND.exec(rest)?.[0].length ?? 0;
  const second = joined === 0 ? null : readSpan(rest.slice(joined), today);
  if (second === null) return null;
  const length = before + first.length + joined + second.length;
  return spanning(text.slice(0, length), first.span, second.span);
}

/** A day, a month, a quarter, a year, or from one to another. */
export const readDays: Reader = (text, today) => {
  const compound = ranged(text, today) ?? bounded(text, today);
  if (compound !== null) return compound;
  const read = readSpan(text, today);
  if (read === null) return null;
  const said = text.slice(0, read.length);
  return {
    part:
      read.span === null
        ? { kind: 'no_day', text: said }
        : { kind: 'days', text: said, ...read.span },
    length: read.length,
  };
};
