import { type Drawing, shape, type Shape } from './drawing';
import { type ChartFrame, drawn, label, mark, roundedUp, WIDTH } from './frame';
import { BASE, GUTTER, heightOf, scaleLines, shownLabels } from './plot';
import { fillOf, legend, LEGEND_LINE, patterns } from './series';

export interface GroupedValue {
  /** At least 0, in any unit; null draws nothing, as for a month that is still to come. */
  readonly value: number | null;
  /** The value in words: "maart 2025: € 1.200,00". */
  readonly said: string;
  readonly href?: string;
}

export interface ColumnGroup {
  /** Under the group: a letter or two. */
  readonly label: string;
  /** One for each series, in their order. */
  readonly values: readonly GroupedValue[];
}

export interface GroupedData {
  readonly series: readonly string[];
  readonly groups: readonly ColumnGroup[];
  readonly scale: (value: number) => string;
}

const MOST_LABELS = 16;

function column(
  frame: ChartFrame,
  { value, said, href }: GroupedValue,
  at: { readonly x: number; readonly width: number; readonly series: number },
  highest: number,
): readonly Shape[] {
  if (value === null) return [];
  const height = heightOf(value, highest);
  const rect = shape('rect', {
    class: 'pg-chart__edge',
    x: at.x,
    y: BASE - height,
    width: at.width,
    height,
    fill: fillOf(frame.id, at.series),
  });
  return [mark(said, href, [rect])];
}

/** Columns of the same moment side by side, so that two periods can be laid beside each other. */
export function groupedChart(frame: ChartFrame, data: GroupedData): Drawing {
  const { series, groups, scale } = data;
  const values = groups.flatMap((group) => group.values.map(({ value }) => value ?? 0));
  const highest = roundedUp(Math.max(0, ...values));
  const slot = (WIDTH - GUTTER) / Math.max(1, groups.length);
  const width = (slot * 0.8) / Math.max(1, series.length);
  const named = shownLabels(groups.length, MOST_LABELS);
  const legendTop = BASE + 30;
  const names = series.map((text, index) => ({ series: index, text, said: '' }));
  return drawn(frame, legendTop + names.length * LEGEND_LINE, [
    patterns(
      frame.id,
      series.map((_, index) => index),
    ),
    ...scaleLines(highest, scale),
    ...groups.flatMap((group, place) => {
      const left = GUTTER + slot * (place + 0.1);
      return [
        ...group.values.flatMap((value, index) =>
          column(frame, value, { x: left + width * index, width, series: index }, highest),
        ),
        ...(named(place)
          ? [label(group.label, GUTTER + slot * (place + 0.5), BASE + 17, 'middle')]
          : []),
      ];
    }),
    ...legend(frame.id, names, legendTop, WIDTH),
  ]);
}
