import { euro } from '../kernel/euro-cents';
import { plainDate } from '../kernel/plain-date';
import { type FineSchedule } from './fine-schedule';

/**
 * An EXAMPLE, not policy: no tariff under the Wfpp was ever published. It ships so that a proposal
 * can be seen; the overseer replaces it. It reaches back to the first day of the rules it prices.
 */
export const EXAMPLE_2026_1: FineSchedule = {
  version: 'example-2026-1',
  origin: 'example',
  from: plainDate('2013-05-01'),
  base: {
    'WFPP-21-1': euro(1_000),
    'WFPP-21-3': euro(1_000),
    'WFPP-21a-2': euro(2_500),
    'WFPP-23-1': euro(2_500),
    'WFPP-23a-1': euro(5_000),
    'WFPP-25-1': euro(2_500),
    'WFPP-25a-2': euro(2_500),
    'WFPP-28-1': euro(2_500),
    'WFPP-28a-1': euro(2_500),
    'WFPP-29-1': euro(2_500),
    'WFPP-29b-1': euro(5_000),
    'WFPP-29b-1-WEEK': euro(1_000),
    'WFPP-30-2': euro(2_500),
    'WFPP-31-3': euro(2_500),
    'WFPP-32-1': euro(2_500),
    'WFPP-32a-1': euro(5_000),
    'WFPP-33': euro(2_500),
  },
  daysLate: [
    { from: 8, percent: 25 },
    { from: 31, percent: 50 },
    { from: 91, percent: 100 },
  ],
  amountInvolved: [
    { from: euro(25_000), percent: 25 },
    { from: euro(50_000), percent: 50 },
    { from: euro(100_000), percent: 100 },
  ],
  repetition: {
    withinYears: 5,
    steps: [
      { from: 1, percent: 50 },
      { from: 2, percent: 100 },
    ],
  },
  selfReportPercent: 25,
  repairPercent: 25,
  cap: euro(25_000),
};
