import { type Donor } from '../facts/donor';
import { reaches } from '../kernel/euro-cents';
import { type LawReference } from '../kernel/law-reference';
import { isSeated } from './bound';
import { finding } from './drafting';
import { type Finding } from './finding';
import { standingSince } from './overrun';
import {
  byReceiver,
  isAffiliate,
  isOneOutsider,
  netOf,
  receiptsOf,
  seenContribution,
  type Receipt,
} from './receipts';
import { SINCE_THE_ACT, type JudgementPolicy, type Rule } from './rule';
import { see } from './seen-parameter';

const CODE = 'WFPP-25-1-B';
const BASIS: LawReference = { law: 'Wfpp', article: '25', paragraph: '1', part: 'b' };

function isSmall({ contribution }: Receipt, policy: JudgementPolicy): boolean {
  const skip = see('registration.skip_up_to', contribution.receivedOn, policy);
  return skip.kind === 'set' && contribution.amount <= skip.value;
}

function judgeReceived(
  donor: Donor,
  receipts: readonly Receipt[],
  policy: JudgementPolicy,
): readonly Finding[] {
  const small = receipts.filter((receipt) => isSmall(receipt, policy));
  const [first, newest] = [small[0], receipts.at(-1)];
  if (first === undefined || newest === undefined) return [];
  const day = newest.contribution.receivedOn;
  const [threshold, skip] = [
    see('disclosure.annual', day, policy),
    see('registration.skip_up_to', day, policy),
  ];
  if (threshold.kind !== 'set' || skip.kind !== 'set') return [];
  const since = standingSince(receipts, (net) => reaches(net, threshold.value));
  const others = receipts.filter((receipt) => !small.includes(receipt));
  if (since === null || reaches(netOf(others), threshold.value)) return [];
  const { recipient } = newest.contribution;
  return [
    finding({
      rule: CODE,
      basis: BASIS,
      severity: 'warning',
      outcome: 'small_contributions_count',
      key: `${CODE}:${recipient}`,
      recipient,
      contributions: small.map(seenContribution),
      amounts: [
        { label: 'total', amount: netOf(receipts) },
        { label: 'total_small', amount: netOf(small) },
        { label: 'threshold', amount: threshold.value },
      ],
      parameters: [threshold.seen, skip.seen],
      missing: [
        ...(donor.particulars.name ? [] : ['name']),
        ...(donor.particulars.address ? [] : ['address']),
      ],
      since,
    }),
  ];
}

/**
 * T24: contributions that need not be registered one by one (art. 21 lid 2) bring a known donor
 * into the yearly overview, so they must be known after all (D14). Only where they make the
 * difference.
 */
export const smallContributions: Rule = {
  code: CODE,
  basis: BASIS,
  inForce: SINCE_THE_ACT,
  evaluate: (facts, on, policy) => {
    if (!isOneOutsider(facts)) return [];
    const receipts = receiptsOf(facts, on, policy).filter(
      ({ kind, status }) => isSeated(status) && (kind === 'party' || isAffiliate(kind)),
    );
    return byReceiver(facts.group, receipts).flatMap(([, received]) =>
      judgeReceived(facts.donor, received, policy),
    );
  },
};
