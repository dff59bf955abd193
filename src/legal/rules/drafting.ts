import { type LawReference } from '../kernel/law-reference';
import { minus, smallest, sum, type EuroCents } from '../kernel/euro-cents';
import { type PlainDate } from '../kernel/plain-date';
import { type Finding, type Remedy, type RemedyStep, type RuleCode } from './finding';
import { seenContribution, type Receipt } from './receipts';

type Required =
  'rule' | 'basis' | 'severity' | 'outcome' | 'key' | 'since' | 'contributions' | 'parameters';
type Draft = Pick<Finding, Required> & Partial<Finding>;

/** A finding with nothing where the rule said nothing. */
export function finding(draft: Draft): Finding {
  return { recipient: null, amounts: [], missing: [], remedy: null, ...draft };
}

/** "Cannot decide": neither a breach nor a pass (decisions.md D19). */
export function undecided(
  rule: RuleCode,
  basis: LawReference,
  found: Pick<Finding, 'outcome' | 'key' | 'missing' | 'parameters' | 'since'> & {
    readonly receipts: readonly Receipt[];
  },
): Finding {
  const { receipts, ...rest } = found;
  const contributions = receipts.map(seenContribution);
  return finding({ rule, basis, severity: 'undecided', contributions, ...rest });
}

/** A parameter that nobody knows makes the rule undecided for what was received. */
export function parameterUnknown(
  rule: RuleCode,
  basis: LawReference,
  seen: {
    readonly parameter: string;
    /** Tells findings of one rule apart: what it could not judge. */
    readonly subject: string;
    readonly receipts: readonly Receipt[];
    readonly since: PlainDate;
  },
): Finding {
  return undecided(rule, basis, {
    outcome: 'parameter_unknown',
    key: `UNDECIDED:${rule}:${seen.subject}`,
    missing: [`parameter:${seen.parameter}`],
    parameters: [],
    receipts: seen.receipts,
    since: seen.since,
  });
}

export function remedy(
  basis: LawReference,
  steps: readonly RemedyStep[],
  done: EuroCents,
  statutoryTerm: Remedy['statutoryTerm'],
): Remedy {
  const total = sum(steps.map(({ amount }) => amount));
  const counted = smallest(done, total);
  return { basis, steps, total, done: counted, open: minus(total, counted), statutoryTerm };
}

/** Arts. 21a, 23 and 23a: money to the Minister's account; in kind its value, or destroyed. */
export function toMinister({ contribution }: Receipt, amount: EuroCents): RemedyStep {
  return {
    contribution: contribution.ref,
    recipient: contribution.recipient,
    amount,
    form: contribution.form,
    to: contribution.form === 'money' ? 'minister' : 'minister_or_destroy',
  };
}

/** Art. 29b lid 2: back to the donor, in money and in kind. */
export function toDonor({ contribution }: Receipt, amount: EuroCents): RemedyStep {
  return {
    contribution: contribution.ref,
    recipient: contribution.recipient,
    amount,
    form: contribution.form,
    to: 'donor',
  };
}

/**
 * What already reached the State or was destroyed. A return to the donor is no remedy under arts.
 * 23 and 23a: there the money may not go back (law.md section 7).
 */
export function surrendered({ settlements }: Receipt): EuroCents {
  return sum(
    settlements.filter(({ kind }) => kind !== 'returned_to_donor').map(({ amount }) => amount),
  );
}
