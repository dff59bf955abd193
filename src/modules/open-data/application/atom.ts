import { euroCents } from '../../../legal/kernel/euro-cents';
import { formatDay, formatEuro } from '../../../platform/rendering/format';
import { type Words } from '../../../platform/rendering/words';
import { type PublicGift } from '../../publication/public';
import { centsOf } from '../facts/cents';
import { xmlText } from '../writing/xml';

/** A gift that left the register, for who has it already. */
export interface Gone {
  readonly id: string;
  readonly at: string;
}

export interface Feed {
  /** Path of the feed itself. */
  readonly path: string;
  /** Path of the page that shows the same. */
  readonly page: string;
  readonly title: string;
  /** The newest change first. */
  readonly gifts: readonly PublicGift[];
  readonly gone: readonly Gone[];
}

export interface FeedSurroundings {
  /** The address people use, without a slash at the end. */
  readonly base: string;
  readonly publisher: string;
  readonly words: Words;
}

/** The address of a gift, for ever: of its page and of its entry in a feed. */
export function giftAddress(base: string, id: string): string {
  return `${base}/register/giften/${id}`;
}

function donorName({ donor }: PublicGift, { t }: Words): string {
  return donor.name ?? t('open-data.feed.shielded');
}

function title(gift: PublicGift, words: Words): string {
  const amount = formatEuro(euroCents(centsOf(gift.amount)), words.language);
  return words.t(`open-data.feed.title.${gift.status}`, {
    amount,
    donor: donorName(gift, words),
    recipient: gift.recipient.name,
  });
}

function summary(gift: PublicGift, words: Words): string {
  const { t, language } = words;
  const parts = [
    gift.party.name,
    gift.receivedOn === null
      ? t('open-data.feed.noDay', { year: String(gift.year) })
      : t('open-data.feed.received', { day: formatDay(gift.receivedOn, language) }),
    gift.donor.residence,
    gift.remark,
  ];
  return parts.filter((part) => part !== null).join(' · ');
}

function entry(gift: PublicGift, { base, words }: FeedSurroundings): string {
  const address = giftAddress(base, gift.id);
  return [
    '  <entry>',
    `    <id>${xmlText(address)}</id>`,
    `    <title>${xmlText(title(gift, words))}</title>`,
    `    <published>${xmlText(gift.publishedAt)}</published>`,
    `    <updated>${xmlText(gift.changedAt)}</updated>`,
    `    <link rel="alternate" type="text/html" href="${xmlText(address)}"/>`,
    `    <link rel="related" type="application/json" href="${xmlText(`${base}/v1/public/gifts/${gift.id}`)}"/>`,
    `    <category term="${xmlText(gift.status)}"/>`,
    `    <summary>${xmlText(summary(gift, words))}</summary>`,
    '  </entry>',
  ].join('\n');
}

function tombstone({ id, at }: Gone, base: string): string {
  return `  <at:deleted-entry ref="${xmlText(giftAddress(base, id))}" when="${xmlText(at)}"/>`;
}

/** Before the first change there is no moment; a feed has to name one. */
const BEFORE_ALL = '2023-01-01T00:00:00Z';

/**
 * An Atom feed (RFC 4287): one entry for each gift, whose id is its address and whose moment is that
 * of its last change; what left the register is a deleted entry (RFC 6721).
 */
export function atomFeed(feed: Feed, around: FeedSurroundings): string {
  const { base, publisher, words } = around;
  const moments = [
    ...feed.gifts.map(({ changedAt }) => changedAt),
    ...feed.gone.map(({ at }) => at),
  ];
  const updated = moments.toSorted().at(-1) ?? BEFORE_ALL;
  const self = xmlText(base + feed.path);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<feed xmlns="http://www.w3.org/2005/Atom" xmlns:at="http://purl.org/atompub/tombstones/1.0" xml:lang="${words.language}">`,
    `  <id>${self}</id>`,
    `  <title>${xmlText(feed.title)}</title>`,
    `  <updated>${updated}</updated>`,
    `  <author><name>${xmlText(publisher)}</name></author>`,
    `  <rights>CC0 1.0</rights>`,
    `  <link rel="self" type="application/atom+xml" href="${self}"/>`,
    `  <link rel="alternate" type="text/html" href="${xmlText(base + feed.page)}"/>`,
    ...feed.gone.map((one) => tombstone(one, base)),
    ...feed.gifts.map((gift) => entry(gift, around)),
    '</feed>',
    '',
  ].join('\n');
}
