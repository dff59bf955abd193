import { type ExpectedFiling, type FilingKind } from '../../../legal/facts/filing';
import { addDays, plainDate, type PlainDate, yearOf } from '../../../legal/kernel/plain-date';
import { type Transaction } from '../../../platform/database/transaction';
import { defineDeadline, type KindName, type Moment } from '../../../platform/deadlines/deadline';
import { cancelDeadlines, scheduleDeadline } from '../../../platform/deadlines/schedule';

/** The moments of an expected filing. Their subject is the expected filing. */
export const WINDOW_OPENS = defineDeadline('filing.window_opens');
export const FILING_REMINDER = defineDeadline('filing.reminder');
export const LAST_DAY_PASSED = defineDeadline('filing.last_day_passed');
export const PUBLICATION_DUE = defineDeadline('filing.publication_due');
/** The start of a year, when the filings of that year come in sight. Its subject is the group. */
export const EXPECTATIONS_YEAR = defineDeadline('expectations.year');

const RULE_VERSION = 'expected-filings/1';
const DAYS_BEFORE = 7;

/** Their window is only a week, so they are reminded on day -15, the day before it closes. */
const BEFORE_ELECTION: readonly FilingKind[] = [
  'pre_election_overview',
  'candidate_overview',
  'blank_list_overview',
];

/**
 * The last day that is watched; null when it lay before the group came into this register, because
 * what was filed then is not known here. A gift regulation is always due: it is looked for at the
 * end of that first year.
 */
export function watchedUntil(
  { kind, lastDay }: Pick<ExpectedFiling, 'kind' | 'lastDay'>,
  registeredOn: PlainDate,
): PlainDate | null {
  if (lastDay >= registeredOn) return lastDay;
  return kind === 'gift_regulation' ? plainDate(`${String(yearOf(registeredOn))}-12-31`) : null;
}

interface Planned {
  readonly kind: KindName;
  readonly localDate: PlainDate;
  readonly moment: Moment;
}

function planned(expected: ExpectedFiling): readonly Planned[] {
  const { kind, opensOn, lastDay, publicationBy } = expected;
  const reminder = addDays(lastDay, BEFORE_ELECTION.includes(kind) ? -1 : -DAYS_BEFORE);
  const start = 'start_of_day' as const;
  return [
    { kind: WINDOW_OPENS.kind, localDate: opensOn, moment: start },
    { kind: FILING_REMINDER.kind, localDate: reminder, moment: start },
    ...(publicationBy === null
      ? []
      : [{ kind: PUBLICATION_DUE.kind, localDate: publicationBy, moment: start }]),
  ];
}

/**
 * Sets the day on which the term ends. 'fired' when it ended before: then nothing of this filing is
 * to change any more.
 */
export async function scheduleLastDay(
  tx: Transaction,
  tenantId: string,
  id: string,
  localDate: PlainDate,
): Promise<'pending' | 'fired'> {
  const { outcome } = await scheduleDeadline(tx, {
    tenantId,
    kind: LAST_DAY_PASSED.kind,
    subjectId: id,
    localDate,
    ruleVersion: RULE_VERSION,
  });
  return outcome === 'fired' || outcome === 'held' ? 'fired' : 'pending';
}

/** Sets what comes before and after the last day; a day that has gone by is not told any more. */
export async function scheduleOtherDays(
  tx: Transaction,
  tenantId: string,
  id: string,
  expected: ExpectedFiling,
): Promise<void> {
  for (const { kind, localDate, moment } of planned(expected)) {
    if (localDate < tx.today) {
      await cancelDeadlines(tx, { tenantId, subjectId: id, kinds: [kind] });
      continue;
    }
    const common = { tenantId, subjectId: id, ruleVersion: RULE_VERSION };
    await scheduleDeadline(tx, { ...common, kind, localDate, moment });
  }
}

/** Takes the last day away; false when there was none or it had ended. */
export async function cancelLastDay(
  tx: Transaction,
  tenantId: string,
  id: string,
): Promise<boolean> {
  const kinds = [LAST_DAY_PASSED.kind];
  return (await cancelDeadlines(tx, { tenantId, subjectId: id, kinds })) > 0;
}

export async function cancelOtherDays(
  tx: Transaction,
  tenantId: string,
  id: string,
): Promise<void> {
  const kinds = [WINDOW_OPENS.kind, FILING_REMINDER.kind, PUBLICATION_DUE.kind];
  await cancelDeadlines(tx, { tenantId, subjectId: id, kinds });
}

/** Looks again on 1 January, when the filings of another year come within sight. */
export async function scheduleNextYear(tx: Transaction, tenantId: string): Promise<void> {
  const year = String(yearOf(tx.today) + 1);
  await scheduleDeadline(tx, {
    tenantId,
    kind: EXPECTATIONS_YEAR.kind,
    subjectId: tenantId,
    occurrence: year,
    localDate: plainDate(`${year}-01-01`),
    moment: 'start_of_day',
    ruleVersion: RULE_VERSION,
  });
}
