import { euroCents } from '../kernel/euro-cents';
import { type LawReference } from '../kernel/law-reference';
import { plainDate } from '../kernel/plain-date';
import { countedForCap } from './cap';
import { finding } from './drafting';
import { overrunOf } from './overrun';
import { netOf, seenContribution } from './receipts';
import { SINCE_THE_ACT, type Rule } from './rule';

const CODE = 'WFPP-34-OWN-CAP';
const BASIS: LawReference = { law: 'Wfpp', article: '34' };

/** Art. 34: a lower cap that the party set itself, in its gift regulation. Never a breach of the Act. */
export const ownCap: Rule = {
  code: CODE,
  basis: BASIS,
  inForce: SINCE_THE_ACT,
  evaluate: (facts, on, policy) => {
    if (facts.group.ownCap === null) return [];
    const limit = euroCents(facts.group.ownCap);
    const receipts = countedForCap(facts, on, policy);
    const overrun = overrunOf(receipts, limit);
    if (overrun === null) return [];
    return [
      finding({
        rule: CODE,
        basis: BASIS,
        severity: 'warning',
        outcome: 'over_own_cap',
        key: CODE,
        contributions: receipts.map(seenContribution),
        amounts: [
          { label: 'total_together', amount: netOf(receipts) },
          { label: 'own_cap', amount: limit },
          { label: 'excess', amount: overrun.open },
        ],
        parameters: [
          {
            key: 'own_cap',
            value: limit,
            unit: 'cents',
            source: 'Gift regulation of the party (Wfpp art. 34)',
            inForceFrom: plainDate(`${String(facts.year)}-01-01`),
          },
        ],
        since: overrun.since,
      }),
    ];
  },
};
