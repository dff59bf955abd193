import { type OwnCap } from '../facts/group';
import { smallest } from '../kernel/euro-cents';
import { type LawReference } from '../kernel/law-reference';
import { contains } from '../kernel/period';
import { countedForCap } from './cap';
import { finding } from './drafting';
import { type Finding } from './finding';
import { overrunOf } from './overrun';
import { netOf, seenContribution, type Receipt } from './receipts';
import { SINCE_THE_ACT, type Rule } from './rule';

const CODE = 'WFPP-34-OWN-CAP';
const BASIS: LawReference = { law: 'Wfpp', article: '34' };

/**
 * Art. 34: a lower cap that the party set itself, in its gift regulation. Never a breach of the Act.
 *
 * The cap of the day of receipt counts, over all that was received in the year up to then: lowering
 * it puts nothing over that had come in before, and raising it does not mend what was over.
 */
export const ownCap: Rule = {
  code: CODE,
  basis: BASIS,
  inForce: SINCE_THE_ACT,
  evaluate: (facts, on, policy) => {
    if (facts.group.ownCaps.length === 0) return [];
    const receipts = countedForCap(facts, on, policy);
    return facts.group.ownCaps.flatMap((cap) => overCap(cap, receipts));
  },
};

function overCap(cap: OwnCap, receipts: readonly Receipt[]): readonly Finding[] {
  const upToItsEnd = receipts.filter(
    ({ contribution }) => cap.until === null || contribution.receivedOn <= cap.until,
  );
  const underIt = upToItsEnd.filter(({ contribution }) => contains(cap, contribution.receivedOn));
  const first = underIt[0]?.contribution.receivedOn;
  const overrun = overrunOf(upToItsEnd, cap.amount);
  if (first === undefined || overrun === null) return [];
  const excess = smallest(overrun.open, netOf(underIt));
  if (excess <= 0) return [];
  return [
    finding({
      rule: CODE,
      basis: BASIS,
      severity: 'warning',
      outcome: 'over_own_cap',
      key: `${CODE}:${cap.from}`,
      contributions: upToItsEnd.map(seenContribution),
      amounts: [
        { label: 'total_together', amount: netOf(upToItsEnd) },
        { label: 'own_cap', amount: cap.amount },
        { label: 'excess', amount: excess },
      ],
      parameters: [
        {
          key: 'own_cap',
          value: cap.amount,
          unit: 'cents',
          source: cap.source,
          inForceFrom: cap.from,
        },
      ],
      since: overrun.since > first ? overrun.since : first,
    }),
  ];
}
