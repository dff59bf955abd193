import { timeline } from '../kernel/timeline';
import { defineParameter } from './parameter';

/** Wfpp art. 21 lid 1 onder a: the owner behind a donor that is no natural person is registered. */
export const uboRegistered = defineParameter({
  key: 'ubo_registered',
  unit: 'boolean',
  operator: '=',
  per: 'donor',
  values: timeline<boolean>(
    ['2013-05-01', false, 'No such duty before the Evaluatiewet Wfpp (Stb. 2022, 412)'],
    ['2023-01-01', true, 'Wfpp art. 21 lid 1 onder a'],
  ),
});

/** Uitvoeringsbesluit Wwft 2018 art. 3: shares, votes or ownership of more than this part. */
export const uboPercentage = defineParameter({
  key: 'ubo_percentage',
  unit: 'percent',
  operator: '>',
  per: 'ultimate_beneficial_owner',
  values: timeline<number | null>(
    ['2013-05-01', null, 'No such duty before the Evaluatiewet Wfpp (Stb. 2022, 412)'],
    ['2023-01-01', 25, 'UbWwft art. 3, through Wfpp art. 21 lid 1 onder a'],
  ),
});
