import { Injectable } from '@nestjs/common';
import { fineable } from '../../../legal/fines/fineable';
import { proposeFine } from '../../../legal/fines/propose-fine';
import { fineScheduleOn } from '../../../legal/fines/schedule-on';
import { contains } from '../../../legal/kernel/period';
import { type Group, type RecipientKind } from '../../../legal/facts/group';
import { type EuroCents, euroCents, sum } from '../../../legal/kernel/euro-cents';
import { addMonths, type PlainDate, yearOf } from '../../../legal/kernel/plain-date';
import { daysLate } from '../../../legal/rules/notice-timeliness';
import { type Finding } from '../../../legal/rules/finding';
import { type Transaction } from '../../../platform/database/transaction';
import { type StoredDuty } from '../../judgements/public';
import { readableNumber } from '../../../platform/ids/readable-number';
import { readGroup } from '../../parties/public';
import { replaceProposal, standingProposal } from '../persistence/proposal.store';
import { type ProposalContent } from '../persistence/proposal-content';

export interface ProposeFineCommand {
  readonly tenantId: string;
  readonly donorId: string | null;
  readonly year: number;
  readonly findingId: string;
  readonly finding: Finding;
  /** For a late notice: the duty, and the day it was filed after all. */
  readonly notice: { readonly duty: StoredDuty; readonly filedOn: PlainDate | null } | null;
}

/** Awb art. 5:45 lid 1: the power to impose a fine lapses five years after the violation. */
const YEARS_OF_POWER = 5;

/**
 * Turns a finding that can be fined (art. 37 lid 1) into a proposal in the overseer's queue. It
 * decides nothing (D8). Silent when the finding cannot be fined, when what it asks for was done, or
 * when the power has lapsed.
 */
@Injectable()
export class ProposeFine {
  async run(tx: Transaction, command: ProposeFineCommand): Promise<void> {
    const { finding, tenantId } = command;
    if (finding.severity !== 'finding' || isMended(finding)) return;
    if ((await standingProposal(tx, command.findingId)) !== null) return;
    const group = await readGroup(tx, tenantId);
    const payer = payerOf(group, finding);
    if (payer === null) return;
    const content = contentOf(tx, command, payer);
    if (content === null) return;
    await replaceProposal(tx, {
      tenantId,
      number: readableNumber('V', yearOf(tx.today), 4),
      findingId: command.findingId,
      donorId: command.donorId,
      year: command.year,
      findingKey: finding.key,
      recipientId: payer.recipientId,
      rule: finding.rule,
      amountCents: content.fine.amount,
      schedule: content.fine.schedule.version,
      content,
    });
  }
}

/** A gift from abroad stays forbidden when it was passed on (art. 23a lid 1); others are mended. */
function isMended(finding: Finding): boolean {
  return finding.remedy !== null && finding.remedy.open === 0 && finding.rule !== 'WFPP-23a-1';
}

interface Payer {
  readonly recipientId: string;
  readonly fineable: Extract<ReturnType<typeof fineable>, { fineable: true }>;
}

/** Who would pay (art. 37 lid 3): the recipient itself, or the party when the rule binds the group. */
function payerOf(group: Group, finding: Finding): Payer | null {
  const status = group.statuses.find((period) => contains(period, finding.since))?.status ?? null;
  const party = group.members.find(({ kind }) => kind === 'party')?.recipient;
  const recipientId = finding.recipient ?? party;
  if (recipientId === undefined) return null;
  const kind: RecipientKind =
    group.members.find(({ recipient }) => recipient === recipientId)?.kind ?? 'party';
  const answer = fineable(finding.rule, { kind, status });
  return answer.fineable ? { recipientId, fineable: answer } : null;
}

function amountInvolved(finding: Finding): EuroCents {
  return finding.remedy?.total ?? sum(finding.contributions.map(({ amount }) => amount));
}

function contentOf(
  tx: Transaction,
  { finding, notice }: ProposeFineCommand,
  payer: Payer,
): ProposalContent | null {
  const violatedOn = finding.since;
  const powerLapsesOn = addMonths(violatedOn, 12 * YEARS_OF_POWER);
  const then = fineScheduleOn(violatedOn);
  const now = fineScheduleOn(tx.today);
  if (then === 'unknown' || now === 'unknown' || powerLapsesOn < tx.today) return null;
  const filedOn = notice?.filedOn ?? null;
  const late = notice === null ? 0 : daysLate(notice.duty.content, filedOn ?? tx.today);
  const fine = proposeFine(
    {
      rule: payer.fineable.rule,
      basis: finding.basis,
      violatedOn,
      decidedOn: tx.today,
      daysLate: late,
      amountInvolved: euroCents(amountInvolved(finding)),
      // Repetition counts violations that were decided upon. None can have been: decisions are not
      // taken in this system yet.
      earlierViolations: [],
      // The party told of it before anyone asked: a notice that came late is told after its term.
      selfReported: notice === null,
      repaired: filedOn !== null,
    },
    then,
    now,
  );
  return {
    finding,
    addressee: payer.fineable.addressee,
    violatedOn,
    powerLapsesOn,
    calculatedOn: tx.today,
    fine,
    notice: notice === null ? null : { due: notice.duty.content.due, filedOn, daysLate: late },
  };
}
