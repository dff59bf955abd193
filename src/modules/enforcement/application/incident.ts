import { type PlainDate } from '../../../legal/kernel/plain-date';
import { type Finding } from '../../../legal/rules/finding';
import { type Transaction } from '../../../platform/database/transaction';
import { readDonorNames } from '../../donors/public';
import { readFinding } from '../../judgements/public';
import { type Incident } from '../letters/case-letter-facts';
import { type StoredCase } from '../persistence/case.store';
import { newestProposal } from '../persistence/proposal.store';
import { type ProposalContent } from '../persistence/proposal-content';
import { daysLateOn } from './violation';

type Lateness = Pick<Incident, 'lastDay' | 'statutoryLastDay' | 'doneOn' | 'daysLate'>;

const ON_TIME: Lateness = { lastDay: null, statutoryLastDay: null, doneOn: null, daysLate: null };

function latenessOf(
  finding: Finding | null,
  proposal: ProposalContent | null,
  on: PlainDate,
): Lateness {
  const notice = proposal?.notice ?? null;
  const late = proposal === null ? null : daysLateOn(proposal, on);
  if (notice !== null)
    return {
      lastDay: notice.due.enforced.lastDay,
      statutoryLastDay: notice.due.statutory.lastDay,
      doneOn: notice.filedOn as PlainDate | null,
      daysLate: late,
    };
  const filing = finding?.filing;
  if (filing === undefined) return ON_TIME;
  const { lastDay, filedOn } = filing;
  return { lastDay, statutoryLastDay: lastDay, doneOn: filedOn, daysLate: late };
}

type Gift = Pick<Incident, 'receivedOn' | 'amount' | 'total'>;

function giftOf(finding: Finding | null): Gift {
  if (finding === null) return { receivedOn: null, amount: null, total: null };
  const [gift] = finding.contributions;
  const total = finding.amounts.find(({ label }) => label.startsWith('total'));
  return {
    ...(gift === undefined
      ? { receivedOn: null, amount: null }
      : { receivedOn: gift.receivedOn, amount: gift.amount }),
    total: total?.amount ?? null,
  };
}

/**
 * What a letter says of what happened, from the finding and the newest proposal of the cause.
 * @param on the day up to which days late are counted
 */
export async function incidentOf(
  tx: Transaction,
  head: StoredCase,
  on: PlainDate,
  word: (key: string) => string | null,
): Promise<Incident> {
  const stored = head.findingId === null ? null : await readFinding(tx, head.findingId);
  const finding = stored?.content ?? null;
  const proposal = await newestProposal(tx, head);
  return {
    rule: head.rule,
    basis: head.state.subject.basis,
    offender: head.recipientName,
    donor: await donorName(tx, head),
    year: head.year,
    ...giftOf(finding),
    duty: word(`case.duty.${head.rule}`),
    ...latenessOf(finding, proposal?.content ?? null, on),
    countedOn: on,
    particulars: head.tip,
  };
}

async function donorName(
  tx: Transaction,
  { tenantId, donorId }: StoredCase,
): Promise<string | null> {
  if (donorId === null) return null;
  const names = await readDonorNames(tx, tenantId, [donorId]);
  return names.get(donorId)?.name ?? null;
}
