import { euro } from '../kernel/euro-cents';
import { timeline } from '../kernel/timeline';
import { defineParameter } from './parameter';

/**
 * Wfpp art. 23 lid 1: of an anonymous contribution only the part that is more than this goes to the
 * Minister. That it is measured per single contribution is our reading.
 */
export const anonymousKeepUpTo = defineParameter({
  key: 'anonymous.keep_up_to',
  unit: 'cents',
  operator: '>',
  per: 'single_contribution',
  values: timeline(
    ['2013-05-01', euro(1_000), 'Kamerstukken II 35 657, nr. 18'],
    ['2023-01-01', euro(250), 'Wfpp art. 23 lid 1'],
  ),
});
