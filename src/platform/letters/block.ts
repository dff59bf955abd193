/** A piece of text in one weight; "\n" alone is the end of a line within a paragraph. */
export interface Run {
  readonly text: string;
  readonly strong: boolean;
}

export type Runs = readonly Run[];

export interface TableBlock {
  readonly kind: 'table';
  /** One for each column. */
  readonly alignment: readonly ('left' | 'right')[];
  readonly head: readonly Runs[];
  readonly rows: readonly (readonly Runs[])[];
}

/** What a letter is made of. */
export type Block =
  | { readonly kind: 'heading'; readonly level: 2 | 3; readonly runs: Runs }
  | { readonly kind: 'paragraph'; readonly runs: Runs }
  | { readonly kind: 'list'; readonly ordered: boolean; readonly items: readonly Runs[] }
  | { readonly kind: 'quote'; readonly paragraphs: readonly Runs[] }
  | TableBlock;

export function textOf(runs: Runs): string {
  return runs.map(({ text }) => text).join('');
}
