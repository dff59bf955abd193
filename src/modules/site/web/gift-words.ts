import { formatCount } from '../../../platform/rendering/format';
import { type Badge, type Cell } from '../../../platform/rendering/page-parts';
import { type Words } from '../../../platform/rendering/words';
import { type PublicDonor, type PublicGift } from '../../publication/public';

const BADGES: Readonly<Record<PublicGift['status'], Badge['kind']>> = {
  published: 'safe',
  corrected: 'info',
  under_check: 'warning',
  annulled: 'danger',
};

/** "10000.00" as whole cents. */
export function centsOf(decimal: string): number {
  return Number(decimal.replace('.', ''));
}

export function euros(decimal: string, words: Words): string {
  return words.euro(String(centsOf(decimal)));
}

export function statusBadge(gift: PublicGift, words: Words): Badge {
  return { kind: BADGES[gift.status], label: words.t(`site.status.${gift.status}`) };
}

export function giftHref(id: string): string {
  return `/register/giften/${id}`;
}

export function donorHref(id: string): string {
  return `/register/gevers/${id}`;
}

export function partyHref(slug: string): string {
  return `/register/partijen/${slug}`;
}

/** An address of the list of gifts with these choices. */
export function searchHref(choices: Readonly<Record<string, string>>): string {
  const query = new URLSearchParams(Object.entries(choices).filter(([, value]) => value !== ''));
  const text = query.toString();
  return text === '' ? '/register' : `/register?${text}`;
}

export function typeName(type: string | null, words: Words): string {
  return words.t(type === null || type === '' ? 'site.type.unknown' : `site.type.${type}`);
}

export function countName(count: number, words: Words): string {
  return formatCount(count, words.language);
}

/** How many single gifts; of a list that names only a total of a donor, that it does so. */
export function giftCount(
  sums: { readonly gifts: number; readonly countedCents: number },
  words: Words,
): string {
  const onlyTotals = sums.gifts === 0 && sums.countedCents !== 0;
  return onlyTotals ? words.t('site.onlyTotals') : countName(sums.gifts, words);
}

/** A country in words; what our own words lack is asked of the machine. */
export function countryName(code: string, words: Words): string {
  const key = `donors.country.${code}`;
  if (words.texts.has(key)) return words.t(key);
  return new Intl.DisplayNames([words.language], { type: 'region' }).of(code) ?? code;
}

export function isAbroad(donor: PublicDonor): donor is PublicDonor & { readonly country: string } {
  return donor.country !== null && donor.country !== 'NL';
}

export function donorName(donor: PublicDonor, words: Words): string {
  return donor.name ?? words.t('site.gift.shielded');
}

/** Street when it may be public, place, and country when that is not the Netherlands. */
export function placeOf(donor: PublicDonor, words: Words): string {
  const country = isAbroad(donor) ? countryName(donor.country, words) : null;
  const parts: string[] = [];
  for (const part of [donor.address, donor.residence, country]) {
    // An address from a list often ends with its place.
    const said = parts.some((before) => before.endsWith(part ?? ''));
    if (part !== null && part !== '' && !said) parts.push(part);
  }
  return parts.join(', ');
}

export function ownersOf(gift: PublicGift, words: Words): readonly string[] {
  return gift.beneficialOwners.map(({ name, residence }) => {
    const shown = name ?? words.t('site.gift.shielded');
    return residence === null ? shown : `${shown} (${residence})`;
  });
}

function donorCell(gift: PublicGift, words: Words): Cell {
  const { donor } = gift;
  const owners = ownersOf(gift, words);
  const why = donor.shielding === null ? '' : words.t(`site.gift.shieldedWhy.${donor.shielding}`);
  const note = [
    donor.name === null ? why : placeOf(donor, words),
    owners.length === 0 ? '' : words.t('site.gift.ownersShort', { owners: owners.join(', ') }),
  ].filter((part) => part !== '');
  return {
    text: donorName(donor, words),
    ...(donor.id === null ? {} : { href: donorHref(donor.id) }),
    ...(note.length === 0 ? {} : { note: note.join('. ') }),
  };
}

export function whenReceived(gift: PublicGift, words: Words): string {
  const year = String(gift.year);
  if (gift.line === 'rest') return words.t('site.gift.rest', { year });
  if (gift.receivedOn === null) return words.t('site.gift.noDay', { year });
  return words.day(gift.receivedOn);
}

export function recipientCell(gift: PublicGift): Cell {
  const { party, recipient } = gift;
  return {
    text: party.name,
    href: partyHref(party.slug),
    ...(recipient.name === party.name ? {} : { note: recipient.name }),
  };
}

export function kindText(gift: PublicGift, words: Words): string {
  const name = typeName(gift.type, words);
  if (gift.form !== 'in_kind' || gift.type === 'in_kind') return name;
  return gift.type === null ? words.t('site.type.in_kind') : `${name}, ${words.t('site.inKind')}`;
}

export function amountCell(gift: PublicGift, words: Words): Cell {
  const text = euros(gift.amount, words);
  if (gift.status === 'annulled') return { text, note: words.t('site.gift.notCounted') };
  if (centsOf(gift.returned) === 0) return text;
  return { text, note: words.t('site.gift.returned', { amount: euros(gift.returned, words) }) };
}

/** One line of a list of gifts: day, donor, recipient, kind, amount. */
export function giftRow(gift: PublicGift, words: Words): readonly Cell[] {
  return [
    {
      text: whenReceived(gift, words),
      href: giftHref(gift.id),
      ...(gift.status === 'published' ? {} : { badge: statusBadge(gift, words) }),
    },
    donorCell(gift, words),
    recipientCell(gift),
    kindText(gift, words),
    amountCell(gift, words),
  ];
}
