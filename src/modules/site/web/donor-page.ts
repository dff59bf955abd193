import { type Transaction } from '../../../platform/database/transaction';
import { type Cell } from '../../../platform/rendering/page-parts';
import { type Words } from '../../../platform/rendering/words';
import {
  listPublicGifts,
  type PublicDonorCard,
  type PublicGift,
  readPublicParties,
} from '../../publication/public';
import { readAlike } from '../application/read-people';
import { donorFeed } from './data-links';
import {
  countName,
  donorHref,
  giftCount,
  giftRow,
  ownersOf,
  partyHref,
  searchHref,
} from './gift-words';
import { giftsOf, sumOf } from './year-parts';

const ON_A_PAGE = 50;

function ownerLinks(gifts: readonly PublicGift[], words: Words): readonly object[] {
  const named = new Map<string, string>();
  for (const gift of gifts) {
    const said = ownersOf(gift, words);
    gift.beneficialOwners.forEach(({ name }, index) => {
      if (name !== null) named.set(said[index] ?? name, name);
    });
  }
  return [...named].map(([text, name]) => ({ text, href: searchHref({ zoek: name }) }));
}

function yearRows(
  donor: PublicDonorCard,
  names: ReadonlyMap<string, string>,
  words: Words,
): readonly (readonly Cell[])[] {
  return donor.years.map(({ year, partySlug, gifts, countedCents }) => [
    String(year),
    { text: names.get(partySlug) ?? partySlug, href: partyHref(partySlug) },
    giftCount({ gifts, countedCents }, words),
    {
      text: words.euro(String(countedCents)),
      href: searchHref({ gever: donor.id, partij: partySlug, jaar: String(year) }),
    },
  ]);
}

/** Everything public of one donor, over all parties and years. */
export async function donorPage(
  tx: Transaction,
  donor: PublicDonorCard,
  cursor: string | null,
  words: Words,
): Promise<object> {
  const search = { donor: donor.id, after: cursor, limit: ON_A_PAGE };
  const { gifts, next } = await listPublicGifts(tx, search);
  const names = new Map((await readPublicParties(tx)).map(({ slug, name }) => [slug, name]));
  const alike = await readAlike(tx, donor);
  const kind = words.t(`site.donor.kind.${donor.kind}`);
  const here = donorHref(donor.id);
  return {
    name: donor.name ?? donor.id,
    lead:
      donor.residence === null
        ? words.t('site.donor.leadNoPlace', { kind })
        : words.t('site.donor.lead', { kind, place: donor.residence }),
    number: words.t('site.donor.number', { id: donor.id }),
    figures: [
      {
        label: words.t('site.donor.total'),
        value: words.euro(String(sumOf(donor.years))),
        href: searchHref({ gever: donor.id }),
      },
      {
        label: words.t('site.donor.count'),
        value: giftCount({ gifts: giftsOf(donor.years), countedCents: sumOf(donor.years) }, words),
      },
      {
        label: words.t('site.donor.parties'),
        value: countName(new Set(donor.years.map(({ partySlug }) => partySlug)).size, words),
      },
    ],
    years: yearRows(donor, names, words),
    isPerson: donor.kind === 'natural_person',
    owners: ownerLinks(gifts, words),
    gifts: gifts.map((gift) => giftRow(gift, words)),
    paging: { previous: '', next: next === null ? '' : `${here}?na=${next}#giften` },
    start: cursor === null ? '' : here,
    others: alike.map((id) => ({ text: id, href: donorHref(id) })),
    feedHref: donorFeed(donor.id),
  };
}
