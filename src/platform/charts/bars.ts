import { type Drawing, shape, type Shape } from './drawing';
import { type ChartFrame, drawn, label, mark, shortened, WIDTH } from './frame';
import { fillOf, legend, LEGEND_LINE, patterns } from './series';

export interface Bar {
  readonly name: string;
  /** At least 0, in any unit. */
  readonly value: number;
  /** The value in words, at the right: "€ 12.500,00". */
  readonly said: string;
  /** What it is compared with, drawn as a thin bar below; left out when there is nothing. */
  readonly before?: number;
  readonly href?: string;
}

const ROW = 38;
const BAR = 11;
const THIN = 5;
const LONGEST_NAME = 32;

function row(frame: ChartFrame, bar: Bar, top: number, highest: number): Shape {
  const rect = (value: number, y: number, height: number, series: number): Shape =>
    shape('rect', {
      class: 'pg-chart__edge',
      x: 0.5,
      y,
      width: (Math.max(0, value) / highest) * (WIDTH - 1),
      height,
      fill: fillOf(frame.id, series),
    });
  const room = LONGEST_NAME - Math.max(0, bar.said.length - 12);
  return mark(`${bar.name}: ${bar.said}`, bar.href, [
    label(shortened(bar.name, room), 0, top + 13),
    label(bar.said, WIDTH, top + 13, 'end'),
    rect(bar.value, top + 18, BAR, 0),
    ...(bar.before === undefined ? [] : [rect(bar.before, top + 18 + BAR, THIN, 1)]),
  ]);
}

/**
 * Bars under each other, each with its name and value, the longest as wide as the picture.
 * @param series what the bars and the thin bars stand for; [] for no legend.
 */
export function barChart(
  frame: ChartFrame,
  bars: readonly Bar[],
  series: readonly string[] = [],
): Drawing {
  const highest = Math.max(1, ...bars.map(({ value, before }) => Math.max(value, before ?? 0)));
  const bottom = bars.length * ROW + 6;
  const names = series.map((text, index) => ({ series: index, text, said: '' }));
  return drawn(frame, bottom + names.length * LEGEND_LINE, [
    patterns(frame.id, [0, 1]),
    ...bars.map((bar, index) => row(frame, bar, index * ROW, highest)),
    ...legend(frame.id, names, bottom, WIDTH),
  ]);
}
