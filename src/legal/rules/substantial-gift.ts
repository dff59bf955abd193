import {
  hasSubstantialGiftTerm,
  type NoticeTermLaw,
  substantialGiftTerm,
} from '../calendar/substantial-gift-term';
import { type DonorYear } from '../facts/contribution';
import { type Ref } from '../facts/group';
import { minus, reaches, sum, type EuroCents } from '../kernel/euro-cents';
import { type LawReference } from '../kernel/law-reference';
import { type PlainDate } from '../kernel/plain-date';
import { noticeDays, noticeReading } from '../parameters/substantial-gift';
import { isSeated } from './bound';
import { parameterUnknown, undecided } from './drafting';
import { type Finding, type NoticeDuty } from './finding';
import {
  byReceiver,
  grossOf,
  isOneOutsider,
  receiptsOf,
  settledBy,
  type Receipt,
} from './receipts';
import { SINCE_THE_EVALUATION_ACT, type JudgementPolicy, type Rule } from './rule';
import { overrideOf, see, seenOf, type Sight } from './seen-parameter';

const CODE = 'WFPP-25a-2';
const BASIS: LawReference = { law: 'Wfpp', article: '25a', paragraph: '2' };

/** A receipt with the net total of the donor at that recipient just after it. */
interface Reaching {
  readonly receiver: Ref;
  readonly receipt: Receipt;
  readonly totalAfter: EuroCents;
  readonly threshold: Sight<EuroCents>;
}

/** Returns settled on or before the day of a receipt made the total smaller; later ones do not. */
function totalAfter(receipts: readonly Receipt[], index: number): EuroCents {
  const soFar = receipts.slice(0, index + 1);
  const day = soFar.at(-1)?.contribution.receivedOn;
  const left = day === undefined ? [] : soFar.map((receipt) => settledBy(receipt, day));
  return minus(grossOf(soFar), sum(left));
}

/**
 * Per recipient: the receipt that reaches the threshold and every later one of that donor that
 * year (D2), also when a return in between brought the total below it again.
 */
function reachingReceipts(
  facts: DonorYear,
  on: PlainDate,
  policy: JudgementPolicy,
): readonly Reaching[] {
  if (!isOneOutsider(facts)) return [];
  const receipts = receiptsOf(facts, on, policy).filter(({ kind }) => kind !== 'candidate');
  return byReceiver(facts.group, receipts).flatMap(([receiver, received]) => {
    const totals = received.map((receipt, index) => ({
      receiver,
      receipt,
      totalAfter: totalAfter(received, index),
      threshold: see('substantial_gift', receipt.contribution.receivedOn, policy),
    }));
    const first = totals.findIndex(
      (one) => one.threshold.kind === 'set' && reaches(one.totalAfter, one.threshold.value),
    );
    return first === -1 ? [] : totals.slice(first);
  });
}

/** The term that a policy gives; as in force where it says nothing else. */
function noticeTerm(policy: JudgementPolicy): NoticeTermLaw {
  return {
    days: overrideOf('notice_days', policy)?.values ?? noticeDays.values,
    reading: overrideOf('notice_reading', policy)?.values ?? noticeReading.values,
  };
}

/** What the term of art. 25a lid 2 rests on. */
const TERM = ['notice_days', 'notice_reading'] as const;

/** True when nobody knows how long the term was, or how it was counted, on a day of receipt. */
function isTermUnknown({ receipt }: Reaching, policy: JudgementPolicy): boolean {
  const { receivedOn } = receipt.contribution;
  return TERM.some((key) => see(key, receivedOn, policy).kind === 'unknown');
}

/**
 * Art. 25a: what must be notified, and by when. Only while the group is a political party (T33,
 * T34) or does what one does (art. 33); what was received before that counts in the total. The duty follows from the receipt, so
 * it stands for a gift that has to be passed on or given back.
 */
export function noticeDuties(
  facts: DonorYear,
  on: PlainDate,
  policy: JudgementPolicy,
): readonly NoticeDuty[] {
  const term = noticeTerm(policy);
  return reachingReceipts(facts, on, policy)
    .filter(({ receipt }) => isSeated(receipt.status))
    .filter((reaching) => !isTermUnknown(reaching, policy))
    .filter(({ receipt }) => hasSubstantialGiftTerm(receipt.contribution.receivedOn, term))
    .map(({ receiver, receipt, totalAfter: total, threshold }) => {
      const { ref, receivedOn } = receipt.contribution;
      const sights = [
        threshold,
        see('notice_days', receivedOn, policy),
        see('notice_reading', receivedOn, policy),
      ];
      return {
        contribution: ref,
        recipient: receiver,
        receivedOn,
        totalAfter: total,
        due: substantialGiftTerm(receivedOn, term),
        parameters: seenOf(sights),
      };
    });
}

function statusUnknown({ receiver, receipt, threshold }: Reaching): Finding {
  const { ref, receivedOn } = receipt.contribution;
  const found = undecided(CODE, BASIS, {
    outcome: 'status_unknown',
    key: `UNDECIDED:${CODE}:${ref}`,
    missing: ['group_status'],
    parameters: seenOf([threshold]),
    receipts: [receipt],
    since: receivedOn,
  });
  return { ...found, recipient: receiver };
}

/** Receipts for which nobody knows the threshold. */
function thresholdUnknown(
  facts: DonorYear,
  on: PlainDate,
  policy: JudgementPolicy,
): readonly Finding[] {
  if (!isOneOutsider(facts)) return [];
  const blind = receiptsOf(facts, on, policy).filter(
    ({ contribution }) =>
      see('substantial_gift', contribution.receivedOn, policy).kind === 'unknown',
  );
  const [first] = blind;
  if (first === undefined) return [];
  const parameter = 'substantial_gift';
  const since = first.contribution.receivedOn;
  return [parameterUnknown(CODE, BASIS, { parameter, subject: parameter, receipts: blind, since })];
}

/** Receipts that must be notified by a term that nobody knows: only under another policy (D21). */
function termUnknown(facts: DonorYear, on: PlainDate, policy: JudgementPolicy): readonly Finding[] {
  const blind = reachingReceipts(facts, on, policy)
    .filter(({ receipt }) => isSeated(receipt.status))
    .filter((reaching) => isTermUnknown(reaching, policy))
    .map(({ receipt }) => receipt);
  const [first] = blind;
  if (first === undefined) return [];
  const parameter = 'notice_days';
  const since = first.contribution.receivedOn;
  return [parameterUnknown(CODE, BASIS, { parameter, subject: parameter, receipts: blind, since })];
}

/**
 * Art. 25a as a rule: a duty that is not late is no finding, so it finds only what it cannot decide.
 * Whether a notice came late is judged by notice-timeliness.ts, once it is filed or its term passed.
 */
export const substantialGift: Rule = {
  code: CODE,
  basis: BASIS,
  inForce: SINCE_THE_EVALUATION_ACT,
  evaluate: (facts, on, policy) => [
    ...thresholdUnknown(facts, on, policy),
    ...termUnknown(facts, on, policy),
    ...reachingReceipts(facts, on, policy)
      .filter(({ receipt }) => receipt.status === null)
      .map(statusUnknown),
  ],
};
