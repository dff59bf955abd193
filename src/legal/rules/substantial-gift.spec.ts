import { type Contribution, type DonorYear, type Settlement } from '../facts/contribution';
import { euro } from '../kernel/euro-cents';
import { timeline } from '../kernel/timeline';
import {
  aContribution,
  aDonor,
  aDonorYear,
  aGroup,
  aRegisteredDonor,
  aSettlement,
  aStatus,
  BRANCH,
  CANDIDATE,
  cents,
  inKind,
  INSTITUTE,
  LATER,
  PARTY,
  YOUTH,
} from '../testing/a-donor-year';
import { judgeDonorYear } from './judge';
import { type JudgementPolicy } from './rule';

const DAY = '2025-03-03';

/** The contributions to be notified, with the total after each. */
function notified(facts: DonorYear): readonly (readonly [string, number])[] {
  return judgeDonorYear(facts, LATER).duties.map(({ contribution, totalAfter }) => [
    contribution,
    totalAfter,
  ]);
}

function notifiedOf(
  contributions: readonly Contribution[],
  settlements: readonly Settlement[] = [],
): readonly (readonly [string, number])[] {
  return notified(aDonorYear(contributions, { settlements }));
}

describe('Wfpp art. 25a: EUR 10 000 or more of one donor in a year at one recipient is notified', () => {
  it.each([
    ['T12: 10 000,00', 10_000, 1],
    ['T12: 9 999,99', 9_999.99, 0],
    ['10 000,01', 10_000.01, 1],
  ])('%s', (_, euros, duties) => {
    expect(notifiedOf([aContribution(euros, DAY)])).toHaveLength(duties);
  });

  it('T13: monthly remittances of 920 reach it in the eleventh month, and so does every later one', () => {
    const months = Array.from({ length: 12 }, (_, index) =>
      aContribution(920, `2025-${String(index + 1).padStart(2, '0')}-25`, {
        type: 'office_holder_remittance',
      }),
    );
    expect(notifiedOf(months)).toEqual([
      [months[10]?.ref, euro(10_120)],
      [months[11]?.ref, euro(11_040)],
    ]);
    const [duty] = judgeDonorYear(aDonorYear(months), LATER).duties;
    expect(duty).toMatchObject({
      recipient: PARTY,
      receivedOn: '2025-11-25',
      due: { enforced: { lastDay: '2025-11-28' }, statutory: { lastDay: '2025-11-28' } },
    });
  });

  it('T14: two identical gifts on one day are two, and both are notified', () => {
    const [one, other] = [aContribution(50_000, '2024-02-05'), aContribution(50_000, '2024-02-05')];
    expect(notifiedOf([one, other])).toEqual([
      [one.ref, euro(50_000)],
      [other.ref, euro(100_000)],
    ]);
  });

  it('T15: gifts of 25 000 and 15 000 with 20 000 returned: total 20 000, two notices, no finding', () => {
    const [first, second] = [aContribution(25_000, DAY), aContribution(15_000, '2025-06-02')];
    const settlements = [aSettlement(first, 20_000, '2025-07-01')];
    const { findings, totals, duties } = judgeDonorYear(
      aDonorYear([first, second], { settlements }),
      LATER,
    );
    expect(totals.recipients).toEqual([
      { recipient: PARTY, gross: euro(40_000), net: euro(20_000) },
    ]);
    expect(findings).toEqual([]);
    expect(duties.map(({ totalAfter }) => totalAfter)).toEqual([euro(25_000), euro(40_000)]);
  });

  it('T16: 10 000 to each of two affiliates on one day: two notices, one total of 20 000', () => {
    const gifts = [YOUTH, INSTITUTE].map((recipient) => aContribution(10_000, DAY, { recipient }));
    const { duties, totals, findings } = judgeDonorYear(aDonorYear(gifts), LATER);
    expect(duties.map(({ recipient, totalAfter }) => [recipient, totalAfter])).toEqual([
      [YOUTH, euro(10_000)],
      [INSTITUTE, euro(10_000)],
    ]);
    expect(totals.group.net).toBe(euro(20_000));
    expect(findings).toEqual([]);
  });

  it('T19: 90 000 in kind of a company is notified and leaves 10 000 of room', () => {
    const facts = aDonorYear([inKind(90_000, DAY)], { donor: aRegisteredDonor() });
    const { duties, room, findings } = judgeDonorYear(facts, LATER);
    expect({ count: duties.length, room, findings }).toEqual({
      count: 1,
      room: euro(10_000),
      findings: [],
    });
  });

  it('T20: a legacy of 95 000 through a notary is notified and leaves 5 000 of room', () => {
    const facts = aDonorYear([aContribution(95_000, DAY, { type: 'legacy' })], {
      donor: aDonor({ kind: 'estate' }),
    });
    const { duties, room } = judgeDonorYear(facts, LATER);
    expect([duties.length, room]).toEqual([1, euro(5_000)]);
  });

  it('a legacy received on 31 December 2022 was no contribution, on 1 January 2023 it is', () => {
    const gross = (day: string): number =>
      judgeDonorYear(aDonorYear([aContribution(95_000, day, { type: 'legacy' })]), LATER).totals
        .group.gross;
    expect([gross('2022-12-31'), gross('2023-01-01')]).toEqual([0, euro(95_000)]);
  });

  it('no notice for a gift of 31 December 2022, one for 1 January 2023', () => {
    expect(notifiedOf([aContribution(10_000, '2022-12-31')])).toEqual([]);
    expect(notifiedOf([aContribution(10_000, '2023-01-01')])).toHaveLength(1);
  });

  it('the year starts anew: 9 000 in December and 9 000 in January are no notice', () => {
    const gifts = [aContribution(9_000, '2024-12-31'), aContribution(9_000, '2025-01-01')];
    expect([2024, 2025].map((year) => notified(aDonorYear(gifts, { year })))).toEqual([[], []]);
  });

  it('no notice for what the group gives itself, nor for anonymous contributions', () => {
    for (const kind of ['group_member', 'anonymous'] as const) {
      const donor = aDonor({ kind, declaration: null });
      expect(notified(aDonorYear([aContribution(50_000, DAY)], { donor }))).toEqual([]);
    }
  });

  it('a foreign gift is notified too: the duty follows from the receipt', () => {
    const donor = aRegisteredDonor({ inTradeRegister: false });
    expect(notified(aDonorYear([aContribution(10_000, DAY)], { donor }))).toHaveLength(1);
  });
});

describe('D2, D4: the running total, receipt by receipt', () => {
  it('a return on the day of the next receipt, or before, makes the total smaller', () => {
    const [first, second] = [aContribution(6_000, DAY), aContribution(4_000, '2025-06-02')];
    expect(notifiedOf([first, second], [aSettlement(first, 1, '2025-06-02')])).toEqual([]);
    expect(notifiedOf([first, second], [aSettlement(first, 1, '2025-06-03')])).toEqual([
      [second.ref, euro(10_000)],
    ]);
  });

  it('a later return takes no notice away, and every later gift is notified all the same', () => {
    const [first, small] = [aContribution(10_000, DAY), aContribution(0.01, '2025-06-02')];
    const settlements = [aSettlement(first, 5_000, '2025-04-01')];
    expect(notifiedOf([first, small], settlements)).toEqual([
      [first.ref, euro(10_000)],
      [small.ref, cents(5_000.01)],
    ]);
  });

  it('on one day the order of booking tells which contribution reached it', () => {
    const [first, second] = [aContribution(6_000, DAY), aContribution(5_000, DAY)];
    expect(notifiedOf([second, first])).toEqual([[second.ref, euro(11_000)]]);
  });

  it('T17: 6 000 to the party and 6 000 to an affiliate is a signal, no notice', () => {
    const facts = aDonorYear([
      aContribution(6_000, DAY),
      aContribution(6_000, '2025-06-02', { recipient: YOUTH }),
    ]);
    const { duties, findings, totals } = judgeDonorYear(facts, LATER);
    expect(duties).toEqual([]);
    expect(totals.group.net).toBe(euro(12_000));
    expect(findings).toMatchObject([
      { rule: 'D2-GROUP-TOTAL', severity: 'signal', since: '2025-06-02', remedy: null },
    ]);
    expect(findings[0]?.parameters.map(({ key, source }) => [key, source])).toEqual([
      ['substantial_gift', 'Wfpp art. 25a lid 1'],
    ]);
  });

  it('the signal: not for a new association, which has no notices', () => {
    const group = aGroup({ statuses: [aStatus('new_association', '2023-01-01')] });
    const gifts = [aContribution(6_000, DAY), aContribution(6_000, DAY, { recipient: YOUTH })];
    expect(judgeDonorYear(aDonorYear(gifts, { group }), LATER).findings).toEqual([]);
  });

  it.each([
    ['the group reaches 10 000,00 exactly', 5_000, 5_000, 1],
    ['the group stays a cent below', 5_000, 4_999.99, 0],
    ['a recipient reaches it alone', 10_000, 1_000, 0],
  ])('the signal: %s', (_, party, affiliate, signals) => {
    const facts = aDonorYear([
      aContribution(party, DAY),
      aContribution(affiliate, DAY, { recipient: YOUTH }),
    ]);
    expect(judgeDonorYear(facts, LATER).findings).toHaveLength(signals);
  });
});

describe('Wfpp art. 25a: who notifies', () => {
  it('not a candidate', () => {
    expect(notifiedOf([aContribution(10_000, DAY, { recipient: CANDIDATE })])).toEqual([]);
  });

  it('D18: what a branch receives, its party received', () => {
    const [gift, branch] = [
      aContribution(6_000, DAY),
      aContribution(4_000, DAY, { recipient: BRANCH }),
    ];
    const { duties, totals } = judgeDonorYear(aDonorYear([gift, branch]), LATER);
    expect(duties).toMatchObject([{ contribution: branch.ref, recipient: PARTY }]);
    expect(totals.recipients).toEqual([
      { recipient: PARTY, gross: euro(10_000), net: euro(10_000) },
    ]);
  });

  it('T33: a new association gets 10 000: no notice', () => {
    const group = aGroup({ statuses: [aStatus('new_association', '2023-01-01')] });
    const { duties, findings } = judgeDonorYear(
      aDonorYear([aContribution(10_000, DAY)], { group }),
      LATER,
    );
    expect([duties, findings]).toEqual([[], []]);
  });

  it('T34: the same association wins a seat on polling day: notices from that day', () => {
    const group = aGroup({
      statuses: [
        aStatus('new_association', '2023-01-01', '2025-10-28'),
        aStatus('political_party', '2025-10-29'),
      ],
    });
    const before = aContribution(10_000, '2025-10-28');
    const [onDay, later] = [aContribution(1, '2025-10-29'), aContribution(1, '2025-11-03')];
    expect(notified(aDonorYear([before, onDay, later], { group }))).toEqual([
      [onDay.ref, euro(10_001)],
      [later.ref, euro(10_002)],
    ]);
  });

  it('cannot be decided while the status on the day of receipt is unknown (D19)', () => {
    const group = aGroup({ statuses: [] });
    const gift = aContribution(10_000, DAY);
    const { duties, findings } = judgeDonorYear(aDonorYear([gift], { group }), LATER);
    expect(duties).toEqual([]);
    expect(findings).toMatchObject([
      {
        rule: 'WFPP-25a-2',
        severity: 'undecided',
        outcome: 'status_unknown',
        missing: ['group_status'],
        recipient: PARTY,
      },
    ]);
  });

  it('cannot be decided without a known threshold (D19)', () => {
    const policy: JudgementPolicy = {
      overrides: [{ key: 'substantial_gift', unit: 'cents', values: [] }],
    };
    const { duties, findings } = judgeDonorYear(
      aDonorYear([aContribution(10_000, DAY)]),
      LATER,
      policy,
    );
    expect(duties).toEqual([]);
    expect(findings).toMatchObject([
      { rule: 'WFPP-25a-2', severity: 'undecided', missing: ['parameter:substantial_gift'] },
    ]);
  });

  it('D21: a threshold that the law drops is no threshold, and that is known', () => {
    const policy: JudgementPolicy = {
      overrides: [
        {
          key: 'substantial_gift',
          unit: 'cents',
          values: timeline(['2023-01-01', null, 'simulation']),
        },
      ],
    };
    const { duties, findings } = judgeDonorYear(
      aDonorYear([aContribution(50_000, DAY), aContribution(1, DAY, { recipient: YOUTH })]),
      LATER,
      policy,
    );
    expect([duties, findings]).toEqual([[], []]);
  });

  it('D21: a threshold to come can be tried on past facts, and shows its own source', () => {
    const policy: JudgementPolicy = {
      overrides: [
        {
          key: 'substantial_gift',
          unit: 'cents',
          values: timeline(['2023-01-01', euro(1_000), 'simulation']),
        },
      ],
    };
    const { duties } = judgeDonorYear(aDonorYear([aContribution(1_000, DAY)]), LATER, policy);
    expect(duties[0]?.parameters.map(({ key, value, source }) => [key, value, source])).toEqual([
      ['substantial_gift', euro(1_000), 'simulation'],
      ['notice_days', 3, 'Wfpp art. 25a lid 2'],
      [
        'notice_reading',
        'working_days',
        'Letter of the Minister of BZK to the Tweede Kamer of 9 November 2023: "binnen drie werkdagen"',
      ],
    ]);
  });
});
