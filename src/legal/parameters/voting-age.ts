import { timeline } from '../kernel/timeline';
import { defineParameter } from './parameter';

/**
 * Wfpp art. 1 onder m, through Kieswet art. B 1: a Dutch donor is entitled to vote. Tested on the
 * day of receipt, since a gift has no polling day; that is our reading.
 */
export const votingAge = defineParameter({
  key: 'voting_age',
  unit: 'years',
  operator: '>=',
  per: 'donor',
  values: timeline(['2013-05-01', 18, 'Kieswet art. B 1, through Wfpp art. 1 onder m']),
});
