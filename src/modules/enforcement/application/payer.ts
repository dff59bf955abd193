import { fineable, isFineableRule } from '../../../legal/fines/fineable';
import { isFineableProvision } from '../../../legal/fines/provisions';
import { type Group, type RecipientKind } from '../../../legal/facts/group';
import { contains } from '../../../legal/kernel/period';
import { type PlainDate } from '../../../legal/kernel/plain-date';
import { type Finding, type RuleCode } from '../../../legal/rules/finding';

export type Fineable = Extract<ReturnType<typeof fineable>, { fineable: true }>;

/** Who would pay a fine (art. 37 lid 3), and whether one is possible at all (art. 37 lid 1). */
export interface Payer {
  readonly recipientId: string;
  /** Null: no fine for this, or not on this addressee. */
  readonly fineable: Fineable | null;
}

interface Breach {
  readonly rule: RuleCode;
  readonly since: PlainDate;
  readonly recipient: string | null;
}

/** Null when the group has nobody to address. */
export function payerOf(group: Group, breach: Breach): Payer | null {
  const status = group.statuses.find((period) => contains(period, breach.since))?.status ?? null;
  const party = group.members.find(({ kind }) => kind === 'party')?.recipient;
  const recipientId = breach.recipient ?? party;
  if (recipientId === undefined) return null;
  const kind: RecipientKind =
    group.members.find(({ recipient }) => recipient === recipientId)?.kind ?? 'party';
  const answer = fineable(breach.rule, { kind, status });
  return { recipientId, fineable: answer.fineable ? answer : null };
}

/**
 * Whether what a finding names is in art. 37 lid 1. A filing that did not come at all broke every
 * part of its paragraph, so no single part is named.
 */
export function isFineableFinding({ rule, basis, severity, filing }: Finding): boolean {
  if (severity !== 'finding' || !isFineableRule(rule)) return false;
  return filing?.part === null || isFineableProvision(basis);
}
