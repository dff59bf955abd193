import { type Drawing, shape } from './drawing';
import { type ChartFrame, drawn, WIDTH } from './frame';
import { fillOf, legend, LEGEND_LINE, patterns } from './series';

export interface Share {
  readonly name: string;
  /** At least 0, in any unit. */
  readonly value: number;
  /** The value in words: "€ 12.500,00". */
  readonly said: string;
}

const BAR = 30;

/** One bar that is a whole, cut in its parts; each part is named below it. At most 7 parts. */
export function shareChart(frame: ChartFrame, shares: readonly Share[]): Drawing {
  const whole = shares.reduce((sum, { value }) => sum + value, 0);
  let x = 0;
  const bars = shares.map(({ name, value, said }, series) => {
    const width = whole === 0 ? 0 : (value / whole) * WIDTH;
    const at = x;
    x += width;
    return shape(
      'g',
      {},
      shape('title', {}, `${name}: ${said}`),
      shape('rect', {
        class: 'pg-chart__edge',
        x: at,
        y: 1,
        width,
        height: BAR,
        fill: fillOf(frame.id, series),
      }),
    );
  });
  const names = shares.map(({ name, said }, series) => ({ series, text: name, said }));
  return drawn(frame, BAR + 14 + shares.length * LEGEND_LINE, [
    patterns(
      frame.id,
      shares.map((_, index) => index),
    ),
    ...bars,
    ...legend(frame.id, names, BAR + 12, WIDTH),
  ]);
}
