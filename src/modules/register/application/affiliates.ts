import { type Affiliate } from '../facts/published-list';
import { nameKey, tidy } from './read-cells';

/** The name we show when the lists spell one affiliate in several ways. Key as in `keyOf`. */
const KNOWN_NAMES: ReadonlyMap<string, string> = new Map([
  ['ondersteuningvvdtweedekamerverkiezing', 'Stichting Ondersteuning VVD Tweede Kamerverkiezingen'],
  ['cdabusinessclub', 'Stichting CDA Business Club'],
]);

/** Without "Stichting", an abbreviation between brackets, hyphens, spaces and a plural ending. */
function keyOf(name: string): string {
  return nameKey(name.replaceAll(/\([^)]*\)/g, ''))
    .replace(/^stichting/, '')
    .replace(/verkiezingen$/, 'verkiezing');
}

/**
 * The affiliate a cell names, or null for an empty cell. "... Tweede Kamer-verkiezing (SOV)",
 * "... Tweede Kamerverkiezingen" and "... Tweede Kamerverkiezing" are one and the same.
 */
export function affiliateNamed(cell: string): Affiliate | null {
  const name = tidy(cell);
  if (name === '') return null;
  const key = keyOf(name);
  return { key, name: KNOWN_NAMES.get(key) ?? name };
}
