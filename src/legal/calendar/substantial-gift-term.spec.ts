import { plainDate } from '../kernel/plain-date';
import { timeline } from '../kernel/timeline';
import { type NoticeReading } from '../parameters';
import {
  hasSubstantialGiftTerm,
  substantialGiftTerm,
  type NoticeTermLaw,
  type TermExplanation,
} from './substantial-gift-term';

describe('Wfpp art. 25a lid 2: the worked examples, in working days, by the statute and naive', () => {
  it.each([
    [1, '2025-03-03', '2025-03-06', '2025-03-06', '2025-03-06', 'Monday'],
    [2, '2025-03-04', '2025-03-07', '2025-03-07', '2025-03-07', 'Tuesday'],
    [3, '2025-03-05', '2025-03-10', '2025-03-10', '2025-03-08', 'Wednesday: Sat -> Mon'],
    [4, '2025-03-06', '2025-03-11', '2025-03-10', '2025-03-09', 'Thursday: art. 2'],
    [5, '2025-03-07', '2025-03-12', '2025-03-11', '2025-03-10', 'Friday: art. 2'],
    [6, '2025-03-08', '2025-03-12', '2025-03-11', '2025-03-11', 'Saturday'],
    [7, '2025-03-09', '2025-03-12', '2025-03-12', '2025-03-12', 'Sunday'],
    [
      8,
      '2025-04-15',
      '2025-04-22',
      '2025-04-22',
      '2025-04-18',
      'Tuesday: Good Friday -> after Easter',
    ],
    [9, '2025-04-16', '2025-04-23', '2025-04-22', '2025-04-19', 'Wednesday'],
    [10, '2025-04-17', '2025-04-24', '2025-04-23', '2025-04-20', 'Thursday'],
    [11, '2025-04-18', '2025-04-24', '2025-04-23', '2025-04-21', 'Good Friday'],
    [12, '2025-04-19', '2025-04-24', '2025-04-23', '2025-04-22', 'Saturday'],
    [13, '2025-04-21', '2025-04-24', '2025-04-24', '2025-04-24', 'Easter Monday'],
    [14, '2025-04-24', '2025-04-29', '2025-04-28', '2025-04-27', 'Thursday'],
    [15, '2025-04-25', '2025-04-30', '2025-04-29', '2025-04-28', "Friday, King's Day Sat 26"],
    [
      16,
      '2025-04-30',
      '2025-05-06',
      '2025-05-06',
      '2025-05-03',
      'Wednesday: Sat -> Mon 5 May holiday -> Tue',
    ],
    [17, '2025-05-01', '2025-05-07', '2025-05-06', '2025-05-04', 'Thursday'],
    [18, '2025-05-02', '2025-05-08', '2025-05-07', '2025-05-05', 'Friday'],
    [
      19,
      '2025-05-26',
      '2025-06-02',
      '2025-06-02',
      '2025-05-29',
      'Monday, Ascension 29, equated 30',
    ],
    [20, '2025-05-27', '2025-06-03', '2025-06-02', '2025-05-30', 'Tuesday'],
    [21, '2025-05-28', '2025-06-04', '2025-06-03', '2025-05-31', 'Wednesday'],
    [22, '2025-06-04', '2025-06-10', '2025-06-10', '2025-06-07', 'Wednesday, Whit Mon 9'],
    [23, '2025-06-05', '2025-06-11', '2025-06-10', '2025-06-08', 'Thursday'],
    [24, '2025-06-06', '2025-06-12', '2025-06-11', '2025-06-09', 'Friday'],
    [25, '2025-12-22', '2025-12-29', '2025-12-29', '2025-12-25', 'Monday'],
    [26, '2025-12-23', '2025-12-30', '2025-12-29', '2025-12-26', 'Tuesday'],
    [27, '2025-12-24', '2025-12-31', '2025-12-30', '2025-12-27', 'Wednesday'],
    [28, '2025-12-29', '2026-01-05', '2026-01-05', '2026-01-01', 'Monday, 2 Jan 2026 equated'],
    [29, '2025-12-30', '2026-01-06', '2026-01-05', '2026-01-02', 'Tuesday'],
    [30, '2025-12-31', '2026-01-07', '2026-01-06', '2026-01-03', 'Wednesday'],
    [31, '2026-04-23', '2026-04-29', '2026-04-28', '2026-04-26', "Thursday, King's Day Mon 27"],
    [32, '2026-04-30', '2026-05-06', '2026-05-04', '2026-05-03', 'Thursday, 5 May Tue'],
    [
      33,
      '2026-05-13',
      '2026-05-20',
      '2026-05-19',
      '2026-05-16',
      'Wednesday, Ascension 14, equated 15',
    ],
    [34, '2024-12-24', '2025-01-02', '2024-12-31', '2024-12-27', 'Tuesday, 27 Dec equated'],
    [
      35,
      '2023-04-26',
      '2023-05-03',
      '2023-05-02',
      '2023-04-29',
      "Wednesday, 27 King's Day, 28 equated",
    ],
    [
      36,
      '2027-05-05',
      '2027-05-12',
      '2027-05-11',
      '2027-05-08',
      'Wednesday, 6 Ascension, 7 equated',
    ],
    [37, '2024-12-20', '2024-12-30', '2024-12-24', '2024-12-23', 'Friday, 25-27 Dec free'],
    [38, '2027-04-30', '2027-05-10', '2027-05-04', '2027-05-03', 'Friday, 5, 6, 7 May free'],
    [
      39,
      '2024-12-31',
      '2025-01-06',
      '2025-01-03',
      '2025-01-03',
      'Tuesday: art. 2 already met: Thu, Fri',
    ],
  ])('row %i: received %s, enforced %s, by the statute %s, naive %s (%s)', (...row) => {
    const [, receivedOn, enforced, statutory, naive] = row;
    const due = substantialGiftTerm(plainDate(receivedOn));
    expect([
      due.receivedOn,
      due.enforced.lastDay,
      due.statutory.lastDay,
      due.statutory.naiveLastDay,
      due.enforced.naiveLastDay,
    ]).toEqual([receivedOn, enforced, statutory, naive, naive]);
  });
});

const told = (explanation: TermExplanation): readonly string[] =>
  explanation.days.map(
    ({ date, counted, ordinal, reason }) =>
      `${date} ${counted ? `day ${String(ordinal)}` : 'skipped'} ${reason}`,
  );

describe('Wfpp art. 25a lid 2: why a term ends when it does', () => {
  it('received Thursday 17 April 2025: Easter is skipped, Tuesday to Thursday are the three days', () => {
    const { enforced } = substantialGiftTerm(plainDate('2025-04-17'));
    expect(enforced.lengthenedBy).toEqual([]);
    expect(enforced.reading).toBe('working_days');
    expect(told(enforced)).toEqual([
      '2025-04-17 skipped day_of_receipt',
      '2025-04-18 skipped good_friday',
      '2025-04-19 skipped saturday',
      '2025-04-20 skipped sunday',
      '2025-04-21 skipped easter_monday',
      '2025-04-22 day 1 counted',
      '2025-04-23 day 2 counted',
      '2025-04-24 day 3 counted',
    ]);
  });

  it('received Thursday 17 April 2025, by the statute: Atw art. 2 adds two working days', () => {
    const { statutory } = substantialGiftTerm(plainDate('2025-04-17'));
    expect(statutory.lengthenedBy).toEqual(['atw_2']);
    expect(statutory.basis).toEqual([
      { law: 'Wfpp', article: '25a', paragraph: '2' },
      { law: 'Atw', article: '2' },
    ]);
    expect(told(statutory)).toEqual([
      '2025-04-17 skipped day_of_receipt',
      '2025-04-18 day 1 good_friday',
      '2025-04-19 day 2 saturday',
      '2025-04-20 day 3 sunday',
      '2025-04-21 skipped easter_monday',
      '2025-04-22 skipped atw_2',
      '2025-04-23 skipped atw_2',
    ]);
  });

  it('received Wednesday 30 April 2025, by the statute: Atw art. 1 moves Saturday past 5 May', () => {
    const { statutory } = substantialGiftTerm(plainDate('2025-04-30'));
    expect(statutory.lengthenedBy).toEqual(['atw_1']);
    expect(statutory.basis).toEqual([
      { law: 'Wfpp', article: '25a', paragraph: '2' },
      { law: 'Atw', article: '1', paragraph: '1' },
    ]);
    expect(told(statutory)).toEqual([
      '2025-04-30 skipped day_of_receipt',
      '2025-05-01 day 1 counted',
      '2025-05-02 day 2 counted',
      '2025-05-03 day 3 saturday',
      '2025-05-04 skipped sunday',
      '2025-05-05 skipped liberation_day',
      '2025-05-06 skipped atw_1',
    ]);
  });

  it('received Monday 3 March 2025: nothing lengthens a plain week', () => {
    const { enforced, statutory } = substantialGiftTerm(plainDate('2025-03-03'));
    expect(statutory.lengthenedBy).toEqual([]);
    expect(statutory.basis).toEqual([{ law: 'Wfpp', article: '25a', paragraph: '2' }]);
    expect(enforced.basis).toEqual([
      { law: 'Wfpp', article: '25a', paragraph: '2' },
      { law: 'Atw', article: '3' },
    ]);
  });

  it('a skipped day is named by its ground: equated day, Ascension Day', () => {
    const { enforced } = substantialGiftTerm(plainDate('2025-05-28'));
    expect(enforced.days.map(({ reason }) => reason)).toEqual([
      'day_of_receipt',
      'ascension_day',
      'equated_day',
      'saturday',
      'sunday',
      'counted',
      'counted',
      'counted',
    ]);
  });
});

describe('decision D1: three working days are enforced, the statute is shown beside it', () => {
  it('names the letter of 9 November 2023 as the source of the choice', () => {
    const due = substantialGiftTerm(plainDate('2025-04-17'));
    expect(due.enforcedReading).toBe('working_days');
    expect(due.enforced.reading).toBe('working_days');
    expect(due.statutory.reading).toBe('statute');
    expect(due.enforcedReadingSource).toContain('9 November 2023');
  });

  it('is dated: from a day on the statute, or another number of days, can be enforced', () => {
    const law: NoticeTermLaw = {
      days: timeline<number | null>(['2023-01-01', 3, 'three days'], ['2027-01-01', 5, 'five']),
      reading: timeline<NoticeReading | null>(
        ['2023-01-01', 'working_days', 'the letter'],
        ['2026-01-01', 'statute', 'a new letter'],
        ['2028-01-01', null, 'repealed'],
      ),
    };
    const due = (receivedOn: string) => {
      const dates = substantialGiftTerm(plainDate(receivedOn), law);
      return [dates.enforcedReading, dates.enforcedReadingSource, dates.enforced.lastDay];
    };
    expect(due('2025-12-31')).toEqual(['working_days', 'the letter', '2026-01-07']);
    expect(due('2026-01-01')).toEqual(['statute', 'a new letter', '2026-01-06']);
    expect(due('2027-01-01')).toEqual(['statute', 'a new letter', '2027-01-06']);
    expect(() => due('2028-01-01')).toThrow('was not in force on 2028-01-01');
  });

  it('the day before art. 25a came into force has no term, the day itself has one', () => {
    expect(hasSubstantialGiftTerm(plainDate('2022-12-31'))).toBe(false);
    expect(hasSubstantialGiftTerm(plainDate('2013-04-30'))).toBe(false);
    expect(hasSubstantialGiftTerm(plainDate('2023-01-01'))).toBe(true);
    expect(() => substantialGiftTerm(plainDate('2022-12-31'))).toThrow(RangeError);
    expect(() => substantialGiftTerm(plainDate('2013-04-30'))).toThrow(RangeError);
    expect(substantialGiftTerm(plainDate('2023-01-01')).enforced.lastDay).toBe('2023-01-04');
  });
});

describe('equated days are known up to and including 2028', () => {
  it.each([
    ['2028-12-22', '2028-12-29', []],
    ['2028-12-28', '2029-01-03', ['equated_days_unknown_after_2028']],
  ])('received %s, last day %s: warnings %j', (receivedOn, lastDay, warnings) => {
    const { enforced } = substantialGiftTerm(plainDate(receivedOn));
    expect(enforced.lastDay).toBe(lastDay);
    expect(enforced.warnings).toEqual(warnings);
  });

  it('warns in the reading whose last day passes the seeded years, and only there', () => {
    const { enforced, statutory } = substantialGiftTerm(plainDate('2028-12-26'));
    expect([statutory.lastDay, statutory.warnings]).toEqual(['2028-12-29', []]);
    expect([enforced.lastDay, enforced.warnings]).toEqual(['2028-12-29', []]);
    const later = substantialGiftTerm(plainDate('2029-01-01'));
    expect(later.statutory.warnings).toEqual(['equated_days_unknown_after_2028']);
  });
});
