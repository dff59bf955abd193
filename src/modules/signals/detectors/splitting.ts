import { addDays, daysBetween, plainDate, yearOf } from '../../../legal/kernel/plain-date';
import {
  cents,
  count,
  day,
  defineDetector,
  type Found,
  giftRow,
  grouped,
  parameter,
  setting,
  type Settings,
  totalOf,
  year,
} from './detector';
import { type FreeGift, freeGifts } from './facts';
import { isJustBelow, isPast, type Limit, limitsOn } from './limits';

const MARGIN = parameter('margin', 'percent', 10, [1, 50]);
const WINDOW = parameter('window', 'days', 30, [2, 180]);

/** From this limit on a few gifts just below it are rare; below it they are many. */
const IS_LARGE = new Set<Limit['name']>(['notice', 'cap']);

/** The gifts that lie in some window of so many days which `test` finds telling. */
function inTellingWindows(
  gifts: readonly FreeGift[],
  windowDays: number,
  test: (inWindow: readonly FreeGift[]) => boolean,
): readonly FreeGift[] {
  const told = new Set<FreeGift>();
  for (const [at, first] of gifts.entries()) {
    const last = addDays(first.receivedOn, windowDays - 1);
    const inWindow = gifts.slice(at).filter(({ receivedOn }) => receivedOn <= last);
    if (test(inWindow)) for (const gift of inWindow) told.add(gift);
  }
  return gifts.filter((gift) => told.has(gift));
}

function spanOf(gifts: readonly FreeGift[]): number {
  const [first, last] = [gifts[0], gifts.at(-1)];
  return first === undefined || last === undefined
    ? 0
    : daysBetween(first.receivedOn, last.receivedOn) + 1;
}

function splitBelow(gifts: readonly FreeGift[], limit: Limit, settings: Settings): Found[] {
  const near = gifts.filter(({ amount }) =>
    isJustBelow(limit, amount, setting(settings, 'margin')),
  );
  const least = setting(settings, IS_LARGE.has(limit.name) ? 'leastLarge' : 'leastSmall');
  return [...grouped(near, ({ receivedOn }) => yearOf(receivedOn))].flatMap(([inYear, ofYear]) => {
    const told = inTellingWindows(
      ofYear,
      setting(settings, 'window'),
      (some) => some.length >= least && isPast(limit, totalOf(some)),
    );
    const [first] = told;
    if (first === undefined) return [];
    return [
      {
        subject: `${first.partyId}:${limit.name}:${inYear}`,
        partyId: first.partyId,
        donorId: first.donorId,
        figures: {
          count: count(told.length),
          total: cents(totalOf(told)),
          limit: cents(limit.amount),
          days: { kind: 'days', value: spanOf(told) },
          year: year(inYear),
        },
        rows: told.map(giftRow),
      },
    ];
  });
}

/** Several gifts of one donor to one recipient, each just below an amount of the law. */
export const splitInTime = defineDetector({
  code: 'split_in_time',
  scope: 'donor',
  weight: 3,
  parameters: [
    MARGIN,
    WINDOW,
    parameter('leastSmall', 'count', 3, [2, 20]),
    parameter('leastLarge', 'count', 2, [2, 20]),
  ],
  find: ({ gifts }, settings, today) => {
    const limits = limitsOn(today);
    const sets = grouped(freeGifts(gifts), (gift) => `${gift.partyId}|${gift.recipient}`);
    const found = [...sets.values()].flatMap((ofRecipient) =>
      limits.flatMap((limit) => splitBelow(ofRecipient, limit, settings)),
    );
    return mergeSubjects(found);
  },
});

/** Two recipients of one group can give the same subject: their rows belong together. */
function mergeSubjects(found: readonly Found[]): readonly Found[] {
  return [...grouped(found, ({ subject }) => subject).values()].flatMap((same) => {
    const [first] = same;
    return first === undefined ? [] : [{ ...first, rows: same.flatMap(({ rows }) => rows) }];
  });
}

function yearTurn(
  gifts: readonly FreeGift[],
  turn: number,
  limit: Limit,
  settings: Settings,
): Found[] {
  const first = plainDate(`${turn}-01-01`);
  const reach = setting(settings, 'window');
  const before = gifts.filter(
    ({ receivedOn }) => receivedOn < first && receivedOn >= addDays(first, -reach),
  );
  const after = gifts.filter(
    ({ receivedOn }) => receivedOn >= first && receivedOn < addDays(first, reach),
  );
  const least = setting(settings, 'part');
  const bigEnough = [before, after].every(
    (side) => totalOf(side) * 100 >= limit.amount * least && side.length > 0,
  );
  const ofYear = (asked: number): readonly FreeGift[] =>
    gifts.filter(({ receivedOn }) => yearOf(receivedOn) === asked);
  const yearsBelow = [turn - 1, turn].every((asked) => !isPast(limit, totalOf(ofYear(asked))));
  const both = [...before, ...after];
  const [one] = both;
  if (one === undefined || !bigEnough || !yearsBelow || !isPast(limit, totalOf(both))) return [];
  return [
    {
      subject: `${one.partyId}:${limit.name}:${turn}`,
      partyId: one.partyId,
      donorId: one.donorId,
      figures: {
        before: cents(totalOf(before)),
        after: cents(totalOf(after)),
        total: cents(totalOf(both)),
        limit: cents(limit.amount),
        turn: day(first),
      },
      rows: both.map(giftRow),
    },
  ];
}

/** Around 1 January: in each year below the amount, together past it. */
export const splitOverNewYear = defineDetector({
  code: 'split_over_new_year',
  scope: 'donor',
  weight: 2,
  parameters: [
    parameter('window', 'days', 31, [2, 120]),
    parameter('part', 'percent', 40, [10, 90]),
  ],
  find: ({ gifts }, settings, today) => {
    const limits = limitsOn(today).filter(({ name }) => IS_LARGE.has(name));
    return [...grouped(freeGifts(gifts), ({ partyId }) => partyId).values()].flatMap((ofParty) => {
      const years = new Set(ofParty.map(({ receivedOn }) => yearOf(receivedOn)));
      const turns = [...years].filter((one) => years.has(one - 1));
      return turns.flatMap((turn) =>
        limits.flatMap((limit) => yearTurn(ofParty, turn, limit, settings)),
      );
    });
  },
});

function spread(gifts: readonly FreeGift[], limit: Limit, settings: Settings): readonly FreeGift[] {
  const margin = setting(settings, 'margin');
  return inTellingWindows(gifts, setting(settings, 'window'), (some) => {
    const totals = [...grouped(some, ({ recipient }) => recipient).values()].map(totalOf);
    const near = totals.filter((total) => isJustBelow(limit, total, margin));
    return near.length >= 2 && near.length === totals.length && isPast(limit, totalOf(some));
  });
}

/** The limits to try: none when there is one recipient only. */
function severalRecipients(gifts: readonly FreeGift[], limits: readonly Limit[]): readonly Limit[] {
  const first = gifts[0]?.recipient;
  const several = gifts.some(({ recipient }) => recipient !== first);
  return several ? limits.filter(({ name }) => name !== 'registration') : [];
}

/** To several recipients of one group in a short time, to each just below the amount. */
export const splitOverRecipients = defineDetector({
  code: 'split_over_recipients',
  scope: 'donor',
  weight: 4,
  parameters: [MARGIN, WINDOW],
  find: ({ gifts }, settings, today) =>
    [...grouped(freeGifts(gifts), (one) => `${one.partyId}|${one.year}`).values()].flatMap((some) =>
      severalRecipients(some, limitsOn(today)).flatMap((limit): Found[] => {
        const told = spread(some, limit, settings);
        const [first] = told;
        if (first === undefined) return [];
        const recipients = new Set(told.map(({ recipient }) => recipient));
        return [
          {
            subject: `${first.partyId}:${limit.name}:${first.year}`,
            partyId: first.partyId,
            donorId: first.donorId,
            figures: {
              count: count(recipients.size),
              total: cents(totalOf(told)),
              limit: cents(limit.amount),
              days: { kind: 'days', value: spanOf(told) },
            },
            rows: told.map(giftRow),
          },
        ];
      }),
    ),
});
