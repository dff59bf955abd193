import { type DonorYear } from '../facts/contribution';
import { type LawReference } from '../kernel/law-reference';
import { contains } from '../kernel/period';
import { type PlainDate } from '../kernel/plain-date';
import { finding, parameterUnknown, remedy, surrendered, toMinister, undecided } from './drafting';
import { eligibilityOf, type Eligibility } from './eligibility';
import { type Finding } from './finding';
import { receiptsOf, seenContribution, type Receipt } from './receipts';
import { SINCE_THE_EVALUATION_ACT, type JudgementPolicy, type Rule } from './rule';
import { see, seenOf, type Sight } from './seen-parameter';

const CODE = 'WFPP-23a-1';
const BASIS: LawReference = { law: 'Wfpp', article: '23a', paragraph: '1' };
const TRANSFER: LawReference = { law: 'Wfpp', article: '23a', paragraph: '2' };

interface Test {
  readonly eligibility: Eligibility;
  readonly parameters: readonly Sight<unknown>[];
}

function test(facts: DonorYear, { contribution }: Receipt, policy: JudgementPolicy): Test | null {
  const ban = see('foreign_gifts', contribution.receivedOn, policy);
  const age = see('voting_age', contribution.receivedOn, policy);
  if (ban.kind !== 'set' || age.kind !== 'set' || ban.value === 'allowed') return null;
  const eligibility = eligibilityOf(facts.donor, contribution.receivedOn, age.value);
  return { eligibility, parameters: [ban, age] };
}

/**
 * True for a contribution that may not be kept at all. Dues are a warning only (D6) and stay in
 * every count; what is undecided stays in too, so that no other limit is passed unseen.
 */
export function isForbidden(facts: DonorYear, receipt: Receipt, policy: JudgementPolicy): boolean {
  const { receivedOn, type } = receipt.contribution;
  if (!contains(SINCE_THE_EVALUATION_ACT, receivedOn) || type === 'membership_dues') return false;
  return test(facts, receipt, policy)?.eligibility.kind === 'foreign';
}

function judgeReceipt(
  facts: DonorYear,
  receipt: Receipt,
  policy: JudgementPolicy,
): readonly Finding[] {
  const { ref, type, receivedOn, amount } = receipt.contribution;
  const recipient = receipt.receiver;
  const tested = test(facts, receipt, policy);
  if (tested === null || tested.eligibility.kind === 'dutch') return [];
  const { eligibility } = tested;
  const common = {
    outcome: eligibility.outcome,
    key: `${CODE}:${ref}`,
    parameters: seenOf(tested.parameters),
    since: receivedOn,
  };
  if (eligibility.kind === 'unknown') {
    const { missing } = eligibility;
    return [{ ...undecided(CODE, BASIS, { ...common, missing, receipts: [receipt] }), recipient }];
  }
  return [
    finding({
      ...common,
      rule: CODE,
      basis: BASIS,
      severity: type === 'membership_dues' ? 'warning' : 'finding',
      recipient,
      contributions: [seenContribution(receipt)],
      amounts: [{ label: 'contribution', amount }],
      remedy: remedy(TRANSFER, [toMinister(receipt, amount)], surrendered(receipt), 'none'),
    }),
  ];
}

function unknownParameters(
  receipts: readonly Receipt[],
  policy: JudgementPolicy,
): readonly Finding[] {
  return (['foreign_gifts', 'voting_age'] as const).flatMap((key) => {
    const blind = receipts.filter(
      ({ contribution }) => see(key, contribution.receivedOn, policy).kind === 'unknown',
    );
    const [first] = blind;
    if (first === undefined) return [];
    const since = first.contribution.receivedOn;
    return [
      parameterUnknown(CODE, BASIS, { parameter: key, subject: key, receipts: blind, since }),
    ];
  });
}

/**
 * Art. 23a: no contribution from anyone but a Dutch donor, from the first cent. The finding stays
 * when everything was passed on: the law says "receives no" (law.md section 7).
 */
export const foreignContribution: Rule = {
  code: CODE,
  basis: BASIS,
  inForce: SINCE_THE_EVALUATION_ACT,
  evaluate: (facts: DonorYear, on: PlainDate, policy: JudgementPolicy) => {
    const receipts = receiptsOf(facts, on, policy);
    return [
      ...unknownParameters(receipts, policy),
      ...receipts.flatMap((receipt) => judgeReceipt(facts, receipt, policy)),
    ];
  },
};
