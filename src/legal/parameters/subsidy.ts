import { euro } from '../kernel/euro-cents';
import { timeline } from '../kernel/timeline';
import { defineParameter } from './parameter';

const ASSUMED = 'Assumed the same as from 2023';

/** Wfpp art. 11 lid 3: the advance as a part of the grant. */
export const advance = defineParameter({
  key: 'advance',
  unit: 'percent',
  operator: '=',
  per: 'grant',
  values: timeline(
    ['2013-05-01', 80, ASSUMED, 'unverified'],
    ['2023-01-01', 80, 'Wfpp art. 11 lid 3'],
  ),
});

/** Wfpp art. 7 lid 1: members a party has on the reference date to be subsidised. */
export const memberMinimum = defineParameter({
  key: 'member.minimum',
  unit: 'persons',
  operator: '>=',
  per: 'party',
  values: timeline(
    ['2013-05-01', 1_000, ASSUMED, 'unverified'],
    ['2023-01-01', 1_000, 'Wfpp art. 7 lid 1'],
  ),
});

/** Wfpp art. 7 lid 1: the least a member pays in a year. */
export const memberFeeMin = defineParameter({
  key: 'member.fee_min',
  unit: 'cents',
  operator: '>=',
  per: 'member_year',
  values: timeline(
    ['2013-05-01', euro(12), ASSUMED, 'unverified'],
    ['2023-01-01', euro(12), 'Wfpp art. 7 lid 1'],
  ),
});
