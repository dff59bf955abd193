import { type Contribution, type Settlement } from '../facts/contribution';
import { type DonorKind, type LookThroughOverview } from '../facts/donor';
import { euro } from '../kernel/euro-cents';
import { plainDate, type PlainDate } from '../kernel/plain-date';
import {
  aContribution,
  aDonorYear,
  anOverview,
  aRegisteredDonor,
  aSettlement,
  BRANCH,
  CANDIDATE,
  inKind,
  LATER,
  PARTY,
  YOUTH,
} from '../testing/a-donor-year';
import { type Finding } from './finding';
import { judgeDonorYear } from './judge';
import { type JudgementPolicy } from './rule';

const DAY = '2025-03-03';

interface Over {
  readonly kind?: DonorKind;
  readonly lookThrough?: readonly LookThroughOverview[];
  readonly settlements?: readonly Settlement[];
  readonly on?: PlainDate;
  readonly policy?: JudgementPolicy;
}

function lookThroughFindings(
  contributions: readonly Contribution[],
  { kind = 'foundation', lookThrough = [], settlements = [], on = LATER, policy }: Over = {},
): readonly Finding[] {
  const donor = aRegisteredDonor({ kind, lookThrough });
  const facts = aDonorYear(contributions, { donor, settlements });
  return judgeDonorYear(facts, on, policy).findings.filter(({ rule }) => rule === 'WFPP-21a-2');
}

describe('Wfpp art. 21a: a foundation or association that gave more than EUR 1 000 names its givers', () => {
  it.each([
    ['T22: 1 000,00 asks for no overview', 1_000, undefined],
    ['T22: of 1 000,01 without overview one cent goes', 1_000.01, 1],
    ['of 5 000 without overview 4 000 goes', 5_000, euro(4_000)],
  ])('%s', (_, euros, goes) => {
    expect(lookThroughFindings([aContribution(euros, DAY)])[0]?.remedy?.total).toBe(goes);
  });

  it.each<[DonorKind, number]>([
    ['foundation', 1],
    ['association', 1],
    ['legal_person', 0],
    ['undertaking', 0],
    ['group_member', 0],
  ])('%s', (kind, findings) => {
    expect(lookThroughFindings([aContribution(5_000, DAY)], { kind })).toHaveLength(findings);
  });

  it('money and in kind each have their own 1 000', () => {
    const apart = [aContribution(1_000, DAY), inKind(1_000, DAY)];
    expect(lookThroughFindings(apart)).toEqual([]);
    const both = [aContribution(1_500, DAY), inKind(1_200, DAY)];
    expect(lookThroughFindings(both).map(({ key, remedy }) => [key, remedy?.total])).toEqual([
      [`WFPP-21a-2:${PARTY}:money`, euro(500)],
      [`WFPP-21a-2:${PARTY}:in_kind`, euro(200)],
    ]);
  });

  it('adds up per recipient: 600 and 600 to one, not 600 to each of two', () => {
    const two = [aContribution(600, DAY), aContribution(600, '2025-06-02')];
    expect(lookThroughFindings(two)).toHaveLength(1);
    const spread = [aContribution(600, DAY), aContribution(600, DAY, { recipient: YOUTH })];
    expect(lookThroughFindings(spread)).toEqual([]);
  });

  it('the overview of that year settles it from the day it came in; of another year it does not', () => {
    const gifts = [aContribution(5_000, DAY)];
    const found = (year: number, on: string): number =>
      lookThroughFindings(gifts, {
        lookThrough: [anOverview(year, '2025-04-01')],
        on: plainDate(on),
      }).length;
    expect([found(2025, '2025-03-31'), found(2025, '2025-04-01')]).toEqual([1, 0]);
    expect(found(2024, '2025-04-01')).toBe(1);
  });

  it('law file 7: above 1 000 money goes to the Minister, in kind there or destroyed, newest first', () => {
    const [first, second] = [aContribution(900, DAY), aContribution(300, '2025-06-02')];
    const found = lookThroughFindings([first, second, inKind(1_300, DAY)]);
    expect(found.map(({ remedy }) => remedy?.steps)).toMatchObject([
      [{ contribution: second.ref, amount: euro(200), to: 'minister' }],
      [{ amount: euro(300), to: 'minister_or_destroy' }],
    ]);
    expect(found[0]).toMatchObject({ since: '2025-06-02', missing: ['look_through_overview'] });
  });

  it('what was transferred is done; transferred in full, nothing is found', () => {
    const gift = aContribution(5_000, DAY);
    const [found] = lookThroughFindings([gift], {
      settlements: [aSettlement(gift, 1_000, '2025-04-01', 'transferred_to_state')],
    });
    expect(found?.remedy).toMatchObject({ done: euro(1_000), open: euro(3_000) });
    const settlements = [aSettlement(gift, 4_000, '2025-04-01', 'transferred_to_state')];
    expect(lookThroughFindings([gift], { settlements })).toEqual([]);
  });

  it('binds candidates, not branches (art. 24)', () => {
    const to = (recipient: string): number =>
      lookThroughFindings([aContribution(5_000, DAY, { recipient })]).length;
    expect([to(CANDIDATE), to(BRANCH)]).toEqual([1, 0]);
  });

  it('did not exist on 31 December 2022, does on 1 January 2023', () => {
    const on = (day: string): number => lookThroughFindings([aContribution(5_000, day)]).length;
    expect([on('2022-12-31'), on('2023-01-01')]).toEqual([0, 1]);
  });

  it('cannot be decided without a known limit (D19)', () => {
    const policy: JudgementPolicy = {
      overrides: [{ key: 'lookthrough.recipient_total', unit: 'cents', values: [] }],
    };
    expect(lookThroughFindings([aContribution(1, DAY)], { policy })).toMatchObject([
      { severity: 'undecided', missing: ['parameter:lookthrough.recipient_total'] },
    ]);
  });
});
