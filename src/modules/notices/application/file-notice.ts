import { Injectable } from '@nestjs/common';
import { type EuroCents, euroCents } from '../../../legal/kernel/euro-cents';
import { yearOf } from '../../../legal/kernel/plain-date';
import { type Timeliness, timelinessOf } from '../../../legal/rules/notice-timeliness';
import { tenantOf } from '../../../platform/database/tenant-of';
import { type Transaction } from '../../../platform/database/transaction';
import { cancelDeadlines } from '../../../platform/deadlines/schedule';
import { notFound, problem } from '../../../platform/http/problem';
import { newId } from '../../../platform/ids/id';
import { readableNumber } from '../../../platform/ids/readable-number';
import { announce } from '../../../platform/jobs/job';
import {
  contributionsForNotice,
  disclose,
  holdDonorYear,
  type ListedContribution,
} from '../../contributions/public';
import { readUnitedDonor } from '../../donors/public';
import { DUTY_DEADLINES, meetDuties, readDutiesOf, type StoredDuty } from '../../judgements/public';
import { readGroup } from '../../parties/public';
import { tellWebhooks } from '../../webhooks/public';
import {
  insertNotice,
  type LineTimeliness,
  type NoticeLineInput,
} from '../persistence/notice.store';
import { NoticeChanges } from './notice-changes';
import { NOTICE_FILED } from './notice-filed';
import { noticeContent } from './notice-content';

export interface FileNoticeCommand {
  readonly donorId: string;
  readonly recipientId: string;
  readonly year: number;
}

export interface FiledNotice {
  readonly noticeId: string;
  readonly number: string;
  readonly filedAt: string;
  readonly sha256: string;
  readonly timeliness: Timeliness;
  readonly total: EuroCents;
}

const WORST_FIRST: readonly Timeliness[] = ['late', 'late_by_statute', 'in_time'];

/**
 * Files the notice of art. 25a for one donor, recipient and year: all contributions so far, every
 * open duty met, the bytes frozen with their hash.
 * @throws Problem 404 for an unknown donor or recipient, 409 when there is nothing to notify.
 */
@Injectable()
export class FileNotice {
  constructor(private readonly changes: NoticeChanges) {}

  async run(tx: Transaction, command: FileNoticeCommand): Promise<FiledNotice> {
    const tenantId = tenantOf(tx);
    const held = await holdDonorYear(tx, tenantId, command.donorId, command.year);
    // The notice is of the donor this one counts for, with all that is counted for it.
    const key = { tenantId, ...command, donorId: held.donorId };
    const donor = await readUnitedDonor(tx, tenantId, held.cluster);
    const group = await readGroup(tx, tenantId);
    if (donor === null || !group.members.some((m) => m.recipient === command.recipientId))
      throw notFound();
    const contributions = await contributionsForNotice(tx, key);
    const duties = (await readDutiesOf(tx, key)).filter(
      (duty) => duty.recipientId === command.recipientId && duty.lapsedAt === null,
    );
    const lines = linesOf(tx, contributions, duties);
    const total = euroCents(
      lines.reduce((sum, line) => sum + line.amountCents - line.returnedCents, 0),
    );
    if (duties.length === 0 || total <= 0) throw nothingToNotify();
    const timeliness =
      WORST_FIRST.find((grade) => lines.some((line) => line.timeliness === grade)) ?? 'in_time';
    const id = newId();
    const number = readableNumber('M', yearOf(tx.today), 5);
    const filed = { number, filedAt: tx.now, timeliness, total };
    const parts = { ...filed, filedBy: tx.scope.actorId, group, donor, contributions, lines };
    const content = noticeContent({ ...command, ...parts });
    const sha256 = await insertNotice(tx, {
      ...key,
      ...filed,
      id,
      content,
      lines,
      totalCents: total,
    });
    await afterFiling(tx, key, id, { contributions, duties });
    const { recipientId, year } = key;
    const told = { noticeId: id, number, donorId: key.donorId, recipientId, year, timeliness };
    await tellWebhooks(tx, tenantId, 'notice.filed', told);
    await this.changes.announce(tx, key);
    return { noticeId: id, sha256, ...filed };
  }
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

async function afterFiling(
  tx: Transaction,
  key: FileNoticeCommand & { readonly tenantId: string },
  noticeId: string,
  filed: {
    readonly contributions: readonly ListedContribution[];
    readonly duties: readonly StoredDuty[];
  },
): Promise<void> {
  const { tenantId } = key;
  const open = filed.duties.filter(({ metAt }) => metAt === null);
  await meetDuties(
    tx,
    tenantId,
    open.map(({ id }) => id),
    noticeId,
  );
  // A duty met in time needs no watching; a late one is still to be found by its deadline.
  for (const duty of open)
    if (timelinessOf(duty.content, tx.today) !== 'late')
      await cancelDeadlines(tx, { subjectId: duty.id, kinds: DUTY_DEADLINES });
  await disclose(
    tx,
    tenantId,
    filed.contributions.map(({ id }) => id),
    'filed',
  );
  await announce(tx, NOTICE_FILED, { tenantId, noticeId, donorId: key.donorId, year: key.year });
}
