import { type Drawing, shape, type Shape } from './drawing';
import { type ChartFrame, drawn, label, mark, roundedUp, WIDTH } from './frame';
import { BASE, GUTTER, heightOf, scaleLines } from './plot';
import { fillOf, legend, LEGEND_LINE, patterns } from './series';

export interface ColumnPart {
  /** Which series, from 0: its place in `series`. */
  readonly series: number;
  /** At least 0, in any unit. */
  readonly value: number;
}

export interface Column {
  /** Under the column: a letter or two. */
  readonly label: string;
  /** The whole column in words, shown when one points at it: "maart: € 1.200,00". */
  readonly said: string;
  readonly parts: readonly ColumnPart[];
  /** The address of the rows behind it. */
  readonly href?: string;
}

export interface ColumnData {
  /** The names of the series. With one series there is no legend. */
  readonly series: readonly string[];
  readonly columns: readonly Column[];
  /** Writes a value of the scale: 1000000 as "€ 10.000". */
  readonly scale: (value: number) => string;
}

function total({ parts }: Column): number {
  return parts.reduce((sum, { value }) => sum + value, 0);
}

function stack(frame: ChartFrame, column: Column, at: Slot, highest: number): Shape {
  let y = BASE;
  const rects = column.parts
    .filter(({ value }) => value > 0)
    .toSorted((a, b) => a.series - b.series)
    .map(({ series, value }) => {
      const height = heightOf(value, highest);
      y -= height;
      return shape('rect', {
        class: 'pg-chart__edge',
        x: at.x,
        y,
        width: at.width,
        height,
        fill: fillOf(frame.id, series),
      });
    });
  return mark(column.said, column.href, rects);
}

interface Slot {
  readonly x: number;
  readonly width: number;
}

/** Columns side by side, such as the months of a year; the parts of a column stand on each other. */
export function columnChart(frame: ChartFrame, data: ColumnData): Drawing {
  const { series, columns, scale } = data;
  const highest = roundedUp(Math.max(0, ...columns.map(total)));
  const slot = (WIDTH - GUTTER) / Math.max(1, columns.length);
  const at = (place: number): number => GUTTER + slot * place;
  const shown = series.length > 1 ? series : [];
  const names = shown.map((text, index) => ({ series: index, text, said: '' }));
  const legendTop = BASE + 30;
  return drawn(frame, names.length === 0 ? BASE + 24 : legendTop + names.length * LEGEND_LINE, [
    patterns(
      frame.id,
      series.map((_, index) => index),
    ),
    ...scaleLines(highest, scale),
    ...columns.flatMap((column, index) => [
      stack(frame, column, { x: at(index + 0.15), width: slot * 0.7 }, highest),
      label(column.label, at(index + 0.5), BASE + 17, 'middle'),
    ]),
    ...legend(frame.id, names, legendTop, WIDTH),
  ]);
}
