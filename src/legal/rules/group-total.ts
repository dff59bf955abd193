import { reaches } from '../kernel/euro-cents';
import { type LawReference } from '../kernel/law-reference';
import { isSeated } from './bound';
import { finding } from './drafting';
import { standingSince } from './overrun';
import { byReceiver, isOneOutsider, netOf, receiptsOf, seenContribution } from './receipts';
import { SINCE_THE_EVALUATION_ACT, type Rule } from './rule';
import { see } from './seen-parameter';

const CODE = 'D2-GROUP-TOTAL';
const BASIS: LawReference = { law: 'Wfpp', article: '25a', paragraph: '1' };

/**
 * Decision D2: the group as a whole reaches the threshold for a notice while every recipient stays
 * below it. By the text no notice is due; worth a look, no breach (T17).
 */
export const groupTotal: Rule = {
  code: CODE,
  basis: BASIS,
  inForce: SINCE_THE_EVALUATION_ACT,
  evaluate: (facts, on, policy) => {
    const receipts = receiptsOf(facts, on, policy);
    const newest = receipts.at(-1);
    if (newest === undefined || !isSeated(newest.status) || !isOneOutsider(facts)) return [];
    const threshold = see('substantial_gift', newest.contribution.receivedOn, policy);
    if (threshold.kind !== 'set') return [];
    const since = standingSince(receipts, (net) => reaches(net, threshold.value));
    const ofOne = byReceiver(facts.group, receipts).map(([, received]) => netOf(received));
    if (since === null || ofOne.some((net) => reaches(net, threshold.value))) return [];
    return [
      finding({
        rule: CODE,
        basis: BASIS,
        severity: 'signal',
        outcome: 'group_reaches_threshold',
        key: CODE,
        contributions: receipts.map(seenContribution),
        amounts: [
          { label: 'total_together', amount: netOf(receipts) },
          { label: 'threshold', amount: threshold.value },
        ],
        parameters: [threshold.seen],
        since,
      }),
    ];
  },
};
