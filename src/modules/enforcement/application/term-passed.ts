import { Injectable } from '@nestjs/common';
import { type EuroCents, euroCents } from '../../../legal/kernel/euro-cents';
import { type PlainDate } from '../../../legal/kernel/plain-date';
import { type Finding } from '../../../legal/rules/finding';
import { judgeNotice } from '../../../legal/rules/notice-timeliness';
import { type Transaction } from '../../../platform/database/transaction';
import { contributionsForNotice, disclose, holdDonorYear } from '../../contributions/public';
import { readDuty, recordDutyFinding, type StoredDuty } from '../../judgements/public';
import { isSandbox } from '../../parties/public';
import { metOn } from './met-on';
import { JudgeDisclosed } from './judge-disclosed';
import { ProposeFine } from './propose-fine';

/** What became of a duty whose term has passed; the code is kept beside the deadline. */
export type TermOutcome = 'found_late' | 'in_time' | 'lapsed' | 'signalled';

/**
 * The enforced term of a notice has passed: a finding and a fine proposal, unless it was filed in
 * time (D1, D8). The deadline and the filing of a late notice both come here, in any order and any
 * number of times; each time the outcome is the same.
 */
@Injectable()
export class EnforcedTermPassed {
  constructor(
    private readonly disclosed: JudgeDisclosed,
    private readonly propose: ProposeFine,
  ) {}

  async run(tx: Transaction, tenantId: string, dutyId: string): Promise<TermOutcome> {
    const duty = await heldDuty(tx, tenantId, dutyId);
    if (duty === null || duty.lapsedAt !== null) return 'lapsed';
    const notice = await noticeOf(tx, duty);
    const finding = judge(duty, notice, tx.today);
    if (finding?.severity !== 'finding') return 'in_time';
    await recordDutyFinding(tx, 'ledger', duty, finding);
    if (await isSandbox(tx, tenantId)) return 'found_late';
    await discloseDuty(tx, duty);
    const findingId = await recordDutyFinding(tx, 'disclosed', duty, finding);
    const key = { tenantId, donorId: duty.donorId, year: duty.year };
    await this.disclosed.run(tx, key);
    await this.propose.run(tx, { ...key, findingId, finding, notice: { duty, ...notice } });
    return 'found_late';
  }
}

/** The statutory term has passed: a signal to the party itself; the overseer's term still runs. */
@Injectable()
export class StatutoryTermPassed {
  async run(tx: Transaction, tenantId: string, dutyId: string): Promise<TermOutcome> {
    const duty = await heldDuty(tx, tenantId, dutyId);
    if (duty === null || duty.lapsedAt !== null) return 'lapsed';
    const signal = judge(duty, await noticeOf(tx, duty), tx.today);
    // Once the enforced term has passed too, its own handler says so.
    if (signal?.severity !== 'signal') return 'in_time';
    await recordDutyFinding(tx, 'ledger', duty, signal);
    if (duty.metAt !== null && !(await isSandbox(tx, tenantId)))
      await recordDutyFinding(tx, 'disclosed', duty, signal);
    return 'signalled';
  }
}

async function heldDuty(
  tx: Transaction,
  tenantId: string,
  dutyId: string,
): Promise<StoredDuty | null> {
  const seen = await readDuty(tx, tenantId, dutyId);
  if (seen === null) return null;
  await holdDonorYear(tx, tenantId, seen.donorId, seen.year);
  return readDuty(tx, tenantId, dutyId);
}

interface NoticeMade {
  readonly filedOn: PlainDate | null;
  readonly amount: EuroCents;
}

function judge(duty: StoredDuty, made: NoticeMade, on: PlainDate): Finding | null {
  return judgeNotice(duty.content, made.amount, made.filedOn, on);
}

async function noticeOf(tx: Transaction, duty: StoredDuty): Promise<NoticeMade> {
  return { filedOn: await metOn(tx, duty), amount: euroCents(Number(duty.amountCents)) };
}

/** The contributions that caused the overdue duty: all up to and including the one received then. */
async function discloseDuty(tx: Transaction, duty: StoredDuty): Promise<void> {
  const all = await contributionsForNotice(tx, duty);
  const caused = all.filter(({ receivedOn }) => receivedOn <= duty.receivedOn);
  await disclose(
    tx,
    duty.tenantId,
    caused.map(({ id }) => id),
    'overdue',
  );
}
