import { type Fact } from '../../../platform/rendering/page-parts';
import { type Words } from '../../../platform/rendering/words';
import { type KnownGift } from '../application/read-node';

function money(gift: KnownGift, words: Words): readonly Fact[] {
  const returned = gift.returnedCents !== '0';
  return [
    {
      label: words.t('gifts.amount'),
      value: words.euro(gift.cents),
      ...(gift.annulled
        ? { badge: { kind: 'neutral', label: words.t('network.annulled') } as const }
        : {}),
    },
    ...(returned
      ? [{ label: words.t('network.returned'), value: words.euro(gift.returnedCents) }]
      : []),
  ];
}

function filed({ noticeNumber, noticeId, filedIn }: KnownGift, words: Words): readonly Fact[] {
  const notice: readonly Fact[] =
    noticeNumber === null
      ? []
      : [
          {
            label: words.t('network.notice'),
            value: noticeNumber,
            ...(noticeId === null ? {} : { href: `/toezicht/meldingen/${noticeId}` }),
          },
        ];
  const known = filedIn.map((one) => words.t(`network.filedIn.${one}`)).join(', ');
  return [
    ...notice,
    ...(known === '' ? [] : [{ label: words.t('network.knownFrom'), value: known }]),
  ];
}

/** One gift as the ministry knows it. */
export function giftPage(gift: KnownGift, words: Words): object {
  const donor = gift.donorName ?? words.t('network.unnamed');
  const kind = gift.type === null ? [] : [words.t(`gifts.type.${gift.type}`)];
  const facts: readonly Fact[] = [
    { label: words.t('gifts.donor'), value: donor, href: `/toezicht/netwerk/${gift.donorRef}` },
    {
      label: words.t('gifts.recipient'),
      value: gift.recipientName,
      ...(gift.recipientName === gift.partyName ? {} : { note: gift.partyName }),
    },
    {
      label: words.t('network.party'),
      value: gift.partyName,
      href: `/toezicht/netwerk/P-${gift.partySlug}`,
    },
    ...money(gift, words),
    {
      label: words.t('gifts.receivedOn'),
      value:
        gift.receivedOn === null
          ? words.t('network.noDay', { year: String(gift.year) })
          : words.longDay(gift.receivedOn),
    },
    ...kind.map((value) => ({ label: words.t('gifts.type'), value })),
    ...(gift.line === 'rest'
      ? [{ label: words.t('network.line'), value: words.t('network.rest') }]
      : []),
    ...filed(gift, words),
    ...(gift.remark === null ? [] : [{ label: words.t('network.remark'), value: gift.remark }]),
  ];
  return { donor, recipient: gift.recipientName, facts };
}
