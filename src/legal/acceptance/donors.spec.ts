import { type Contribution } from '../facts/contribution';
import { euro } from '../kernel/euro-cents';
import { draftOverview } from '../overviews/draft-overview';
import { listedGifts } from '../overviews/listed-gifts';
import { type Judgement } from '../rules/finding';
import { judgeDonorYear } from '../rules/judge';
import {
  aContribution,
  aDeclaration,
  aDonor,
  aDonorYear,
  anOverview,
  aRegisteredDonor,
  cents,
  inKind,
  INSTITUTE,
  LATER,
  YOUTH,
} from '../testing/a-donor-year';
import { aListedDonor, overviewFacts } from '../testing/a-filing';
import { expectedOf } from '../testing/expected';

type Facts = Parameters<typeof aDonorYear>[1];

function judge(contributions: readonly Contribution[], over: Facts = {}): Judgement {
  return judgeDonorYear(aDonorYear(contributions, over), LATER);
}

function rules({ findings }: Judgement): readonly string[] {
  return findings.map(({ rule }) => rule);
}

describe('law.md section 12: recipients and donors', () => {
  it('T16: 10,000 to each of two affiliates on one day: two notices, one total of 20,000 under the cap', () => {
    const judgement = judge([
      aContribution(10_000, '2025-05-06', { recipient: YOUTH }),
      aContribution(10_000, '2025-05-06', { recipient: INSTITUTE }),
    ]);
    expect(judgement.duties.map(({ recipient }) => recipient)).toEqual([YOUTH, INSTITUTE]);
    expect(judgement.totals.group.net).toBe(euro(20_000));
    expect(judgement.room).toBe(euro(80_000));
    expect(rules(judgement)).toEqual([]);
  });

  it('T17: 6,000 to the party and 6,000 to an affiliate: no notice, a signal, 12,000 under the cap', () => {
    const judgement = judge([
      aContribution(6_000, '2025-05-06'),
      aContribution(6_000, '2025-05-06', { recipient: YOUTH }),
    ]);
    expect(judgement.duties).toEqual([]);
    expect(judgement.totals.group.net).toBe(euro(12_000));
    expect(judgement.findings.map(({ rule, severity }) => [rule, severity])).toEqual([
      ['D2-GROUP-TOTAL', 'signal'],
    ]);
    const below = judge([
      aContribution(6_000, '2025-05-06'),
      aContribution(3_999.99, '2025-05-06', { recipient: YOUTH }),
    ]);
    expect(rules(below)).toEqual([]);
  });

  it('T18: a company and its owner, or two foundations of the same people, may each give 100,000', () => {
    const overview = [anOverview(2025, '2025-06-01')];
    const donors = [
      aDonor({ ref: 'owner' }),
      aRegisteredDonor({ ref: 'company' }),
      aRegisteredDonor({ ref: 'foundation-1', kind: 'foundation', lookThrough: overview }),
      aRegisteredDonor({ ref: 'foundation-2', kind: 'foundation', lookThrough: overview }),
    ];
    const to = (euros: number): readonly (readonly string[])[] =>
      donors.map((donor) => rules(judge([aContribution(euros, '2025-05-06')], { donor })));
    expect(to(100_000)).toEqual([[], [], [], []]);
    expect(to(100_000.01)).toEqual(donors.map(() => ['WFPP-29b-1']));
  });

  it('T19: 90,000 in kind by a company: notice, listed as in kind, under the cap in kind', () => {
    const donor = aRegisteredDonor();
    const gift = inKind(90_000, '2025-05-06');
    const judgement = judge([gift], { donor });
    expect(judgement.duties).toHaveLength(1);
    expect(rules(judgement)).toEqual([]);
    expect(judgement.room).toBe(euro(10_000));
    const donors = [aListedDonor({ kind: 'legal_person' })];
    const expected = expectedOf('annual_report', { year: 2025 });
    const { gifts, totals } = draftOverview(expected, overviewFacts([gift], { donors }));
    expect(gifts[0]).toMatchObject({
      money: 0,
      inKind: euro(90_000),
      lines: [{ form: 'in_kind' }],
    });
    expect(totals).toMatchObject({ money: 0, inKind: euro(90_000) });
    const over = judge([gift, inKind(10_000.01, '2025-06-06')], { donor });
    expect(over.findings).toMatchObject([
      { rule: 'WFPP-29b-1', remedy: { total: cents(0.01), steps: [{ form: 'in_kind' }] } },
    ]);
  });

  it('T20: an estate of 95,000 through a notary: a donor of its own kind, notice and cap', () => {
    const donor = aDonor({ kind: 'estate', declaration: aDeclaration() });
    const legacy = aContribution(95_000, '2025-05-06', { type: 'legacy' });
    const judgement = judge([legacy], { donor });
    expect(judgement.duties).toHaveLength(1);
    expect(judgement.room).toBe(euro(5_000));
    const more = [legacy, aContribution(5_000.01, '2025-06-06', { type: 'legacy' })];
    expect(rules(judge(more, { donor }))).toEqual(['WFPP-29b-1']);
    const before = aContribution(95_000, '2022-05-06', { type: 'legacy' });
    expect(judge([before], { donor }).totals.group.net).toBe(0);
    const donors = [aListedDonor({ kind: 'estate' })];
    const listed = (gift: Contribution, year: number): number =>
      listedGifts(expectedOf('annual_report', { year }), overviewFacts([gift], { donors })).length;
    expect([listed(legacy, 2025), listed(before, 2022)]).toEqual([1, 0]);
  });

  it('T21: who is withheld in public stays in full in what is filed with the overseer (art. 25 lid 5)', () => {
    const ubo = { name: 'B. Bos', address: 'Laan 3', residence: 'Ede', country: 'NL' };
    const donors = [aListedDonor({ kind: 'legal_person', name: 'Bos BV', ubos: [ubo] })];
    const facts = overviewFacts([aContribution(20_000, '2025-05-06')], { donors });
    const [gift] = draftOverview(expectedOf('annual_report', { year: 2025 }), facts).gifts;
    expect(gift).toMatchObject({ name: 'Bos BV', address: 'Kade 1', ubos: [ubo] });
  });

  it('T22: a foundation that gives 1,000.00 is not looked through, one that gives 1,000.01 is', () => {
    const donor = aRegisteredDonor({ kind: 'foundation' });
    const of = (euros: number): unknown =>
      judge([aContribution(euros, '2025-05-06')], { donor }).findings.map(({ rule, remedy }) => [
        rule,
        remedy?.total,
      ]);
    expect(of(1_000)).toEqual([]);
    expect(of(1_000.01)).toEqual([['WFPP-21a-2', cents(0.01)]]);
    const donors = [aListedDonor({ kind: 'foundation' })];
    const expected = expectedOf('annual_report', { year: 2025 });
    const behind = (euros: number): number => {
      const facts = overviewFacts([aContribution(euros, '2025-05-06')], { donors });
      return draftOverview(expected, facts).lookThrough.length;
    };
    expect([behind(1_000), behind(1_000.01)]).toEqual([0, 1]);
  });

  it('T23: of an anonymous 250.00 all is kept, of 250.01 one cent is transferred', () => {
    const donor = aDonor({ kind: 'anonymous', declaration: null });
    const of = (euros: number): unknown =>
      judge([aContribution(euros, '2025-05-06')], { donor }).findings.map(
        ({ remedy }) => remedy?.total,
      );
    expect(of(250)).toEqual([]);
    expect(of(250.01)).toEqual([cents(0.01)]);
  });

  it('T24: 999.99 and 0.01 of one donor are listed, and a small gift that makes the difference is warned of', () => {
    const expected = expectedOf('annual_report', { year: 2025 });
    const listed = (gifts: readonly Contribution[]): number =>
      listedGifts(expected, overviewFacts(gifts)).length;
    const gifts = [aContribution(999.99, '2025-05-06'), aContribution(0.01, '2025-06-06')];
    expect([listed(gifts), listed(gifts.slice(0, 1))]).toEqual([1, 0]);
    expect(judge(gifts).findings.map(({ rule, severity }) => [rule, severity])).toEqual([
      ['WFPP-25-1-B', 'warning'],
    ]);
    expect(rules(judge(gifts.slice(0, 1)))).toEqual([]);
    const small = ['01', '02', '03', '04'].map((month) => aContribution(250, `2025-${month}-06`));
    expect(listed(small)).toBe(1);
    expect(rules(judge(small))).toEqual(['WFPP-25-1-B']);
  });
});
