import { isPlainDate } from '../../../legal/kernel/plain-date';
import { type Cell } from '../../../platform/rendering/page-parts';
import { type Words } from '../../../platform/rendering/words';
import { type Correction, type FieldDifference } from '../application/read-filings';

/** Handles of rows: the subject says in words what they stand for. The API gives them. */
const HANDLES = new Set([
  'contribution',
  'donor',
  'debt',
  'recipient',
  'ref',
  'overview',
  'filing',
]);

/** Codes with words of their own, by field. */
const CODES: Readonly<Record<string, string>> = {
  type: 'gifts.type',
  form: 'filings.form',
  donorKind: 'donors.kind',
  part: 'filings.part',
};

function coded(field: string, value: string, words: Words): string {
  if (value === 'true' || value === 'false') return words.t(`filings.yesNo.${value}`);
  const key = `${CODES[field] ?? ''}.${value}`;
  return words.texts.has(key) ? words.t(key) : value;
}

function printed({ field, unit }: FieldDifference, value: string | null, words: Words): string {
  if (value === null) return words.t('filings.differences.absent');
  if (unit === 'cents') return words.euro(value);
  return unit === 'day' ? words.day(value) : coded(field, value, words);
}

function fieldName(field: string, words: Words): string {
  const key = `filings.field.${field}`;
  return words.texts.has(key) ? words.t(key) : field;
}

function subjectWords(subject: readonly string[], words: Words): string {
  if (subject.length === 0) return words.t('filings.differences.whole');
  return subject.map((part) => (isPlainDate(part) ? words.day(part) : part)).join(', ');
}

/** Rows of [about what, which field, as it was, as it is]. */
export function differenceRows(
  differences: readonly FieldDifference[],
  words: Words,
): readonly (readonly Cell[])[] {
  return differences
    .filter(({ field }) => !HANDLES.has(field))
    .map((one) => [
      subjectWords(one.subject, words),
      fieldName(one.field, words),
      printed(one, one.before, words),
      printed(one, one.after, words),
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
