import { plainDate, type PlainDate } from '../kernel/plain-date';
import {
  adjournedObjectionDecisionTermAfter,
  collectionTermAfter,
  dunningTermAfter,
  extendedFineAdviceTermAfter,
  fineAdviceTermAfter,
  fineDecisionTermAfter,
  finePowerLapsesOn,
  internalCapReportTermAfter,
  latePostTermAfter,
  objectionDecisionTermAfter,
  objectionDecisionTermWithCommitteeAfter,
  objectionTermAfter,
  paymentTermAfter,
  prosecutorTermAfter,
} from './enforcement-terms';
import {
  annualReportDue,
  grantApplicationDue,
  newPartySubsidy,
  retainedUntil,
} from './filing-deadlines';
import { statutoryTerm } from './statutory-term';
import { type ForwardTerm } from './term';

type Row = readonly [string, string, (event: PlainDate) => ForwardTerm, string, string];

describe('terms of the procedure, from the day of the event', () => {
  it.each<Row>([
    [
      'Wfpp art. 29b lid 1: a week',
      '2025-11-01',
      internalCapReportTermAfter,
      '2025-11-08',
      '2025-11-10',
    ],
    ['Awb art. 5:51: 13 weeks', '2020-02-03', fineDecisionTermAfter, '2020-05-04', '2020-05-04'],
    ['Awb art. 5:51: 13 weeks', '2025-06-02', fineDecisionTermAfter, '2025-09-01', '2025-09-01'],
    [
      'Awb art. 5:51: to a Saturday, not moved',
      '2025-05-31',
      fineDecisionTermAfter,
      '2025-08-30',
      '2025-08-30',
    ],
    [
      'Awb art. 6:7: Ascension Day, then an equated day',
      '2025-04-17',
      objectionTermAfter,
      '2025-05-29',
      '2025-06-02',
    ],
    ['Awb art. 6:7: 26 December', '2025-11-14', objectionTermAfter, '2025-12-26', '2025-12-29'],
    ['Awb art. 6:7: six weeks', '2025-08-20', objectionTermAfter, '2025-10-01', '2025-10-01'],
    ['Awb art. 4:87: six weeks', '2025-08-20', paymentTermAfter, '2025-10-01', '2025-10-01'],
    [
      'Awb art. 7:10: six weeks',
      '2025-10-01',
      objectionDecisionTermAfter,
      '2025-11-12',
      '2025-11-12',
    ],
    [
      'Awb art. 7:10: twelve weeks',
      '2025-10-01',
      objectionDecisionTermWithCommitteeAfter,
      '2025-12-24',
      '2025-12-24',
    ],
    [
      'Awb art. 7:10 lid 3: six more weeks',
      '2025-10-01',
      (day) => adjournedObjectionDecisionTermAfter(day, false),
      '2025-12-24',
      '2025-12-24',
    ],
    [
      'Awb art. 7:10 lid 3: six more weeks after twelve',
      '2025-10-01',
      (day) => adjournedObjectionDecisionTermAfter(day, true),
      '2026-02-04',
      '2026-02-04',
    ],
    [
      'Awb art. 7:10 lid 3: from the unmoved day, Ascension Day, and moved at its end',
      '2025-04-17',
      (day) => adjournedObjectionDecisionTermAfter(day, false),
      '2025-07-10',
      '2025-07-10',
    ],
    [
      'Awb art. 7:10 lid 3: to Boxing Day',
      '2025-10-03',
      (day) => adjournedObjectionDecisionTermAfter(day, false),
      '2025-12-26',
      '2025-12-29',
    ],
    [
      'Awb art. 5:44: thirteen weeks, to a Saturday, not moved',
      '2025-06-28',
      prosecutorTermAfter,
      '2025-09-27',
      '2025-09-27',
    ],
    ['Awb art. 6:9: a week', '2025-10-01', latePostTermAfter, '2025-10-08', '2025-10-08'],
    ['Awb art. 6:9: to Christmas', '2025-12-18', latePostTermAfter, '2025-12-25', '2025-12-29'],
    [
      'Awb art. 4:104: five years, to a Saturday, not moved',
      '2028-10-01',
      collectionTermAfter,
      '2033-10-01',
      '2033-10-01',
    ],
    ['Awb art. 4:112: two weeks', '2025-10-06', dunningTermAfter, '2025-10-20', '2025-10-20'],
    ['Bfpp art. 3 lid 1: six weeks', '2025-06-16', fineAdviceTermAfter, '2025-07-28', '2025-07-28'],
    [
      'Bfpp art. 3 lid 1: 26 December',
      '2025-11-14',
      fineAdviceTermAfter,
      '2025-12-26',
      '2025-12-29',
    ],
    [
      'Bfpp art. 3 lid 1: two more weeks',
      '2025-06-16',
      extendedFineAdviceTermAfter,
      '2025-08-11',
      '2025-08-11',
    ],
    [
      'Bfpp art. 3 lid 1: two more, from the unmoved day',
      '2025-11-14',
      extendedFineAdviceTermAfter,
      '2026-01-09',
      '2026-01-09',
    ],
  ])('%s: event %s', (_, event, term, naive, last) => {
    const { naiveLastDay, lastDay } = term(plainDate(event));
    expect([naiveLastDay, lastDay]).toEqual([naive, last]);
  });

  it('Awb art. 5:45: the power over a violation of 12 March 2025 lapses on 12 March 2030', () => {
    expect(finePowerLapsesOn(plainDate('2025-03-12'))).toBe('2030-03-12');
  });

  it('a parameter that is no term, or one that is not known, is a fault', () => {
    expect(() => statutoryTerm('fine.max', plainDate('2025-01-01'))).toThrow(
      '"fine.max" is counted in cents and is no term',
    );
    expect(() => internalCapReportTermAfter(plainDate('2022-12-31'))).toThrow(
      'the term "internal_cap_report" is not known on 2022-12-31',
    );
    expect(() => objectionTermAfter(plainDate('2013-04-30'))).toThrow('is not known on 2013-04-30');
  });
});

describe('decision D12: "before" a fixed date is the day before it, never moved', () => {
  it.each([
    [2023, '2024-06-30'],
    [2024, '2025-06-30'],
    [2025, '2026-06-30'],
  ])('Wfpp art. 25: the report over %i is due on %s', (year, date) => {
    expect(annualReportDue(year)).toBe(date);
  });

  it.each([
    [2027, '2026-10-31'],
    [2028, '2027-10-31'],
  ])('Wfpp art. 11: the grant for %i is asked for by %s', (year, date) => {
    expect(grantApplicationDue(year)).toBe(date);
  });
});

describe('Wfpp art. 15: four months for a new party are more than three, so never moved', () => {
  it.each([
    ['2023-11-22', '2023-12-01', '2024-04-01', '2023-05-01'],
    ['2025-10-29', '2025-11-01', '2026-03-01', '2025-04-01'],
  ])('poll %s: reference date %s, apply by %s, spending from %s', (poll, reference, by, from) => {
    const { referenceDate, application, eligibleSpendingFrom } = newPartySubsidy(plainDate(poll));
    expect([referenceDate, application.lastDay, eligibleSpendingFrom]).toEqual([
      reference,
      by,
      from,
    ]);
    expect(application.termsActApplies).toBe(false);
  });
});

describe('decision D17: ten years after the end of the year of receipt', () => {
  it.each([
    ['2025-01-01', '2035-12-31'],
    ['2025-12-31', '2035-12-31'],
  ])('received %s, kept up to and including %s', (receivedOn, until) => {
    expect(retainedUntil(plainDate(receivedOn), 10)).toBe(until);
  });
});
