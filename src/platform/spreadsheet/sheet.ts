import { type Cell } from './cell';

/** How a row looks. A `header` row is repeated on every printed page. */
export type RowStyle = 'plain' | 'title' | 'header' | 'total' | 'note';

export interface SheetRow {
  readonly cells: readonly Cell[];
  readonly style: RowStyle;
}

export interface Sheet {
  /** At most 31 characters, without : \ / ? * [ ] */
  readonly name: string;
  /** Width of each column, in characters. */
  readonly widths: readonly number[];
  readonly rows: readonly SheetRow[];
  /** Rows that stay in sight while scrolling, from the top. */
  readonly frozenRows: number;
  /** Row (from 1) that gets a filter button in each cell and is repeated in print; 0 is none. */
  readonly headerRow: number;
}

export interface Book {
  readonly title: string;
  readonly author: string;
  /** The moment the facts in it were fixed, ISO 8601. The same facts give the same bytes. */
  readonly moment: string;
  readonly sheets: readonly Sheet[];
}
