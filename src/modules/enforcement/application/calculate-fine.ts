import { type fineable, isFineableRule } from '../../../legal/fines/fineable';
import { type FineProposal, proposeFine, type Violation } from '../../../legal/fines/propose-fine';
import { fineScheduleOn } from '../../../legal/fines/schedule-on';
import { euroCents } from '../../../legal/kernel/euro-cents';
import { type PlainDate } from '../../../legal/kernel/plain-date';
import { type CaseState } from '../../../legal/procedure/case';
import { type RuleCode } from '../../../legal/rules/finding';
import { type Transaction } from '../../../platform/database/transaction';
import { readFinding } from '../../judgements/public';
import { finedBefore, type StoredCase } from '../persistence/case.store';
import { adoptedSchedules } from '../persistence/fine-schedule.store';
import { newestProposal } from '../persistence/proposal.store';
import { type Fineable } from './payer';
import { daysLateOn, violationOf } from './violation';

/** The violation as it is known from the newest proposal, the finding or only the case itself. */
async function knownViolation(
  tx: Transaction,
  head: StoredCase,
  payer: Fineable,
  on: PlainDate,
): Promise<Violation> {
  const proposal = await newestProposal(tx, head);
  if (proposal !== null) {
    const { content } = proposal;
    return { ...content.violation, daysLate: daysLateOn(content, on) };
  }
  const stored = head.findingId === null ? null : await readFinding(tx, head.findingId);
  if (stored !== null) return violationOf({ finding: stored.content, notice: null }, payer, [], on);
  return {
    rule: payer.rule,
    basis: head.state.subject.basis,
    violatedOn: head.state.subject.violatedOn,
    decidedOn: on,
    daysLate: 0,
    amountInvolved: euroCents(0),
    earlierViolations: [],
    selfReported: false,
    repaired: false,
  };
}

/**
 * What the fine schedule gives on a day with the facts of the case: earlier fines that stand, and
 * what was repaired since. Null when no fine is possible or no schedule is in force.
 */
export async function calculateFine(
  tx: Transaction,
  head: StoredCase,
  state: CaseState,
  on: PlainDate,
): Promise<FineProposal | null> {
  const { subject } = state;
  const rule = head.rule as RuleCode;
  if (!subject.fineable || !isFineableRule(rule) || head.addresseeKind === null) return null;
  const payer = { ...POWER, rule, addressee: head.addresseeKind };
  const known = await knownViolation(tx, head, payer, on);
  const schedules = await adoptedSchedules(tx);
  const then = fineScheduleOn(subject.violatedOn, schedules);
  const now = fineScheduleOn(on, schedules);
  if (then === 'unknown' || now === 'unknown') return null;
  return proposeFine(
    {
      ...known,
      violatedOn: subject.violatedOn,
      decidedOn: on,
      earlierViolations: await finedBefore(tx, { ...head, rule }),
      repaired: known.repaired || (state.repair?.reportedOn ?? null) !== null,
    },
    then,
    now,
  );
}

/** The part of an answer of fineable() that is the same for every rule. */
const POWER: Pick<
  Extract<ReturnType<typeof fineable>, { fineable: true }>,
  'fineable' | 'power'
> = { fineable: true, power: { law: 'Wfpp', article: '37', paragraph: '1' } };
