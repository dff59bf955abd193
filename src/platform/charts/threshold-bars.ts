import { type Drawing, shape, type Shape } from './drawing';
import { type ChartFrame, drawn, label, shortened, WIDTH } from './frame';
import { fillOf, patterns } from './series';

export interface ThresholdBar {
  readonly name: string;
  /** At least 0, in the unit of the thresholds. */
  readonly value: number;
  /** What is said at the right: "nog € 5.000,00". */
  readonly said: string;
}

export interface Threshold {
  readonly value: number;
  /** "Plafond: € 100.000,00" */
  readonly label: string;
}

const ROW = 44;
const BAR = 14;
const LABEL = 18;
const OVER = 1;

function row(frame: ChartFrame, bar: ThresholdBar, top: number, scale: Scale): Shape {
  const { highest, limit } = scale;
  const width = (bar.value / highest) * WIDTH;
  const within = Math.min(width, (limit / highest) * WIDTH);
  const part = (x: number, length: number, series: number): Shape =>
    shape('rect', {
      class: 'pg-chart__edge',
      x,
      y: top + 22,
      width: length,
      height: BAR,
      fill: fillOf(frame.id, series),
    });
  return shape(
    'g',
    {},
    shape('title', {}, `${bar.name}: ${bar.said}`),
    label(shortened(bar.name, 28), 0, top + 15),
    label(bar.said, WIDTH, top + 15, 'end'),
    shape('rect', { class: 'pg-chart__track', x: 0, y: top + 22, width: WIDTH, height: BAR }),
    part(0, within, 0),
    ...(width > within ? [part(within, width - within, OVER)] : []),
  );
}

interface Scale {
  readonly highest: number;
  /** Beyond the highest threshold a bar gets another look. */
  readonly limit: number;
}

/** How far each has come under thresholds: a bar for each, a dashed line for each threshold. */
export function thresholdChart(
  frame: ChartFrame,
  bars: readonly ThresholdBar[],
  thresholds: readonly Threshold[],
): Drawing {
  const limit = Math.max(1, ...thresholds.map(({ value }) => value));
  const highest = Math.max(limit, ...bars.map(({ value }) => value));
  const bottom = bars.length * ROW + 4;
  const lines = thresholds.flatMap(({ value, label: text }, index) => {
    const x = Math.min((value / highest) * WIDTH, WIDTH - 1);
    const y = bottom + LABEL * (index + 1);
    // Across the bars only: the names and amounts between them stay clear.
    const pieces = [
      ...bars.map((_, at) => [at * ROW + 18, at * ROW + 40] as const),
      [bottom, y - 12] as const,
    ];
    return [
      ...pieces.map(([y1, y2]) =>
        shape('line', { class: 'pg-chart__threshold', x1: x, x2: x, y1, y2 }),
      ),
      label(text, x > WIDTH / 2 ? WIDTH : x, y, x > WIDTH / 2 ? 'end' : 'start', 'strong'),
    ];
  });
  return drawn(frame, bottom + LABEL * thresholds.length + 6, [
    patterns(frame.id, [0, OVER]),
    ...bars.map((bar, index) => row(frame, bar, index * ROW, { highest, limit })),
    ...lines,
  ]);
}
