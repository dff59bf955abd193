import { Drawing, shape, type Shape } from './drawing';

/** What every chart has beside its data. Texts are ready to print. */
export interface ChartFrame {
  /** Unique on the page; names the parts of this drawing. */
  readonly id: string;
  /** What the chart shows, as a short heading. */
  readonly title: string;
  /** What one learns from it, in a sentence or two: read out instead of the picture. */
  readonly description: string;
  /** True when parts lead to their rows: the picture is then a group of links, and no image. */
  readonly linked?: boolean;
}

/**
 * Every chart is drawn 360 units wide and scales with its column: on a phone a unit is a little less
 * than a pixel, elsewhere at most a pixel and a third.
 */
export const WIDTH = 360;
/** More series than this nobody tells apart. */
export const MOST_SERIES = 7;

/** The picture with its name and description. It has no script and no style of its own. */
export function drawn(frame: ChartFrame, height: number, shapes: readonly Shape[]): Drawing {
  const { id, title, description, linked } = frame;
  return new Drawing(
    shape(
      'svg',
      {
        class: 'pg-chart',
        role: linked === true ? 'group' : 'img',
        'aria-labelledby': `${id}-title`,
        'aria-describedby': `${id}-desc`,
        viewBox: `0 0 ${WIDTH} ${Math.ceil(height)}`,
      },
      shape('title', { id: `${id}-title` }, title),
      shape('desc', { id: `${id}-desc` }, description),
      ...shapes,
    ),
  );
}

/**
 * What is drawn of one value. With an address it leads to the rows behind the value; the table below
 * the picture holds the same links, so one need not step through every bar by keyboard.
 */
export function mark(said: string, href: string | undefined, shapes: readonly Shape[]): Shape {
  const inside = [shape('title', {}, said), ...shapes];
  return href === undefined
    ? shape('g', {}, ...inside)
    : shape('a', { class: 'pg-chart__link', href, tabindex: -1 }, ...inside);
}

/** Names can be longer than there is room. */
export function shortened(name: string, most: number): string {
  return name.length <= most ? name : `${name.slice(0, most - 1).trimEnd()}…`;
}

export function label(
  text: string,
  x: number,
  y: number,
  anchor: 'start' | 'middle' | 'end' = 'start',
  kind: 'plain' | 'soft' | 'strong' = 'plain',
): Shape {
  const look = kind === 'plain' ? '' : ` pg-chart__text--${kind}`;
  return shape('text', { class: `pg-chart__text${look}`, x, y, 'text-anchor': anchor }, text);
}

export function line(from: readonly [number, number], to: readonly [number, number]): Shape {
  const [x1, y1] = from;
  const [x2, y2] = to;
  return shape('line', { class: 'pg-chart__line', x1, y1, x2, y2 });
}

/**
 * A round number at or above the largest value: 1, 2, 2.5 or 5 with noughts. 1 when there is nothing.
 */
export function roundedUp(largest: number): number {
  if (largest <= 0) return 1;
  const power = 10 ** Math.floor(Math.log10(largest));
  const step = [1, 2, 2.5, 5, 10].find((one) => largest <= one * power) ?? 10;
  return step * power;
}
