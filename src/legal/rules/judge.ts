import { type DonorYear } from '../facts/contribution';
import { contains } from '../kernel/period';
import { plainDate, type PlainDate } from '../kernel/plain-date';
import { isNotYetBound } from './bound';
import { roomUnderCap } from './cap';
import { type Finding, type Judgement } from './finding';
import { byReceiver, grossOf, netOf, receiptsOf, statusOn } from './receipts';
import { RULES } from './registry';
import { AS_IN_FORCE, type JudgementPolicy, type Rule } from './rule';
import { noticeDuties } from './substantial-gift';

/**
 * What the law says of everything one donor gave to one group in one calendar year. Same facts,
 * same day, same policy: same answer.
 * @param on the day of judgement: settlements after it do not count yet
 */
export function judgeDonorYear(
  facts: DonorYear,
  on: PlainDate,
  policy: JudgementPolicy = AS_IN_FORCE,
): Judgement {
  const receipts = receiptsOf(facts, on, policy);
  const bound = underTheAct(facts);
  return {
    findings: RULES.flatMap((rule) => evaluate(rule, bound, on, policy)),
    duties: noticeDuties(bound, on, policy),
    totals: {
      group: { gross: grossOf(receipts), net: netOf(receipts) },
      recipients: byReceiver(facts.group, receipts).map(([recipient, received]) => ({
        recipient,
        gross: grossOf(received),
        net: netOf(received),
      })),
    },
    room: hasCap(facts) ? roomUnderCap(bound, on, policy) : null,
  };
}

/** Art. 33: what a split-off receives in the year of the split is shown to no rule. */
function underTheAct(facts: DonorYear): DonorYear {
  const contributions = facts.contributions.filter(
    ({ receivedOn }) => !isNotYetBound(facts.group, receivedOn),
  );
  return { ...facts, contributions };
}

/** Whoever splits off in this year has no cap before the next. */
function hasCap({ group, year }: DonorYear): boolean {
  return !isNotYetBound(group, plainDate(`${String(year)}-12-31`));
}

function evaluate(
  rule: Rule,
  facts: DonorYear,
  on: PlainDate,
  policy: JudgementPolicy,
): readonly Finding[] {
  const contributions = facts.contributions.filter(({ receivedOn }) =>
    contains(rule.inForce, receivedOn),
  );
  return rule
    .evaluate({ ...facts, contributions }, on, policy)
    .map((found) => withKnownStatus(facts, found));
}

/**
 * The Act binds parties, new associations and blank lists. When it is unknown which of them the
 * group was on a day of receipt, whether the Act was broken is unknown too (D19).
 */
function withKnownStatus(facts: DonorYear, found: Finding): Finding {
  const known = found.contributions.every(
    ({ receivedOn }) => statusOn(facts.group, receivedOn) !== null,
  );
  if (known || found.severity === 'undecided') return found;
  return {
    ...found,
    severity: 'undecided',
    outcome: 'status_unknown',
    missing: [...found.missing, 'group_status'],
    remedy: null,
  };
}
