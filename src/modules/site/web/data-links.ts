import { type Words } from '../../../platform/rendering/words';
import { type PublicGift } from '../../publication/public';

export interface DataLink {
  readonly text: string;
  readonly href: string;
}

/** The same gift for programs, and where changes of its party and its donor are told. */
export function giftData({ id, party, donor }: PublicGift, words: Words): readonly DataLink[] {
  return [
    { text: words.t('site.gift.dataJson'), href: `/v1/public/gifts/${id}` },
    { text: words.t('site.gift.dataFeed'), href: partyFeed(party.slug) },
    ...(donor.id === null
      ? []
      : [{ text: words.t('site.gift.dataDonorFeed'), href: donorFeed(donor.id) }]),
  ];
}

export function partyFeed(slug: string): string {
  return `/feeds/partijen/${slug}.atom`;
}

export function donorFeed(id: string): string {
  return `/feeds/gevers/${id}.atom`;
}
