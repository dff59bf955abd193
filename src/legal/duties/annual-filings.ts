import { annualReportDue } from '../calendar/filing-deadlines';
import { type ExpectedFiling } from '../facts/filing';
import { type Group, type GroupStatus } from '../facts/group';
import { type LawReference } from '../kernel/law-reference';
import { plainDate, yearOf, type PlainDate } from '../kernel/plain-date';
import { SINCE_THE_ACT } from '../rules/rule';
import { seatedIn } from './bound';
import { affiliatesIn, headIn } from './members';
import {
  partsOfAffiliateOverview,
  partsOfAnnualReport,
  partsOfGiftRegulation,
} from './required-parts';
import { annualThreshold } from './thresholds';

const SPLIT_OFF = { duty: 23, basis: { law: 'Wfpp', article: '33', paragraph: '1' } } as const;

/** A split-off does what a party does, on the ground of art. 33. */
export function groundOf(
  status: GroupStatus,
  duty: number,
  basis: LawReference,
): Pick<ExpectedFiling, 'duty' | 'basis'> {
  return status === 'split_off' ? SPLIT_OFF : { duty, basis };
}

/** The days of a year on which the Act was in force (art. 44). */
function yearUnderTheAct(year: number): { readonly from: PlainDate; readonly until: PlainDate } {
  const first = plainDate(`${String(year)}-01-01`);
  return {
    from: first < SINCE_THE_ACT.from ? SINCE_THE_ACT.from : first,
    until: plainDate(`${String(year)}-12-31`),
  };
}

/**
 * Art. 25 and art. 30 lid 2 over one calendar year. Who was a party on any day of it reports on all
 * of it, also when the seats came or went during the year; an affiliate reports on the days that it
 * was one. "Before 1 July" never moves (D12).
 */
export function annualFilings(group: Group, year: number): readonly ExpectedFiling[] {
  const period = yearUnderTheAct(year);
  if (period.until < period.from) return [];
  const status = seatedIn(group, period).at(-1)?.status;
  if (status === undefined) return [];
  const shared = {
    group: group.ref,
    election: null,
    year,
    opensOn: plainDate(`${String(year + 1)}-01-01`),
    lastDay: annualReportDue(year),
    term: null,
    publicationBy: null,
    threshold: annualThreshold(period.until),
    partYearThresholds: [],
  } as const;
  const affiliates = affiliatesIn(group, period);
  const head = headIn(group, period);
  const report: readonly ExpectedFiling[] =
    head === null
      ? []
      : [
          {
            ...shared,
            ...groundOf(status, 8, { law: 'Wfpp', article: '25', paragraph: '1', part: 'a' }),
            key: `annual_report:${String(year)}:${head.recipient}`,
            kind: 'annual_report',
            recipient: head.recipient,
            recipientKind: head.kind,
            period,
            parts: partsOfAnnualReport(shared.lastDay, affiliates),
          },
        ];
  return [
    ...report,
    ...affiliates.map((affiliate): ExpectedFiling => ({
      ...shared,
      ...groundOf(status, 15, { law: 'Wfpp', article: '30', paragraph: '2', part: 'a' }),
      key: `affiliate_overview:${String(year)}:${affiliate.recipient}`,
      kind: 'affiliate_overview',
      recipient: affiliate.recipient,
      recipientKind: affiliate.kind,
      period: affiliate.period,
      parts: partsOfAffiliateOverview(shared.lastDay),
    })),
  ];
}

/**
 * Art. 34: a public gift regulation. The Act gives no term, so it is expected from the first day
 * with a seat, and stays so: one key for every year.
 * @returns at most one: for the first status with a seat that touches the span
 */
export function giftRegulations(
  group: Group,
  span: { readonly from: PlainDate; readonly until: PlainDate },
): readonly ExpectedFiling[] {
  const first = seatedIn(group, span)[0]?.period;
  if (first === undefined) return [];
  const from = first.from < SINCE_THE_ACT.from ? SINCE_THE_ACT.from : first.from;
  const head = headIn(group, { from, until: first.until });
  if (head === null) return [];
  return [
    {
      key: `gift_regulation:${head.recipient}`,
      kind: 'gift_regulation',
      duty: 20,
      basis: { law: 'Wfpp', article: '34', paragraph: '1' },
      group: group.ref,
      recipient: head.recipient,
      recipientKind: head.kind,
      election: null,
      year: yearOf(from),
      period: { from, until: from },
      opensOn: from,
      lastDay: from,
      term: null,
      publicationBy: null,
      threshold: null,
      partYearThresholds: [],
      parts: partsOfGiftRegulation(),
    },
  ];
}
