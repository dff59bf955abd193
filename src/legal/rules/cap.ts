import { type DonorYear } from '../facts/contribution';
import { type GroupStatus } from '../facts/group';
import { minus, smallest, sum, ZERO, type EuroCents } from '../kernel/euro-cents';
import { shareByLargestRemainder } from '../kernel/fraction';
import { type LawReference } from '../kernel/law-reference';
import { plainDate, yearOf, type PlainDate } from '../kernel/plain-date';
import { finding, parameterUnknown, remedy, toDonor } from './drafting';
import { type Finding, type RemedyStep, type RuleCode } from './finding';
import { isForbidden } from './foreign-contribution';
import { overrunOf, stepsFor, takeNewestFirst, type Overrun } from './overrun';
import {
  byReceiver,
  isOneOutsider,
  netOf,
  receiptsOf,
  seenContribution,
  statusOn,
  type Receipt,
} from './receipts';
import { SINCE_THE_EVALUATION_ACT, type JudgementPolicy } from './rule';
import { see, seenOf, type Sight } from './seen-parameter';
import { contains } from '../kernel/period';

/** One total that is held against the cap. 'together': money and in kind added up (D3). */
interface Count {
  readonly counted: 'together' | 'money' | 'in_kind';
  readonly receipts: readonly Receipt[];
  readonly limit: Sight<EuroCents>;
  readonly counting: Sight<unknown>;
}

/**
 * What counts towards the cap of one donor: everything the group received, less what may not be
 * kept at all under art. 23a; that goes to the Minister whole, so none of it can go back (section
 * 7 of the law file tests art. 23a first). What lacks a look-through overview counts: an overview
 * may still come. Anonymous contributions have no one donor; the group's own are exempt (lid 3).
 */
export function countedForCap(
  facts: DonorYear,
  on: PlainDate,
  policy: JudgementPolicy,
): readonly Receipt[] {
  if (!isOneOutsider(facts)) return [];
  return receiptsOf(facts, on, policy).filter((receipt) => !isForbidden(facts, receipt, policy));
}

/** The cap in force on the day of the newest receipt; without receipts, on the day of judgement. */
function dayOfCap(facts: DonorYear, on: PlainDate, receipts: readonly Receipt[]): PlainDate {
  const newest = receipts.at(-1)?.contribution.receivedOn;
  if (newest !== undefined) return newest;
  if (yearOf(on) === facts.year) return on;
  const [first, last] = ['01-01', '12-31'].map((day) => plainDate(`${String(facts.year)}-${day}`));
  return (yearOf(on) < facts.year ? first : last) ?? on;
}

function countsOf(
  receipts: readonly Receipt[],
  day: PlainDate,
  policy: JudgementPolicy,
): readonly Count[] {
  const counting = see('cap.counting', day, policy);
  const money = see('cap.money', day, policy);
  if (counting.kind === 'set' && counting.value === 'apart') {
    const inForm = (form: 'money' | 'in_kind'): readonly Receipt[] =>
      receipts.filter(({ contribution }) => contribution.form === form);
    const inKind = see('cap.in_kind', day, policy);
    return [
      { counted: 'money', receipts: inForm('money'), limit: money, counting },
      { counted: 'in_kind', receipts: inForm('in_kind'), limit: inKind, counting },
    ];
  }
  const limit = counting.kind === 'unknown' ? counting : money;
  return [{ counted: 'together', receipts, limit, counting }];
}

/**
 * Room left under the cap for the whole group; with money and in kind apart, the smaller of the
 * two. Null when no cap applies or it is unknown.
 */
export function roomUnderCap(
  facts: DonorYear,
  on: PlainDate,
  policy: JudgementPolicy,
): EuroCents | null {
  if (!isOneOutsider(facts)) return null;
  const received = countedForCap(facts, on, policy);
  const day = dayOfCap(facts, on, received);
  if (!contains(SINCE_THE_EVALUATION_ACT, day)) return null;
  const rooms = countsOf(received, day, policy).map(({ limit, receipts }) =>
    limit.kind === 'set' ? roomOf(limit.value, netOf(receipts)) : null,
  );
  return rooms.reduce((least, room) =>
    least === null || room === null ? null : smallest(least, room),
  );
}

function roomOf(limit: EuroCents, net: EuroCents): EuroCents {
  return net < limit ? minus(limit, net) : ZERO;
}

/**
 * Art. 29b lid 2: pro rata to what each recipient got, to the cent by largest remainder; within a
 * recipient from the newest contribution back. A branch shares through its party (D18).
 */
function prorata(facts: DonorYear, overrun: Overrun): readonly RemedyStep[] {
  const received = byReceiver(
    facts.group,
    overrun.portions.map(({ receipt }) => receipt),
  ).map(([receiver]) => overrun.portions.filter(({ receipt }) => receipt.receiver === receiver));
  const weights = received.map((portions) => sum(portions.map(({ amount }) => amount)));
  const shares = shareByLargestRemainder(overrun.total, weights);
  return received.flatMap((portions, index) =>
    stepsFor(takeNewestFirst(portions, shares[index] ?? ZERO), toDonor),
  );
}

/** The same cap stands in two articles, for two kinds of groups. */
export interface CapArticle {
  readonly code: RuleCode;
  readonly basis: LawReference;
  readonly remedyBasis: LawReference;
  readonly appliesTo: (status: GroupStatus | null) => boolean;
}

/** What the group received above the cap: art. 29b or 32a, by its status when the cap was passed. */
export function overCap(
  article: CapArticle,
  facts: DonorYear,
  on: PlainDate,
  policy: JudgementPolicy,
): readonly Finding[] {
  const everApplies = facts.group.statuses.some(({ status }) => article.appliesTo(status));
  if (!everApplies && !article.appliesTo(null)) return [];
  const receipts = countedForCap(facts, on, policy);
  return countsOf(receipts, dayOfCap(facts, on, receipts), policy).flatMap((count) =>
    judgeCount(article, facts, count),
  );
}

function judgeCount(article: CapArticle, facts: DonorYear, count: Count): readonly Finding[] {
  const { code, basis } = article;
  const { counted, receipts, limit, counting } = count;
  const newest = receipts.at(-1)?.contribution.receivedOn;
  if (newest === undefined || limit.kind === 'none') return [];
  if (limit.kind === 'unknown') {
    if (!article.appliesTo(statusOn(facts.group, newest))) return [];
    const seen = { parameter: limit.key, subject: counted, receipts, since: newest };
    return [parameterUnknown(code, basis, seen)];
  }
  const overrun = overrunOf(receipts, limit.value);
  if (overrun === null || !article.appliesTo(statusOn(facts.group, overrun.since))) return [];
  return [
    finding({
      rule: code,
      basis,
      severity: 'finding',
      outcome: 'over_cap',
      key: `${code}:${counted}`,
      contributions: receipts.map(seenContribution),
      amounts: [
        { label: `total_${counted}`, amount: netOf(receipts) },
        { label: 'cap', amount: limit.value },
        { label: 'excess', amount: overrun.open },
      ],
      parameters: seenOf([limit, counting]),
      since: overrun.since,
      remedy: remedy(
        article.remedyBasis,
        prorata(facts, overrun),
        overrun.done,
        'as_soon_as_possible',
      ),
    }),
  ];
}
