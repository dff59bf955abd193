import { Injectable } from '@nestjs/common';
import { finePowerLapsesOn } from '../../../legal/calendar/enforcement-terms';
import { proposeFine, type Violation } from '../../../legal/fines/propose-fine';
import { fineScheduleOn } from '../../../legal/fines/schedule-on';
import { type PlainDate, yearOf } from '../../../legal/kernel/plain-date';
import { type Finding } from '../../../legal/rules/finding';
import { type Transaction } from '../../../platform/database/transaction';
import { type StoredDuty } from '../../judgements/public';
import { readableNumber } from '../../../platform/ids/readable-number';
import { isSandbox, readGroup } from '../../parties/public';
import { finedBefore } from '../persistence/case.store';
import { adoptedSchedules } from '../persistence/fine-schedule.store';
import { replaceProposal, standingProposal } from '../persistence/proposal.store';
import { type ProposalContent } from '../persistence/proposal-content';
import { type Fineable, isFineableFinding, payerOf } from './payer';
import { isMended, violationOf } from './violation';

export interface ProposeFineCommand {
  readonly tenantId: string;
  /** Null when the finding rests on a filing. */
  readonly donorId: string | null;
  readonly year: number;
  readonly findingId: string;
  readonly finding: Finding;
  /** For a late notice: the duty, and the day it was filed after all. */
  readonly notice: { readonly duty: StoredDuty; readonly filedOn: PlainDate | null } | null;
}

/**
 * Turns a finding that can be fined (art. 37 lid 1) into a proposal in the overseer's queue. It
 * decides nothing (D8). Silent when the finding cannot be fined, when what it asks for was done, when
 * the power has lapsed, and for an organisation to practise with.
 */
@Injectable()
export class ProposeFine {
  async run(tx: Transaction, command: ProposeFineCommand): Promise<void> {
    const { finding, tenantId } = command;
    if (!isFineableFinding(finding) || isMended(finding)) return;
    if ((await standingProposal(tx, command.findingId)) !== null) return;
    if (await isSandbox(tx, tenantId)) return;
    const payer = payerOf(await readGroup(tx, tenantId), finding);
    const fineable = payer?.fineable ?? null;
    if (payer === null || fineable === null) return;
    const { recipientId } = payer;
    const earlier = await finedBefore(tx, { tenantId, recipientId, rule: finding.rule });
    const violation = violationOf(command, fineable, earlier, tx.today);
    const content = await contentOf(tx, command, violation, fineable);
    if (content === null) return;
    await replaceProposal(tx, {
      tenantId,
      number: readableNumber('V', yearOf(tx.today), 4),
      findingId: command.findingId,
      donorId: command.donorId,
      year: command.year,
      findingKey: finding.key,
      recipientId,
      rule: finding.rule,
      amountCents: content.fine.amount,
      schedule: content.fine.schedule.version,
      content,
    });
  }
}

async function contentOf(
  tx: Transaction,
  { finding, notice }: ProposeFineCommand,
  violation: Violation,
  payer: Fineable,
): Promise<ProposalContent | null> {
  const { violatedOn, daysLate } = violation;
  const powerLapsesOn = finePowerLapsesOn(violatedOn);
  const schedules = await adoptedSchedules(tx);
  const then = fineScheduleOn(violatedOn, schedules);
  const now = fineScheduleOn(tx.today, schedules);
  if (then === 'unknown' || now === 'unknown' || powerLapsesOn < tx.today) return null;
  return {
    finding,
    addressee: payer.addressee,
    violatedOn,
    powerLapsesOn,
    calculatedOn: tx.today,
    violation,
    fine: proposeFine(violation, then, now),
    notice:
      notice === null ? null : { due: notice.duty.content.due, filedOn: notice.filedOn, daysLate },
  };
}
