import { type PartyPart } from '../../publication/public';
import { REMITTED } from '../application/search-choices';
import { type Series, seriesOf, type YearColumn } from './year-columns';

export function isRemitted({ type }: { readonly type: string | null }): boolean {
  return REMITTED.some((remitted) => remitted === type);
}

export function sumOf(parts: readonly { readonly countedCents: number }[]): number {
  return parts.reduce((sum, { countedCents }) => sum + countedCents, 0);
}

export function giftsOf(parts: readonly { readonly gifts: number }[]): number {
  return parts.reduce((sum, { gifts }) => sum + gifts, 0);
}

/** The years of a party, oldest first, each cut up in what it is made of. */
export function columnsOf(
  parts: readonly PartyPart[],
  hrefOf: (year: number) => string,
): readonly YearColumn[] {
  const years = [...new Set(parts.map(({ year }) => year))].sort((a, b) => a - b);
  return years.map((year) => {
    const own = parts.filter((part) => part.year === year);
    const sums: Partial<Record<Series, number>> = {};
    for (const { type, form, countedCents } of own) {
      const series = seriesOf(type, form);
      sums[series] = (sums[series] ?? 0) + countedCents;
    }
    const label = years.length > 8 ? `'${String(year).slice(2)}` : String(year);
    return { year, label, gifts: giftsOf(own), parts: sums, href: hrefOf(year) };
  });
}

/** Sums by one property, the largest first. */
export function sumsBy(
  parts: readonly PartyPart[],
  by: (part: PartyPart) => string,
): readonly { readonly key: string; readonly cents: number }[] {
  const sums = new Map<string, number>();
  for (const part of parts) sums.set(by(part), (sums.get(by(part)) ?? 0) + part.countedCents);
  return [...sums].map(([key, cents]) => ({ key, cents })).sort((a, b) => b.cents - a.cents);
}
