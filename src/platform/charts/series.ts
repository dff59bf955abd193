import { shape, type Shape } from './drawing';
import { label, MOST_SERIES } from './frame';

const SIDE = 8;

/** What lies over the ground of each series, so that it is known without its colour. */
const MARKS: readonly (readonly Shape[])[] = [
  [],
  [mark('M-2 10 L10 -2 M-2 2 L2 -2 M6 10 L10 6')],
  [shape('circle', { class: 'pg-chart__mark-dot', cx: 4, cy: 4, r: 1.5 })],
  [mark('M0 4 H8')],
  [mark('M4 0 V8')],
  [mark('M0 4 H8 M4 0 V8')],
  [mark('M-2 -2 L10 10 M6 -2 L10 2 M-2 6 L2 10')],
];

function mark(d: string): Shape {
  return shape('path', { class: 'pg-chart__mark', d });
}

function patternId(id: string, series: number): string {
  return `${id}-series-${series + 1}`;
}

/** The patterns that `fillOf` points to, for the series that are drawn. */
export function patterns(id: string, series: readonly number[]): Shape {
  const drawn = [...new Set(series)].toSorted((a, b) => a - b);
  return shape(
    'defs',
    {},
    ...drawn.map((one) =>
      shape(
        'pattern',
        {
          id: patternId(id, one),
          width: SIDE,
          height: SIDE,
          patternUnits: 'userSpaceOnUse',
        },
        shape('rect', {
          class: `pg-chart__ground pg-chart__ground--${one + 1}`,
          width: SIDE,
          height: SIDE,
        }),
        ...(MARKS[one] ?? []),
      ),
    ),
  );
}

/** @throws RangeError for a series that has no look of its own. */
export function fillOf(id: string, series: number): string {
  if (!Number.isInteger(series) || series < 0 || series >= MOST_SERIES)
    throw new RangeError(`series ${series}: a chart tells ${MOST_SERIES} series apart, from 0`);
  return `url(#${patternId(id, series)})`;
}

export interface LegendLine {
  readonly series: number;
  readonly text: string;
  /** At the right-hand side; '' for nothing. */
  readonly said: string;
}

export const LEGEND_LINE = 20;

/** Which look stands for which name, one under the other. */
export function legend(
  id: string,
  lines: readonly LegendLine[],
  top: number,
  width: number,
): readonly Shape[] {
  return lines.flatMap(({ series, text, said }, index) => {
    const y = top + index * LEGEND_LINE;
    return [
      shape('rect', {
        class: 'pg-chart__edge',
        x: 0.5,
        y: y + 2.5,
        width: 14,
        height: 12,
        fill: fillOf(id, series),
      }),
      label(text, 21, y + 13),
      ...(said === '' ? [] : [label(said, width, y + 13, 'end')]),
    ];
  });
}
