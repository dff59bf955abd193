import { type Drawing } from '../../../platform/charts/public';
import { type Cell } from '../../../platform/rendering/page-parts';
import { type Words } from '../../../platform/rendering/words';

interface TableColumn {
  readonly label: string;
  readonly numeric?: boolean;
  readonly compact?: boolean;
}

/** What partials/chart.njk takes: a picture with the table of the same figures. */
export interface ChartView {
  readonly drawing: Drawing;
  readonly heading: string;
  readonly text?: string;
  readonly table: {
    readonly id: string;
    readonly caption: string;
    readonly captionHidden: boolean;
    readonly columns: readonly TableColumn[];
    readonly rows: readonly (readonly Cell[])[];
  };
}

/** The table under a picture; the heading above it says what it holds. */
export function chartTable(
  id: string,
  caption: string,
  columns: readonly TableColumn[],
  rows: readonly (readonly Cell[])[],
): ChartView['table'] {
  return { id, caption, captionHidden: true, columns, rows };
}

/** "maart" */
export function monthName(year: number, month: string, words: Words): string {
  return words.day(`${String(year)}-${month}-01`).split(' ')[1] ?? month;
}

/** An amount for a scale, without cents: "€ 10.000". */
export function roundEuro(cents: number, words: Words): string {
  return words.euro(String(Math.round(cents))).replace(/[.,]00$/, '');
}

/** A bar has no length below nothing. */
export function above(cents: number): number {
  return Math.max(0, cents);
}

/** The address of the rows behind a figure. */
export function giftsHref(year: number, filter: Readonly<Record<string, string>>): string {
  const query = new URLSearchParams({ jaar: String(year), ...filter });
  return `/giften?${query.toString()}`;
}
