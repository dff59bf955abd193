import { addDays, plainDate, yearOf } from '../../../legal/kernel/plain-date';
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
  type Settings,
  text,
  totalOf,
  year,
} from './detector';
import { type FreeGift, freeGifts, type GiftFact } from './facts';
import { isPast, limitOn } from './limits';
import { foldName } from './names';

/** One donor, several parties in one year. */
export const severalParties = defineDetector({
  code: 'several_parties',
  scope: 'donor',
  weight: 1,
  parameters: [
    parameter('each', 'cents', 100_000, [100, 10_000_000]),
    parameter('least', 'count', 2, [2, 10]),
  ],
  find: ({ donor, gifts }, settings) =>
    [...grouped(gifts, (gift) => gift.year)].flatMap(([inYear, ofYear]): Found[] => {
      const parties = [...grouped(ofYear, ({ partyId }) => partyId).values()].filter(
        (some) => countedOf(some) >= setting(settings, 'each'),
      );
      if (parties.length < setting(settings, 'least')) return [];
      const told = parties.flat();
      return [
        {
          subject: String(inYear),
          partyId: null,
          donorId: donor.id,
          figures: {
            count: count(parties.length),
            total: cents(countedOf(told)),
            year: year(inYear),
          },
          rows: told.map(giftRow),
        },
      ];
    }),
});

/** D2, law.md 12 T17: in the group together the amount of art. 25a, at each recipient below it. */
export const groupTotal = defineDetector({
  code: 'group_total',
  scope: 'donor',
  weight: 3,
  parameters: [],
  find: ({ donor, gifts }) => {
    const sets = grouped(gifts, (gift) => `${gift.partyId}:${gift.year}`);
    return [...sets].flatMap(([subject, some]): Found[] => {
      const [first] = some;
      const inYear = first?.year ?? 0;
      const limit =
        first === undefined ? undefined : limitOn(plainDate(`${inYear}-12-31`), 'notice');
      if (first === undefined || limit === undefined) return [];
      const recipients = [...grouped(some, ({ recipient }) => recipient).values()].map(countedOf);
      if (recipients.length < 2 || recipients.some((total) => isPast(limit, total))) return [];
      if (!isPast(limit, countedOf(some))) return [];
      return [
        {
          subject,
          partyId: first.partyId,
          donorId: donor.id,
          figures: {
            count: count(recipients.length),
            total: cents(countedOf(some)),
            limit: cents(limit.amount),
            year: year(inYear),
          },
          rows: some.map(giftRow),
        },
      ];
    });
  },
});

interface Pair {
  readonly back: FreeGift;
  readonly again: FreeGift;
}

function givenAgain(gifts: readonly FreeGift[], window: number, margin: number): readonly Pair[] {
  return gifts.flatMap((back) =>
    gifts
      .filter(
        (again) =>
          again !== back &&
          again.receivedOn >= back.receivedOn &&
          again.receivedOn <= addDays(back.receivedOn, window) &&
          again.returned === 0 &&
          Math.abs(again.amount - back.returned) * 100 <= back.returned * margin,
      )
      .map((again) => ({ back, again })),
  );
}

function returnedAndGiven(gifts: readonly GiftFact[], settings: Settings): readonly Found[] {
  const sets = grouped(freeGifts(gifts), ({ partyId }) => partyId);
  return [...sets.values()].flatMap((some): Found[] => {
    const pairs = givenAgain(some, setting(settings, 'window'), setting(settings, 'margin')).filter(
      ({ back }) => back.returned >= setting(settings, 'least'),
    );
    const [first] = pairs;
    if (first === undefined) return [];
    const told = [...new Set(pairs.flatMap(({ back, again }) => [back, again]))];
    return [
      {
        subject: `again:${first.back.partyId}:${yearOf(first.back.receivedOn)}`,
        partyId: first.back.partyId,
        donorId: first.back.donorId,
        figures: {
          returned: cents(first.back.returned),
          again: cents(first.again.amount),
          on: day(first.again.receivedOn),
          days: days(setting(settings, 'window')),
        },
        rows: told.map(giftRow),
      },
    ];
  });
}

/** Given back and given again, or fed by the very group that it gives to. */
export const roundTrip = defineDetector({
  code: 'round_trip',
  scope: 'donor',
  weight: 4,
  parameters: [
    parameter('window', 'days', 90, [1, 365]),
    parameter('margin', 'percent', 10, [0, 50]),
    parameter('least', 'cents', 100_000, [100, 100_000_000]),
  ],
  find: ({ donor, gifts, groupNames }, settings) => {
    const again = returnedAndGiven(gifts, settings);
    const fed = [...grouped(gifts, ({ partyId }) => partyId)].flatMap(
      ([partyId, some]): Found[] => {
        const names = new Set((groupNames[partyId] ?? []).map(foldName));
        const givers = donor.lookThrough
          .filter((one) => one.partyId === partyId)
          .flatMap((one) => one.givers.filter(({ name }) => names.has(foldName(name))));
        const [giver] = givers;
        if (giver === undefined || countedOf(some) < setting(settings, 'least')) return [];
        return [
          {
            subject: `back:${partyId}`,
            partyId,
            donorId: donor.id,
            figures: {
              giver: text(giver.name),
              total: cents(countedOf(some)),
              funded: cents(giver.amount),
            },
            rows: [...some.map(giftRow), ...givers.map((one) => giverRow(donor.id, partyId, one))],
          },
        ];
      },
    );
    return [...again, ...fed];
  },
});

/** Gifts around a day on which something was decided. */
export const aroundDecision = defineDetector({
  code: 'around_decision',
  scope: 'decision',
  weight: 2,
  parameters: [parameter('least', 'cents', 2_500_000, [1_000, 100_000_000])],
  find: (scope, settings) =>
    [...grouped(freeGifts(scope.gifts), (gift) => `${gift.donorId}:${gift.partyId}`)].flatMap(
      ([subject, some]): Found[] => {
        const [first] = some;
        if (first === undefined || totalOf(some) < setting(settings, 'least')) return [];
        return [
          {
            subject,
            partyId: first.partyId,
            donorId: first.donorId,
            figures: {
              title: text(scope.title),
              on: day(scope.day),
              before: days(scope.daysBefore),
              after: days(scope.daysAfter),
              total: cents(totalOf(some)),
            },
            rows: some.map(giftRow),
          },
        ];
      },
    ),
});
