import { type Contribution, type Settlement } from '../facts/contribution';
import { type GroupStatus } from '../facts/group';
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
  cents,
  inKind,
  LATER,
} from '../testing/a-donor-year';
import { type Finding, type Judgement } from './finding';
import { judgeDonorYear } from './judge';
import { type JudgementPolicy } from './rule';

const DAY = '2025-03-03';

function judged(
  contributions: readonly Contribution[],
  over: {
    readonly settlements?: readonly Settlement[];
    readonly status?: GroupStatus;
    readonly policy?: JudgementPolicy;
  } = {},
): Judgement {
  const { settlements = [], status = 'political_party', policy } = over;
  const donor = aDonor({
    kind: 'anonymous',
    declaration: null,
    particulars: { name: false, address: false, ubo: false },
  });
  const group = aGroup({ statuses: [aStatus(status, '2013-05-01')] });
  return judgeDonorYear(aDonorYear(contributions, { donor, group, settlements }), LATER, policy);
}

function findings(...contributions: readonly Contribution[]): readonly Finding[] {
  return judged(contributions).findings;
}

describe('Wfpp art. 23: of an anonymous contribution only what is above EUR 250 goes', () => {
  it.each([
    ['T23: 250,00 may be kept', 250, undefined],
    ['T23: of 250,01 one cent goes', 250.01, 1],
    ['249,99 may be kept', 249.99, undefined],
    ['T7: of 53 000 there goes 52 750', 53_000, euro(52_750)],
  ])('%s', (_, euros, goes) => {
    expect(findings(aContribution(euros, DAY))[0]?.remedy?.total).toBe(goes);
  });

  it.each([
    [
      'T7: in 2019 the limit was 1 000',
      '2019-06-03',
      euro(52_000),
      'Kamerstukken II 35 657, nr. 18',
    ],
    [
      'on 31 December 2022 it still was',
      '2022-12-31',
      euro(52_000),
      'Kamerstukken II 35 657, nr. 18',
    ],
    ['on 1 January 2023 it is 250', '2023-01-01', euro(52_750), 'Wfpp art. 23 lid 1'],
  ])('%s', (_, receivedOn, goes, source) => {
    const [found] = findings(aContribution(53_000, receivedOn));
    expect(found?.remedy?.total).toBe(goes);
    expect(found?.parameters.map((seen) => [seen.key, seen.source])).toEqual([
      ['anonymous.keep_up_to', source],
    ]);
  });

  it('counts each contribution for itself: three of 250 through a platform may be kept', () => {
    expect(findings(...[250, 250, 250].map((euros) => aContribution(euros, DAY)))).toEqual([]);
  });

  it('law file 7: money goes to the Minister, in kind that part of the value or destroyed', () => {
    const steps = findings(aContribution(300, DAY), inKind(400, DAY)).map(
      ({ remedy }) => remedy?.steps[0],
    );
    expect(steps).toMatchObject([
      { to: 'minister', amount: euro(50) },
      { to: 'minister_or_destroy', amount: euro(150) },
    ]);
  });

  it('transferred in full, or a thing destroyed, nothing is found any more', () => {
    const [gift, thing] = [aContribution(300, DAY), inKind(400, DAY)];
    const settlements = [
      aSettlement(gift, 50, '2025-03-10', 'transferred_to_state'),
      aSettlement(thing, 150, '2025-03-10', 'destroyed'),
    ];
    expect(judged([gift, thing], { settlements }).findings).toEqual([]);
  });

  it('passed on whole, more than had to, nothing is found either', () => {
    const gift = aContribution(300, DAY);
    const settlements = [aSettlement(gift, 300, '2025-03-10', 'transferred_to_state')];
    expect(judged([gift], { settlements }).findings).toEqual([]);
  });

  it('one cent short, that cent is open', () => {
    const gift = aContribution(300, DAY);
    const settlements = [aSettlement(gift, 49.99, '2025-03-10', 'transferred_to_state')];
    const [found] = judged([gift], { settlements }).findings;
    expect(found?.remedy).toMatchObject({ total: euro(50), done: cents(49.99), open: 1 });
  });

  it('binds candidates and blank lists, not branches (art. 24)', () => {
    const toCandidate = aContribution(300, DAY, { recipient: CANDIDATE });
    expect(judged([toCandidate], { status: 'blank_list' }).findings).toHaveLength(1);
    expect(findings(toCandidate)).toHaveLength(1);
    expect(findings(aContribution(300, DAY, { recipient: BRANCH }))).toEqual([]);
  });

  it('has no cap and no notice: it is nobody in particular', () => {
    const { duties, room, findings: found } = judged([aContribution(150_000, DAY)]);
    expect({ duties, room }).toEqual({ duties: [], room: null });
    expect(found.map(({ rule }) => rule)).toEqual(['WFPP-23-1']);
  });

  it('cannot be decided without a known limit (D19)', () => {
    const policy: JudgementPolicy = {
      overrides: [{ key: 'anonymous.keep_up_to', unit: 'cents', values: [] }],
    };
    expect(judged([aContribution(1, DAY)], { policy }).findings).toMatchObject([
      { severity: 'undecided', missing: ['parameter:anonymous.keep_up_to'] },
    ]);
  });
});
