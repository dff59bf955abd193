import { timeline } from '../kernel/timeline';
import { defineParameter } from './parameter';

/** Wfpp art. 1 onder h: whether an inheritance or legacy is a contribution. */
export const inheritanceCounts = defineParameter({
  key: 'inheritance_counts',
  unit: 'boolean',
  operator: '=',
  per: 'single_contribution',
  values: timeline<boolean>(
    ['2013-05-01', false, 'Stb. 2022, 412, part A: the exception it removes'],
    ['2023-01-01', true, 'Wfpp art. 1 onder h; Stb. 2022, 412, part A'],
  ),
});
