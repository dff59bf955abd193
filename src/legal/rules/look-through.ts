import { type ContributionForm, type DonorYear } from '../facts/contribution';
import { type Ref } from '../facts/group';
import { type LawReference } from '../kernel/law-reference';
import { type PlainDate } from '../kernel/plain-date';
import { finding, parameterUnknown, remedy, toMinister } from './drafting';
import { type Finding } from './finding';
import { overrunOf, stepsFor, takeNewestFirst } from './overrun';
import { byReceiver, netOf, receiptsOf, seenContribution, type Receipt } from './receipts';
import { SINCE_THE_EVALUATION_ACT, type JudgementPolicy, type Rule } from './rule';
import { see } from './seen-parameter';

const CODE = 'WFPP-21a-2';
const BASIS: LawReference = { law: 'Wfpp', article: '21a', paragraph: '2' };
const LIMIT = 'lookthrough.recipient_total';

interface Received {
  readonly receiver: Ref;
  readonly form: ContributionForm;
  readonly receipts: readonly Receipt[];
}

/** One overview per calendar year; which of several recipients asked for it makes no difference. */
function hasOverview({ donor, year }: DonorYear, on: PlainDate): boolean {
  return donor.lookThrough.some((overview) => overview.year === year && overview.receivedOn <= on);
}

function judgeReceived(
  { receiver, form, receipts }: Received,
  policy: JudgementPolicy,
): readonly Finding[] {
  const newest = receipts.at(-1)?.contribution.receivedOn;
  if (newest === undefined) return [];
  const subject = `${receiver}:${form}`;
  const limit = see(LIMIT, newest, policy);
  if (limit.kind === 'unknown') {
    return [parameterUnknown(CODE, BASIS, { parameter: LIMIT, subject, receipts, since: newest })];
  }
  if (limit.kind === 'none') return [];
  const overrun = overrunOf(receipts, limit.value);
  if (overrun === null) return [];
  const steps = stepsFor(takeNewestFirst(overrun.portions, overrun.total), toMinister);
  return [
    finding({
      rule: CODE,
      basis: BASIS,
      severity: 'finding',
      outcome: 'overview_missing',
      key: `${CODE}:${subject}`,
      recipient: receiver,
      contributions: receipts.map(seenContribution),
      amounts: [
        { label: form === 'money' ? 'total_money' : 'total_in_kind', amount: netOf(receipts) },
        { label: 'may_be_kept', amount: limit.value },
        { label: 'excess', amount: overrun.open },
      ],
      parameters: [limit.seen],
      missing: ['look_through_overview'],
      since: overrun.since,
      remedy: remedy(BASIS, steps, overrun.done, 'none'),
    }),
  ];
}

/**
 * Art. 21a: a foundation or association, other than an affiliate, that gave one recipient more than
 * the limit in a calendar year in money, or more than it in kind, names its own givers. Without
 * that overview at most the limit may be kept. Not for branches (art. 24).
 */
export const lookThrough: Rule = {
  code: CODE,
  basis: BASIS,
  inForce: SINCE_THE_EVALUATION_ACT,
  evaluate: (facts, on, policy) => {
    const { kind } = facts.donor;
    if ((kind !== 'foundation' && kind !== 'association') || hasOverview(facts, on)) return [];
    const receipts = receiptsOf(facts, on, policy).filter((receipt) => receipt.kind !== 'branch');
    return byReceiver(facts.group, receipts).flatMap(([receiver, received]) =>
      (['money', 'in_kind'] as const).flatMap((form) => {
        const inForm = received.filter(({ contribution }) => contribution.form === form);
        return judgeReceived({ receiver, form, receipts: inForm }, policy);
      }),
    );
  },
};
