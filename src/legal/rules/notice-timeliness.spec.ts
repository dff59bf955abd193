import { euro } from '../kernel/euro-cents';
import { plainDate } from '../kernel/plain-date';
import { aContribution, aDonorYear, LATER, PARTY } from '../testing/a-donor-year';
import { type NoticeDuty } from './finding';
import { judgeDonorYear } from './judge';
import { daysLate, judgeNotice, timelinessOf } from './notice-timeliness';

/** EUR 10 000 on Thursday 17 April 2025: by the statute 23 April, three working days 24 April. */
function aDuty(): NoticeDuty {
  const [duty] = judgeDonorYear(aDonorYear([aContribution(10_000, '2025-04-17')]), LATER).duties;
  if (duty === undefined) throw new Error('the example gives no duty');
  return duty;
}

describe('Wfpp art. 25a lid 2, D1: a notice in time, late by the statute, late', () => {
  it.each([
    ['2025-04-23', 'in_time', 0],
    ['2025-04-24', 'late_by_statute', 0],
    ['2025-04-25', 'late', 1],
    ['2025-05-02', 'late', 8],
  ])('filed on %s: %s', (filedOn, timeliness, days) => {
    expect(timelinessOf(aDuty(), plainDate(filedOn))).toBe(timeliness);
    expect(daysLate(aDuty(), plainDate(filedOn))).toBe(days);
  });

  it('filed a day after the statutory day only: a signal since the day after it', () => {
    const found = judgeNotice(aDuty(), euro(10_000), plainDate('2025-04-24'), LATER);
    expect(found).toMatchObject({
      severity: 'signal',
      outcome: 'late_by_statute',
      since: '2025-04-24',
      missing: [],
    });
  });

  it('filed after the enforced day: a finding, with the contribution and the parameters it saw', () => {
    const duty = aDuty();
    const found = judgeNotice(duty, euro(10_000), plainDate('2025-04-25'), LATER);
    expect(found).toEqual({
      rule: 'WFPP-25a-2',
      basis: { law: 'Wfpp', article: '25a', paragraph: '2' },
      severity: 'finding',
      outcome: 'late',
      key: `WFPP-25a-2:${duty.contribution}`,
      recipient: PARTY,
      contributions: [
        {
          contribution: duty.contribution,
          recipient: PARTY,
          amount: euro(10_000),
          receivedOn: '2025-04-17',
        },
      ],
      amounts: [{ label: 'total_after', amount: euro(10_000) }],
      parameters: duty.parameters,
      missing: [],
      since: '2025-04-25',
      remedy: null,
    });
  });

  it.each([
    ['2025-04-23', null, null],
    ['2025-04-24', 'signal', 'not_filed_late_by_statute'],
    ['2025-04-25', 'finding', 'not_filed_late'],
  ])('not filed by %s', (on, severity, outcome) => {
    const found = judgeNotice(aDuty(), euro(10_000), null, plainDate(on));
    expect(found === null ? [null, null] : [found.severity, found.outcome]).toEqual([
      severity,
      outcome,
    ]);
  });

  it('not filed reads the same on every later day', () => {
    const on = (day: string): unknown => judgeNotice(aDuty(), euro(10_000), null, plainDate(day));
    const [first, later] = [on('2025-04-25'), on('2026-04-25')];
    expect({ ...(first as object), key: '', contributions: [] }).toEqual({
      ...(later as object),
      key: '',
      contributions: [],
    });
  });
});
