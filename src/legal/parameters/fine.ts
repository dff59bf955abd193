import { euro } from '../kernel/euro-cents';
import { timeline } from '../kernel/timeline';
import { defineParameter } from './parameter';

/** Wfpp art. 37 lid 4: the highest fine for one violated paragraph or part. */
export const fineMax = defineParameter({
  key: 'fine.max',
  unit: 'cents',
  operator: '<=',
  per: 'violated_paragraph',
  values: timeline(
    ['2013-05-01', euro(25_000), 'Kamerstukken II 32 752, nr. 36'],
    ['2023-01-01', euro(25_000), 'Wfpp art. 37 lid 4'],
  ),
});

/** Awb art. 5:53: where a higher fine is possible, a report and views are obligatory. */
export const fineReportThreshold = defineParameter({
  key: 'fine.report_threshold',
  unit: 'cents',
  operator: '>',
  per: 'violation',
  values: timeline(
    ['2013-05-01', euro(340), 'Assumed the same as from 2023', 'unverified'],
    ['2023-01-01', euro(340), 'Awb art. 5:53'],
  ),
});
