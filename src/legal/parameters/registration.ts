import { euro } from '../kernel/euro-cents';
import { timeline } from '../kernel/timeline';
import { defineParameter } from './parameter';

/** Wfpp art. 21 lid 2 onder a: contributions up to this amount need not be registered. */
export const registrationSkipUpTo = defineParameter({
  key: 'registration.skip_up_to',
  unit: 'cents',
  operator: '<=',
  per: 'single_contribution',
  values: timeline(
    ['2013-05-01', euro(1_000), 'Beleidsregels Wfpp (BWBR0033331)'],
    ['2023-01-01', euro(250), 'Wfpp art. 21 lid 2 onder a'],
  ),
});
