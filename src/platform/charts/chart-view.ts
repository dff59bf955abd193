import { type Cell } from '../rendering/page-parts';
import { type Words } from '../rendering/words';
import { type Drawing } from './drawing';

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

/** Whole cents as an amount for a scale, without cents: "€ 10.000". */
export function roundEuro(cents: number, words: Words): string {
  return words.euro(String(Math.round(cents))).replace(/[.,]00$/, '');
}

/** A bar has no length below nothing. */
export function above(cents: number): number {
  return Math.max(0, cents);
}
