import { type Shape } from './drawing';
import { label, line, WIDTH } from './frame';

/** Room at the left for the amounts of the scale. */
export const GUTTER = 62;
const TOP = 12;
export const PLOT = 150;
export const BASE = TOP + PLOT;

/** The lines at the foot, halfway and on top, with what they stand for. */
export function scaleLines(highest: number, scale: (value: number) => string): readonly Shape[] {
  return [
    ...[1, 0.5].flatMap((part) => {
      const y = BASE - part * PLOT;
      return [
        line([GUTTER, y], [WIDTH, y]),
        label(scale(highest * part), GUTTER - 6, y + 4, 'end', 'soft'),
      ];
    }),
    line([GUTTER, BASE], [WIDTH, BASE]),
  ];
}

/** How high a value stands above the foot; nothing below nothing. */
export function heightOf(value: number, highest: number): number {
  return (Math.max(0, value) / highest) * PLOT;
}

/** Places of which the name is shown: so many apart that they stay clear of each other. */
export function shownLabels(count: number, most: number): (place: number) => boolean {
  const apart = Math.max(1, Math.ceil(count / most));
  return (place) => place % apart === 0;
}
