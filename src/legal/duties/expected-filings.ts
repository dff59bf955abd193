import { type Election } from '../facts/election';
import { type ExpectedFiling } from '../facts/filing';
import { type Group } from '../facts/group';
import { overlaps } from '../kernel/period';
import { yearOf, type PlainDate } from '../kernel/plain-date';
import { annualFilings, giftRegulations } from './annual-filings';
import { filingsAfter, filingsBefore } from './election-filings';

/**
 * Who owes which filing by when: every one of which a day from the first on which it can be
 * received up to and including the last day falls within the span. The gift regulation, which has
 * no term, is there as long as it is owed. Each key is there once, in order of the last day.
 *
 * Every group with a status on the day is taken to take part in the election.
 * @param elections each once; one that moved keeps its ref, and so its filings keep their keys
 */
export function expectedFilings(
  group: Group,
  elections: readonly Election[],
  span: { readonly from: PlainDate; readonly until: PlainDate },
): readonly ExpectedFiling[] {
  if (span.until < span.from) return [];
  const years = Array.from(
    { length: yearOf(span.until) - yearOf(span.from) + 1 },
    (_, index) => yearOf(span.from) + index - 1,
  );
  const dated = [
    ...years.flatMap((year) => annualFilings(group, year)),
    ...elections.flatMap((election) => [
      ...filingsBefore(group, election),
      ...filingsAfter(group, election),
    ]),
  ].filter(({ opensOn, lastDay }) => overlaps({ from: opensOn, until: lastDay }, span));
  return [...giftRegulations(group, span), ...dated].toSorted(byLastDay);
}

function byLastDay(a: ExpectedFiling, b: ExpectedFiling): number {
  if (a.lastDay !== b.lastDay) return a.lastDay < b.lastDay ? -1 : 1;
  return 0;
}
