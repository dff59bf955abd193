import * as fc from 'fast-check';
import { EXAMPLE_2026_1 } from '../fines/example-2026-1';
import { proposeFine } from '../fines/propose-fine';
import { euro } from '../kernel/euro-cents';
import { plainDate } from '../kernel/plain-date';
import { parameter, parameterOf } from '../parameters';
import { type Judgement } from '../rules/finding';
import { judgeDonorYear } from '../rules/judge';
import { AS_IN_FORCE } from '../rules/rule';
import { aContribution, aDonor, aDonorYear, inKind, LATER } from '../testing/a-donor-year';
import {
  NAMED_SETS,
  otherLaw,
  type OtherValue,
  TRIED_PARAMETERS,
  withOwnValues,
} from './other-law';

const FROM = plainDate('2023-01-01');

function under(others: readonly OtherValue[], euros: readonly number[], from = FROM): Judgement {
  const gifts = euros.map((amount, at) => aContribution(amount, `2025-03-0${String(at + 3)}`));
  return judgeDonorYear(aDonorYear(gifts), LATER, otherLaw(others, from, 'test'));
}

function rules({ findings }: Judgement): readonly string[] {
  return findings.map(({ rule, outcome }) => `${rule} ${outcome}`);
}

describe('D21: other parameters over facts of the past', () => {
  it.each([
    [4_999.99, 0],
    [5_000, 1],
  ])('a notice from 5,000: a gift of %d calls for %d notices', (amount, notices) => {
    const judged = under([{ key: 'substantial_gift', value: euro(5_000) }], [amount]);
    expect(judged.duties).toHaveLength(notices);
    expect(under([], [amount]).duties).toHaveLength(0);
  });

  it.each([
    [50_000, []],
    [50_000.01, ['WFPP-29b-1 over_cap']],
  ])('a cap of 50,000: a gift of %d is found to be %j', (amount, found) => {
    expect(rules(under([{ key: 'cap.money', value: euro(50_000) }], [amount]))).toEqual(found);
  });

  it('the literal cap: 60,000 in money and 60,000 in kind are over it together, not apart', () => {
    const facts = aDonorYear([aContribution(60_000, '2025-03-03'), inKind(60_000, '2025-03-04')]);
    const apart = otherLaw(NAMED_SETS.cap_apart, FROM, 'test');
    expect(rules(judgeDonorYear(facts, LATER))).toEqual(['WFPP-29b-1 over_cap']);
    expect(rules(judgeDonorYear(facts, LATER, apart))).toEqual([]);
  });

  it('the other reading of three days: received on Friday 20 December 2024 (row 37)', () => {
    const facts = aDonorYear([aContribution(10_000, '2024-12-20')]);
    const statute = otherLaw(NAMED_SETS.statute_term, FROM, 'test');
    const lastDay = (policy = AS_IN_FORCE): string | undefined =>
      judgeDonorYear(facts, LATER, policy).duties[0]?.due.enforced.lastDay;
    expect(lastDay()).toBe('2024-12-30');
    expect(lastDay(statute)).toBe('2024-12-24');
  });

  it('a longer term, in both readings', () => {
    const judged = under([{ key: 'notice_days', value: 5 }], [10_000]);
    expect(judged.duties[0]?.due.enforced.lastDay).toBe('2025-03-10');
    expect(judged.duties[0]?.due.statutory.lastDay).toBe('2025-03-10');
  });

  it.each([
    [500, []],
    [500.01, ['WFPP-23-1 anonymous_above_limit']],
  ])('anonymous gifts kept up to 500: %d is found to be %j', (amount, found) => {
    const facts = aDonorYear([aContribution(amount, '2025-03-03')], {
      donor: aDonor({ kind: 'anonymous', declaration: null }),
    });
    const policy = otherLaw([{ key: 'anonymous.keep_up_to', value: euro(500) }], FROM, 'test');
    expect(rules(judgeDonorYear(facts, LATER, policy))).toEqual(found);
  });

  it('counts from its first day on; before it, what was in force', () => {
    const others = [{ key: 'substantial_gift', value: euro(5_000) }] as const;
    expect(under(others, [5_000], plainDate('2025-03-03')).duties).toHaveLength(1);
    expect(under(others, [5_000], plainDate('2025-03-04')).duties).toHaveLength(0);
  });

  it('the Wpp draft holds no figure: nothing is due and nothing is a breach, it cannot be decided', () => {
    const judged = under(NAMED_SETS.wpp_draft, [60_000, 60_000]);
    expect(judged.duties).toEqual([]);
    expect(judged.room).toBeNull();
    expect(judged.findings.map(({ severity }) => severity)).not.toContain('finding');
    expect(rules(judged)).toContain('WFPP-29b-1 parameter_unknown');
    expect(rules(judged)).toContain('WFPP-25a-2 parameter_unknown');
  });

  it('the Wpp draft with a threshold and no term: the notice still cannot be decided', () => {
    const own = [{ key: 'substantial_gift', value: euro(5_000) }] as const;
    const judged = under(withOwnValues('wpp_draft', own), [5_000]);
    expect(judged.duties).toEqual([]);
    const found = judged.findings.find(({ rule }) => rule === 'WFPP-25a-2');
    expect(found?.missing).toEqual(['parameter:notice_days']);
    expect(found?.contributions).toHaveLength(1);
    const below = under(withOwnValues('wpp_draft', own), [4_999.99]);
    expect(below.findings.filter(({ rule }) => rule === 'WFPP-25a-2')).toEqual([]);
  });

  it('an own value goes before that of the set, and the rest of the set stays', () => {
    const others = withOwnValues('wpp_draft', [{ key: 'fine.max', value: euro(50_000) }]);
    expect(others.find(({ key }) => key === 'fine.max')?.value).toBe(euro(50_000));
    expect(others).toHaveLength(NAMED_SETS.wpp_draft.length);
  });

  it('another highest fine is the ceiling; one that nobody knows gives no fine', () => {
    const violation = {
      rule: 'WFPP-29b-1',
      basis: { law: 'Wfpp', article: '29b' },
      violatedOn: plainDate('2025-04-25'),
      decidedOn: plainDate('2026-02-02'),
      daysLate: 0,
      amountInvolved: euro(200_000),
      earlierViolations: [],
      selfReported: false,
      repaired: false,
    } as const;
    const under3 = otherLaw([{ key: 'fine.max', value: euro(3_000) }], FROM, 'test');
    const propose = (policy = AS_IN_FORCE): number =>
      proposeFine(violation, EXAMPLE_2026_1, EXAMPLE_2026_1, policy).amount;
    expect(propose()).toBe(euro(10_000));
    expect(propose(under3)).toBe(euro(3_000));
    const unknown = otherLaw([{ key: 'fine.max', value: null }], FROM, 'test');
    expect(() => propose(unknown)).toThrow(RangeError);
  });

  it('the values in force, written out as other values, change nothing, whatever the facts', () => {
    const inForce = TRIED_PARAMETERS.flatMap((key): OtherValue[] => {
      const { value } = parameterOf(key).values.at(-1) ?? {};
      return typeof value === 'number' || typeof value === 'string' ? [{ key, value }] : [];
    });
    expect(inForce).toHaveLength(TRIED_PARAMETERS.length);
    const policy = otherLaw(inForce, FROM, 'test');
    const withoutSources = (judged: Judgement): unknown =>
      JSON.parse(
        JSON.stringify(judged, (key, value: unknown) =>
          key === 'source' || key === 'enforcedReadingSource' || key === 'inForceFrom'
            ? undefined
            : value,
        ),
      );
    const gift = fc.record({
      euros: fc.oneof(
        fc.constantFrom(249.99, 250, 250.01, 999.99, 1_000, 9_999.99, 10_000, 100_000, 100_000.01),
        fc.integer({ min: 1, max: 120_000 }),
      ),
      inKind: fc.boolean(),
      day: fc.integer({ min: 1, max: 28 }),
      month: fc.integer({ min: 1, max: 12 }),
      year: fc.constantFrom(2021, 2022, 2023, 2025),
    });
    const gifts = fc.array(gift, { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(gifts, fc.boolean(), (given, anonymous) => {
        const year = given[0]?.year ?? 2025;
        const contributions = given.map(({ euros, inKind: kind, day, month }) => {
          const on = `${String(year)}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
          return kind ? inKind(euros, on) : aContribution(euros, on);
        });
        const donor = anonymous ? aDonor({ kind: 'anonymous', declaration: null }) : aDonor();
        const facts = aDonorYear(contributions, { donor });
        expect(withoutSources(judgeDonorYear(facts, LATER, policy))).toEqual(
          withoutSources(judgeDonorYear(facts, LATER)),
        );
      }),
      { numRuns: 300 },
    );
  });

  it('shows the value it saw with the words of who tried it', () => {
    const [duty] = under([{ key: 'substantial_gift', value: euro(5_000) }], [5_000]).duties;
    expect(duty?.parameters[0]).toMatchObject({ value: euro(5_000), source: 'test' });
    expect(parameter('substantial_gift', plainDate('2025-03-03'))).toMatchObject({
      value: euro(10_000),
    });
  });
});
