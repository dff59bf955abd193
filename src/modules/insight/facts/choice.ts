/** Where gifts are known from: notices and overviews, the published lists, or both. */
export type SourceChoice = 'all' | 'filed' | 'list';

/** What a dashboard shows. */
export interface Choice {
  /** Null for the whole field. */
  readonly party: { readonly id: string; readonly slug: string } | null;
  readonly year: number;
  /** The year it is laid beside; null for none. */
  readonly beside: number | null;
  readonly source: SourceChoice;
  /** Dues and remittances of office-holders left out (decisions.md D5). */
  readonly without: boolean;
}

/** The scope under which figures of the whole field are kept. */
export const FIELD = '00000000-0000-0000-0000-000000000000';

export function scopeId({ party }: Pick<Choice, 'party'>): string {
  return party?.id ?? FIELD;
}

/** The lower bound in cents of each size class, from class 1; class 0 is a rest of a list. */
export const SIZE_BOUNDS = [
  1, 25_001, 90_000, 100_000, 110_000, 250_000, 500_000, 900_000, 1_000_000, 1_100_000, 2_500_000,
  5_000_000, 9_000_000, 10_000_000, 10_000_001,
] as const;

/** A threshold with the size class just under it and the one that begins on it. */
export const THRESHOLDS = [
  { cents: 100_000, under: 3, from: 4 },
  { cents: 1_000_000, under: 8, from: 9 },
  { cents: 10_000_000, under: 13, from: 14 },
] as const;
