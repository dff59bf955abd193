import { type Contribution, type DonorYear } from '../facts/contribution';
import { plainDate } from '../kernel/plain-date';
import {
  aContribution,
  aDonor,
  aDonorYear,
  aGroup,
  anOwnCap,
  aSettlement,
  cents,
  LATER,
  PARTY,
  YOUTH,
} from '../testing/a-donor-year';
import { type Finding } from './finding';
import { judgeDonorYear } from './judge';

/** EUR 20 000 until and including 30 June 2025, EUR 10 000 from 1 July. */
const HALVED = [anOwnCap(20_000, '2020-01-01', '2025-06-30'), anOwnCap(10_000, '2025-07-01')];
/** EUR 10 000 until and including 30 June 2025, EUR 20 000 from 1 July. */
const DOUBLED = [anOwnCap(10_000, '2020-01-01', '2025-06-30'), anOwnCap(20_000, '2025-07-01')];
/** EUR 10 000, and from 1 July 2025 no cap of its own any more. */
const LAPSED = [anOwnCap(10_000, '2020-01-01', '2025-06-30')];

function found(
  ownCaps: readonly ReturnType<typeof anOwnCap>[],
  contributions: readonly Contribution[],
  over: Partial<DonorYear> = {},
): readonly Finding[] {
  const facts = aDonorYear(contributions, { group: aGroup({ ownCaps }), ...over });
  return judgeDonorYear(facts, LATER).findings.filter(({ rule }) => rule === 'WFPP-34-OWN-CAP');
}

/** The excess in cents of each finding. */
function excesses(findings: readonly Finding[]): readonly (number | undefined)[] {
  return findings.map(
    ({ amounts }) => amounts.find(({ label }) => label === 'excess')?.amount ?? undefined,
  );
}

describe('Wfpp art. 34: the own cap of the day of receipt counts', () => {
  it.each([
    ['15 000 on 30 June is within the cap of 20 000 of that day', 15_000, '2025-06-30', []],
    [
      '15 000 on 1 July is 5 000 above the cap of 10 000 of that day',
      15_000,
      '2025-07-01',
      [5_000],
    ],
    ['10 000 on 1 July is exactly the cap', 10_000, '2025-07-01', []],
    ['10 000,01 on 1 July is a cent above it', 10_000.01, '2025-07-01', [0.01]],
    ['20 000,01 on 30 June is a cent above the cap of 20 000', 20_000.01, '2025-06-30', [0.01]],
  ])('%s', (_, euros, day, over) => {
    expect(excesses(found(HALVED, [aContribution(euros, day)]))).toEqual(over.map(cents));
  });

  it('before the first own cap there is none', () => {
    const caps = [anOwnCap(10_000, '2025-07-01')];
    expect(found(caps, [aContribution(50_000, '2025-06-30')])).toEqual([]);
    expect(found(caps, [aContribution(50_000, '2025-07-01')])).toHaveLength(1);
  });

  it('after the last day of the last one there is none', () => {
    expect(found(LAPSED, [aContribution(50_000, '2025-07-01')])).toEqual([]);
    expect(found(LAPSED, [aContribution(50_000, '2025-06-30')])).toHaveLength(1);
  });

  it('lowering it puts nothing over that had come in before', () => {
    expect(found(HALVED, [aContribution(15_000, '2025-03-01')])).toEqual([]);
  });

  it('what comes in after it was lowered stands on what came in before, and only that is too much', () => {
    const gifts = [aContribution(15_000, '2025-03-01'), aContribution(100, '2025-08-01')];
    const [finding, ...others] = found(HALVED, gifts);
    expect(others).toEqual([]);
    expect(finding).toMatchObject({
      key: 'WFPP-34-OWN-CAP:2025-07-01',
      since: '2025-08-01',
      amounts: [
        { label: 'total_together', amount: cents(15_100) },
        { label: 'own_cap', amount: cents(10_000) },
        { label: 'excess', amount: cents(100) },
      ],
      parameters: [
        {
          key: 'own_cap',
          value: cents(10_000),
          source: 'Giftenreglement van de voorbeeldpartij, artikel 4 (2025-07-01)',
          inForceFrom: plainDate('2025-07-01'),
        },
      ],
    });
  });

  it('raising it does not mend what was over, and gives new room from that day', () => {
    const early = aContribution(12_000, '2025-03-01');
    expect(excesses(found(DOUBLED, [early]))).toEqual([cents(2_000)]);
    const both = found(DOUBLED, [early, aContribution(8_000, '2025-07-01')]);
    expect(both.map(({ key }) => key)).toEqual(['WFPP-34-OWN-CAP:2020-01-01']);
    expect(excesses(found(DOUBLED, [early, aContribution(8_000.01, '2025-07-01')]))).toEqual([
      cents(2_000),
      cents(0.01),
    ]);
  });

  it('what went back no longer counts', () => {
    const gift = aContribution(12_000, '2025-08-01');
    const settlements = [aSettlement(gift, 2_000, '2025-08-05')];
    expect(found(HALVED, [gift], { settlements })).toEqual([]);
  });

  it('a gift after the cap was lowered that went back whole leaves nothing', () => {
    const early = aContribution(15_000, '2025-03-01');
    const late = aContribution(500, '2025-08-01');
    const settlements = [aSettlement(late, 500, '2025-08-05')];
    expect(found(HALVED, [early, late], { settlements })).toEqual([]);
  });

  it('counts the whole group, and nobody in particular has no cap', () => {
    const gifts = [
      aContribution(6_000, '2025-08-01', { recipient: PARTY }),
      aContribution(4_001, '2025-08-02', { recipient: YOUTH }),
    ];
    expect(excesses(found(HALVED, gifts))).toEqual([cents(1)]);
    expect(found(HALVED, gifts, { donor: aDonor({ kind: 'anonymous' }) })).toEqual([]);
  });

  it('is never more than a warning: the cap of the Act stands beside it', () => {
    const facts = aDonorYear([aContribution(100_001, '2025-08-01')], {
      group: aGroup({ ownCaps: HALVED }),
    });
    const findings = judgeDonorYear(facts, LATER).findings;
    const severities = findings
      .filter(({ rule }) => rule === 'WFPP-29b-1' || rule === 'WFPP-34-OWN-CAP')
      .map(({ rule, severity }) => [rule, severity]);
    expect(severities).toEqual([
      ['WFPP-29b-1', 'finding'],
      ['WFPP-34-OWN-CAP', 'warning'],
    ]);
  });
});
