import { type Column, type ImportKind, type Layout } from './column';
import { CONTRIBUTION_LAYOUTS } from './contributions';
import { DONOR_LAYOUTS } from './donors';
import { LOOK_THROUGH_LAYOUTS } from './look-through';
import { AFFILIATE_LAYOUTS, DEBT_LAYOUTS } from './other-layouts';

/** Every version of every template that was ever handed out, oldest first. */
export const LAYOUTS: Readonly<Record<ImportKind, readonly Layout[]>> = {
  contributions: CONTRIBUTION_LAYOUTS,
  donors: DONOR_LAYOUTS,
  affiliates: AFFILIATE_LAYOUTS,
  debts: DEBT_LAYOUTS,
  look_through: LOOK_THROUGH_LAYOUTS,
};

/** The custom property of a workbook that says which template it is. */
export const STAMP_PROPERTY = 'partijgiften-template';

/** 'contributions/2' */
export function stampOf({ kind, version }: Layout): string {
  return `${kind}/${String(version)}`;
}

/** The layout that is handed out now. */
export function newestLayout(kind: ImportKind): Layout {
  const newest = LAYOUTS[kind].at(-1);
  if (newest === undefined) throw new Error(`there is no layout for ${kind}`);
  return newest;
}

/** A heading without what people write differently: case, accents, spaces, marks. */
export function headingKey(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
}

/** From every heading that is understood to its column. */
export function headingsOf(kind: ImportKind): ReadonlyMap<string, Column> {
  const newest = newestLayout(kind);
  const columns = new Map(newest.columns.map((column) => [column.key, column]));
  const headings = new Map<string, Column>();
  for (const { columns: known } of [...LAYOUTS[kind]].reverse())
    for (const { key, title, synonyms } of known) {
      const column = columns.get(key);
      if (column === undefined) continue;
      for (const text of [title.nl, title.en, ...synonyms])
        if (!headings.has(headingKey(text))) headings.set(headingKey(text), column);
    }
  return headings;
}
