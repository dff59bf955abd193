import { type PublicGift } from '../../publication/public';

export interface FieldDifference {
  /** JSON Pointer in the gift. */
  readonly field: string;
  /** As text; null when it was empty or not there. */
  readonly before: string | null;
  readonly after: string | null;
}

/** Every version has these anew. */
const NOT_TOLD = new Set(['/version', '/changedAt']);

function fields(value: unknown, at = ''): readonly (readonly [string, string | null])[] {
  if (typeof value !== 'object' || value === null) {
    const text = typeof value === 'string' ? value : value === null ? null : JSON.stringify(value);
    return [[at, text]];
  }
  return Object.entries(value).flatMap(([name, inner]) => fields(inner, `${at}/${name}`));
}

/** What is not the same in two versions of a gift, field by field. */
export function fieldDifferences(
  before: PublicGift | null,
  after: PublicGift | null,
): readonly FieldDifference[] {
  if (before === null || after === null) return [];
  const [old, now] = [new Map(fields(before)), new Map(fields(after))];
  return [...new Set([...old.keys(), ...now.keys()])]
    .filter((field) => !NOT_TOLD.has(field))
    .map((field) => ({
      field,
      before: old.get(field) ?? null,
      after: now.get(field) ?? null,
    }))
    .filter((one) => one.before !== one.after);
}
