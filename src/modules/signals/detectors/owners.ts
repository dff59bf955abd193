import {
  cents,
  count,
  countedOf,
  defineDetector,
  type EvidenceRow,
  type Found,
  giftRow,
  grouped,
  parameter,
  setting,
  text,
  tieRow,
  year,
} from './detector';
import { type CircleScope, type DonorFact, type GiftFact, type Member } from './facts';
import { foldName, surnameOf } from './names';
import { ties } from './splitting-together';

function giftsOf(members: readonly Member[]): readonly GiftFact[] {
  return members.flatMap(({ gifts }) => gifts);
}

function among(members: readonly Member[], gifts: readonly GiftFact[]): readonly Member[] {
  const ids = new Set(gifts.map(({ donorId }) => donorId));
  return members.filter(({ donor }) => ids.has(donor.id));
}

/** One owner (UBO) behind several donors of one party in one year (law.md 12, T18). */
export const oneOwnerSeveralDonors = defineDetector({
  code: 'one_owner_several_donors',
  scope: 'circle',
  weight: 4,
  parameters: [
    parameter('least', 'count', 2, [2, 20]),
    parameter('total', 'cents', 1_000_000, [10_000, 100_000_000]),
  ],
  find: (circle, settings) => {
    if (circle.kind !== 'ubo') return [];
    const sets = grouped(giftsOf(circle.members), (gift) => `${gift.partyId}:${gift.year}`);
    return [...sets].flatMap(([subject, gifts]): Found[] => {
      const who = among(circle.members, gifts);
      const total = countedOf(gifts);
      const [first] = gifts;
      if (first === undefined || who.length < setting(settings, 'least')) return [];
      if (total < setting(settings, 'total')) return [];
      return [
        {
          subject,
          partyId: first.partyId,
          donorId: null,
          figures: {
            count: count(who.length),
            total: cents(total),
            tie: text(circle.label),
            year: year(first.year),
          },
          rows: [...gifts.map(giftRow), ...ties(who, 'ubo')],
        },
      ];
    });
  },
});

function ownerRow({ id, ownerKey, name }: DonorFact): EvidenceRow {
  const trait = { kind: 'name', value: ownerKey ?? '', label: name ?? '', since: null } as const;
  return tieRow(id, trait);
}

function bothGive(circle: CircleScope, inYear: number, least: number): Found[] {
  const of = (members: readonly Member[]): readonly GiftFact[] =>
    giftsOf(members).filter((gift) => gift.year === inYear);
  const [byOwner, byCompany] = [of(circle.owners), of(circle.members)];
  const [own, company] = [countedOf(byOwner), countedOf(byCompany)];
  if (own < least || company < least) return [];
  const gifts = [...byOwner, ...byCompany];
  const parties = new Set(gifts.map(({ partyId }) => partyId));
  const [onlyParty] = parties;
  const owners = among(circle.owners, byOwner);
  return [
    {
      subject: String(inYear),
      partyId: parties.size === 1 ? (onlyParty ?? null) : null,
      donorId: owners[0]?.donor.id ?? null,
      figures: {
        tie: text(circle.label),
        own: cents(own),
        company: cents(company),
        year: year(inYear),
        parties: count(parties.size),
      },
      rows: [
        ...gifts.map(giftRow),
        ...ties(among(circle.members, byCompany), 'ubo'),
        ...owners.map(({ donor }) => ownerRow(donor)),
      ],
    },
  ];
}

/** A company and its owner (UBO) both give in one year, to whichever party (law.md 12, T18). */
export const ownerAndCompany = defineDetector({
  code: 'owner_and_company',
  scope: 'circle',
  weight: 4,
  parameters: [parameter('each', 'cents', 500_000, [10_000, 100_000_000])],
  find: (circle, settings) => {
    if (circle.kind !== 'ubo' || circle.owners.length === 0) return [];
    const years = new Set(giftsOf(circle.members).map((gift) => gift.year));
    return [...years].flatMap((one) => bothGive(circle, one, setting(settings, 'each')));
  },
});

function addressesOf({ traits }: DonorFact): readonly string[] {
  return traits.filter(({ kind }) => kind === 'address').map(({ value }) => value);
}

/** True when they cannot be one person, nor two of one family or household. */
function areOthers(one: DonorFact, other: DonorFact): boolean {
  if (one.name === null || other.name === null) return false;
  const home = new Set(addressesOf(one));
  if (addressesOf(other).some((address) => home.has(address))) return false;
  if (foldName(one.name) === foldName(other.name)) return false;
  const [a, b] = [surnameOf(one.name), surnameOf(other.name)];
  return a === null || b === null || a !== b;
}

/** Paid from one account, in different names. */
export const sameAccount = defineDetector({
  code: 'same_account',
  scope: 'circle',
  weight: 4,
  parameters: [parameter('total', 'cents', 100_000, [100, 100_000_000])],
  find: (circle, settings) => {
    if (circle.kind !== 'account') return [];
    const sets = grouped(giftsOf(circle.members), ({ year: inYear }) => inYear);
    return [...sets].flatMap(([inYear, gifts]): Found[] => {
      const who = among(circle.members, gifts);
      const others = who.some(({ donor }, at) =>
        who.slice(at + 1).some((other) => areOthers(donor, other.donor)),
      );
      if (!others || countedOf(gifts) < setting(settings, 'total')) return [];
      const parties = new Set(gifts.map(({ partyId }) => partyId));
      const [onlyParty] = parties;
      return [
        {
          subject: String(inYear),
          partyId: parties.size === 1 ? (onlyParty ?? null) : null,
          donorId: null,
          figures: {
            count: count(who.length),
            total: cents(countedOf(gifts)),
            year: year(inYear),
          },
          rows: [
            ...gifts.map(giftRow),
            ...who.flatMap(({ donor }) =>
              donor.traits
                .filter(({ kind, value }) => kind === 'account' && circle.key.endsWith(value))
                .map((trait) => tieRow(donor.id, trait)),
            ),
          ],
        },
      ];
    });
  },
});
