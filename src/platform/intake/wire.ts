import { type ReadCell, type ReadRow, type Refusal } from './reading';

/*
 * What the two processes say to each other. The parent sends one line of JSON and then the bytes of
 * the file; the child answers in lines of JSON, the last of which is not `rows`.
 */

export interface Job {
  /** Path of the module whose `read` is to be run; null for a table. */
  readonly program: string | null;
  readonly name: string;
  readonly size: number;
}

/** sheet, row, hidden, one letter for the kind of each cell, their texts. */
export type WireRow = readonly [string, number, 0 | 1, string, readonly string[]];

export type Message =
  | { readonly rows: readonly WireRow[] }
  | { readonly done: unknown; readonly peakKilobytes: number }
  | { readonly refused: Refusal }
  | { readonly failed: string };

const LETTERS: Readonly<Record<ReadCell['kind'], string>> = {
  empty: ' ',
  text: 't',
  number: 'n',
  day: 'd',
  yes_no: 'y',
  formula: 'f',
  error: 'e',
};

const KINDS = new Map(
  Object.entries(LETTERS).map(([kind, letter]) => [letter, kind as ReadCell['kind']]),
);

export const EMPTY_CELL: ReadCell = { kind: 'empty', text: '' };

export function toWire({ sheet, row, hidden, cells }: ReadRow): WireRow {
  const kinds = cells.map(({ kind }) => LETTERS[kind]).join('');
  return [sheet, row, hidden ? 1 : 0, kinds, cells.map(({ text }) => text)];
}

export function fromWire([sheet, row, hidden, kinds, texts]: WireRow): ReadRow {
  const cells = texts.map((text, at): ReadCell => {
    const kind = KINDS.get(kinds.charAt(at)) ?? 'empty';
    return kind === 'empty' ? EMPTY_CELL : { kind, text };
  });
  return { sheet, row, hidden: hidden === 1, cells };
}
