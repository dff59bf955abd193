import { Injectable } from '@nestjs/common';
import { checkSchedule, type ScheduleFault } from '../../../legal/fines/check-schedule';
import { type FineSchedule } from '../../../legal/fines/fine-schedule';
import { fineScheduleOn } from '../../../legal/fines/schedule-on';
import { simulateSchedule, type SimulationResult } from '../../../legal/fines/simulate-schedule';
import { type Accepted, accepted, type Refused, refused } from '../../../legal/kernel/refusal';
import { type Transaction } from '../../../platform/database/transaction';
import { notFound, problem } from '../../../platform/http/problem';
import { canonicalJson, sha256Hex } from '../../../platform/json/canonical';
import {
  type AdoptionRefusal,
  adoptedSchedules,
  adoptSchedule,
  findSchedule,
  insertSchedule,
  readSchedules,
  type StoredSchedule,
  withdrawSchedule,
} from '../persistence/fine-schedule.store';
import { violationsOfTips, violationsProposed } from '../persistence/violation.query';

/** Adopted schedules and, for staff, drafts; the one that begins last comes first. */
export function listFineSchedules(tx: Transaction): Promise<readonly StoredSchedule[]> {
  return readSchedules(tx);
}

export function readFineSchedule(tx: Transaction, id: string): Promise<StoredSchedule | null> {
  return findSchedule(tx, id);
}

export interface DraftScheduleInput {
  /** Its origin is 'overseer', whatever is given. */
  readonly schedule: FineSchedule;
  readonly actorName: string | null;
}

/** What is wrong with a schedule, everything at once. */
export interface FaultySchedule {
  readonly kind: 'faulty';
  readonly faults: readonly ScheduleFault[];
}

async function stored(tx: Transaction, id: string): Promise<StoredSchedule> {
  const found = await findSchedule(tx, id);
  if (found === null) throw notFound();
  return found;
}

/** The overseer drafts a new version of the fine schedule (D9). */
@Injectable()
export class DraftFineSchedule {
  async run(
    tx: Transaction,
    { schedule, actorName }: DraftScheduleInput,
  ): Promise<Accepted<StoredSchedule> | Refused<'version_taken'> | FaultySchedule> {
    if (tx.scope.actorRole !== 'overseer')
      throw problem(403, 'schedule.role', 'Only the overseer drafts a fine schedule.');
    const given: FineSchedule = { ...schedule, origin: 'overseer' };
    const faults = checkSchedule(given, await adoptedSchedules(tx));
    if (faults.length > 0) return { kind: 'faulty', faults };
    const content = canonicalJson(given);
    const sha256 = sha256Hex(content);
    const draft = { schedule: given, content, sha256, draftedByName: actorName };
    const id = await insertSchedule(tx, draft);
    if (id === null) return refused('version_taken', { version: given.version });
    return accepted(await stored(tx, id));
  }
}

/**
 * A second person adopts exactly what was drafted; from its first day on it is used (D10).
 * @throws Problem 404 for a schedule that is not there.
 */
@Injectable()
export class AdoptFineSchedule {
  async run(
    tx: Transaction,
    input: { readonly id: string; readonly sha256: string; readonly actorName: string | null },
  ): Promise<Accepted<StoredSchedule> | Refused<AdoptionRefusal>> {
    const draft = await stored(tx, input.id);
    const { id, sha256, actorName: adopterName } = input;
    const refusal = await adoptSchedule(tx, { id, sha256, adopterName });
    const { version, from } = draft.schedule;
    if (refusal !== null) return refused(refusal, { version, from });
    return accepted(await stored(tx, id));
  }
}

/** Takes a draft back. @throws Problem 404 for a schedule that is not there. */
@Injectable()
export class WithdrawFineSchedule {
  async run(
    tx: Transaction,
    id: string,
  ): Promise<Accepted<{ readonly id: string }> | Refused<'no_draft' | 'role_may_not'>> {
    await stored(tx, id);
    if (tx.scope.actorRole !== 'overseer') return refused('role_may_not', {});
    return (await withdrawSchedule(tx, id)) ? accepted({ id }) : refused('no_draft', {});
  }
}

/**
 * What a draft would have meant for everything that was ever proposed, and for the fines of cases
 * without a proposal. Null when no schedule is in use to compare with.
 * @throws Problem 404 for a schedule that is not there.
 */
export async function simulateFineSchedule(
  tx: Transaction,
  id: string,
): Promise<SimulationResult | null> {
  const candidate = await stored(tx, id);
  const current = fineScheduleOn(tx.today, await adoptedSchedules(tx));
  if (current === 'unknown') return null;
  const proposed = await violationsProposed(tx);
  const decided = await violationsOfTips(tx);
  const known = [...proposed, ...decided];
  return simulateSchedule(known, current, candidate.schedule, tx.today);
}

export type { StoredSchedule };
