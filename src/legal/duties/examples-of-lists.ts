import { euro, euroCents, type EuroCents } from '../kernel/euro-cents';
import { plainDate } from '../kernel/plain-date';
import {
  type DebtExample,
  type InternalReportExample,
  type ListingExample,
  type RetentionExample,
} from './example';
import { wfpp } from './obligation';

type Shared = Pick<ListingExample, 'row' | 'article' | 'filing' | 'status' | 'election' | 'year'>;

/** A total just below a threshold, and the threshold itself. */
function aroundThreshold(
  below: string,
  at: string,
  threshold: EuroCents,
  shared: Shared,
): readonly ListingExample[] {
  const just = (id: string, total: EuroCents, listed: boolean): ListingExample => ({
    ...shared,
    kind: 'listing',
    id,
    total,
    expected: { threshold, listed },
  });
  return [just(below, euroCents(threshold - 1), false), just(at, threshold, true)];
}

const PARTY = { status: 'political_party' } as const;
const ANNUAL = {
  ...PARTY,
  row: 8,
  article: wfpp('25 1 b'),
  filing: 'annual_report',
  election: null,
} as const;
const BEFORE = {
  ...PARTY,
  row: 11,
  article: wfpp('28 1 a'),
  filing: 'pre_election_overview',
} as const;
const CANDIDATE = {
  ...PARTY,
  row: 13,
  article: wfpp('29 7'),
  filing: 'candidate_overview',
} as const;
const BLANK_LIST = {
  status: 'blank_list',
  row: 16,
  article: wfpp('32 5'),
  filing: 'blank_list_overview',
} as const;

/** Rows 8, 11, 13 and 16: whether a donor is in the overview (D13). */
export const EXAMPLES_OF_LISTS: readonly ListingExample[] = [
  ...aroundThreshold('annual-999-99', 'annual-1000', euro(1_000), { ...ANNUAL, year: 2024 }),
  ...aroundThreshold('annual-2022-4499-99', 'annual-2022-4500', euro(4_500), {
    ...ANNUAL,
    year: 2022,
  }),
  ...aroundThreshold('before-999-99', 'before-1000', euro(1_000), {
    ...BEFORE,
    election: 'tk2025',
    year: 2024,
  }),
  ...aroundThreshold('before-2023-4499-99', 'before-2023-4500', euro(4_500), {
    ...BEFORE,
    election: 'tk2023',
    year: 2023,
  }),
  ...aroundThreshold('candidate-767-11', 'candidate-767-12', euroCents(767_12), {
    ...CANDIDATE,
    election: 'tk2025',
    year: 2025,
  }),
  ...aroundThreshold('candidate-2024-999-99', 'candidate-2024-1000', euro(1_000), {
    ...CANDIDATE,
    election: 'tk2025',
    year: 2024,
  }),
  ...aroundThreshold('blank-list-767-11', 'blank-list-767-12', euroCents(767_12), {
    ...BLANK_LIST,
    election: 'tk2025',
    year: 2025,
  }),
];

function debt(
  id: string,
  amount: EuroCents,
  paidOn: string | null,
  mustBeRegistered: boolean,
): DebtExample {
  return {
    kind: 'debt',
    id,
    row: 4,
    article: wfpp('21 3'),
    amount,
    since: plainDate('2024-12-15'),
    paidOn: paidOn === null ? null : plainDate(paidOn),
    expected: mustBeRegistered ? { outcome: 'particulars_missing' } : null,
  };
}

/** Row 4: a debt without the address of the creditor. */
export const EXAMPLES_OF_DEBTS: readonly DebtExample[] = [
  debt('debt-24999-99', euroCents(24_999_99), null, false),
  debt('debt-25000', euro(25_000), null, true),
  debt('debt-paid-15-january', euro(25_000), '2025-01-15', false),
  debt('debt-paid-16-january', euro(25_000), '2025-01-16', true),
];

function report(
  id: string,
  reportedOn: string | null,
  outcome: string | null,
): InternalReportExample {
  return {
    kind: 'internal_report',
    id,
    row: 18,
    article: wfpp('29b 1'),
    by: 'youth_organisation',
    amount: euro(400),
    receivedOn: plainDate('2025-11-01'),
    reportedOn: reportedOn === null ? null : plainDate(reportedOn),
    judgedOn: plainDate('2025-12-31'),
    expected: { lastDay: plainDate('2025-11-10'), outcome },
  };
}

/** Row 18: a gift of a Saturday. */
export const EXAMPLES_OF_REPORTS: readonly InternalReportExample[] = [
  report('report-last-day', '2025-11-10', null),
  report('report-day-late', '2025-11-11', 'reported_late'),
  report('report-never', null, 'not_reported'),
];

function kept(id: string, receivedOn: string, keptUntil: string): RetentionExample {
  return {
    kind: 'retention',
    id,
    row: 2,
    article: wfpp('20 2'),
    receivedOn: plainDate(receivedOn),
    expected: { keptUntil: plainDate(keptUntil) },
  };
}

/** Row 2: ten years after the end of the calendar year (D17). */
export const EXAMPLES_OF_RETENTION: readonly RetentionExample[] = [
  kept('kept-last-day-of-year', '2024-12-31', '2034-12-31'),
  kept('kept-first-day-of-year', '2025-01-01', '2035-12-31'),
];
