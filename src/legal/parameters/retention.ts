import { timeline } from '../kernel/timeline';
import { defineParameter } from './parameter';

/** Wfpp art. 20 lid 2: the party keeps its records this long; art. 25 lid 4: the Minister at most. */
export const retentionYears = defineParameter({
  key: 'retention_years',
  unit: 'years',
  operator: '=',
  per: 'record',
  values: timeline(
    ['2013-05-01', 10, 'Assumed the same as from 2023', 'unverified'],
    ['2023-01-01', 10, 'Wfpp art. 20 lid 2 and art. 25 lid 4'],
  ),
});
