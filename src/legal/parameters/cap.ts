import { euro, type EuroCents } from '../kernel/euro-cents';
import { timeline } from '../kernel/timeline';
import { defineParameter } from './parameter';

const NOT_YET = 'No cap before the Evaluatiewet Wfpp (Stb. 2022, 412)';

/** Wfpp art. 29b lid 1 and art. 32a: money of "in totaal meer dan EUR 100 000" is over the cap. */
export const capMoney = defineParameter({
  key: 'cap.money',
  unit: 'cents',
  operator: '>',
  per: 'donor_year_group',
  values: timeline<EuroCents | null>(
    ['2013-05-01', null, NOT_YET],
    ['2023-01-01', euro(100_000), 'Wfpp art. 29b lid 1'],
  ),
});

/** Wfpp art. 29b lid 1 and art. 32a: the same for contributions in kind. */
export const capInKind = defineParameter({
  key: 'cap.in_kind',
  unit: 'cents',
  operator: '>',
  per: 'donor_year_group',
  values: timeline<EuroCents | null>(
    ['2013-05-01', null, NOT_YET],
    ['2023-01-01', euro(100_000), 'Wfpp art. 29b lid 1'],
  ),
});

/**
 * 'together': money and in kind in one total, as the ministry's register adds them. 'apart': two
 * totals, each with its own cap, as the text literally says.
 */
export type CapCounting = 'together' | 'apart';

/** Decision D3: how the cap is counted. */
export const capCounting = defineParameter({
  key: 'cap.counting',
  unit: 'text',
  operator: '=',
  per: 'donor_year_group',
  values: timeline<CapCounting | null>(
    ['2013-05-01', null, NOT_YET],
    [
      '2023-01-01',
      'together',
      'The ministry: "cumulatively at most 100 000" (rijksoverheid.nl, 18 October 2022) and its register',
    ],
  ),
});

/** Wfpp art. 29b lid 1: affiliates and candidates report each contribution to the party. */
export const internalCapReport = defineParameter({
  key: 'internal_cap_report',
  unit: 'weeks',
  operator: '<=',
  per: 'receipt',
  values: timeline<number | null>(
    ['2013-05-01', null, NOT_YET],
    ['2023-01-01', 1, 'Wfpp art. 29b lid 1'],
  ),
});
