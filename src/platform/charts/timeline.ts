import {
  addDays,
  addMonths,
  daysBetween,
  plainDate,
  type PlainDate,
} from '../../legal/kernel/plain-date';
import { type Drawing, shape, type Shape } from './drawing';
import { type ChartFrame, drawn, label, line, WIDTH } from './frame';

export interface TimelineMark {
  readonly day: PlainDate;
  readonly name: string;
  /** The day in words, at the right: "1 december 2025". */
  readonly said: string;
  /** Its shape: a filled diamond for what has passed, a square for today, a ring for what is to come. */
  readonly state: 'passed' | 'today' | 'to_come';
}

export interface TimelineData {
  readonly today: PlainDate;
  /** Above the line of today. */
  readonly todayLabel: string;
  readonly marks: readonly TimelineMark[];
  /** The short name of a month: plainDate('2025-10-01') as "okt". */
  readonly month: (first: PlainDate) => string;
}

const TOP = 40;
const ROW = 38;
const EDGE = 8;

function firstOfMonth(day: PlainDate): PlainDate {
  return plainDate(`${day.slice(0, 8)}01`);
}

function markShape(state: TimelineMark['state'], x: number, y: number): Shape {
  if (state === 'to_come')
    return shape('circle', { class: 'pg-chart__to-come', cx: x, cy: y, r: 5 });
  if (state === 'today')
    return shape('rect', {
      class: 'pg-chart__today-mark',
      x: x - 5,
      y: y - 5,
      width: 10,
      height: 10,
    });
  return shape('path', {
    class: 'pg-chart__passed',
    d: `M${written(x)} ${written(y - 6)} l6 6 l-6 6 l-6 -6 z`,
  });
}

function written(value: number): string {
  return String(Math.round(value * 10) / 10);
}

/** Ticks at the first of months, so many apart that their names stay clear of each other. */
function months(from: PlainDate, until: PlainDate): readonly PlainDate[] {
  const all: PlainDate[] = [];
  for (let day = firstOfMonth(from); day <= until; day = addMonths(day, 1))
    if (day >= from) all.push(day);
  const apart = Math.ceil(all.length / 9);
  return all.filter((_, index) => index % apart === 0);
}

/** Days in order of time under each other, with the months above and a line for today. */
export function timelineChart(frame: ChartFrame, data: TimelineData): Drawing {
  const { today, marks } = data;
  const days = [today, ...marks.map(({ day }) => day)].toSorted();
  const from = addDays(days[0] ?? today, -5);
  const until = addDays(days.at(-1) ?? today, 5);
  const across = WIDTH - 2 * EDGE;
  const at = (day: PlainDate): number =>
    EDGE + (daysBetween(from, day) / Math.max(1, daysBetween(from, until))) * across;
  const bottom = TOP + marks.length * ROW;
  const now = at(today);
  const side = now > WIDTH - 60 ? 'end' : now < 60 ? 'start' : 'middle';
  return drawn(frame, bottom + 8, [
    ...months(from, until).flatMap((first) => [
      line([at(first), 16], [at(first), bottom]),
      label(data.month(first), Math.min(at(first), WIDTH - 22), 12, 'start', 'soft'),
    ]),
    shape('line', { class: 'pg-chart__today', x1: now, x2: now, y1: TOP - 6, y2: bottom }),
    label(data.todayLabel, now, TOP - 10, side, 'strong'),
    ...marks.map(({ day, name, said, state }, index) => {
      const y = TOP + index * ROW;
      return shape(
        'g',
        {},
        shape('title', {}, `${name}: ${said}`),
        label(name, 0, y + 14),
        label(said, WIDTH, y + 14, 'end', 'soft'),
        line([0, y + 26], [WIDTH, y + 26]),
        markShape(state, at(day), y + 26),
      );
    }),
  ]);
}
