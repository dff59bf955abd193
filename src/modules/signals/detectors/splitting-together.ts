import { addDays, yearOf } from '../../../legal/kernel/plain-date';
import {
  cents,
  count,
  defineDetector,
  type EvidenceRow,
  type Found,
  giftRow,
  grouped,
  parameter,
  setting,
  type Settings,
  text,
  tieRow,
  totalOf,
  year,
} from './detector';
import { type CircleScope, type FreeGift, freeGifts, type Member, type TraitKind } from './facts';
import { isJustBelow, isPast, type Limit, limitsOn } from './limits';
import { surnameOf } from './names';

const PARAMETERS = [
  parameter('margin', 'percent', 10, [1, 50]),
  parameter('window', 'days', 30, [2, 180]),
  parameter('least', 'count', 2, [2, 20]),
] as const;

interface Giver {
  readonly id: string;
  readonly gifts: readonly FreeGift[];
}

/** What each of the givers gave within the window that begins on the day of one of their gifts. */
function windowsOf(givers: readonly Giver[], windowDays: number): readonly (readonly Giver[])[] {
  const starts = [...new Set(givers.flatMap(({ gifts }) => gifts.map((one) => one.receivedOn)))];
  return starts.toSorted().map((start) => {
    const last = addDays(start, windowDays - 1);
    return givers.map(({ id, gifts }) => ({
      id,
      gifts: gifts.filter(({ receivedOn }) => receivedOn >= start && receivedOn <= last),
    }));
  });
}

/** Those who stay just below the limit, in the window as in the whole year. */
function nearIn(
  window: readonly Giver[],
  givers: readonly Giver[],
  limit: Limit,
  margin: number,
): readonly Giver[] {
  return window.filter(({ id, gifts }) => {
    const all = givers.find((one) => one.id === id)?.gifts ?? [];
    return isJustBelow(limit, totalOf(gifts), margin) && !isPast(limit, totalOf(all));
  });
}

function toldGifts(
  givers: readonly Giver[],
  limit: Limit,
  settings: Settings,
): readonly FreeGift[] {
  const told = new Set<FreeGift>();
  for (const window of windowsOf(givers, setting(settings, 'window'))) {
    const near = nearIn(window, givers, limit, setting(settings, 'margin'));
    const gifts = near.flatMap((one) => one.gifts);
    if (near.length >= setting(settings, 'least') && isPast(limit, totalOf(gifts)))
      for (const gift of gifts) told.add(gift);
  }
  return givers.flatMap(({ gifts }) => gifts.filter((gift) => told.has(gift)));
}

/** What ties these members: one row of evidence for each. */
export function ties(members: readonly Member[], kind: TraitKind): readonly EvidenceRow[] {
  return members.flatMap(({ donor }) =>
    donor.traits.filter((trait) => trait.kind === kind).map((trait) => tieRow(donor.id, trait)),
  );
}

/** Gifts of several donors to one party, each just below the limit, in one short time. */
function splitAmong(
  members: readonly Member[],
  tie: { readonly kind: TraitKind; readonly label: string; readonly mark: string },
  limits: readonly Limit[],
  settings: Settings,
): readonly Found[] {
  const gifts = members.flatMap((member) => freeGifts(member.gifts));
  const sets = grouped(gifts, ({ partyId, receivedOn }) => `${partyId}|${yearOf(receivedOn)}`);
  return [...sets.values()].flatMap((some) =>
    limits.flatMap((limit): Found[] => {
      if (!some.some(({ donorId }) => donorId !== some[0]?.donorId)) return [];
      const byDonor = grouped(some, ({ donorId }) => donorId);
      const givers = [...byDonor].map(([id, own]) => ({ id, gifts: own }));
      const told = toldGifts(givers, limit, settings);
      const [first] = told;
      if (first === undefined) return [];
      const who = members.filter(({ donor }) => told.some((gift) => gift.donorId === donor.id));
      return [
        {
          subject: `${tie.mark}${first.partyId}:${limit.name}:${yearOf(first.receivedOn)}`,
          partyId: first.partyId,
          donorId: null,
          figures: {
            count: count(who.length),
            total: cents(totalOf(told)),
            limit: cents(limit.amount),
            year: year(yearOf(first.receivedOn)),
            tie: text(tie.label),
          },
          rows: [...told.map(giftRow), ...ties(who, tie.kind)],
        },
      ];
    }),
  );
}

const OF_A_TOTAL = (limits: readonly Limit[]): readonly Limit[] =>
  limits.filter(({ name }) => name !== 'registration');

/** Persons of one surname at one address. */
function families({ members }: CircleScope): ReadonlyMap<string, readonly Member[]> {
  const persons = members.filter(({ donor }) => donor.kind === 'natural_person');
  const named = persons.flatMap((member) => {
    const surname = member.donor.name === null ? null : surnameOf(member.donor.name);
    return surname === null ? [] : [{ surname, member }];
  });
  const groups = grouped(named, ({ surname }) => surname);
  return new Map([...groups].map(([surname, some]) => [surname, some.map((one) => one.member)]));
}

/** Relatives: one address and one surname. */
export const splitOverRelatives = defineDetector({
  code: 'split_over_relatives',
  scope: 'circle',
  weight: 4,
  parameters: PARAMETERS,
  find: (circle, settings, today) =>
    circle.kind !== 'address'
      ? []
      : [...families(circle)].flatMap(([surname, members]) => {
          const tie = { kind: 'address', label: circle.label, mark: `${surname}:` } as const;
          return splitAmong(members, tie, OF_A_TOTAL(limitsOn(today)), settings);
        }),
});

/** Companies and foundations of one owner (UBO). */
export const splitOverOwner = defineDetector({
  code: 'split_over_owner',
  scope: 'circle',
  weight: 5,
  parameters: PARAMETERS,
  find: (circle, settings, today) =>
    circle.kind !== 'ubo'
      ? []
      : splitAmong(
          circle.members,
          { kind: 'ubo', label: circle.label, mark: '' },
          OF_A_TOTAL(limitsOn(today)),
          settings,
        ),
});
