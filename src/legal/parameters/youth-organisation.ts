import { euro } from '../kernel/euro-cents';
import { timeline } from '../kernel/timeline';
import { defineParameter } from './parameter';

const ASSUMED = 'Assumed the same as from 2023';
const MEMBERS = 'Wfpp art. 3 lid 2';

/** Wfpp art. 3 lid 2: members of the right age that a youth organisation has at least. */
export const youthMembers = defineParameter({
  key: 'youth.members',
  unit: 'persons',
  operator: '>=',
  per: 'youth_organisation',
  values: timeline(['2013-05-01', 100, ASSUMED, 'unverified'], ['2023-01-01', 100, MEMBERS]),
});

/** Wfpp art. 3 lid 2: the least such a member pays in a year. */
export const youthFee = defineParameter({
  key: 'youth.fee',
  unit: 'cents',
  operator: '>=',
  per: 'member_year',
  values: timeline(
    ['2013-05-01', euro(5), ASSUMED, 'unverified'],
    ['2023-01-01', euro(5), MEMBERS],
  ),
});

/** Wfpp art. 3 lid 2: the youngest age that counts. */
export const youthAgeFrom = defineParameter({
  key: 'youth.age_from',
  unit: 'years',
  operator: '>=',
  per: 'youth_member',
  values: timeline(['2013-05-01', 14, ASSUMED, 'unverified'], ['2023-01-01', 14, MEMBERS]),
});

/** Wfpp art. 3 lid 2: the oldest age that counts, itself included. */
export const youthAgeUpTo = defineParameter({
  key: 'youth.age_up_to',
  unit: 'years',
  operator: '<=',
  per: 'youth_member',
  values: timeline(['2013-05-01', 27, ASSUMED, 'unverified'], ['2023-01-01', 27, MEMBERS]),
});
