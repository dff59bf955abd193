import { addDays, addMonths, plainDate, yearOf, type PlainDate } from '../kernel/plain-date';
import { statutoryTermAfter } from './statutory-term';
import { type ForwardTerm } from './term';

/** "Before" a fixed date: the day before it, never moved for a rest day (decision D12). */
function lastDayBefore(year: number, monthAndDay: string): PlainDate {
  return addDays(plainDate(`${String(year)}-${monthAndDay}`), -1);
}

/** Wfpp art. 12, 25 and 30: "before 1 July" of the year after the reported one. */
export function annualReportDue(reportedYear: number): PlainDate {
  return lastDayBefore(reportedYear + 1, '07-01');
}

/** Wfpp art. 11 lid 1: apply for a grant "before 1 November" of the year before. */
export function grantApplicationDue(subsidyYear: number): PlainDate {
  return lastDayBefore(subsidyYear - 1, '11-01');
}

function firstDayOfMonth(date: PlainDate, monthsOn: number): PlainDate {
  return addMonths(plainDate(`${date.slice(0, 7)}-01`), monthsOn);
}

/** The days of Wfpp art. 15 for a party that won its first seat. */
export interface NewPartySubsidy {
  readonly referenceDate: PlainDate;
  readonly application: ForwardTerm;
  readonly eligibleSpendingFrom: PlainDate;
}

/**
 * The reference date is the first day of the month after polling; the application has four months,
 * which is more than three, so Atw does not move it (art. 4); spending counts from the sixth month
 * before the month of polling.
 */
export function newPartySubsidy(pollingDay: PlainDate): NewPartySubsidy {
  const referenceDate = firstDayOfMonth(pollingDay, 1);
  return {
    referenceDate,
    application: statutoryTermAfter('subsidy.new_party_application', referenceDate),
    eligibleSpendingFrom: firstDayOfMonth(pollingDay, -6),
  };
}

/** Decision D17: kept up to and including 31 December of the tenth year after the year of receipt. */
export function retainedUntil(receivedOn: PlainDate, retentionYears: number): PlainDate {
  return plainDate(`${String(yearOf(receivedOn) + retentionYears)}-12-31`);
}
