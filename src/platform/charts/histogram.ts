import { type Drawing, shape, type Shape } from './drawing';
import { type ChartFrame, drawn, label, mark, roundedUp, WIDTH } from './frame';
import { BASE, GUTTER, heightOf, scaleLines, shownLabels } from './plot';
import { fillOf, legend, LEGEND_LINE, patterns } from './series';

export interface Bin {
  /** Under the bin; '' for none. */
  readonly label: string;
  /** At least 0, in any unit. */
  readonly value: number;
  readonly said: string;
  /** Its look: 0 as most, 1 for what stands out, as just under a threshold. */
  readonly series: 0 | 1;
  readonly href?: string;
}

export interface Boundary {
  /** A dashed line before this bin, from 0. */
  readonly before: number;
  readonly label: string;
}

export interface HistogramData {
  readonly bins: readonly Bin[];
  readonly boundaries: readonly Boundary[];
  readonly scale: (value: number) => string;
  /** What the two looks stand for; [] for no legend. */
  readonly series: readonly string[];
}

const LINE = 15;

function boundaries(data: HistogramData, slot: number): readonly Shape[] {
  return data.boundaries.flatMap(({ before, label: text }, index) => {
    const x = GUTTER + slot * before;
    const y = BASE + 34 + index * LINE;
    const side = x > WIDTH / 2 ? 'end' : 'start';
    return [
      shape('line', { class: 'pg-chart__threshold', x1: x, x2: x, y1: 4, y2: y - 11 }),
      label(text, side === 'end' ? Math.min(WIDTH, x + 4) : x - 4, y, side, 'strong'),
    ];
  });
}

/** Under its bin; at the edge it stays within the picture. */
function binLabel(text: string, x: number): Shape {
  const half = text.length * 3.5;
  return x + half > WIDTH
    ? label(text, WIDTH, BASE + 17, 'end')
    : label(text, x, BASE + 17, 'middle');
}

/** How often each size occurs: columns that touch, with dashed lines where a rule draws its own. */
export function histogramChart(frame: ChartFrame, data: HistogramData): Drawing {
  const { bins, scale } = data;
  const highest = roundedUp(Math.max(0, ...bins.map(({ value }) => value)));
  const slot = (WIDTH - GUTTER) / Math.max(1, bins.length);
  const named = shownLabels(bins.filter((bin) => bin.label !== '').length, 8);
  const labelled = bins.flatMap((bin, place) => (bin.label === '' ? [] : [place]));
  const legendTop = BASE + 34 + data.boundaries.length * LINE;
  const names = data.series.map((text, index) => ({ series: index, text, said: '' }));
  return drawn(frame, legendTop + names.length * LEGEND_LINE, [
    patterns(frame.id, [0, 1]),
    ...scaleLines(highest, scale),
    ...bins.map(({ value, said, series, href }, place) => {
      const height = heightOf(value, highest);
      const rect = shape('rect', {
        class: 'pg-chart__edge',
        x: GUTTER + slot * place,
        y: BASE - height,
        width: slot,
        height,
        fill: fillOf(frame.id, series),
      });
      return mark(said, href, [rect]);
    }),
    ...labelled.flatMap((place, index) =>
      named(index) ? [binLabel(bins[place]?.label ?? '', GUTTER + slot * (place + 0.5))] : [],
    ),
    ...boundaries(data, slot),
    ...legend(frame.id, names, legendTop, WIDTH),
  ]);
}
