import { type Bin, histogramChart, roundEuro } from '../../../platform/charts/public';
import { type Words } from '../../../platform/rendering/words';
import { type Dashboard } from '../application/read-dashboard';
import { add, byProperty, type Sum } from '../application/sums';
import { SIZE_BOUNDS, THRESHOLDS } from '../facts/choice';
import { rowsHref } from './address';
import { sizeName } from './labels';
import { counted, euros, type Panel, percent, said, scaleCount } from './panel';

const CLASSES = SIZE_BOUNDS.map((_, index) => index + 1);

/** Halfway between thresholds, so that the names of both stay clear of each other. */
const LABELLED: readonly number[] = [2, 6, 11];

function plainAmount(size: number, words: Words): string {
  const cents = SIZE_BOUNDS[size - 1] ?? 0;
  return roundEuro(cents - (cents % 100), words).replace(/^€\s*/u, '');
}

function sizesOf({ tallies }: Dashboard, year: number): ReadonlyMap<number, Sum> {
  const rows = byProperty(tallies, 'size', year);
  return new Map(CLASSES.map((size) => [size, add(rows.filter(({ a }) => Number(a) === size))]));
}

/** How many gifts of each size; the classes just under a threshold stand out. */
export function sizesPanel(d: Dashboard, words: Words): Panel {
  const { year } = d.choice;
  const sizes = sizesOf(d, year);
  const of = (size: number): Sum => sizes.get(size) ?? add([]);
  const heading = words.t('insight.sizes.title', { year: String(year) });
  const bins = CLASSES.map((size): Bin => ({
    label: LABELLED.includes(size) ? plainAmount(size, words) : '',
    value: of(size).gifts,
    said: `${sizeName(size, words)}: ${words.t('insight.giftsCounted', { count: String(of(size).gifts) })}`,
    series: THRESHOLDS.some(({ under }) => under === size) ? 1 : 0,
    href: rowsHref(d.choice, { sizeClass: size }),
  }));
  return {
    id: 'sizes',
    heading,
    text: words.t('insight.sizes.text'),
    drawing: histogramChart(
      {
        id: 'sizes-chart',
        title: heading,
        description: words.t('insight.sizes.said'),
        linked: true,
      },
      {
        bins,
        scale: (value) => scaleCount(value, words),
        boundaries: THRESHOLDS.map(({ cents, from }) => ({
          before: from - 1,
          label: roundEuro(cents, words),
        })),
        series: [words.t('insight.sizes.other'), words.t('insight.sizes.justUnder')],
      },
    ),
    columns: [
      { label: words.t('insight.size') },
      { label: words.t('insight.gifts'), numeric: true },
      { label: words.t('insight.total'), numeric: true },
    ],
    rows: CLASSES.map((size) => [
      said(sizeName(size, words), rowsHref(d.choice, { sizeClass: size })),
      counted(of(size).gifts, words, rowsHref(d.choice, { sizeClass: size })),
      euros(of(size).cents, words),
    ]),
  };
}

/** The pile just under each threshold beside what lies just above it. */
export function pilesPanel(d: Dashboard, words: Words): Panel {
  const { year, beside } = d.choice;
  const sizes = sizesOf(d, year);
  const before = beside === null ? null : sizesOf(d, beside);
  return {
    id: 'piles',
    heading: words.t('insight.piles.title', { year: String(year) }),
    text: words.t('insight.piles.text'),
    drawing: null,
    columns: [
      { label: words.t('insight.piles.threshold') },
      { label: words.t('insight.piles.under'), numeric: true },
      { label: words.t('insight.piles.above'), numeric: true },
      { label: words.t('insight.piles.share'), numeric: true },
      ...(beside === null
        ? []
        : [{ label: words.t('insight.piles.shareIn', { year: String(beside) }), numeric: true }]),
    ],
    rows: THRESHOLDS.map(({ cents, under, from }) => {
      const gifts = (of: ReadonlyMap<number, Sum>, size: number): number =>
        of.get(size)?.gifts ?? 0;
      const share = (of: ReadonlyMap<number, Sum>): ReturnType<typeof percent> =>
        percent(gifts(of, under), gifts(of, under) + gifts(of, from), words);
      return [
        said(roundEuro(cents, words)),
        counted(gifts(sizes, under), words, rowsHref(d.choice, { sizeClass: under })),
        counted(gifts(sizes, from), words, rowsHref(d.choice, { sizeClass: from })),
        share(sizes),
        ...(before === null ? [] : [share(before)]),
      ];
    }),
    note: words.t('insight.piles.note'),
  };
}
