import { daysBefore, firstDayOfYearBefore } from '../../../legal/calendar/countback';
import { statutoryTerm } from '../../../legal/calendar/statutory-term';
import { partyThreshold } from '../../../legal/duties/thresholds';
import { type Election } from '../../../legal/facts/election';
import { type EuroCents } from '../../../legal/kernel/euro-cents';
import { inForceOn } from '../../../legal/kernel/timeline';
import { plainDate, type PlainDate, yearOf } from '../../../legal/kernel/plain-date';
import { substantialGift } from '../../../legal/parameters/substantial-gift';
import { formatDay, formatEuro } from '../../../platform/rendering/format';
import { type OverviewKind } from '../facts/data-file';
import { type OverviewRule } from '../facts/overview-rows';
import { type OverviewFrame } from '../facts/overview-sheet';

/** An overview to make: of which gifts, and in what frame. */
export interface OverviewPlan {
  readonly kind: OverviewKind;
  /** The year in its name: of the gifts, or of polling. */
  readonly year: number;
  readonly from: PlainDate;
  readonly until: PlainDate;
  /** True takes gifts of the year without a day too. */
  readonly wholeYear: boolean;
  readonly rule: OverviewRule;
  readonly frame: Omit<OverviewFrame, 'without'>;
}

/** Since when a list names beneficial owners and holds remarks. */
const OWNERS_SINCE = 2024;

function firstDay(year: number): PlainDate {
  return plainDate(`${year}-01-01`);
}

function lastDay(year: number): PlainDate {
  return plainDate(`${year}-12-31`);
}

/** Null before the duty of art. 25a existed. */
function substantialFrom(year: number): EuroCents | null {
  const found = inForceOn(substantialGift.values, lastDay(year));
  return found === 'unknown' ? null : found.value;
}

function inWords(amount: EuroCents): string {
  return formatEuro(amount, 'nl').replace(/,00$/, '').replaceAll('\u00a0', ' ');
}

/** The list of a year and the running list: donors of art. 25a, each with its single gifts. */
function plansOfYear(year: number): readonly OverviewPlan[] {
  const from = substantialFrom(year);
  if (from === null) return [];
  const amount = inWords(from);
  const shared = {
    year,
    from: firstDay(year),
    until: lastDay(year),
    wholeYear: true,
    rule: { from, singleFrom: from },
  };
  const frame = {
    totalHeading: `Totaal ${year}`,
    giftHeading: `Bedragen > ${amount}`,
    withOwners: year >= OWNERS_SINCE,
    question: `Giften van ${amount} en hoger ontvangen?`,
    notes: [],
  };
  const about = `giften van ${amount} en hoger aan politieke partijen ${year}`;
  return [
    { ...shared, kind: 'jaar', frame: { ...frame, title: `Overzicht ${about}` } },
    { ...shared, kind: 'lopend', frame: { ...frame, title: `Lopend overzicht ${about}` } },
  ];
}

function countOf(key: Parameters<typeof statutoryTerm>[0], { pollingDay }: Election): number {
  return statutoryTerm(key, pollingDay).count;
}

/** Arts. 28 and 28a: what was given up to day -21, and from day -20 up to polling day. */
function plansOfElection(election: Election): readonly OverviewPlan[] {
  const { pollingDay, name } = election;
  const threshold = partyThreshold(election);
  if (threshold === null) return [];
  const split = daysBefore(pollingDay, countOf('election.window_opens', election));
  const after = daysBefore(pollingDay, countOf('election.post_period_starts', election));
  const begin = firstDayOfYearBefore(pollingDay, countOf('election.party_years_back', election));
  const rule = { from: threshold.value, singleFrom: threshold.value };
  const plan = (
    kind: OverviewKind,
    when: string,
    from: PlainDate,
    until: PlainDate,
  ): OverviewPlan => ({
    ...{ kind, year: yearOf(pollingDay), from, until, wholeYear: false, rule },
    frame: {
      title: `Overzicht giften aan politieke partijen ${when} de verkiezing: ${name}`,
      totalHeading: 'Totaal in het jaar',
      giftHeading: 'Bedrag',
      withOwners: true,
      question: `Giften van ${inWords(threshold.value)} en hoger ontvangen?`,
      notes: [`4) Ontvangen van ${formatDay(from, 'nl')} tot en met ${formatDay(until, 'nl')}.`],
    },
  });
  return [
    plan('voor-verkiezing', 'voor', begin, split),
    plan('na-verkiezing', 'na', after, pollingDay),
  ];
}

/** The overviews that a change in the gifts of a year can touch. */
export function plansFor(year: number, elections: readonly Election[]): readonly OverviewPlan[] {
  const touched = ({ from, until }: OverviewPlan): boolean =>
    yearOf(from) <= year && year <= yearOf(until);
  return [...plansOfYear(year), ...elections.flatMap(plansOfElection).filter(touched)];
}
