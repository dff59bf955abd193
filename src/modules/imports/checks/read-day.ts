import { isPlainDate, type PlainDate, yearOf } from '../../../legal/kernel/plain-date';
import { type ReadCell } from '../../../platform/intake/public';
import { type Column } from '../layout/column';
import { means, type Reading, wrong } from './reading';

export interface DayBounds {
  readonly today: PlainDate;
  /** The year the file is about; null when it is about no single year. */
  readonly year: number | null;
  /** The first day that can be; earlier ones get `tooEarly`. */
  readonly first: PlainDate;
  readonly tooEarly: 'day.before_act' | 'day.too_early';
}

const ORDERED = /^(?<year>\d{4})(?:-(?<month>\d{1,2})-(?<day>\d{1,2}))$/;
const COMPACT = /^(?<year>\d{4})(?<month>\d{2})(?<day>\d{2})$/;
const MARKED = /^(?<day>\d{1,2})(?<mark>[-/. ])(?<month>\d{1,2})\k<mark>(?<year>\d{2}|\d{4})$/;
const WORDS = /^(?<day>\d{1,2})[ -](?<month>[a-z]+)\.?[ -](?<year>\d{4})$/;
const TIME = /[T ]\d{1,2}:\d{2}(?::\d{2})?$/;
const MONTHS: Readonly<Record<string, number>> = {
  jan: 1,
  feb: 2,
  mrt: 3,
  maa: 3,
  mar: 3,
  apr: 4,
  mei: 5,
  may: 5,
  jun: 6,
  jul: 7,
  aug: 8,
  sep: 9,
  okt: 10,
  oct: 10,
  nov: 11,
  dec: 12,
};

interface Parts {
  readonly year: string;
  readonly month: string;
  readonly day: string;
}

function dayOf({ year, month, day }: Parts): PlainDate | null {
  const text = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isPlainDate(text) ? text : null;
}

function matched(pattern: RegExp, text: string): Parts | null {
  return (pattern.exec(text)?.groups as Parts | undefined) ?? null;
}

function twoWays(parts: Parts): Reading {
  const [day, month] = [parts.day.padStart(2, '0'), parts.month.padStart(2, '0')];
  return wrong('day.ambiguous', {
    dayFirst: `${day}-${month}-${parts.year}`,
    monthFirst: `${month}-${day}-${parts.year}`,
  });
}

/** Only a slash is used for month first as well as for day first. */
function marked(parts: Parts, slashes: boolean): Parts | Reading {
  const { day, month, year } = parts;
  const eitherFits = Number(day) <= 12 && Number(month) <= 12;
  if (year.length === 2) return wrong('day.two_digit_year', { year: `20${year}` });
  if (Number(month) > 12 && Number(day) <= 12) return wrong('day.month_first');
  return slashes && eitherFits && Number(day) !== Number(month) ? twoWays(parts) : parts;
}

function partsOf(text: string): Parts | Reading {
  const ordered = matched(ORDERED, text) ?? matched(COMPACT, text);
  if (ordered !== null) return ordered;
  const withMarks = matched(MARKED, text);
  if (withMarks !== null) return marked(withMarks, text.includes('/'));
  const words = matched(WORDS, text.toLowerCase());
  const month = MONTHS[(words?.month ?? '').slice(0, 3)];
  if (words === null || month === undefined) return wrong('day.text');
  return { ...words, month: String(month) };
}

function bounded(day: PlainDate, column: Column, bounds: DayBounds): Reading | null {
  if (day > bounds.today && !column.future) return wrong('day.future');
  if (day < bounds.first) return wrong(bounds.tooEarly);
  if (column.inYear && bounds.year !== null && yearOf(day) !== bounds.year)
    return wrong('day.other_year', { year: String(bounds.year), seen: String(yearOf(day)) });
  return null;
}

function ofText(text: string, column: Column, bounds: DayBounds): Reading {
  const timed = TIME.test(text);
  const parts = partsOf(text.replace(TIME, ''));
  if ('fault' in parts) return parts;
  const day = dayOf(parts);
  if (day === null) return wrong('day.not_real');
  return bounded(day, column, bounds) ?? means(day, timed ? 'day.time' : null, { day });
}

/** A day of the spreadsheet, or a text that names one day only. */
export function readDayCell(cell: ReadCell, column: Column, bounds: DayBounds): Reading {
  if (cell.kind === 'number' && !COMPACT.test(cell.text)) return wrong('day.number');
  return ofText(cell.text, column, bounds);
}
