import { Injectable } from '@nestjs/common';
import { yearOf } from '../../../legal/kernel/plain-date';
import { Database } from '../../../platform/database/database';
import { type Scope } from '../../../platform/database/transaction';
import { readableNumber } from '../../../platform/ids/readable-number';
import { wake } from '../../../platform/jobs/wake';
import {
  answerLink,
  countVisit,
  linkReceipt,
  type LinkReceipt,
  openLink,
  type OpenLink,
} from '../persistence/link.store';
import { type RequestLanguage } from '../persistence/request.store';
import { type DonorAnswer } from './donor-answer';
import { receiptToken, sha256, tokenHash } from './link-token';

/** Visits of links from one address in a quarter of an hour. */
export const MOST_VISITS = 100;

/** Whoever holds a link is nobody in particular, also when signed in. */
function publicScope(requestId: string): Scope {
  return {
    role: 'public',
    tenantId: null,
    actorId: 'anonymous',
    actorRole: 'anonymous',
    requestId,
  };
}

/** What anybody with a link can do: see what is asked, answer once, read the confirmation. */
@Injectable()
export class DonorLinks {
  constructor(private readonly database: Database) {}

  /** False when this address came too often. It is kept as a hash, for a day. */
  mayVisit(address: string, requestId: string): Promise<boolean> {
    const visitor = sha256(`visitor ${address}`).toString('hex');
    return this.database.inTransaction(publicScope(requestId), (tx) =>
      countVisit(tx, visitor, MOST_VISITS),
    );
  }

  async open(token: string, requestId: string): Promise<OpenLink | null> {
    const hash = tokenHash(token);
    if (hash === null) return null;
    return this.database.inTransaction(publicScope(requestId), (tx) => openLink(tx, hash));
  }

  /** The token of the confirmation; null when there was nothing to answer any more. */
  async answer(
    sent: {
      readonly token: string;
      readonly once: string;
      readonly answer: DonorAnswer;
      readonly language: RequestLanguage;
    },
    requestId: string,
  ): Promise<string | null> {
    const { token, once, answer, language } = sent;
    const tokenSha256 = tokenHash(token);
    if (tokenSha256 === null) return null;
    const receipt = receiptToken(token, once);
    const number = await this.database.inTransaction(publicScope(requestId), async (tx) => {
      tx.afterCommit(wake);
      return answerLink(tx, {
        tokenSha256,
        onceSha256: sha256(once),
        receiptSha256: sha256(receipt),
        number: readableNumber('G', yearOf(tx.today), 5),
        answer,
        language,
      });
    });
    return number === null ? null : receipt;
  }

  /** The token of the confirmation when this very form was sent before; null when it was not. */
  async sentBefore(token: string, once: string, requestId: string): Promise<string | null> {
    const receipt = receiptToken(token, once);
    return (await this.receipt(receipt, requestId)) === null ? null : receipt;
  }

  async receipt(token: string, requestId: string): Promise<LinkReceipt | null> {
    const hash = tokenHash(token);
    if (hash === null) return null;
    return this.database.inTransaction(publicScope(requestId), (tx) => linkReceipt(tx, hash));
  }
}

export type { LinkReceipt, OpenLink, RequestLanguage };
