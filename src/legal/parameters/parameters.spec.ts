import { plainDate } from '../kernel/plain-date';
import { parameter, parametersOn, storedElectionThreshold, type ParameterKey } from './index';

const valueOn = (key: ParameterKey, date: string): unknown => {
  const found = parameter(key, plainDate(date));
  return found === 'unknown' ? 'unknown' : found.value;
};

/** Key, value up to 2022-12-31, value from 2023-01-01, operator, unit and source of the latter. */
const changes = [
  ['registration.skip_up_to', 100_000, 25_000, '<=', 'cents', 'Wfpp art. 21 lid 2 onder a'],
  ['anonymous.keep_up_to', 100_000, 25_000, '>', 'cents', 'Wfpp art. 23 lid 1'],
  ['disclosure.annual', 450_000, 100_000, '>=', 'cents', 'Wfpp art. 25 lid 1 onder b'],
  ['disclosure.election', 450_000, 100_000, '>=', 'cents', 'Wfpp art. 28'],
  ['substantial_gift', null, 1_000_000, '>=', 'cents', 'Wfpp art. 25a lid 1'],
  ['cap.money', null, 10_000_000, '>', 'cents', 'Wfpp art. 29b lid 1'],
  ['cap.in_kind', null, 10_000_000, '>', 'cents', 'Wfpp art. 29b lid 1'],
  ['cap.counting', null, 'together', '=', 'text', 'rijksoverheid.nl, 18 October 2022'],
  ['lookthrough.recipient_total', null, 100_000, '>', 'cents', 'Wfpp art. 21a lid 1'],
  ['lookthrough.giver_total', null, 100_000, '>', 'cents', 'Wfpp art. 21a lid 1'],
  ['debt', 2_500_000, 2_500_000, '>=', 'cents', 'Wfpp art. 1 onder l'],
  ['debt.paid_grace_days', 'unknown', 14, '<=', 'days', 'Wfpp art. 1 onder l'],
  ['notice_days', null, 3, '<=', 'days', 'Wfpp art. 25a lid 2'],
  ['notice_reading', null, 'working_days', '=', 'text', '9 November 2023'],
  ['internal_cap_report', null, 1, '<=', 'weeks', 'Wfpp art. 29b lid 1'],
  ['foreign_gifts', 'allowed', 'banned', '=', 'text', 'Wfpp art. 23a'],
  ['inheritance_counts', false, true, '=', 'boolean', 'Stb. 2022, 412'],
  ['ubo_registered', false, true, '=', 'boolean', 'Wfpp art. 21 lid 1 onder a'],
  ['ubo_percentage', null, 25, '>', 'percent', 'UbWwft art. 3'],
  ['retention_years', 10, 10, '=', 'years', 'Wfpp art. 20 lid 2'],
  ['fine.max', 2_500_000, 2_500_000, '<=', 'cents', 'Wfpp art. 37 lid 4'],
  ['fine.report_threshold', 34_000, 34_000, '>', 'cents', 'Awb art. 5:53'],
  ['advance', 80, 80, '=', 'percent', 'Wfpp art. 11 lid 3'],
  ['member.minimum', 1_000, 1_000, '>=', 'persons', 'Wfpp art. 7 lid 1'],
  ['member.fee_min', 1_200, 1_200, '>=', 'cents', 'Wfpp art. 7 lid 1'],
  ['youth.members', 100, 100, '>=', 'persons', 'Wfpp art. 3 lid 2'],
  ['youth.fee', 500, 500, '>=', 'cents', 'Wfpp art. 3 lid 2'],
  ['youth.age_from', 14, 14, '>=', 'years', 'Wfpp art. 3 lid 2'],
  ['youth.age_up_to', 27, 27, '<=', 'years', 'Wfpp art. 3 lid 2'],
] as const;

/** Terms with the same length throughout, in the unit of the law. */
const terms = [
  ['election.window_opens', 21, 'days'],
  ['election.window_closes', 14, 'days'],
  ['election.publication', 7, 'days'],
  ['election.party_years_back', 1, 'years'],
  ['election.candidate_years_back', 2, 'years'],
  ['election.new_association_years_back', 2, 'years'],
  ['fine.decision_term', 13, 'weeks'],
  ['fine.advice_term', 6, 'weeks'],
  ['fine.advice_extension', 2, 'weeks'],
  ['fine.objection_term', 6, 'weeks'],
  ['fine.payment_term', 6, 'weeks'],
  ['fine.objection_decision_term', 6, 'weeks'],
  ['fine.objection_decision_term_with_committee', 12, 'weeks'],
  ['fine.dunning_term', 2, 'weeks'],
  ['fine.power_lapses', 5, 'years'],
  ['fine.prosecutor_term', 13, 'weeks'],
  ['fine.late_post', 1, 'weeks'],
  ['fine.objection_adjournment', 6, 'weeks'],
  ['fine.collection_lapses', 5, 'years'],
  ['subsidy.new_party_application', 4, 'months'],
] as const;

describe('the parameters of the Act on the day before and the day of the change of 2023', () => {
  it.each(changes)('%s: %s on 2022-12-31, %s on 2023-01-01', (key, before, since) => {
    expect(valueOn(key, '2022-12-31')).toBe(before);
    expect(valueOn(key, '2023-01-01')).toBe(since);
  });

  it.each(changes)('%s: %s already on 2013-05-01, unknown the day before', (key, before) => {
    expect(valueOn(key, '2013-05-01')).toBe(before);
    expect(valueOn(key, '2013-04-30')).toBe('unknown');
  });

  it.each(changes)('%s changes from %s to %s with operator "%s" in %s by %s', (...row) => {
    const [key, , , operator, unit, source] = row;
    expect(parameter(key, plainDate('2025-04-17'))).toMatchObject({
      key,
      operator,
      unit,
      source: expect.stringContaining(source) as string,
      from: '2023-01-01',
      until: null,
      status: 'verified',
    });
  });

  it('what was not read in the old text says so', () => {
    const unverified = parametersOn(plainDate('2022-12-31'))
      .filter(({ status }) => status === 'unverified')
      .map(({ key }) => key);
    expect(unverified).toEqual(
      expect.arrayContaining([
        'retention_years',
        'fine.report_threshold',
        'advance',
        'member.minimum',
        'member.fee_min',
        'youth.members',
        'youth.fee',
        'youth.age_from',
        'youth.age_up_to',
      ]),
    );
    expect(unverified).not.toContain('debt');
    expect(unverified).not.toContain('fine.max');
  });
});

describe('the terms of the law', () => {
  it.each(terms)('%s is %i %s, before and since 2023', (key, count, unit) => {
    expect(parameter(key, plainDate('2013-05-01'))).toMatchObject({
      value: count,
      unit,
      status: 'unverified',
      until: '2022-12-31',
    });
    expect(parameter(key, plainDate('2023-01-01'))).toMatchObject({
      value: count,
      unit,
      status: 'verified',
      until: null,
    });
  });

  it.each([
    ['election.shielding_advice', 9, 'days'],
    ['election.post_period_starts', 20, 'days'],
    ['election.post_filing', 1, 'months'],
    ['election.post_shielding_advice', 6, 'weeks'],
    ['election.post_publication', 2, 'months'],
  ] as const)('%s is %i %s since 2023 and unknown before', (key, count, unit) => {
    expect(valueOn(key, '2022-12-31')).toBe('unknown');
    expect(parameter(key, plainDate('2023-01-01'))).toMatchObject({ value: count, unit });
  });
});

describe('the public list of parameters on a day', () => {
  it('is empty before the Act', () => {
    expect(parametersOn(plainDate('2013-04-30'))).toEqual([]);
  });

  it('holds every parameter once, each with its source', () => {
    const list = parametersOn(plainDate('2025-04-17'));
    const keys = list.map(({ key }) => key);
    expect(new Set(keys).size).toBe(keys.length);
    expect(keys).toEqual(expect.arrayContaining(changes.map(([key]) => key)));
    expect(keys).toEqual(expect.arrayContaining(terms.map(([key]) => key)));
    expect(list.every(({ source, per }) => source.length > 5 && per.length > 0)).toBe(true);
  });

  it('leaves out what is not known on that day, and nothing else', () => {
    const keys = parametersOn(plainDate('2022-12-31')).map(({ key }) => key);
    expect(keys).not.toContain('debt.paid_grace_days');
    expect(keys).toContain('substantial_gift');
  });

  it('gives one parameter as the law words it', () => {
    const list = parametersOn(plainDate('2022-12-31'));
    expect(list.find(({ key }) => key === 'registration.skip_up_to')).toEqual({
      key: 'registration.skip_up_to',
      value: 100_000,
      unit: 'cents',
      operator: '<=',
      per: 'single_contribution',
      source: 'Beleidsregels Wfpp (BWBR0033331)',
      status: 'verified',
      from: '2013-05-01',
      until: '2022-12-31',
    });
  });

  it('a key that does not exist is a fault', () => {
    expect(() => parameter('cap' as ParameterKey, plainDate('2025-01-01'))).toThrow(
      'there is no parameter "cap"',
    );
  });
});

describe('figures stored for one election', () => {
  it.each([
    ['2023-11-22', 'party', 450_000],
    ['2017-03-15', 'candidate_polling_year', 65_300],
    ['2025-10-29', 'candidate_polling_year', 76_712],
  ] as const)('poll %s, %s: %i cents', (pollingDay, kind, value) => {
    expect(storedElectionThreshold(plainDate(pollingDay), kind)?.value).toBe(value);
  });

  it('no other election or kind has one', () => {
    expect(storedElectionThreshold(plainDate('2023-11-22'), 'candidate_polling_year')).toBeNull();
    expect(storedElectionThreshold(plainDate('2025-10-29'), 'party')).toBeNull();
    expect(storedElectionThreshold(plainDate('2021-03-17'), 'party')).toBeNull();
  });
});
