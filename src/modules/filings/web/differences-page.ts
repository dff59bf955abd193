import { type Cell } from '../../../platform/rendering/page-parts';
import { type Words } from '../../../platform/rendering/words';
import { type Correction, type FieldDifference } from '../application/read-filings';

function printed(value: string | null, unit: FieldDifference['unit'], words: Words): string {
  if (value === null) return words.t('filings.differences.absent');
  if (unit === 'cents') return words.euro(value);
  return unit === 'day' ? words.day(value) : value;
}

function fieldName(field: string, words: Words): string {
  const key = `filings.field.${field}`;
  return words.texts.has(key) ? words.t(key) : field;
}

/** Rows of [about what, which field, as it was, as it is]. */
export function differenceRows(
  differences: readonly FieldDifference[],
  words: Words,
): readonly (readonly Cell[])[] {
  return differences.map(({ subject, field, unit, before, after }) => [
    subject.length === 0 ? words.t('filings.differences.whole') : subject.join(', '),
    fieldName(field, words),
    printed(before, unit, words),
    printed(after, unit, words),
  ]);
}

/** The data of pages/filings/differences.njk. */
export function differencesPage(
  { before, after, differences }: Correction,
  title: string,
  back: string,
  words: Words,
): object {
  const name = (version: number): string =>
    words.t('filings.version', { version: String(version) });
  return {
    back,
    title,
    before: name(before.version),
    after: name(after.version),
    reason: after.reason ?? '',
    rows: differenceRows(differences, words),
  };
}
