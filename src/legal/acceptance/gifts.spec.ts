import { type Contribution } from '../facts/contribution';
import { euro, sum, type EuroCents } from '../kernel/euro-cents';
import { draftOverview } from '../overviews/draft-overview';
import { reconcile } from '../reconciliation/reconcile';
import { type Judgement } from '../rules/finding';
import { inKindValue } from '../rules/in-kind-value';
import { judgeDonorYear } from '../rules/judge';
import {
  aContribution,
  aDeclaration,
  aDonor,
  aDonorYear,
  aSettlement,
  inKind,
  LATER,
  YOUTH,
} from '../testing/a-donor-year';
import { aListedDonor, overviewFacts } from '../testing/a-filing';
import { expectedOf, filed } from '../testing/expected';
import { aNotice, booked, sources, stated } from '../testing/sources';

type Facts = Parameters<typeof aDonorYear>[1];

function judge(contributions: readonly Contribution[], over: Facts = {}): Judgement {
  return judgeDonorYear(aDonorYear(contributions, over), LATER);
}

/** Each rule that finds something, and what has to go where. */
function remedies({ findings }: Judgement): unknown {
  return findings.map(({ rule, remedy }) => [rule, remedy?.total, remedy?.steps[0]?.to]);
}

describe('law.md section 12: gifts', () => {
  it('T7: of an anonymous 53,000 the party keeps 250 and transfers 52,750', () => {
    const donor = aDonor({ kind: 'anonymous', declaration: null });
    const today = judge([aContribution(53_000, '2025-05-06')], { donor });
    expect(remedies(today)).toEqual([['WFPP-23-1', euro(52_750), 'minister']]);
    const then = judge([aContribution(53_000, '2019-05-06')], { donor });
    expect(remedies(then)).toEqual([['WFPP-23-1', euro(52_000), 'minister']]);
  });

  it('T8: 355,000 from Hong Kong was allowed in 2019; since 2023 a Dutch voter gets 255,000 back', () => {
    const dutch = aDonor({ declaration: aDeclaration({ residence: 'HK' }) });
    const foreign = aDonor({
      declaration: aDeclaration({ residence: 'HK', dutchNational: false }),
    });
    const of = (day: string, donor: typeof dutch): unknown =>
      remedies(judge([aContribution(355_000, day)], { donor }));
    expect(of('2019-05-06', dutch)).toEqual([]);
    expect(of('2019-05-06', foreign)).toEqual([]);
    expect(of('2023-05-06', dutch)).toEqual([['WFPP-29b-1', euro(255_000), 'donor']]);
    expect(of('2023-05-06', foreign)).toEqual([['WFPP-23a-1', euro(355_000), 'minister']]);
  });

  it.each([
    ['40 percent off', 66, 44],
    ['70 percent off', 33, 77],
    ['no discount', 110, 0],
  ])('T9: an hour of 110 for less is in kind for what was not paid: %s', (_, price, perHour) => {
    const hours = 150;
    const value = inKindValue(euro(110 * hours), euro(price * hours));
    expect(value).toBe(euro(perHour * hours));
  });

  it('T9: the hours of a year add up: at 70 percent off the 130th hour reaches the notice', () => {
    const hours = (count: number, day: string): Contribution =>
      inKind(77 * count, day, { type: 'discount' });
    const before = judge([hours(100, '2025-03-01'), hours(29, '2025-06-01')]);
    expect(before.duties).toEqual([]);
    const reached = judge([hours(100, '2025-03-01'), hours(30, '2025-06-01')]);
    expect(reached.duties.map(({ receivedOn, totalAfter }) => [receivedOn, totalAfter])).toEqual([
      ['2025-06-01', euro(10_010)],
    ]);
  });

  it('T10: a room worth 400 let for 100 is 300 in kind, and for nothing 400', () => {
    expect(inKindValue(euro(400), euro(100))).toBe(euro(300));
    expect(inKindValue(euro(400), euro(0))).toBe(euro(400));
    expect(inKindValue(euro(400), euro(400))).toBe(euro(0));
  });

  it('T11: a hotel bill of 7,000 refunded by mistake is in kind, unless it is repaid after all', () => {
    const value = inKindValue(euro(7_000), euro(0));
    expect(value).toBe(euro(7_000));
    const expected = expectedOf('affiliate_overview', { recipient: YOUTH, year: 2019 });
    const refunded = inKind(value / 100, '2019-08-01', { recipient: YOUTH });
    const listed = (repaid: number): readonly EuroCents[] => {
      const settlements = repaid === 0 ? [] : [aSettlement(refunded, repaid, '2019-09-01')];
      return draftOverview(expected, overviewFacts([refunded], { settlements })).gifts.map(
        ({ inKind: worth }) => worth,
      );
    };
    expect(listed(0)).toEqual([euro(7_000)]);
    expect(listed(7_000)).toEqual([]);
    expect(listed(2_500)).toEqual([euro(4_500)]);
    expect(listed(2_500.01)).toEqual([]);
    // Repaid at once, nothing was given.
    expect(inKindValue(euro(7_000), euro(7_000))).toBe(euro(0));
  });

  it('T12: 10,000 exactly asks a notice, 9,999.99 does not', () => {
    expect(judge([aContribution(10_000, '2025-05-06')]).duties).toHaveLength(1);
    expect(judge([aContribution(9_999.99, '2025-05-06')]).duties).toEqual([]);
  });

  it('T13: monthly remittances that reach 10,000 in the 11th month: a notice from that receipt, no single rows', () => {
    const months = Array.from({ length: 12 }, (_, month) => String(month + 1).padStart(2, '0'));
    const paid = months.map((month) =>
      aContribution(910, `2025-${month}-25`, { type: 'office_holder_remittance' }),
    );
    const { duties } = judge(paid);
    expect(duties.map(({ receivedOn, totalAfter }) => [receivedOn, totalAfter])).toEqual([
      ['2025-11-25', euro(10_010)],
      ['2025-12-25', euro(10_920)],
    ]);
    expect(judge(paid.slice(0, 10)).duties).toEqual([]);
    const [gift] = draftOverview(
      expectedOf('annual_report', { year: 2025 }),
      overviewFacts(paid),
    ).gifts;
    expect(gift?.total).toBe(euro(10_920));
    expect(gift?.lines.filter(({ amount }) => amount >= euro(10_000))).toEqual([]);
  });

  it('T14: two gifts of 50,000 of one donor on one day are two gifts', () => {
    const two = [aContribution(50_000, '2024-02-05'), aContribution(50_000, '2024-02-05')];
    const { duties, totals } = judge(two);
    expect(totals.group.net).toBe(euro(100_000));
    expect(new Set(duties.map(({ contribution }) => contribution)).size).toBe(2);
    const expected = expectedOf('annual_report', { year: 2024 });
    const filing = filed(expected, overviewFacts(two));
    expect(filing.content.gifts[0]?.lines).toHaveLength(2);
    const ledger = two.map((gift) => booked(gift));
    const notices = [
      aNotice(
        two.map((gift) => stated(gift)),
        '2024-02-08',
      ),
    ];
    expect(reconcile(sources({ ledger, notices, filings: [filing] }))).toEqual([]);
    const once = [
      aNotice(
        two.slice(0, 1).map((gift) => stated(gift)),
        '2024-02-08',
      ),
    ];
    expect(
      reconcile(sources({ ledger, notices: once, filings: [filing] })).map(
        ({ outcome }) => outcome,
      ),
    ).toEqual(['in_annual_not_in_notice']);
  });

  it('T15: gifts of 25,000 and 15,000 with a net total of 20,000 after a refund are no error', () => {
    const two = [aContribution(25_000, '2025-02-05'), aContribution(15_000, '2025-03-05')];
    const settlements = two.slice(0, 1).map((gift) => aSettlement(gift, 20_000, '2025-04-01'));
    const { findings, totals } = judge(two, { settlements });
    expect(findings).toEqual([]);
    expect(totals.group).toEqual({ gross: euro(40_000), net: euro(20_000) });
    const filing = filed(
      expectedOf('annual_report', { year: 2025 }),
      overviewFacts(two, { settlements, donors: [aListedDonor()] }),
    );
    const [gift] = filing.content.gifts;
    expect(gift?.total).toBe(euro(20_000));
    expect(sum(gift?.lines.map(({ amount }) => amount) ?? [])).toBe(euro(40_000));
    const notices = [
      aNotice([stated(two[0] ?? aContribution(1, '2025-01-01'), 0)], '2025-02-07'),
      aNotice(
        two.map((one, at) => stated(one, at === 0 ? 20_000 : 0)),
        '2025-04-02',
      ),
    ];
    const ledger = two.map((one) => booked(one, settlements));
    expect(reconcile(sources({ ledger, notices, filings: [filing] }))).toEqual([]);
    expect(filing.content.totals.gifts).toBe(euro(20_000));
  });
});
