import {
  type PublicGift,
  type PublicSearch,
  searchKey,
  searchWords,
} from '../../publication/public';

function cents(decimal: string): number {
  return Number(decimal.replace('.', ''));
}

function wordsOf(gift: PublicGift): string {
  const owners = gift.beneficialOwners.flatMap(({ name, residence }) => [name, residence]);
  const { party, recipient, donor } = gift;
  return searchKey(party.name, recipient.name, donor.name, donor.residence, ...owners);
}

function holdsWords(gift: PublicGift, text: string | null | undefined): boolean {
  if (text === null || text === undefined) return true;
  const key = wordsOf(gift);
  return searchWords(text).every((word) => key.includes(word));
}

function same<Value>(wanted: Value | null | undefined, found: Value | null): boolean {
  return wanted === null || wanted === undefined || wanted === found;
}

type Bound = number | string | null | undefined;

/** A value that is not known lies within no bounds; a bound that is not there narrows nothing. */
function within(value: number | string | null, from: Bound, until: Bound): boolean {
  const low = from ?? null;
  const high = until ?? null;
  if (low === null && high === null) return true;
  return value !== null && value >= (low ?? value) && value <= (high ?? value);
}

function abroad({ donor }: PublicGift, wanted: boolean | null | undefined): boolean {
  return wanted !== true || (donor.country !== null && donor.country !== 'NL');
}

/**
 * Whether a gift is one that a search finds: the same answer as the database gives, for a gift that
 * was just changed.
 */
export function fits(gift: PublicGift, search: PublicSearch): boolean {
  const checks: readonly boolean[] = [
    same(search.party, gift.party.slug),
    same(search.donor, gift.donor.id),
    same(search.year, gift.year),
    same(search.form, gift.form),
    same(search.type, gift.type),
    same(search.recipientKind, gift.recipient.kind),
    same(search.country, gift.donor.country),
    same(search.status, gift.status),
    abroad(gift, search.abroad),
    !(search.without ?? []).some((type) => type === gift.type),
    within(gift.receivedOn, search.from, search.until),
    within(cents(gift.counted), search.minCents, search.maxCents),
    holdsWords(gift, search.text),
  ];
  return checks.every(Boolean);
}
