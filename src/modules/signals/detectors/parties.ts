import { sum } from '../../../legal/kernel/euro-cents';
import { addDays, addMonths, daysBetween, plainDate } from '../../../legal/kernel/plain-date';
import { type PlainDate } from '../../../legal/kernel/plain-date';
import {
  cents,
  count,
  day,
  days,
  defineDetector,
  type EvidenceRow,
  type Found,
  grouped,
  parameter,
  percent,
  setting,
} from './detector';
import { type MonthFact, type NoticeFact, type PartyScope } from './facts';
import { farAbove, medianOf } from './robust';

function noticeRow(partyId: string, notice: NoticeFact): EvidenceRow {
  return {
    key: `gift:${partyId}:${notice.giftKey}`,
    kind: 'gift',
    partyId,
    donorId: notice.donorId,
    giftKey: notice.giftKey,
    about: null,
    label: null,
    day: notice.receivedOn,
    amount: notice.amount,
  };
}

function isLate({ filedOn, lastDay }: NoticeFact, today: PlainDate): boolean {
  return filedOn === null ? today > lastDay : filedOn > lastDay;
}

/** A party that files most of its notices after the term, a year long. */
export const lateOften = defineDetector({
  code: 'late_often',
  scope: 'party',
  weight: 4,
  parameters: [
    parameter('window', 'days', 365, [30, 730]),
    parameter('least', 'count', 3, [2, 100]),
    parameter('share', 'percent', 50, [10, 100]),
  ],
  find: ({ partyId, notices }, settings, today) => {
    const from = addDays(today, -setting(settings, 'window'));
    const due = notices.filter(({ lastDay }) => lastDay > from && lastDay < today);
    const late = due.filter((notice) => isLate(notice, today));
    const share = due.length === 0 ? 0 : Math.floor((late.length * 100) / due.length);
    if (late.length < setting(settings, 'least') || share < setting(settings, 'share')) return [];
    return [
      {
        subject: 'late',
        partyId,
        donorId: null,
        figures: {
          late: count(late.length),
          due: count(due.length),
          share: percent(share),
          days: days(setting(settings, 'window')),
        },
        rows: late.map((notice) => noticeRow(partyId, notice)),
      },
    ];
  },
});

interface OneGo {
  readonly filedOn: PlainDate;
  readonly notices: readonly NoticeFact[];
}

function termSoonAfter(terms: readonly PlainDate[], on: PlainDate, reach: number) {
  return terms.find((term) => term >= on && term <= addDays(on, reach));
}

/** Gifts of a long time, reported on one day shortly before a term. */
export const filedInOneGo = defineDetector({
  code: 'filed_in_one_go',
  scope: 'party',
  weight: 2,
  parameters: [
    parameter('least', 'count', 5, [2, 100]),
    parameter('spread', 'days', 45, [1, 365]),
    parameter('before', 'days', 14, [0, 90]),
  ],
  find: ({ partyId, notices, terms }, settings) => {
    const filed = notices.filter(({ filedOn }) => filedOn !== null);
    const goes = [...grouped(filed, ({ filedOn }) => filedOn)].flatMap(
      ([filedOn, some]): OneGo[] => (filedOn === null ? [] : [{ filedOn, notices: some }]),
    );
    return goes.flatMap(({ filedOn, notices: some }): Found[] => {
      const received = some.map(({ receivedOn }) => receivedOn).toSorted();
      const [first, last] = [received[0], received.at(-1)];
      const term = termSoonAfter(terms, filedOn, setting(settings, 'before'));
      if (first === undefined || last === undefined || term === undefined) return [];
      const apart = daysBetween(first, last);
      if (some.length < setting(settings, 'least') || apart < setting(settings, 'spread'))
        return [];
      return [
        {
          subject: filedOn,
          partyId,
          donorId: null,
          figures: {
            count: count(some.length),
            on: day(filedOn),
            first: day(first),
            last: day(last),
            term: day(term),
          },
          rows: some.map((notice) => noticeRow(partyId, notice)),
        },
      ];
    });
  },
});

function periodRow(partyId: string, { month, total }: MonthFact): EvidenceRow {
  return {
    key: `period:${partyId}:${month}`,
    kind: 'period',
    partyId,
    donorId: null,
    giftKey: null,
    about: month,
    label: null,
    day: null,
    amount: total,
  };
}

/** Before an election gifts rise at every party. */
function isBeforeElection({ pollingDays }: PartyScope, month: string, reach: number): boolean {
  const first = plainDate(`${month}-01`);
  return pollingDays.some(
    (polling) =>
      polling >= first && addMonths(plainDate(`${polling.slice(0, 7)}-01`), -reach) <= first,
  );
}

/** The same numbers per calendar year; a year that is not whole is left out. */
function yearsOf(months: readonly MonthFact[]): readonly MonthFact[] {
  return [...grouped(months, ({ month }) => month.slice(0, 4))]
    .filter(([, some]) => some.length === 12)
    .map(([inYear, some]) => ({ month: inYear, total: sum(some.map(({ total }) => total)) }));
}

interface Outlying {
  readonly period: MonthFact;
  readonly usual: number;
  readonly times: number;
}

function outlying(
  periods: readonly MonthFact[],
  least: { readonly history: number; readonly total: number; readonly score: number },
): readonly Outlying[] {
  return periods.flatMap((period, at) => {
    const history = periods.slice(Math.max(0, at - 36), at).map(({ total }) => total);
    const usual = medianOf(history);
    if (history.length < least.history || period.total < least.total) return [];
    if (!farAbove(period.total, history, least.score)) return [];
    return [{ period, usual, times: usual === 0 ? 0 : Math.floor(period.total / usual) }];
  });
}

/**
 * A month or year far above the party's own history. The measure is robust: the middle value
 * (median) and the middle distance to it (MAD), which a single large gift does not move.
 */
export const suddenChange = defineDetector({
  code: 'sudden_change',
  scope: 'party',
  weight: 2,
  parameters: [
    parameter('score', 'count', 8, [3, 50]),
    parameter('least', 'cents', 10_000_000, [100_000, 1_000_000_000]),
    parameter('history', 'count', 18, [6, 36]),
    parameter('election', 'count', 3, [0, 12]),
  ],
  find: (facts, settings, today) => {
    const { partyId, months } = facts;
    const whole = months.filter(({ month }) => month < today.slice(0, 7));
    const [score, total] = [setting(settings, 'score'), setting(settings, 'least')];
    const since = addMonths(today, -24).slice(0, 7);
    const history = setting(settings, 'history');
    const inMonths = outlying(whole, { history, total, score }).filter(
      ({ period }) =>
        period.month >= since &&
        !isBeforeElection(facts, period.month, setting(settings, 'election')),
    );
    const inYears = outlying(yearsOf(whole), { history: 3, total, score }).filter(
      ({ period }) =>
        period.month >= since.slice(0, 4) &&
        !facts.pollingDays.some((polling) => polling.startsWith(period.month)),
    );
    return [...inMonths, ...inYears].map(({ period, usual, times }) => ({
      subject: period.month,
      partyId,
      donorId: null,
      figures: {
        period: { kind: 'month', value: period.month },
        total: cents(period.total),
        usual: cents(usual),
        times: count(times),
      },
      rows: [periodRow(partyId, period)],
    }));
  },
});
