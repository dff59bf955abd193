import { exceeds, excessOver } from '../kernel/euro-cents';
import { type LawReference } from '../kernel/law-reference';
import { finding, parameterUnknown, remedy, surrendered, toMinister } from './drafting';
import { type Finding } from './finding';
import { receiptsOf, seenContribution, type Receipt } from './receipts';
import { SINCE_THE_ACT, type JudgementPolicy, type Rule } from './rule';
import { see } from './seen-parameter';

const CODE = 'WFPP-23-1';
const BASIS: LawReference = { law: 'Wfpp', article: '23', paragraph: '1' };
const LIMIT = 'anonymous.keep_up_to';

function judgeReceipt(receipt: Receipt, policy: JudgementPolicy): readonly Finding[] {
  const { ref, amount, receivedOn, recipient } = receipt.contribution;
  const limit = see(LIMIT, receivedOn, policy);
  if (limit.kind === 'unknown') {
    const seen = { parameter: LIMIT, subject: ref, receipts: [receipt], since: receivedOn };
    return [parameterUnknown(CODE, BASIS, seen)];
  }
  if (limit.kind === 'none' || !exceeds(amount, limit.value)) return [];
  const excess = excessOver(amount, limit.value);
  const transfer = remedy(BASIS, [toMinister(receipt, excess)], surrendered(receipt), 'none');
  if (transfer.open === 0) return [];
  return [
    finding({
      rule: CODE,
      basis: BASIS,
      severity: 'finding',
      outcome: 'anonymous_above_limit',
      key: `${CODE}:${ref}`,
      recipient,
      contributions: [seenContribution(receipt)],
      amounts: [
        { label: 'contribution', amount },
        { label: 'may_be_kept', amount: limit.value },
        { label: 'excess', amount: excess },
      ],
      parameters: [limit.seen],
      missing: ['donor_identity'],
      since: receivedOn,
      remedy: transfer,
    }),
  ];
}

/**
 * Art. 23: of one anonymous contribution only what is above the limit goes to the Minister; done
 * in full, nothing is left to find. Not for branches (art. 24).
 */
export const anonymousContribution: Rule = {
  code: CODE,
  basis: BASIS,
  inForce: SINCE_THE_ACT,
  evaluate: (facts, on, policy) =>
    facts.donor.kind === 'anonymous'
      ? receiptsOf(facts, on, policy)
          .filter(({ kind }) => kind !== 'branch')
          .flatMap((receipt) => judgeReceipt(receipt, policy))
      : [],
};
