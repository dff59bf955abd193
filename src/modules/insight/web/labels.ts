import { roundEuro } from '../../../platform/charts/public';
import { type Words } from '../../../platform/rendering/words';
import { SIZE_BOUNDS } from '../facts/choice';

export function typeName(type: string, words: Words): string {
  return words.t(`insight.type.${type === '' ? 'unknown' : type}`);
}

export function kindName(kind: string, words: Words): string {
  return words.t(`insight.donorKind.${kind === '' ? 'unknown' : kind}`);
}

export function recipientName(kind: string, words: Words): string {
  return words.t(`insight.recipient.${kind}`);
}

export function countryName(code: string, words: Words): string {
  if (code === '') return words.t('insight.country.unknown');
  return new Intl.DisplayNames([words.language], { type: 'region' }).of(code) ?? code;
}

export function donorName(
  donor: { readonly name: string | null; readonly kind: string },
  words: Words,
): string {
  return donor.name ?? words.t('insight.donor.unnamed');
}

/** "maart"; "dag onbekend" for month 0. */
export function monthWord(month: number, words: Words): string {
  if (month === 0) return words.t('insight.month.unknown');
  const day = `2025-${String(month).padStart(2, '0')}-01`;
  return words.day(day).split(' ')[1] ?? '';
}

/** "€ 900 tot € 1.000" */
export function sizeName(size: number, words: Words): string {
  if (size === 0) return words.t('insight.size.rest');
  const from = (SIZE_BOUNDS[size - 1] ?? 1) - (size === 2 || size === 15 ? 1 : 0);
  const until = SIZE_BOUNDS[size];
  if (size === 1) return words.t('insight.size.upTo', { amount: roundEuro(25_000, words) });
  if (size === 14) return words.t('insight.size.exactly', { amount: roundEuro(from, words) });
  if (until === undefined) return words.t('insight.size.above', { amount: roundEuro(from, words) });
  return words.t('insight.size.between', {
    from: roundEuro(from, words),
    until: roundEuro(until, words),
  });
}
