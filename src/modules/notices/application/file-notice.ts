import { Injectable } from '@nestjs/common';
import { type EuroCents } from '../../../legal/kernel/euro-cents';
import { yearOf } from '../../../legal/kernel/plain-date';
import { type Timeliness, timelinessOf } from '../../../legal/rules/notice-timeliness';
import { type Transaction } from '../../../platform/database/transaction';
import { cancelDeadlines } from '../../../platform/deadlines/schedule';
import { problem } from '../../../platform/http/problem';
import { newId } from '../../../platform/ids/id';
import { readableNumber } from '../../../platform/ids/readable-number';
import { announce } from '../../../platform/jobs/job';
import { disclose, type ListedContribution } from '../../contributions/public';
import { DUTY_DEADLINES, meetDuties, type StoredDuty } from '../../judgements/public';
import { organisationSettings } from '../../parties/public';
import { tellWebhooks } from '../../webhooks/public';
import { insertNotice } from '../persistence/notice.store';
import { markClosed, waitingFor } from '../persistence/preparation.store';
import { type GatheredNotice, gatherNotice, type NoticeKey } from './gather-notice';
import { NoticeChanges } from './notice-changes';
import { NOTICE_FILED } from './notice-filed';
import { noticeContent } from './notice-content';

export type FileNoticeCommand = NoticeKey;

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

  /** @throws Problem 409 also when the party wants a second person to confirm first. */
  async run(tx: Transaction, command: FileNoticeCommand): Promise<FiledNotice> {
    const gathered = await gatherNotice(tx, command);
    const { secondSignature } = await organisationSettings(tx, gathered.key.tenantId);
    if (secondSignature) throw secondPersonNeeded();
    // What waited for a second person when the party stopped asking for one.
    const waiting = await waitingFor(tx, gathered.key, gathered.cluster);
    if (waiting !== null) await markClosed(tx, waiting.id, 'filed_without');
    return this.file(tx, gathered, null);
  }

  /** Files what was gathered. `preparedBy`: who prepared what the other person now confirms. */
  async file(
    tx: Transaction,
    gathered: GatheredNotice,
    preparedBy: string | null,
  ): Promise<FiledNotice> {
    const { key, group, donor, contributions, duties, lines, total } = gathered;
    const { tenantId, recipientId, year } = key;
    const timeliness =
      WORST_FIRST.find((grade) => lines.some((line) => line.timeliness === grade)) ?? 'in_time';
    const id = newId();
    const number = readableNumber('M', yearOf(tx.today), 5);
    const filed = { number, filedAt: tx.now, timeliness, total };
    const parts = { ...filed, filedBy: tx.scope.actorId, preparedBy, group, donor };
    const content = noticeContent({ recipientId, year, ...parts, contributions, lines });
    const sha256 = await insertNotice(tx, {
      ...key,
      ...filed,
      id,
      content,
      lines,
      totalCents: total,
    });
    await afterFiling(tx, key, id, { contributions, duties });
    const told = { noticeId: id, number, donorId: key.donorId, recipientId, year, timeliness };
    await tellWebhooks(tx, tenantId, 'notice.filed', [told]);
    await this.changes.announce(tx, key);
    return { noticeId: id, sha256, ...filed };
  }
}

function secondPersonNeeded(): Error {
  return problem(
    409,
    'notice.second_signature',
    'Your party wants a second person to confirm each notice. Prepare it with POST /v1/notice-preparations; the term runs on.',
  );
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
