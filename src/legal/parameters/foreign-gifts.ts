import { timeline } from '../kernel/timeline';
import { defineParameter } from './parameter';

export type ForeignGifts = 'allowed' | 'banned';

/** Wfpp art. 23a: contributions of others than Dutch donors, from the first cent. */
export const foreignGifts = defineParameter({
  key: 'foreign_gifts',
  unit: 'text',
  operator: '=',
  per: 'single_contribution',
  values: timeline<ForeignGifts>(
    ['2013-05-01', 'allowed', 'No ban before the Evaluatiewet Wfpp (Stb. 2022, 412)'],
    ['2023-01-01', 'banned', 'Wfpp art. 23a; Stb. 2022, 462'],
  ),
});
