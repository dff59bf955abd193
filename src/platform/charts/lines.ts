import { type Drawing, shape, type Shape } from './drawing';
import { type ChartFrame, drawn, label, MOST_SERIES, roundedUp, WIDTH } from './frame';
import { BASE, GUTTER, heightOf, scaleLines, shownLabels } from './plot';

export interface LineSeries {
  readonly name: string;
  /** One for each label; null where nothing is known yet. */
  readonly values: readonly (number | null)[];
  /** Each value in words, in the same order. */
  readonly said: readonly string[];
}

export interface LineData {
  readonly series: readonly LineSeries[];
  /** Under the points, from left to right. */
  readonly labels: readonly string[];
  readonly scale: (value: number) => string;
  /** A place to point at, such as the month of polling; null for none. */
  readonly line: { readonly at: number; readonly label: string } | null;
}

const LEGEND_LINE = 20;

/** Series differ in the dashes of their line and in the shape of their points, never in colour alone. */
const POINTS: readonly ((x: number, y: number) => Shape)[] = [
  (x, y) =>
    shape('circle', { class: 'pg-chart__point pg-chart__point--full', cx: x, cy: y, r: 3.5 }),
  (x, y) =>
    shape('rect', { class: 'pg-chart__point', x: x - 3.5, y: y - 3.5, width: 7, height: 7 }),
  (x, y) =>
    path(`M${one(x)} ${one(y - 4.5)} l4.5 8 h-9 z`, 'pg-chart__point pg-chart__point--full'),
  (x, y) => path(`M${one(x)} ${one(y - 5)} l5 5 l-5 5 l-5 -5 z`, 'pg-chart__point'),
  (x, y) => shape('circle', { class: 'pg-chart__point', cx: x, cy: y, r: 3.5 }),
  (x, y) => path(`M${one(x - 4)} ${one(y - 4)} l8 8 m0 -8 l-8 8`, 'pg-chart__point'),
  (x, y) => path(`M${one(x - 5)} ${one(y)} h10 m-5 -5 v10`, 'pg-chart__point'),
];

function one(value: number): number {
  return Math.round(value * 10) / 10;
}

function path(d: string, look: string): Shape {
  return shape('path', { class: look, d });
}

function pointOf(series: number, x: number, y: number): Shape {
  const draw = POINTS[series];
  if (draw === undefined)
    throw new RangeError(`series ${series}: a chart tells ${MOST_SERIES} series apart, from 0`);
  return draw(x, y);
}

interface Scale {
  readonly highest: number;
  readonly at: (place: number) => number;
}

function drawSeries(
  { values, said }: LineSeries,
  series: number,
  { highest, at }: Scale,
): readonly Shape[] {
  const points = values.flatMap((value, place) =>
    value === null ? [] : [{ place, x: at(place), y: BASE - heightOf(value, highest) }],
  );
  const way = points.map(({ x, y }, index) => `${index === 0 ? 'M' : 'L'}${one(x)} ${one(y)}`);
  return [
    path(way.join(' '), `pg-chart__series pg-chart__series--${series + 1}`),
    ...points.map(({ place, x, y }) =>
      shape('g', {}, shape('title', {}, said[place] ?? ''), pointOf(series, x, y)),
    ),
  ];
}

/** Values over a course, a line for each series, so that courses can be laid over each other. */
export function lineChart(frame: ChartFrame, data: LineData): Drawing {
  const { series, labels, scale, line } = data;
  const highest = roundedUp(
    Math.max(0, ...series.flatMap(({ values }) => values.map((v) => v ?? 0))),
  );
  const room = WIDTH - GUTTER - 12;
  const at = (place: number): number =>
    GUTTER + 6 + (room * place) / Math.max(1, labels.length - 1);
  const named = shownLabels(labels.length, 14);
  const legendTop = BASE + (line === null ? 26 : 42);
  return drawn(frame, legendTop + series.length * LEGEND_LINE, [
    ...scaleLines(highest, scale),
    ...labels.flatMap((text, place) =>
      named(place) ? [label(text, at(place), BASE + 17, 'middle')] : [],
    ),
    ...(line === null ? [] : pointer(at(line.at), line.label)),
    ...series.flatMap((each, index) => drawSeries(each, index, { highest, at })),
    ...series.flatMap(({ name }, index) => {
      const y = legendTop + index * LEGEND_LINE + 8;
      const look = `pg-chart__series pg-chart__series--${index + 1}`;
      return [path(`M0 ${y} H28`, look), pointOf(index, 14, y), label(name, 36, y + 4)];
    }),
  ]);
}

function pointer(x: number, text: string): readonly Shape[] {
  const side = x > WIDTH / 2 ? 'end' : 'start';
  return [
    shape('line', { class: 'pg-chart__threshold', x1: x, x2: x, y1: 4, y2: BASE + 22 }),
    label(text, side === 'end' ? Math.min(WIDTH, x + 20) : x, BASE + 34, side, 'strong'),
  ];
}
