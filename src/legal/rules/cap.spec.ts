import { euro } from '../kernel/euro-cents';
import { plainDate } from '../kernel/plain-date';
import { timeline } from '../kernel/timeline';
import {
  aContribution,
  aDonor,
  aDonorYear,
  aGroup,
  anOwnCap,
  aRegisteredDonor,
  aSettlement,
  aStatus,
  BRANCH,
  CANDIDATE,
  cents,
  inKind,
  LATER,
  PARTY,
  YOUTH,
} from '../testing/a-donor-year';
import { type DonorYear } from '../facts/contribution';
import { type Finding } from './finding';
import { judgeDonorYear } from './judge';
import { CAP_APART, type JudgementPolicy } from './rule';

const DAY = '2025-03-03';

function capFinding(facts: DonorYear, policy?: JudgementPolicy): Finding | undefined {
  return judgeDonorYear(facts, LATER, policy).findings.find(
    ({ rule }) => rule === 'WFPP-29b-1' || rule === 'WFPP-32a-1',
  );
}

/** What goes back per recipient, in euros. */
function returnsOf(facts: DonorYear, policy?: JudgementPolicy): Record<string, number> {
  const back: Record<string, number> = {};
  for (const { recipient, amount } of capFinding(facts, policy)?.remedy?.steps ?? []) {
    back[recipient] = ((back[recipient] ?? 0) * 100 + amount) / 100;
  }
  return back;
}

describe('Wfpp art. 29b: more than EUR 100 000 per donor, year and group goes back (law file 6)', () => {
  it('C1: exactly 100 000 to the party may stay', () => {
    expect(capFinding(aDonorYear([aContribution(100_000, DAY)]))).toBeUndefined();
  });

  it('100 000,01 is over the cap by one cent', () => {
    expect(returnsOf(aDonorYear([aContribution(100_000.01, DAY)]))).toEqual({ [PARTY]: 0.01 });
  });

  it('99 999,99 leaves room for one cent', () => {
    expect(judgeDonorYear(aDonorYear([aContribution(99_999.99, DAY)]), LATER).room).toBe(1);
  });

  it('C2: of 120 000 to the party 20 000 goes back to the donor', () => {
    const found = capFinding(aDonorYear([aContribution(120_000, DAY)]));
    expect(found?.basis).toEqual({ law: 'Wfpp', article: '29b', paragraph: '1' });
    expect(found?.remedy).toMatchObject({
      total: euro(20_000),
      done: 0,
      open: euro(20_000),
      statutoryTerm: 'as_soon_as_possible',
      steps: [{ to: 'donor', amount: euro(20_000), form: 'money' }],
    });
  });

  it('C3: party 60 000 and affiliate 50 000 give back 5 454,55 and 4 545,45', () => {
    const facts = aDonorYear([
      aContribution(60_000, DAY),
      aContribution(50_000, DAY, { recipient: YOUTH }),
    ]);
    expect(returnsOf(facts)).toEqual({ [PARTY]: 5_454.55, [YOUTH]: 4_545.45 });
  });

  it('C4: party 70 000, affiliate 30 000, candidate 25 000 give back 14 000, 6 000 and 5 000', () => {
    const facts = aDonorYear([
      aContribution(70_000, DAY),
      aContribution(30_000, DAY, { recipient: YOUTH }),
      aContribution(25_000, DAY, { recipient: CANDIDATE }),
    ]);
    expect(returnsOf(facts)).toEqual({ [PARTY]: 14_000, [YOUTH]: 6_000, [CANDIDATE]: 5_000 });
  });

  it('C5: party 99 000 and candidate 2 000 give back 980,20 and 19,80', () => {
    const facts = aDonorYear([
      aContribution(99_000, DAY),
      aContribution(2_000, DAY, { recipient: CANDIDATE }),
    ]);
    expect(returnsOf(facts)).toEqual({ [PARTY]: 980.2, [CANDIDATE]: 19.8 });
  });

  it('C6: affiliate 95 000 and a legacy of 43 860,24 to the party give back 26 585,89 and 12 274,35', () => {
    const facts = aDonorYear(
      [
        aContribution(95_000, DAY, { recipient: YOUTH }),
        aContribution(43_860.24, DAY, { type: 'legacy' }),
      ],
      { donor: aDonor({ kind: 'estate' }) },
    );
    expect(returnsOf(facts)).toEqual({ [YOUTH]: 26_585.89, [PARTY]: 12_274.35 });
  });

  it('C7: money 80 000 and in kind 40 000 are 20 000 over together', () => {
    const facts = aDonorYear([aContribution(80_000, DAY), inKind(40_000, DAY)]);
    const found = capFinding(facts);
    expect(found?.remedy?.total).toBe(euro(20_000));
    expect(found?.parameters.map(({ key, value }) => [key, value])).toEqual([
      ['cap.money', euro(100_000)],
      ['cap.counting', 'together'],
    ]);
  });

  it('C7: money 80 000 and in kind 40 000 are under the cap when counted apart', () => {
    const facts = aDonorYear([aContribution(80_000, DAY), inKind(40_000, DAY)]);
    expect(capFinding(facts, CAP_APART)).toBeUndefined();
    expect(judgeDonorYear(facts, LATER, CAP_APART).room).toBe(euro(20_000));
  });

  it('counted apart, in kind of 100 000,01 is over a cap of its own, and says by which reading', () => {
    const facts = aDonorYear([aContribution(80_000, DAY), inKind(100_000.01, DAY)]);
    const found = capFinding(facts, CAP_APART);
    expect(found?.key).toBe('WFPP-29b-1:in_kind');
    expect(found?.remedy?.steps).toMatchObject([{ amount: 1, form: 'in_kind', to: 'donor' }]);
    expect(found?.parameters.map(({ key, source }) => [key, source])).toEqual([
      ['cap.in_kind', 'Wfpp art. 29b lid 1'],
      ['cap.counting', 'The literal text of Wfpp art. 29b lid 1'],
    ]);
  });

  it('C8: what an affiliate gives its party is outside the cap (lid 3)', () => {
    const facts = aDonorYear([aContribution(150_000, DAY)], {
      donor: aDonor({ kind: 'group_member', declaration: null }),
    });
    const { findings, duties, room } = judgeDonorYear(facts, LATER);
    expect({ findings, duties, room }).toEqual({ findings: [], duties: [], room: null });
  });

  it('C9: 100 000 on 31 December and 100 000 on 1 January are two years', () => {
    const gifts = [aContribution(100_000, '2024-12-31'), aContribution(100_000, '2025-01-01')];
    for (const year of [2024, 2025]) {
      const facts = aDonorYear(gifts, { year });
      expect(capFinding(facts)).toBeUndefined();
      expect(judgeDonorYear(facts, LATER).totals.group.net).toBe(euro(100_000));
    }
  });

  it('C10: 100 000, then 5 000 back, then 5 000 again is 100 000 net: nothing over (D4)', () => {
    const first = aContribution(100_000, DAY);
    const facts = aDonorYear([first, aContribution(5_000, '2025-05-01')], {
      settlements: [aSettlement(first, 5_000, '2025-04-01')],
    });
    expect(capFinding(facts)).toBeUndefined();
    expect(judgeDonorYear(facts, LATER).totals.group).toEqual({
      gross: euro(105_000),
      net: euro(100_000),
    });
  });
});

describe('Wfpp art. 29b lid 2: the excess goes back, and what went back is done', () => {
  it('part given back since the cap was passed is done, the rest is open', () => {
    const gift = aContribution(120_000, DAY);
    const facts = aDonorYear([gift], { settlements: [aSettlement(gift, 5_000, '2025-03-10')] });
    const found = capFinding(facts);
    expect(found?.since).toBe(DAY);
    expect(found?.remedy).toMatchObject({
      total: euro(20_000),
      done: euro(5_000),
      open: euro(15_000),
    });
  });

  it('an ordinary return before the cap was passed is no part of the remedy', () => {
    const gift = aContribution(100_000, DAY);
    const facts = aDonorYear([gift, aContribution(25_000, '2025-06-02')], {
      settlements: [aSettlement(gift, 5_000, '2025-04-01')],
    });
    const found = capFinding(facts);
    expect(found?.since).toBe('2025-06-02');
    expect(found?.remedy).toMatchObject({ total: euro(20_000), done: 0, open: euro(20_000) });
  });

  it('given back in full nothing is found; a day before, on the day of judgement, it still is', () => {
    const gift = aContribution(120_000, DAY);
    const facts = aDonorYear([gift], { settlements: [aSettlement(gift, 20_000, '2025-03-10')] });
    const cap = (on: string): number =>
      judgeDonorYear(facts, plainDate(on)).findings.filter(({ rule }) => rule === 'WFPP-29b-1')
        .length;
    expect([cap('2025-03-09'), cap('2025-03-10')]).toEqual([1, 0]);
  });

  it('the newest contributions of a recipient go back first', () => {
    const [old, middle, newest] = [
      aContribution(90_000, '2025-01-02'),
      aContribution(15_000, '2025-02-03'),
      aContribution(5_000, '2025-03-03'),
    ];
    const steps = capFinding(aDonorYear([old, middle, newest]))?.remedy?.steps ?? [];
    expect(steps.map(({ contribution, amount }) => [contribution, amount])).toEqual([
      [middle.ref, euro(5_000)],
      [newest.ref, euro(5_000)],
    ]);
  });

  it('a branch gives back through its party: one share, from the newest contribution (D18)', () => {
    const facts = aDonorYear([
      aContribution(60_000, '2025-01-02'),
      aContribution(50_000, '2025-02-03', { recipient: BRANCH }),
    ]);
    expect(returnsOf(facts)).toEqual({ [BRANCH]: 10_000 });
  });
});

describe('Wfpp art. 29b lid 1: who counts together, and since when', () => {
  it('only who belonged to the group on the day of receipt', () => {
    const group = aGroup();
    const members = group.members.map((member) =>
      member.recipient === YOUTH ? { ...member, until: plainDate('2025-03-02') } : member,
    );
    const gifts = [aContribution(60_000, DAY)];
    const left = (day: string): DonorYear =>
      aDonorYear([...gifts, aContribution(50_000, day, { recipient: YOUTH })], {
        group: { ...group, members },
      });
    expect(capFinding(left('2025-03-02'))?.remedy?.total).toBe(euro(10_000));
    expect(capFinding(left('2025-03-03'))).toBeUndefined();
  });

  it('no cap for what was received on 31 December 2022', () => {
    const facts = aDonorYear([aContribution(355_000, '2022-12-31')]);
    expect(capFinding(facts)).toBeUndefined();
    expect(judgeDonorYear(facts, LATER).room).toBeNull();
  });

  it('a cap for what was received on 1 January 2023', () => {
    expect(capFinding(aDonorYear([aContribution(355_000, '2023-01-01')]))?.remedy?.total).toBe(
      euro(255_000),
    );
  });

  it('art. 31: a new association has the same cap', () => {
    const group = aGroup({ statuses: [aStatus('new_association', '2023-01-01')] });
    expect(capFinding(aDonorYear([aContribution(100_001, DAY)], { group }))?.rule).toBe(
      'WFPP-29b-1',
    );
  });

  it('art. 32a: candidates on a blank list have it together', () => {
    const group = aGroup({ statuses: [aStatus('blank_list', '2023-01-01')] });
    const facts = aDonorYear([aContribution(100_001, DAY, { recipient: CANDIDATE })], { group });
    expect(capFinding(facts)).toMatchObject({
      rule: 'WFPP-32a-1',
      basis: { law: 'Wfpp', article: '32a' },
      remedy: { total: euro(1) },
    });
    expect(judgeDonorYear(facts, LATER).findings).toHaveLength(1);
  });

  it('passed as a blank list it stays under art. 32a, whatever the group became later', () => {
    const group = aGroup({
      statuses: [
        aStatus('blank_list', '2023-01-01', '2025-06-01'),
        aStatus('political_party', '2025-06-02'),
      ],
    });
    const gifts = [aContribution(100_001, DAY), aContribution(1, '2025-06-02')];
    expect(capFinding(aDonorYear(gifts, { group }))).toMatchObject({
      rule: 'WFPP-32a-1',
      since: DAY,
    });
  });

  it('without a known status on the day it cannot be decided (D19)', () => {
    const group = aGroup({ statuses: [aStatus('political_party', '2025-03-04')] });
    expect(capFinding(aDonorYear([aContribution(120_000, DAY)], { group }))).toMatchObject({
      severity: 'undecided',
      outcome: 'status_unknown',
      missing: ['group_status'],
      remedy: null,
    });
  });

  it('without a known cap it cannot be decided (D19)', () => {
    const policy: JudgementPolicy = {
      overrides: [{ key: 'cap.money', unit: 'cents', values: [] }],
    };
    const facts = aDonorYear([aContribution(1, DAY)]);
    expect(capFinding(facts, policy)).toMatchObject({
      severity: 'undecided',
      outcome: 'parameter_unknown',
      missing: ['parameter:cap.money'],
    });
    expect(judgeDonorYear(facts, LATER, policy).room).toBeNull();
  });

  it('T18: a company and its owner, or two foundations of one owner, may each give 100 000', () => {
    const owner = aDonorYear([aContribution(100_000, DAY)]);
    const company = aDonorYear([aContribution(100_000, DAY)], {
      donor: aRegisteredDonor({ ref: 'company-1' }),
    });
    expect([owner, company].map((facts) => judgeDonorYear(facts, LATER).findings)).toEqual([
      [],
      [],
    ]);
  });

  it('what may not be kept at all under art. 23a does not count: it cannot go back to the donor', () => {
    const facts = aDonorYear([aContribution(355_000, DAY)], {
      donor: aRegisteredDonor({ inTradeRegister: false }),
    });
    expect(judgeDonorYear(facts, LATER).findings.map(({ rule }) => rule)).toEqual(['WFPP-23a-1']);
  });
});

describe('Wfpp art. 34: a lower cap of the party itself', () => {
  it.each([
    ['20 000 is within an own cap of 20 000', 20_000, []],
    ['20 000,01 is a warning', 20_000.01, ['warning']],
  ])('%s', (_, euros, severities) => {
    const group = aGroup({ ownCaps: [anOwnCap(20_000)] });
    const { findings } = judgeDonorYear(aDonorYear([aContribution(euros, DAY)], { group }), LATER);
    expect(
      findings.filter(({ rule }) => rule === 'WFPP-34-OWN-CAP').map(({ severity }) => severity),
    ).toEqual(severities);
  });

  it('counts the whole group', () => {
    const group = aGroup({ ownCaps: [anOwnCap(20_000)] });
    const gifts = [aContribution(9_000, DAY), aContribution(11_001, DAY, { recipient: YOUTH })];
    const { findings } = judgeDonorYear(aDonorYear(gifts, { group }), LATER);
    expect(findings.at(-1)).toMatchObject({
      rule: 'WFPP-34-OWN-CAP',
      outcome: 'over_own_cap',
      amounts: [
        { label: 'total_together', amount: cents(20_001) },
        { label: 'own_cap', amount: cents(20_000) },
        { label: 'excess', amount: cents(1) },
      ],
      parameters: [{ key: 'own_cap', value: 2_000_000 }],
    });
  });
});

describe('the room under the cap before anything was received', () => {
  /** A cap that halves on 1 July 2025. */
  const halving: JudgementPolicy = {
    overrides: [
      {
        key: 'cap.money',
        unit: 'cents',
        values: timeline(
          ['2023-01-01', euro(100_000), 'simulation'],
          ['2025-07-01', euro(50_000), 'simulation'],
        ),
      },
    ],
  };

  it.each([
    ['2024-06-01', 'the first day of the year', 100_000],
    ['2025-06-30', 'the day itself', 100_000],
    ['2025-07-01', 'the day itself', 50_000],
    ['2026-01-01', 'the last day of the year', 50_000],
  ])('judged on %s it is that of %s', (on, _, room) => {
    const facts = aDonorYear([], { year: 2025 });
    expect(judgeDonorYear(facts, plainDate(on), halving).room).toBe(euro(room));
  });

  it('with something received it is that of the newest receipt', () => {
    const facts = aDonorYear([aContribution(1, '2025-06-30')]);
    expect(judgeDonorYear(facts, LATER, halving).room).toBe(euro(99_999));
  });
});

describe('D21: other numbers do not bring an article into force before its first day', () => {
  it('arts. 23a, 25a and 29b stay silent on 31 December 2022', () => {
    const policy: JudgementPolicy = {
      overrides: [
        {
          key: 'cap.money',
          unit: 'cents',
          values: timeline(['2013-05-01', euro(1), 'simulation']),
        },
        {
          key: 'cap.counting',
          unit: 'text',
          values: timeline(['2013-05-01', 'together', 'simulation']),
        },
        {
          key: 'substantial_gift',
          unit: 'cents',
          values: timeline(['2013-05-01', euro(1), 'simulation']),
        },
        {
          key: 'foreign_gifts',
          unit: 'text',
          values: timeline(['2013-05-01', 'banned', 'simulation']),
        },
      ],
    };
    const facts = aDonorYear([aContribution(5_000, '2022-12-31')], {
      donor: aRegisteredDonor({ inTradeRegister: false }),
      group: aGroup({
        ownCaps: [anOwnCap(400)],
        statuses: [aStatus('political_party', '2013-05-01')],
      }),
    });
    const { findings, duties, room } = judgeDonorYear(facts, LATER, policy);
    expect(findings.map(({ rule }) => rule)).toEqual(['WFPP-34-OWN-CAP']);
    expect({ duties, room }).toEqual({ duties: [], room: null });
  });
});
