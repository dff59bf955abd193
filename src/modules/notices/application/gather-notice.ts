import { type Group } from '../../../legal/facts/group';
import { type EuroCents, euroCents } from '../../../legal/kernel/euro-cents';
import { timelinessOf } from '../../../legal/rules/notice-timeliness';
import { tenantOf } from '../../../platform/database/tenant-of';
import { type Transaction } from '../../../platform/database/transaction';
import { notFound, problem } from '../../../platform/http/problem';
import { canonicalJson, sha256Hex } from '../../../platform/json/canonical';
import {
  contributionsForNotice,
  holdDonorYear,
  type ListedContribution,
} from '../../contributions/public';
import { type DonorRecord, readUnitedDonor } from '../../donors/public';
import { readDutiesOf, type StoredDuty } from '../../judgements/public';
import { readGroup } from '../../parties/public';
import { type LineTimeliness, type NoticeLineInput } from '../persistence/notice.store';

export interface NoticeKey {
  readonly donorId: string;
  readonly recipientId: string;
  readonly year: number;
}

/** All that goes into a notice, held until the transaction ends: nobody books in between. */
export interface GatheredNotice {
  readonly key: NoticeKey & { readonly tenantId: string };
  /** All donors that are this one, this one first. */
  readonly cluster: readonly string[];
  readonly group: Group;
  readonly donor: DonorRecord;
  readonly contributions: readonly ListedContribution[];
  readonly duties: readonly StoredDuty[];
  readonly lines: readonly NoticeLineInput[];
  readonly total: EuroCents;
}

/**
 * Gathers the notice of one donor, recipient and year as it would be filed now.
 * @throws Problem 404 for an unknown donor or recipient, 409 when there is nothing to notify.
 */
export async function gatherNotice(tx: Transaction, wanted: NoticeKey): Promise<GatheredNotice> {
  const tenantId = tenantOf(tx);
  const held = await holdDonorYear(tx, tenantId, wanted.donorId, wanted.year);
  const { recipientId, year } = wanted;
  // The notice is of the donor this one counts for, with all that is counted for it.
  const key = { tenantId, donorId: held.donorId, recipientId, year };
  const donor = await readUnitedDonor(tx, tenantId, held.cluster);
  const group = await readGroup(tx, tenantId);
  if (donor === null || !group.members.some((m) => m.recipient === recipientId)) throw notFound();
  const contributions = await contributionsForNotice(tx, key);
  const duties = (await readDutiesOf(tx, key)).filter(
    (duty) => duty.recipientId === recipientId && duty.lapsedAt === null,
  );
  const lines = linesOf(tx, contributions, duties);
  const total = euroCents(
    lines.reduce((sum, line) => sum + line.amountCents - line.returnedCents, 0),
  );
  if (duties.length === 0 || total <= 0) throw nothingToNotify();
  const { cluster } = held;
  return { key, cluster, group, donor, contributions, duties, lines, total };
}

/** SHA-256 of what a person looks at: another gift, amount, return or particular makes another. */
export function fingerprintOf({ key, donor, contributions }: GatheredNotice): string {
  return sha256Hex(
    canonicalJson({
      recipient: key.recipientId,
      year: key.year,
      donor,
      contributions: contributions.map(({ id, amountCents, returnedCents }) => ({
        id,
        amount: amountCents,
        returned: returnedCents,
      })),
    }),
  );
}

function nothingToNotify(): Error {
  return problem(
    409,
    'notice.no_duty',
    'No contribution of this donor to this recipient in this year has to be notified. A notice is due from EUR 10 000 a year (art. 25a).',
  );
}

function linesOf(
  tx: Transaction,
  contributions: readonly ListedContribution[],
  duties: readonly StoredDuty[],
): NoticeLineInput[] {
  return contributions.map((contribution) => {
    const duty = duties.find(({ rootId }) => rootId === contribution.rootId);
    const grade = (): LineTimeliness => {
      if (duty === undefined) return 'no_duty';
      return duty.metAt === null ? timelinessOf(duty.content, tx.today) : 'reported_before';
    };
    return {
      contributionId: contribution.id,
      dutyId: duty?.id ?? null,
      receivedOn: contribution.receivedOn,
      amountCents: Number(contribution.amountCents),
      returnedCents: Number(contribution.returnedCents),
      timeliness: grade(),
    };
  });
}
