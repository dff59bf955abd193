import { daysBetween } from '../../../legal/kernel/plain-date';
import { type EuroCents, sum } from '../../../legal/kernel/euro-cents';
import { inForceOn } from '../../../legal/kernel/timeline';
import { lookThroughRecipientTotal } from '../../../legal/parameters/look-through';
import {
  cents,
  count,
  countedOf,
  day,
  days,
  defineDetector,
  type Found,
  giftRow,
  giverRow,
  grouped,
  parameter,
  setting,
  year,
} from './detector';
import { type DonorFact, freeGifts, isOrganisation } from './facts';

function looksThrough({ kind }: DonorFact): boolean {
  return kind === 'foundation' || kind === 'association';
}

/**
 * A foundation or association that passed on what it was given itself: in the same year one or two
 * givers of its own gave it most of what it gave the party. On which day they did is not known.
 */
export const fundedBeforeGiving = defineDetector({
  code: 'funded_before_giving',
  scope: 'donor',
  weight: 4,
  parameters: [
    parameter('share', 'percent', 80, [10, 100]),
    parameter('givers', 'count', 2, [1, 20]),
    parameter('least', 'cents', 500_000, [100, 100_000_000]),
  ],
  find: ({ donor, gifts }, settings) =>
    donor.lookThrough.flatMap(({ partyId, year: inYear, givers }): Found[] => {
      const given = gifts.filter((gift) => gift.partyId === partyId && gift.year === inYear);
      const total = countedOf(given);
      const largest = givers
        .toSorted((a, b) => b.amount - a.amount || (a.name < b.name ? -1 : 1))
        .slice(0, setting(settings, 'givers'));
      const funded = sum(largest.map(({ amount }) => amount));
      if (total < setting(settings, 'least')) return [];
      if (funded * 100 < total * setting(settings, 'share')) return [];
      return [
        {
          subject: `${partyId}:${inYear}`,
          partyId,
          donorId: donor.id,
          figures: {
            total: cents(total),
            funded: cents(funded),
            count: count(largest.length),
            year: year(inYear),
          },
          rows: [
            ...given.map(giftRow),
            ...largest.map((giver) => giverRow(donor.id, `${partyId}:${inYear}`, giver)),
          ],
        },
      ];
    }),
});

/** An organisation that gave once and much, and never before or after: made for the gift, or new. */
export const usedOnce = defineDetector({
  code: 'used_once',
  scope: 'donor',
  weight: 2,
  parameters: [
    parameter('least', 'cents', 5_000_000, [100_000, 100_000_000]),
    parameter('quiet', 'days', 180, [0, 1095]),
  ],
  find: ({ donor, gifts }, settings, today) => {
    const [gift] = freeGifts(gifts);
    if (!isOrganisation(donor) || gift === undefined || gifts.length > 1) return [];
    const quiet = daysBetween(gift.receivedOn, today);
    if (gift.counted < setting(settings, 'least') || quiet < setting(settings, 'quiet')) return [];
    return [
      {
        subject: 'once',
        partyId: gift.partyId,
        donorId: donor.id,
        figures: { total: cents(gift.amount), on: day(gift.receivedOn), quiet: days(quiet) },
        rows: [giftRow(gift)],
      },
    ];
  },
});

/** More than the amount of art. 21a from a foundation or association that named no givers. */
export const lookThroughMissing = defineDetector({
  code: 'look_through_missing',
  scope: 'donor',
  weight: 3,
  parameters: [parameter('grace', 'days', 30, [0, 365])],
  find: ({ donor, gifts }, settings, today) => {
    if (!looksThrough(donor)) return [];
    const limit = inForceOn<EuroCents | null>(lookThroughRecipientTotal.values, today);
    if (limit === 'unknown' || limit.value === null) return [];
    const { value: amount } = limit;
    const filed = gifts.filter(({ source }) => source === 'filed');
    const sets = grouped(filed, (gift) => `${gift.partyId}:${gift.year}`);
    return [...sets].flatMap(([subject, some]): Found[] => {
      const [first] = some;
      const newest = freeGifts(some).at(-1);
      if (first === undefined || newest === undefined || countedOf(some) <= amount) return [];
      const named = donor.lookThrough.some(
        (one) => one.partyId === first.partyId && one.year === first.year,
      );
      const early = daysBetween(newest.receivedOn, today) < setting(settings, 'grace');
      if (named || early) return [];
      return [
        {
          subject,
          partyId: first.partyId,
          donorId: donor.id,
          figures: {
            total: cents(countedOf(some)),
            limit: cents(amount),
            year: year(first.year),
          },
          rows: some.map(giftRow),
        },
      ];
    });
  },
});
