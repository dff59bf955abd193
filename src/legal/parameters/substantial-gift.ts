import { euro, type EuroCents } from '../kernel/euro-cents';
import { timeline } from '../kernel/timeline';
import { defineParameter } from './parameter';

const NOT_YET = 'No such duty before the Evaluatiewet Wfpp (Stb. 2022, 412)';

/** Wfpp art. 25a lid 1: "in totaal EUR 10 000 of meer"; per recipient by decision D2. */
export const substantialGift = defineParameter({
  key: 'substantial_gift',
  unit: 'cents',
  operator: '>=',
  per: 'donor_year_recipient',
  values: timeline<EuroCents | null>(
    ['2013-05-01', null, NOT_YET],
    ['2023-01-01', euro(10_000), 'Wfpp art. 25a lid 1'],
  ),
});

/** Wfpp art. 25a lid 2: at the latest three days after receipt. */
export const noticeDays = defineParameter({
  key: 'notice_days',
  unit: 'days',
  operator: '<=',
  per: 'receipt',
  values: timeline<number | null>(
    ['2013-05-01', null, NOT_YET],
    ['2023-01-01', 3, 'Wfpp art. 25a lid 2'],
  ),
});

export type NoticeReading = 'working_days' | 'statute';

/**
 * Which reading of "three days" the overseer enforces (decision D1). The Act says three days, the
 * minister's letter three working days; the milder one is enforced for the whole life of art. 25a.
 */
export const noticeReading = defineParameter({
  key: 'notice_reading',
  unit: 'text',
  operator: '=',
  per: 'receipt',
  values: timeline<NoticeReading | null>(
    ['2013-05-01', null, NOT_YET],
    [
      '2023-01-01',
      'working_days',
      'Letter of the Minister of BZK to the Tweede Kamer of 9 November 2023: "binnen drie werkdagen"',
    ],
  ),
});
