import { Injectable } from '@nestjs/common';
import { type Transaction } from '../../../platform/database/transaction';
import { notFound } from '../../../platform/http/problem';
import { AddRecipient } from '../../parties/public';
import {
  lockReported,
  markTakenOver,
  openReported,
  type ReportedAffiliate,
} from '../persistence/affiliate.store';

const MOST = 200;

/** What parties reported and the overseer has not taken over, oldest first. */
export function readReported(tx: Transaction): Promise<readonly ReportedAffiliate[]> {
  return openReported(tx, MOST);
}

/** The overseer takes a reported affiliate over: from then on it is a recipient of its party. */
@Injectable()
export class TakeOverAffiliate {
  constructor(private readonly recipients: AddRecipient) {}

  /** @returns the id of the recipient. @throws Problem 404 when it is not there or taken over. */
  async run(tx: Transaction, id: string): Promise<string> {
    const reported = await lockReported(tx, id);
    if (reported === null) throw notFound();
    const { tenantId, kind, name, from, until } = reported;
    const source = `reported by the party on ${reported.reportedAt.slice(0, 10)}`;
    const recipientId = await this.recipients.within(tx, {
      tenantId,
      kind,
      name,
      from,
      until,
      source,
    });
    await markTakenOver(tx, reported, recipientId);
    return recipientId;
  }
}

export type { ReportedAffiliate };
