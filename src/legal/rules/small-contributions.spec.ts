import { type Contribution, type DonorYear } from '../facts/contribution';
import { euro } from '../kernel/euro-cents';
import {
  aContribution,
  aDonor,
  aDonorYear,
  aGroup,
  aSettlement,
  aStatus,
  BRANCH,
  CANDIDATE,
  LATER,
  YOUTH,
} from '../testing/a-donor-year';
import { type Finding } from './finding';
import { judgeDonorYear } from './judge';

const DAY = '2025-03-03';

function warnings(facts: DonorYear): readonly Finding[] {
  return judgeDonorYear(facts, LATER).findings.filter(({ rule }) => rule === 'WFPP-25-1-B');
}

function warningsOf(contributions: readonly Contribution[]): readonly Finding[] {
  return warnings(aDonorYear(contributions));
}

describe('Wfpp art. 25 lid 1 onder b: small contributions of a known donor reach the overview (T24)', () => {
  it('T24: 999,99 and 0,01 together are listed: the cent makes the difference', () => {
    const [large, small] = [aContribution(999.99, DAY), aContribution(0.01, '2025-06-02')];
    const [found] = warningsOf([large, small]);
    expect(found).toMatchObject({
      severity: 'warning',
      since: '2025-06-02',
      contributions: [{ contribution: small.ref, amount: 1 }],
    });
    expect(found?.parameters.map(({ key, value }) => [key, value])).toEqual([
      ['disclosure.annual', euro(1_000)],
      ['registration.skip_up_to', euro(250)],
    ]);
  });

  it.each([
    ['four of 250 are 1 000', [250, 250, 250, 250], 1],
    ['a cent less is not', [250, 250, 250, 249.99], 0],
    ['1 000 at once is listed without the small one', [1_000, 100], 0],
    ['250,01 is no small one', [250.01, 250.01, 250.01, 250.01], 0],
  ])('%s', (_, amounts, count) => {
    expect(warningsOf(amounts.map((euros) => aContribution(euros, DAY)))).toHaveLength(count);
  });

  it('before 2023 the limits were 4 500 and 1 000', () => {
    const on = (day: string, amounts: readonly number[]): number =>
      warningsOf(amounts.map((euros) => aContribution(euros, day))).length;
    expect(on('2022-12-31', [3_500, 1_000])).toBe(1);
    expect(on('2022-12-31', [3_499.99, 1_000])).toBe(0);
    expect(on('2022-12-31', [250, 250, 250, 250])).toBe(0);
  });

  it('counts net of returns (D4)', () => {
    const gifts = [250, 250, 250, 250].map((euros) => aContribution(euros, DAY));
    const settlements = gifts.slice(0, 1).map((gift) => aSettlement(gift, 0.01, '2025-04-01'));
    expect(warnings(aDonorYear(gifts, { settlements }))).toEqual([]);
  });

  it('names the particulars that the overview will ask for', () => {
    const donor = aDonor({ particulars: { name: true, address: false, ubo: false } });
    const gifts = [250, 250, 250, 250].map((euros) => aContribution(euros, DAY));
    expect(warnings(aDonorYear(gifts, { donor }))[0]?.missing).toEqual(['address']);
  });

  it('per recipient, for parties and affiliates with a yearly overview only', () => {
    const to = (recipient: string): readonly Contribution[] =>
      [250, 250, 250, 250].map((euros) => aContribution(euros, DAY, { recipient }));
    expect([YOUTH, CANDIDATE, BRANCH].map((one) => warningsOf(to(one)).length)).toEqual([1, 0, 0]);
    expect(warningsOf([...to(YOUTH).slice(0, 2), ...to('party-1').slice(0, 2)])).toEqual([]);
    const group = aGroup({ statuses: [aStatus('new_association', '2023-01-01')] });
    expect(warnings(aDonorYear(to(YOUTH), { group }))).toEqual([]);
  });

  it('not for anonymous contributions: nobody can be listed', () => {
    const donor = aDonor({ kind: 'anonymous', declaration: null });
    const gifts = [250, 250, 250, 250].map((euros) => aContribution(euros, DAY));
    expect(warnings(aDonorYear(gifts, { donor }))).toEqual([]);
  });
});
