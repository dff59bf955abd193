import { euro } from '../kernel/euro-cents';
import { plainDate } from '../kernel/plain-date';
import { electionCalendar } from './election-calendar';
import { electionThreshold, partOfYear, proRataThreshold } from './election-threshold';

const endsOf = (pollingDay: string, nominationDay: string) => {
  const calendar = electionCalendar(plainDate(pollingDay), plainDate(nominationDay));
  const { postFiling, postShieldingAdvice, postPublication, ...counted } = calendar;
  return {
    ...counted,
    postFiling: postFiling.lastDay,
    postShieldingAdvice: postShieldingAdvice.lastDay,
    postPublication: postPublication.lastDay,
  };
};

describe('Wfpp arts. 28 to 32: the days around an election', () => {
  it('Tweede Kamer 22 November 2023', () => {
    expect(endsOf('2023-11-22', '2023-10-09')).toEqual({
      pollingDay: '2023-11-22',
      partyPeriodStarts: '2022-01-01',
      candidatePeriodStarts: '2021-01-01',
      newAssociationRegimeStarts: '2021-01-01',
      windowOpens: '2023-11-01',
      windowCloses: '2023-11-08',
      shieldingAdviceBy: '2023-11-13',
      publicationBy: '2023-11-15',
      postPeriodStarts: '2023-11-02',
      postFiling: '2023-12-22',
      postShieldingAdvice: '2024-01-03',
      postPublication: '2024-01-22',
    });
  });

  it('Tweede Kamer 29 October 2025: a month later is a Saturday, so Monday 1 December', () => {
    expect(endsOf('2025-10-29', '2025-09-15')).toEqual({
      pollingDay: '2025-10-29',
      partyPeriodStarts: '2024-01-01',
      candidatePeriodStarts: '2023-01-01',
      newAssociationRegimeStarts: '2023-01-01',
      windowOpens: '2025-10-08',
      windowCloses: '2025-10-15',
      shieldingAdviceBy: '2025-10-20',
      publicationBy: '2025-10-22',
      postPeriodStarts: '2025-10-09',
      postFiling: '2025-12-01',
      postShieldingAdvice: '2025-12-10',
      postPublication: '2025-12-29',
    });
  });

  it('art. 28a lid 1: Saturday 29 November 2025 is moved by Atw art. 1', () => {
    const { postFiling } = electionCalendar(plainDate('2025-10-29'), plainDate('2025-09-15'));
    expect(postFiling).toMatchObject({ naiveLastDay: '2025-11-29', lengthenedBy: ['atw_1'] });
  });

  it('Atw art. 1 lid 2: days counted back stay on Saturdays and holidays', () => {
    const { windowOpens, publicationBy } = electionCalendar(
      plainDate('2025-05-10'),
      plainDate('2025-03-31'),
    );
    expect([windowOpens, publicationBy]).toEqual(['2025-04-19', '2025-05-03']);
  });

  it('art. 31: the year of nomination decides, not the year of polling', () => {
    const calendar = electionCalendar(plainDate('2027-01-13'), plainDate('2026-11-30'));
    expect(calendar.newAssociationRegimeStarts).toBe('2024-01-01');
    expect(calendar.candidatePeriodStarts).toBe('2025-01-01');
  });

  it('an election before 2023 had no post-election overview: asking for it is a fault', () => {
    expect(() => electionCalendar(plainDate('2022-12-31'), plainDate('2022-11-18'))).toThrow(
      'is not known on 2022-12-31',
    );
    expect(electionCalendar(plainDate('2023-01-01'), plainDate('2022-11-18')).windowOpens).toBe(
      '2022-12-11',
    );
  });
});

describe('Wfpp art. 29 lid 7: the threshold for candidates in proportion to the days', () => {
  it.each([
    ['2017-02-22', 53, 4_500, 653.42],
    ['2021-02-24', 55, 4_500, 678.08],
    ['2023-11-01', 305, 4_500, 3_760.27],
    ['2023-11-01', 305, 1_000, 835.62],
    ['2025-10-08', 281, 1_000, 769.86],
  ])('up to and including %s is day %i: of %i remains %d', (lastDay, days, threshold, expected) => {
    expect(partOfYear(plainDate(lastDay))).toEqual({ days, of: 365 });
    const cents = Math.round(expected * 100);
    expect(proRataThreshold(euro(threshold), plainDate(lastDay))).toBe(cents);
  });

  it('a leap year has 366 days, a whole year has the whole threshold', () => {
    expect(partOfYear(plainDate('2024-12-31'))).toEqual({ days: 366, of: 366 });
    expect(proRataThreshold(euro(1_000), plainDate('2024-12-31'))).toBe(100_000);
    expect(partOfYear(plainDate('2025-01-01'))).toEqual({ days: 1, of: 365 });
  });
});

describe('decision D13: the figure stored for an election goes before the computed one', () => {
  it.each([
    ['2017-03-15', 'candidate_polling_year', 65_300, 'stored'],
    ['2021-03-17', 'candidate_polling_year', 67_808, 'computed'],
    ['2023-11-22', 'candidate_polling_year', 376_027, 'computed'],
    ['2025-10-29', 'candidate_polling_year', 76_712, 'stored'],
    ['2017-03-15', 'party', 450_000, 'statute'],
    ['2022-12-31', 'party', 450_000, 'statute'],
    ['2023-01-01', 'party', 100_000, 'statute'],
    ['2023-11-22', 'party', 450_000, 'stored'],
    ['2023-11-23', 'party', 100_000, 'statute'],
    ['2025-10-29', 'party', 100_000, 'statute'],
  ] as const)('poll %s, %s: %i cents, %s', (pollingDay, kind, value, origin) => {
    expect(electionThreshold(plainDate(pollingDay), kind)).toMatchObject({ value, origin });
  });

  it('says where a figure comes from, and that a computed one is not verified', () => {
    const day = plainDate('2021-03-17');
    expect(electionThreshold(day, 'candidate_polling_year')).toMatchObject({
      status: 'unverified',
      source: expect.stringContaining('art. 29 lid 7') as string,
    });
    expect(electionThreshold(day, 'party')).toMatchObject({
      status: 'verified',
      source: 'Kamerstukken II 32 752, nr. 46',
    });
    expect(electionThreshold(plainDate('2025-10-29'), 'candidate_polling_year')).toMatchObject({
      status: 'verified',
      source: expect.stringContaining('blikopnieuws') as string,
    });
  });

  it('is unknown before the Act', () => {
    expect(electionThreshold(plainDate('2013-04-30'), 'party')).toBe('unknown');
    expect(electionThreshold(plainDate('2012-09-12'), 'candidate_polling_year')).toBe('unknown');
  });
});
