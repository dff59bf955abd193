import {
  above,
  chartTable,
  type ChartView,
  roundEuro,
  shareChart,
} from '../../../platform/charts/public';
import { type Words } from '../../../platform/rendering/words';

const MILLION = 100_000_000;

/** An amount for a scale, without cents: "€ 10.000", "€ 2,5 mln". */
export function scaleEuro(cents: number, words: Words): string {
  if (cents >= MILLION) {
    const tenths = String(Math.round((cents / MILLION) * 10) / 10);
    const amount = words.language === 'nl' ? tenths.replace('.', ',') : tenths;
    return words.t('site.scale.million', { amount });
  }
  return roundEuro(cents, words);
}

/** A part of a whole, with the address of the rows behind it. */
export interface Part {
  readonly name: string;
  readonly cents: number;
  readonly href?: string;
}

const MOST_SHARES = 6;

export interface PartsAbout {
  readonly id: string;
  readonly heading: string;
  /** What the parts are, over the first column of the table. */
  readonly first: string;
  readonly text?: string;
}

/** The parts of a whole: six by name and the rest together; the table names them all. */
export function partsChart(parts: readonly Part[], about: PartsAbout, words: Words): ChartView {
  const said = (cents: number): string => words.euro(String(cents));
  const shown = parts.slice(0, MOST_SHARES);
  const rest = parts.slice(MOST_SHARES).reduce((total, { cents }) => total + cents, 0);
  const shares = shown.map(({ name, cents }) => ({
    name,
    value: above(cents),
    said: said(cents),
  }));
  if (parts.length > shown.length)
    shares.push({ name: words.t('site.series.others'), value: above(rest), said: said(rest) });
  const { id, heading, first, text } = about;
  const description = shares.map((share) => `${share.name}: ${share.said}`).join('; ');
  const columns = [{ label: first }, { label: words.t('site.column.total'), numeric: true }];
  return {
    drawing: shareChart({ id: `${id}-chart`, title: heading, description }, shares),
    heading,
    ...(text === undefined ? {} : { text }),
    table: chartTable(
      id,
      heading,
      columns,
      parts.map(({ name, cents, href }) => [
        href === undefined ? name : { text: name, href },
        said(cents),
      ]),
    ),
  };
}
