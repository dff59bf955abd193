import { euro, type EuroCents } from '../kernel/euro-cents';
import { timeline } from '../kernel/timeline';
import { defineParameter } from './parameter';

const NOT_YET = 'No such duty before the Evaluatiewet Wfpp (Stb. 2022, 412)';

/**
 * Wfpp art. 21a lid 1: a foundation or association that gave more than this in money, or more than
 * this in kind, names its own givers.
 */
export const lookThroughRecipientTotal = defineParameter({
  key: 'lookthrough.recipient_total',
  unit: 'cents',
  operator: '>',
  per: 'foundation_or_association_year',
  values: timeline<EuroCents | null>(
    ['2013-05-01', null, NOT_YET],
    ['2023-01-01', euro(1_000), 'Wfpp art. 21a lid 1'],
  ),
});

/** Wfpp art. 21a lid 1: which of its givers the overview names. */
export const lookThroughGiverTotal = defineParameter({
  key: 'lookthrough.giver_total',
  unit: 'cents',
  operator: '>',
  per: 'underlying_giver_year',
  values: timeline<EuroCents | null>(
    ['2013-05-01', null, NOT_YET],
    ['2023-01-01', euro(1_000), 'Wfpp art. 21a lid 1'],
  ),
});
