import { type Membership } from '../../../legal/facts/group';
import { tenantOf } from '../../../platform/database/tenant-of';
import { type Transaction } from '../../../platform/database/transaction';
import { notFound } from '../../../platform/http/problem';
import { contributionsForNotice, type ListedContribution } from '../../contributions/public';
import { canonicalDonor, type DonorRecord, readDonor } from '../../donors/public';
import { listFindings, readDutiesOf, type StoredDuty } from '../../judgements/public';
import { readGroup } from '../../parties/public';
import { type FileNoticeCommand } from './file-notice';

/** All that a treasurer looks at before a notice is filed. */
export interface NoticeDesk {
  readonly donor: DonorRecord;
  readonly recipient: Membership;
  readonly contributions: readonly ListedContribution[];
  /** The duty whose term ends first of those still open; null when all were met. */
  readonly duty: StoredDuty | null;
  /** Codes of what the law asks to be on record of this donor and is not. */
  readonly missing: readonly string[];
}

const MOST_FINDINGS = 100;

/** @throws Problem 404 when there is no such donor or recipient, or never was anything to notify. */
export async function readNoticeDesk(
  tx: Transaction,
  command: FileNoticeCommand,
): Promise<NoticeDesk> {
  const tenantId = tenantOf(tx);
  const { recipientId, year } = command;
  const donorId = await canonicalDonor(tx, tenantId, command.donorId);
  const key = { tenantId, donorId, recipientId, year };
  const donor = await readDonor(tx, tenantId, donorId);
  const group = await readGroup(tx, tenantId);
  const recipient = group.members.find((member) => member.recipient === recipientId);
  const duties = (await readDutiesOf(tx, key)).filter(
    (duty) => duty.recipientId === recipientId && duty.lapsedAt === null,
  );
  if (donor === null || recipient === undefined || duties.length === 0) throw notFound();
  return {
    donor,
    recipient,
    contributions: await contributionsForNotice(tx, key),
    duty: mostUrgent(duties.filter(({ metAt }) => metAt === null)),
    missing: await missingOf(tx, donorId, year),
  };
}

/** The duty whose enforced term ends first. */
export function mostUrgent(duties: readonly StoredDuty[]): StoredDuty | null {
  const [first] = duties.toSorted((a, b) => (a.enforcedLastDay < b.enforcedLastDay ? -1 : 1));
  return first ?? null;
}

async function missingOf(tx: Transaction, donorId: string, year: number): Promise<string[]> {
  const found = await listFindings(tx, {
    source: 'ledger',
    after: null,
    donorId,
    limit: MOST_FINDINGS,
  });
  const codes = found
    .filter((finding) => finding.year === year)
    .flatMap(({ content }) => content.missing)
    .filter((code) => code !== 'notice');
  return [...new Set(codes)];
}
