import * as fc from 'fast-check';
import { type Contribution, type DonorYear, type Settlement } from '../facts/contribution';
import { type Donor } from '../facts/donor';
import { euro, euroCents, minus, sum, type EuroCents } from '../kernel/euro-cents';
import { addDays, plainDate } from '../kernel/plain-date';
import {
  aDeclaration,
  aDonor,
  aGroup,
  anOwnCap,
  aRegisteredDonor,
  aStatus,
  BRANCH,
  CANDIDATE,
  INSTITUTE,
  LATER,
  PARTY,
  YOUTH,
} from '../testing/a-donor-year';
import { type Finding, type Judgement, type Remedy } from './finding';
import { judgeDonorYear } from './judge';
import { preCheck } from './pre-check';
import { AS_IN_FORCE, CAP_APART } from './rule';

/** Few days and round amounts, so that gifts share a day and totals meet the limits often. */
const AMOUNT = fc.oneof(
  fc.constantFrom(1, 24_999, 25_000, 25_001, 99_999, 100_000, 999_999, 1_000_000, 10_000_000),
  fc.integer({ min: 1, max: 9_000_000 }),
);
const DAY = fc
  .integer({ min: 0, max: 5 })
  .map((step) => addDays(plainDate('2025-01-06'), step * 30));

const GIFT = fc.record({
  recipient: fc.constantFrom(PARTY, YOUTH, INSTITUTE, CANDIDATE, BRANCH),
  money: fc.boolean(),
  dues: fc.boolean(),
  amount: AMOUNT,
  receivedOn: DAY,
  /** Hundredths of the amount that left again, and after how many days. */
  left: fc.constantFrom(0, 0, 0, 40, 100),
  after: fc.integer({ min: 0, max: 90 }),
});

const DONOR: fc.Arbitrary<Donor> = fc.constantFrom<Donor>(
  aDonor(),
  aRegisteredDonor({ kind: 'foundation' }),
  aRegisteredDonor({ particulars: { name: true, address: false, ubo: false } }),
  aDonor({ declaration: aDeclaration({ dutchNational: false }) }),
  aDonor({ declaration: null }),
  aDonor({ kind: 'anonymous', declaration: null }),
);

function contributionFrom(
  gift: typeof GIFT extends fc.Arbitrary<infer G> ? G : never,
  at: number,
): Contribution {
  return {
    ref: `contribution-${String(at)}`,
    recipient: gift.recipient,
    type: gift.dues && gift.money ? 'membership_dues' : 'gift',
    form: gift.money ? 'money' : 'in_kind',
    amount: euroCents(gift.amount),
    receivedOn: gift.receivedOn,
    sequence: at * 10,
  };
}

const YEAR: fc.Arbitrary<DonorYear> = fc
  .record({ gifts: fc.array(GIFT, { maxLength: 9 }), donor: DONOR, known: fc.boolean() })
  .map(({ gifts, donor, known }) => {
    const contributions = gifts.map(contributionFrom);
    const settlements = gifts.flatMap(({ left, after, amount, receivedOn }, at): Settlement[] => {
      const part = Math.floor((amount * left) / 100);
      if (part === 0) return [];
      return [
        {
          ref: `settlement-${String(at)}`,
          contribution: `contribution-${String(at)}`,
          kind: 'returned_to_donor',
          amount: euroCents(part),
          settledOn: addDays(receivedOn, after),
        },
      ];
    });
    const group = aGroup({
      ownCaps: [anOwnCap(50_000)],
      ...(known ? {} : { statuses: [aStatus('political_party', '2025-02-01')] }),
    });
    return { group, donor, year: 2025, contributions, settlements };
  });

/** Facts of a donor whom the law knows and lets give, in a group whose status is known. */
const ALLOWED = YEAR.map((facts): DonorYear => ({ ...facts, donor: aDonor(), group: aGroup() }));

function judge(facts: DonorYear): Judgement {
  return judgeDonorYear(facts, LATER);
}

function capRemedy({ findings }: Judgement): Remedy | null {
  return findings.find(({ rule }) => rule === 'WFPP-29b-1')?.remedy ?? null;
}

function excess(judgement: Judgement): number {
  return capRemedy(judgement)?.open ?? 0;
}

/** What goes back, per recipient in law: a branch shares through its party. */
function sharesOf(remedy: Remedy | null): Record<string, number> {
  const shares: Record<string, number> = {};
  for (const { recipient, amount } of remedy?.steps ?? []) {
    const receiver = recipient === BRANCH ? PARTY : recipient;
    shares[receiver] = (shares[receiver] ?? 0) + amount;
  }
  return shares;
}

/** What stays the same however the same money is booked. */
function verdictOnCap(judgement: Judgement): unknown {
  const remedy = capRemedy(judgement);
  return {
    totals: judgement.totals,
    room: judgement.room,
    total: remedy?.total ?? 0,
    open: remedy?.open ?? 0,
    shares: sharesOf(remedy),
  };
}

function firstNotices({ duties }: Judgement): Record<string, string> {
  const first: Record<string, string> = {};
  for (const { recipient, due } of duties) first[recipient] ??= due.enforced.lastDay;
  return first;
}

/** Other refs, and in another order of the alphabet. */
function renamed<T>(value: T): T {
  const other = JSON.stringify(value).replace(
    /(group|donor|party|youth|institute|candidate|branch|contribution|settlement)-(\d+)/g,
    (_, kind: string, at: string) => `${String(900 - Number(at))}.${kind.toUpperCase()}`,
  );
  return JSON.parse(other) as T;
}

describe('whatever was given, the law gives one answer', () => {
  it('the order in which facts are handed over makes no difference', () => {
    fc.assert(
      fc.property(YEAR, fc.array(fc.nat(), { minLength: 9, maxLength: 9 }), (facts, keys) => {
        const shuffled = <T>(values: readonly T[]): T[] =>
          values
            .map((value, at) => ({ value, key: keys[at] ?? 0 }))
            .toSorted((a, b) => a.key - b.key)
            .map(({ value }) => value);
        const { contributions, settlements } = facts;
        const other = {
          ...facts,
          contributions: shuffled(contributions),
          settlements: shuffled(settlements),
        };
        expect(judge(other)).toEqual(judge(facts));
      }),
    );
  });

  it('the order of booking within a day changes no total, no room, no excess and no first notice', () => {
    fc.assert(
      fc.property(
        ALLOWED,
        fc.array(fc.nat(), { minLength: 9, maxLength: 9 }),
        (facts, sequences) => {
          const contributions = facts.contributions.map((one, at) => ({
            ...one,
            sequence: (sequences[at] ?? 0) + at / 1_000,
          }));
          const other = judge({ ...facts, contributions });
          expect(verdictOnCap(other)).toEqual(verdictOnCap(judge(facts)));
          expect(firstNotices(other)).toEqual(firstNotices(judge(facts)));
        },
      ),
    );
  });

  it('splitting a gift changes no total and no verdict on the cap', () => {
    fc.assert(
      fc.property(ALLOWED, fc.nat(), fc.nat(), (facts, which, where) => {
        const whole = facts.contributions.filter(
          ({ ref, amount }) =>
            amount > 1 && !facts.settlements.some(({ contribution }) => contribution === ref),
        );
        const target = whole[which % Math.max(1, whole.length)];
        fc.pre(target !== undefined);
        const part = euroCents(1 + (where % (target.amount - 1)));
        const halves: readonly Contribution[] = [
          { ...target, amount: part },
          {
            ...target,
            ref: 'contribution-99',
            amount: minus(target.amount, part),
            sequence: target.sequence + 1,
          },
        ];
        const contributions = facts.contributions.flatMap((one) =>
          one === target ? halves : [one],
        );
        expect(verdictOnCap(judge({ ...facts, contributions }))).toEqual(
          verdictOnCap(judge(facts)),
        );
      }),
    );
  });

  it('a gift that was given back leaves exactly the room there was without it', () => {
    fc.assert(
      fc.property(ALLOWED, GIFT, (facts, gift) => {
        const extra = contributionFrom(gift, 99);
        const back: Settlement = {
          ref: 'settlement-99',
          contribution: extra.ref,
          kind: 'returned_to_donor',
          amount: extra.amount,
          settledOn: addDays(extra.receivedOn, 1),
        };
        const contributions = [...facts.contributions, extra];
        const settlements = [...facts.settlements, back];
        expect(judge({ ...facts, contributions, settlements }).room).toBe(judge(facts).room);
      }),
    );
  });

  it('one more gift never lowers the excess, nor what was to go in all, nor raises the room', () => {
    fc.assert(
      fc.property(ALLOWED, GIFT, (facts, gift) => {
        const before = judge(facts);
        const contributions = [...facts.contributions, contributionFrom(gift, 99)];
        const after = judge({ ...facts, contributions });
        expect(excess(after)).toBeGreaterThanOrEqual(excess(before));
        expect(capRemedy(after)?.total ?? 0).toBeGreaterThanOrEqual(capRemedy(before)?.total ?? 0);
        expect(after.room ?? 0).toBeLessThanOrEqual(before.room ?? 0);
      }),
    );
  });

  it('the excess is what stands above the cap, and room and excess never stand together', () => {
    fc.assert(
      fc.property(ALLOWED, (facts) => {
        const judgement = judge(facts);
        const { net } = judgement.totals.group;
        expect(excess(judgement)).toBe(Math.max(0, net - euro(100_000)));
        expect(judgement.room).toBe(Math.max(0, euro(100_000) - net));
      }),
    );
  });

  it.each([
    ['together', AS_IN_FORCE],
    ['apart', CAP_APART],
  ])(
    'the steps of a remedy are exactly its total, none more than its contribution (%s)',
    (_, policy) => {
      fc.assert(
        fc.property(YEAR, (facts) => {
          const amounts = new Map(facts.contributions.map(({ ref, amount }) => [ref, amount]));
          for (const { remedy } of judgeDonorYear(facts, LATER, policy).findings) {
            if (remedy === null) continue;
            expect(sum(remedy.steps.map(({ amount }) => amount))).toBe(remedy.total);
            expect(sum([remedy.done, remedy.open])).toBe(remedy.total);
            expect(remedy.open).toBeGreaterThanOrEqual(0);
            for (const { contribution, amount } of remedy.steps) {
              expect(amount).toBeGreaterThan(0);
              expect(amount).toBeLessThanOrEqual(amounts.get(contribution ?? '') ?? 0);
            }
          }
        }),
      );
    },
  );

  it('refs are copied and never interpreted: other names give the same answer under those names', () => {
    fc.assert(
      fc.property(YEAR, (facts) => {
        expect(judge(renamed(facts))).toEqual(renamed(judge(facts)));
      }),
    );
  });

  it('every finding shows the parameters it saw, each with its source, and has a key of its own', () => {
    fc.assert(
      fc.property(YEAR, (facts) => {
        const { findings } = judge(facts);
        const bare = findings.filter(
          ({ parameters }: Finding) =>
            parameters.length === 0 || parameters.some(({ source }) => source === ''),
        );
        expect(bare).toEqual([]);
        expect(new Set(findings.map(({ key }) => key)).size).toBe(findings.length);
      }),
    );
  });

  it('what the pre-check lets keep passes no limit any further, and one cent more would', () => {
    fc.assert(
      fc.property(ALLOWED, GIFT, (facts, gift) => {
        const intended = contributionFrom(gift, 99);
        const { acceptable } = preCheck(facts, intended, LATER);
        const openWith = (amount: EuroCents): number =>
          excess(
            judge({ ...facts, contributions: [...facts.contributions, { ...intended, amount }] }),
          );
        if (acceptable === null) throw new Error('an allowed donor was undecided');
        const before = excess(judge(facts));
        if (acceptable > 0) expect(openWith(acceptable)).toBe(before);
        if (acceptable < intended.amount) {
          expect(openWith(euroCents(acceptable + 1))).toBe(before + 1);
        }
      }),
    );
  });
});
