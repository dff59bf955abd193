import {
  type ExpectedFiling,
  type OverviewContent,
  type OverviewGift,
} from '../../../legal/facts/filing';
import { type Group } from '../../../legal/facts/group';
import { type Cell, type Figure } from '../../../platform/rendering/page-parts';
import { type Words } from '../../../platform/rendering/words';

/** "Jaarverslag 2024", "Overzicht voor de verkiezing, Tweede Kamer 29 oktober 2025". */
export function filingTitle(
  { kind, year }: Pick<ExpectedFiling, 'kind' | 'year'>,
  election: string | null,
  words: Words,
): string {
  const name = words.t(`filings.kind.${kind}`);
  if (kind === 'gift_regulation') return name;
  return words.t('filings.titleOf', { name, about: election ?? String(year) });
}

export function recipientName(group: Group, recipient: string): string {
  return group.members.find((member) => member.recipient === recipient)?.name ?? group.name;
}

/** Where a row of an overview opens; '' where its reader has no page for it. */
export interface OverviewLinks {
  readonly gift: (contribution: string) => string;
  readonly debt: (debt: string) => string;
  readonly filing: (filing: string) => string;
}

function linked(text: string, href: string): Cell {
  return href === '' ? text : { text, href };
}

function place({ residence, country }: OverviewGift): string {
  const parts = [residence, country === 'NL' ? null : country];
  return parts.filter((part) => part !== null && part !== '').join(', ');
}

function giftGroup(
  gift: OverviewGift,
  content: OverviewContent,
  links: OverviewLinks,
  words: Words,
): object {
  const owners = gift.ubos.map(({ name }) => name).join(', ');
  const particulars = [gift.address ?? '', place(gift)].filter((part) => part !== '').join(', ');
  return {
    name: gift.name ?? words.t(`donors.kind.${gift.donorKind}`),
    year: String(gift.year),
    total: words.euro(gift.total),
    particulars,
    owners: owners === '' ? '' : words.t('filings.owners', { owners }),
    rows: gift.lines.map((line): readonly Cell[] => [
      linked(words.day(line.receivedOn), links.gift(line.contribution)),
      words.t(`gifts.type.${line.type}`),
      line.returned === 0
        ? words.euro(line.amount)
        : {
            text: words.euro(line.amount),
            note: words.t('filings.returned', { amount: words.euro(line.returned) }),
          },
    ]),
    totals: [
      words.t('filings.totalOfDonor', { year: String(gift.year) }),
      '',
      words.euro(gift.total),
    ],
    ...(content.gifts.length === 1 ? { open: true } : {}),
  };
}

function figures({ totals, gifts, debts }: OverviewContent, words: Words): readonly Figure[] {
  const count = (key: string, list: readonly unknown[]): string =>
    words.t(`filings.count.${key}.${list.length === 1 ? 'one' : 'other'}`, {
      count: String(list.length),
    });
  return [
    {
      label: words.t('filings.total.gifts'),
      value: words.euro(totals.gifts),
      note: count('gifts', gifts),
    },
    { label: words.t('filings.total.money'), value: words.euro(totals.money) },
    { label: words.t('filings.total.inKind'), value: words.euro(totals.inKind) },
    {
      label: words.t('filings.total.debts'),
      value: words.euro(totals.debtsAtEnd),
      note: count('debts', debts),
    },
  ];
}

function statements({ stated }: OverviewContent, words: Words): readonly string[] {
  const said = [
    stated.noGifts ? 'noGifts' : '',
    stated.noGiftsInKind ? 'noGiftsInKind' : '',
    stated.noDebts ? 'noDebts' : '',
  ];
  return said.filter((name) => name !== '').map((name) => words.t(`filings.stated.${name}`));
}

/** What an overview says, for the macro `overview` of partials/overview.njk. */
export function overviewData(content: OverviewContent, links: OverviewLinks, words: Words): object {
  return {
    figures: content.kind === 'gift_regulation' ? [] : figures(content, words),
    gifts: content.gifts.map((gift) => giftGroup(gift, content, links, words)),
    debts: content.debts.map((debt): readonly Cell[] => [
      linked(debt.creditor, links.debt(debt.debt)),
      [debt.address, debt.residence].filter((part) => part !== null).join(', '),
      words.euro(debt.highest),
      words.euro(debt.atEnd),
    ]),
    lookThrough: content.lookThrough.map((entry): readonly Cell[] => [
      entry.name ?? '',
      String(entry.year),
      entry.overview === null
        ? words.t('filings.lookThrough.absent')
        : entry.givers.length === 0
          ? words.t('filings.lookThrough.none')
          : entry.givers.map(({ name, amount }) => `${name}: ${words.euro(amount)}`).join('; '),
    ]),
    included: content.included.map(({ part, name, filing, sha256 }): readonly Cell[] => [
      filing === null ? name : linked(name, links.filing(filing)),
      words.t(`filings.part.${part}`),
      words.t(sha256 === null ? 'filings.included.absent' : 'filings.included.there'),
    ]),
    stated: statements(content, words),
  };
}
