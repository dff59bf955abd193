import { type DonorYear } from '../../../legal/facts/contribution';
import { type NoticeDuty } from '../../../legal/rules/finding';
import { type Transaction } from '../../../platform/database/transaction';
import {
  cancelDeadlines,
  type NewDeadline,
  scheduleDeadline,
  scheduleNewDeadlines,
} from '../../../platform/deadlines/schedule';
import {
  dutiesOfFacts,
  insertDuty,
  lapseDuty,
  moveDuty,
  restateDuty,
  reviveDuty,
  type StoredDuty,
} from '../persistence/duty.store';
import { type DonorYearKey, endLateNotice } from '../persistence/finding.store';
import { addDays } from '../../../legal/kernel/plain-date';
import {
  DUTY_DEADLINES,
  ENFORCED_TERM_PASSED,
  NOTICE_REMINDER,
  STATUTORY_TERM_PASSED,
} from './duty-deadlines';

/** Stores the duties that arose and lets those lapse whose ground is gone (art. 25a, D1, D2). */
export async function recordDuties(
  tx: Transaction,
  key: DonorYearKey,
  facts: DonorYear,
  duties: readonly NoticeDuty[],
): Promise<void> {
  const roots = facts.contributions.map(({ ref }) => ref);
  const before = await dutiesOfFacts(tx, key, roots);
  const wanted = new Map(duties.map((duty) => [duty.contribution, duty]));
  for (const earlier of before) {
    const still = wanted.get(earlier.rootId);
    wanted.delete(earlier.rootId);
    await moveTo(tx, key, earlier, still);
    if (earlier.metAt !== null) continue;
    if (still === undefined) {
      await lapseDuty(tx, key.tenantId, earlier.id, 'the contribution is no longer notifiable');
      await cancelDeadlines(tx, { subjectId: earlier.id, kinds: DUTY_DEADLINES });
      await endLateNotice(tx, key, earlier.rootId);
    } else if (earlier.lapsedAt !== null) {
      await reviveDuty(tx, key.tenantId, earlier.id);
      await scheduleTerms(tx, key, earlier.id, still);
    }
  }
  for (const duty of wanted.values()) {
    const amount = facts.contributions.find(({ ref }) => ref === duty.contribution)?.amount ?? 0;
    const id = await insertDuty(tx, key, duty, amount);
    await scheduleTerms(tx, key, id, duty);
  }
}

/** What a duty is, for writing down its terms. */
export interface DutyTerms {
  readonly key: DonorYearKey;
  readonly dutyId: string;
  readonly duty: NoticeDuty;
}

/** A duty that stood under another donor comes along with its gift, after a merge or a correction. */
async function moveTo(
  tx: Transaction,
  key: DonorYearKey,
  earlier: StoredDuty,
  still: NoticeDuty | undefined,
): Promise<void> {
  if (earlier.donorId === key.donorId) return;
  await moveDuty(tx, key.tenantId, earlier.id, key.donorId);
  if (earlier.metAt === null && still !== undefined)
    await restateDuty(tx, key.tenantId, earlier.id, still);
}

/**
 * A reminder on the day before the last statutory day, a signal when the statutory term has passed, a
 * finding when the enforced one has.
 */
function termsOf({ key, dutyId, duty }: DutyTerms): readonly NewDeadline[] {
  const { enforced, statutory, enforcedReading } = duty.due;
  const common = { tenantId: key.tenantId, subjectId: dutyId, ruleVersion: enforcedReading };
  const dayBefore = addDays(statutory.lastDay, -1);
  const localDate = dayBefore > duty.receivedOn ? dayBefore : statutory.lastDay;
  return [
    { ...common, kind: NOTICE_REMINDER.kind, localDate, moment: 'start_of_day' },
    { ...common, kind: STATUTORY_TERM_PASSED.kind, localDate: statutory.lastDay },
    { ...common, kind: ENFORCED_TERM_PASSED.kind, localDate: enforced.lastDay },
  ];
}

async function scheduleTerms(
  tx: Transaction,
  key: DonorYearKey,
  dutyId: string,
  duty: NoticeDuty,
): Promise<void> {
  for (const term of termsOf({ key, dutyId, duty })) await scheduleDeadline(tx, term);
}

/** The terms of duties that are new, all at once. */
export function scheduleTermsOf(tx: Transaction, duties: readonly DutyTerms[]): Promise<void> {
  return scheduleNewDeadlines(tx, duties.flatMap(termsOf));
}
