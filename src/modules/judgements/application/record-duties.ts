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
import { contentHash, type DonorYearKey, endLateNotice } from '../persistence/finding.store';
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
  const amountOf = (duty: NoticeDuty): number =>
    facts.contributions.find(({ ref }) => ref === duty.contribution)?.amount ?? 0;
  for (const earlier of before) {
    const still = wanted.get(earlier.rootId);
    wanted.delete(earlier.rootId);
    if (earlier.donorId !== key.donorId) await moveDuty(tx, key.tenantId, earlier.id, key.donorId);
    if (earlier.metAt !== null) continue;
    if (still === undefined) await lapse(tx, key, earlier);
    else await goOn(tx, key, earlier, { duty: still, amount: amountOf(still) });
  }
  for (const duty of wanted.values()) {
    const id = await insertDuty(tx, key, duty, amountOf(duty));
    await scheduleTerms(tx, key, id, duty);
  }
}

async function lapse(tx: Transaction, key: DonorYearKey, earlier: StoredDuty): Promise<void> {
  await lapseDuty(tx, key.tenantId, earlier.id, 'the contribution is no longer notifiable');
  await cancelDeadlines(tx, { subjectId: earlier.id, kinds: DUTY_DEADLINES });
  await endLateNotice(tx, key, earlier.rootId);
}

/**
 * A duty that still stands, perhaps anew or under another donor. After a correction of the receipt
 * day its terms run from the right day: what was found by the wrong one is found again, or not.
 */
async function goOn(
  tx: Transaction,
  key: DonorYearKey,
  earlier: StoredDuty,
  now: { readonly duty: NoticeDuty; readonly amount: number },
): Promise<void> {
  const { duty, amount } = now;
  const { tenantId } = key;
  if (earlier.lapsedAt !== null) await reviveDuty(tx, tenantId, earlier.id);
  const same =
    contentHash(earlier.content) === contentHash(duty) && Number(earlier.amountCents) === amount;
  if (!same) await restateDuty(tx, { tenantId, id: earlier.id }, duty, amount);
  const moved = earlier.receivedOn !== duty.receivedOn;
  if (moved) await endLateNotice(tx, key, earlier.rootId);
  if (moved || earlier.lapsedAt !== null) await scheduleTerms(tx, key, earlier.id, duty);
}

/** What a duty is, for writing down its terms. */
export interface DutyTerms {
  readonly key: DonorYearKey;
  readonly dutyId: string;
  readonly duty: NoticeDuty;
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

/** A term that has passed already passes again for another receipt day: as one of its own. */
async function scheduleTerms(
  tx: Transaction,
  key: DonorYearKey,
  dutyId: string,
  duty: NoticeDuty,
): Promise<void> {
  for (const term of termsOf({ key, dutyId, duty })) {
    const { outcome } = await scheduleDeadline(tx, term);
    if (outcome === 'fired')
      await scheduleDeadline(tx, { ...term, occurrence: `received:${duty.receivedOn}` });
  }
}

/** The terms of duties that are new, all at once. */
export function scheduleTermsOf(tx: Transaction, duties: readonly DutyTerms[]): Promise<void> {
  return scheduleNewDeadlines(tx, duties.flatMap(termsOf));
}
