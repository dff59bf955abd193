import { euro } from '../kernel/euro-cents';
import { timeline } from '../kernel/timeline';
import { defineParameter } from './parameter';

/** Wfpp art. 25 lid 1 onder b and art. 30 lid 2: listed in the yearly overview from this total. */
export const disclosureAnnual = defineParameter({
  key: 'disclosure.annual',
  unit: 'cents',
  operator: '>=',
  per: 'donor_year_recipient',
  values: timeline(
    ['2013-05-01', euro(4_500), 'Kamerstukken II 32 752, nr. 46'],
    ['2023-01-01', euro(1_000), 'Wfpp art. 25 lid 1 onder b'],
  ),
});

/**
 * Wfpp art. 28: listed in the overviews around an election from this total. A figure stored for one
 * election goes before it: see election-thresholds.ts.
 */
export const disclosureElection = defineParameter({
  key: 'disclosure.election',
  unit: 'cents',
  operator: '>=',
  per: 'donor_year',
  values: timeline(
    ['2013-05-01', euro(4_500), 'Kamerstukken II 32 752, nr. 46'],
    ['2023-01-01', euro(1_000), 'Wfpp art. 28'],
  ),
});
