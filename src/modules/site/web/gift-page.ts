import { formatMoment } from '../../../platform/rendering/format';
import { type Fact } from '../../../platform/rendering/page-parts';
import { type Words } from '../../../platform/rendering/words';
import { type PublicChange, type PublicGift } from '../../publication/public';
import { historyView, reasonWords, sourcesOf } from './gift-history';
import {
  centsOf,
  donorHref,
  donorName,
  euros,
  isAbroad,
  kindText,
  ownersOf,
  partyHref,
  placeOf,
  searchHref,
  statusBadge,
  whenReceived,
} from './gift-words';

const ALERTS: Readonly<Record<PublicGift['status'], string>> = {
  published: 'info',
  corrected: 'info',
  under_check: 'warning',
  annulled: 'error',
};

function donorWords({ donor }: PublicGift, words: Words): string {
  if (donor.name === null) return words.t('site.gift.someone');
  const place = donor.residence;
  return place === null ? donor.name : words.t('site.gift.from', { donor: donor.name, place });
}

function leadOf(gift: PublicGift, words: Words): string {
  const cents = centsOf(gift.amount);
  const values = {
    recipient: gift.recipient.name,
    donor: donorWords(gift, words),
    year: String(gift.year),
    amount: words.euro(String(Math.abs(cents))),
  };
  if (gift.line === 'rest')
    return words.t(cents < 0 ? 'site.gift.lead.restLess' : 'site.gift.lead.rest', values);
  if (gift.receivedOn === null) return words.t('site.gift.lead.noDay', values);
  const day = words.longDay(gift.receivedOn);
  return words.t(`site.gift.lead.${gift.form}`, { ...values, day });
}

function filedAfter(days: number | null, words: Words): string {
  if (days === null) return '';
  if (days === 0) return words.t('site.gift.filedSameDay');
  if (days === 1) return words.t('site.gift.filedAfterOne');
  return words.t('site.gift.filedAfter', { days: String(days) });
}

function donorFact({ donor }: PublicGift, words: Words): Fact {
  const kind = words.t(`site.donor.kind.${donor.kind}`);
  const where = placeOf(donor, words);
  const why = donor.shielding === null ? '' : words.t(`site.gift.shieldedWhy.${donor.shielding}`);
  return {
    label: words.t('site.gift.fact.donor'),
    value: donorName(donor, words),
    ...(donor.id === null ? {} : { href: donorHref(donor.id) }),
    note: [kind, where, why].filter((part) => part !== '').join(', '),
  };
}

function ownerFacts(gift: PublicGift, words: Words): readonly Fact[] {
  const named = ownersOf(gift, words);
  return gift.beneficialOwners.map(({ name }, index) => ({
    label: words.t('site.gift.fact.owners'),
    value: named[index] ?? '',
    ...(name === null
      ? {}
      : {
          action: {
            href: searchHref({ zoek: name }),
            text: words.t('site.gift.fact.ownersNote'),
            about: name,
          },
        }),
  }));
}

function moneyFacts(gift: PublicGift, words: Words): readonly Fact[] {
  const amount = { label: words.t('site.gift.fact.amount'), value: euros(gift.amount, words) };
  if (centsOf(gift.amount) === centsOf(gift.counted)) return [amount];
  return [
    amount,
    { label: words.t('site.gift.fact.returned'), value: euros(gift.returned, words) },
    { label: words.t('site.gift.fact.counted'), value: euros(gift.counted, words) },
  ];
}

function filingFacts(gift: PublicGift, words: Words): readonly Fact[] {
  const { filedOn, filedAfterDays, receivedOn, line } = gift;
  const unknown = words.t('site.gift.unknown');
  const after = filedAfter(filedAfterDays, words);
  const late = after === '' ? {} : { note: `${after}. ${words.t('site.gift.filedNote')}` };
  return [
    ...(line === 'rest'
      ? []
      : [
          {
            label: words.t('site.gift.fact.receivedOn'),
            value: receivedOn === null ? unknown : words.longDay(receivedOn),
          },
        ]),
    { label: words.t('site.gift.fact.filedIn'), value: sourcesOf(gift, words) || unknown },
    {
      label: words.t('site.gift.fact.filedOn'),
      value: filedOn === null ? unknown : words.longDay(filedOn),
      ...late,
    },
  ];
}

function factsOf(gift: PublicGift, words: Words): readonly Fact[] {
  const { party, recipient, remark, publishedAt } = gift;
  return [
    { label: words.t('site.gift.fact.party'), value: party.name, href: partyHref(party.slug) },
    {
      label: words.t('site.gift.fact.recipient'),
      value: recipient.name,
      note: words.t(`site.recipient.${recipient.kind}`),
    },
    donorFact(gift, words),
    ...ownerFacts(gift, words),
    { label: words.t('site.gift.fact.kind'), value: kindText(gift, words) },
    ...moneyFacts(gift, words),
    ...filingFacts(gift, words),
    ...(remark === null ? [] : [{ label: words.t('site.gift.fact.remark'), value: remark }]),
    {
      label: words.t('site.gift.fact.publishedAt'),
      value: formatMoment(publishedAt, words.language),
    },
  ];
}

function lawOf(gift: PublicGift, words: Words): readonly object[] {
  const about = (name: string, code: string): object => ({
    text: words.t(`site.gift.law.${name}`),
    href: `/regels/${code}`,
    link: words.t(`site.gift.law.${name}Link`),
  });
  return [
    about('notice', 'substantial-gift-notice'),
    about('annual', 'annual-report'),
    about('cap', 'cap'),
    ...(isAbroad(gift.donor) ? [about('foreign', 'foreign-contributions')] : []),
  ];
}

/** The page of one gift with every version of it. */
export function giftPage(
  gift: PublicGift,
  versions: readonly PublicChange[],
  data: readonly object[],
  words: Words,
): object {
  const { donor, party } = gift;
  const last = versions.at(-1);
  return {
    heading:
      donor.name === null
        ? words.t('site.gift.title', { party: party.name })
        : words.t('site.gift.titleFrom', { donor: donor.name, party: party.name }),
    number: `${words.t('site.gift.number', { id: gift.id })} · ${whenReceived(gift, words)}`,
    badge: statusBadge(gift, words),
    lead: leadOf(gift, words),
    restWhy: gift.line === 'rest' ? words.t('site.gift.restWhy') : '',
    state: {
      kind: ALERTS[gift.status],
      text: words.t(`site.gift.state.${gift.status}`),
      reason: gift.status === 'published' ? '' : reasonWords(last?.reason ?? null, words),
    },
    facts: factsOf(gift, words),
    history: historyView(versions, words),
    law: lawOf(gift, words),
    data,
  };
}
