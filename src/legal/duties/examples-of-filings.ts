import { plainDate } from '../kernel/plain-date';
import { type FilingExample } from './example';
import { wfpp } from './obligation';

type Draft = Pick<FilingExample, 'row' | 'article' | 'filing'> & Partial<FilingExample>;

/** By the party, over 2024, or about the election of 2025, judged a year later. */
function filing(
  shared: Draft,
  id: string,
  filedOn: string | null,
  expected: FilingExample['expected'],
  over: Partial<FilingExample> = {},
): FilingExample {
  const { election = null } = shared;
  return {
    kind: 'filing',
    id,
    by: 'party',
    status: 'political_party',
    statusFrom: plainDate('2013-05-01'),
    year: election === null ? 2024 : 2025,
    filedOn: filedOn === null ? null : plainDate(filedOn),
    missing: [],
    judgedOn: plainDate('2026-12-31'),
    expected,
    ...shared,
    election,
    ...over,
  };
}

const LATE = { outcome: 'filed_late', severity: 'finding' } as const;
const MISSING = { outcome: 'part_missing', severity: 'finding' } as const;
const MISSING_NO_FINE = { outcome: 'part_missing', severity: 'warning' } as const;
const NOT_FILED = { outcome: 'not_filed', severity: 'finding' } as const;

const ANNUAL = { row: 8, article: wfpp('25 1'), filing: 'annual_report' } as const;
const AFFILIATE = {
  row: 15,
  article: wfpp('30 2'),
  filing: 'affiliate_overview',
  by: 'youth_organisation',
} as const;
const BEFORE = {
  row: 11,
  article: wfpp('28 1'),
  filing: 'pre_election_overview',
  election: 'tk2025',
} as const;
const AFTER = {
  row: 12,
  article: wfpp('28a 1'),
  filing: 'post_election_overview',
  election: 'tk2025',
} as const;
const CANDIDATES = {
  row: 13,
  article: wfpp('29 1'),
  filing: 'candidate_overview',
  election: 'tk2025',
} as const;
const OF_CANDIDATE = { ...CANDIDATES, row: 14, article: wfpp('29 5') } as const;
const BLANK_LIST = {
  row: 16,
  article: wfpp('32 1'),
  filing: 'blank_list_overview',
  by: 'candidate',
  status: 'blank_list',
  election: 'tk2025',
} as const;
const ASSOCIATION = {
  ...BEFORE,
  row: 19,
  article: wfpp('31 3'),
  status: 'new_association',
} as const;
const REGULATION = {
  row: 20,
  article: wfpp('34 1'),
  filing: 'gift_regulation',
  statusFrom: plainDate('2025-10-29'),
  year: 2025,
} as const;
const SPLIT_OFF = {
  row: 23,
  article: wfpp('33 1'),
  filing: 'annual_report',
  status: 'split_off',
  statusFrom: plainDate('2024-03-01'),
} as const;

function due(
  lastDay: string,
  ...findings: NonNullable<FilingExample['expected']>['findings']
): FilingExample['expected'] {
  return { lastDay: plainDate(lastDay), findings };
}

/** Rows 8, 11 to 16, 19, 20 and 23: filings on the last day, a day later, in part, or never. */
export const EXAMPLES_OF_FILINGS: readonly FilingExample[] = [
  filing(ANNUAL, 'annual-last-day', '2025-06-30', due('2025-06-30')),
  filing(ANNUAL, 'annual-day-late', '2025-07-01', due('2025-06-30', LATE)),
  filing(ANNUAL, 'annual-sunday', '2024-07-01', due('2024-06-30', LATE), { year: 2023 }),
  filing(ANNUAL, 'annual-not-filed', null, due('2025-06-30', NOT_FILED)),
  filing(ANNUAL, 'annual-no-statement', '2025-06-30', due('2025-06-30', MISSING), {
    missing: ['auditor_statement'],
  }),
  filing(ANNUAL, 'annual-no-look-through', '2025-06-30', due('2025-06-30', MISSING_NO_FINE), {
    missing: ['look_through'],
  }),
  filing(BEFORE, 'before-last-day', '2025-10-15', due('2025-10-15')),
  filing(BEFORE, 'before-day-late', '2025-10-16', due('2025-10-15', LATE)),
  filing(AFTER, 'after-monday', '2025-12-01', due('2025-12-01')),
  filing(AFTER, 'after-tuesday', '2025-12-02', due('2025-12-01', LATE)),
  filing(AFTER, 'after-no-seat', null, null, { status: 'new_association' }),
  filing(CANDIDATES, 'candidates-last-day', '2025-10-15', due('2025-10-15')),
  filing(CANDIDATES, 'candidates-not-filed', null, due('2025-10-15', NOT_FILED)),
  filing(OF_CANDIDATE, 'candidate-gave-data', '2025-10-15', due('2025-10-15')),
  filing(OF_CANDIDATE, 'candidate-gave-none', '2025-10-15', due('2025-10-15', MISSING), {
    missing: ['candidate'],
  }),
  filing(AFFILIATE, 'affiliate-last-day', '2025-06-30', due('2025-06-30')),
  filing(AFFILIATE, 'affiliate-day-late', '2025-07-01', due('2025-06-30', LATE)),
  filing(AFFILIATE, 'affiliate-no-debts', '2025-06-30', due('2025-06-30', MISSING), {
    missing: ['debts'],
  }),
  filing(AFFILIATE, 'affiliate-no-statement', '2025-06-30', due('2025-06-30', MISSING_NO_FINE), {
    missing: ['auditor_statement'],
  }),
  filing(BLANK_LIST, 'blank-list-last-day', '2025-10-15', due('2025-10-15')),
  filing(BLANK_LIST, 'blank-list-day-late', '2025-10-16', due('2025-10-15', LATE)),
  filing(ASSOCIATION, 'association-last-day', '2025-10-15', due('2025-10-15')),
  filing(ASSOCIATION, 'association-not-filed', null, due('2025-10-15', NOT_FILED)),
  filing(REGULATION, 'regulation-public', '2025-10-29', due('2025-10-29')),
  filing(
    REGULATION,
    'regulation-missing',
    null,
    due('2025-10-29', { outcome: 'not_filed', severity: 'warning' }),
  ),
  filing(SPLIT_OFF, 'split-off-own-year', null, null),
  filing(SPLIT_OFF, 'split-off-next-year', null, due('2026-06-30', NOT_FILED), { year: 2025 }),
];
