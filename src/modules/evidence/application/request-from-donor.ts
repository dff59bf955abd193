import { Inject, Injectable } from '@nestjs/common';
import { type DonorKind } from '../../../legal/facts/donor';
import { CONFIG, type Config } from '../../../platform/config/config';
import { tenantOf } from '../../../platform/database/tenant-of';
import { type Transaction } from '../../../platform/database/transaction';
import { notFound, problem, type ProblemPart } from '../../../platform/http/problem';
import { announce } from '../../../platform/jobs/public';
import { queueMessage } from '../../../platform/outbox/public';
import { PageRenderer } from '../../../platform/rendering/page-renderer';
import { wordsOf } from '../../../platform/rendering/words';
import { donorCluster } from '../../donors/public';
import { readGroup } from '../../parties/public';
import {
  expiryOf,
  findAskedGift,
  findRequest,
  holdRequest,
  holdRequestsOf,
  insertLink,
  insertRequest,
  type RequestKind,
  type RequestLanguage,
  searchRequests,
  type StoredRequest,
  takeAddressToRemind,
  withdraw,
} from '../persistence/request.store';
import { newLinkToken, sha256 } from './link-token';
import { EVIDENCE_REQUEST_OVER } from './request-jobs';
import { requestMail } from './request-mail';

/** Days a link works, the day it is sent not counted. A choice of ours: no article gives a term. */
export const LINK_DAYS = 30;

const MOST_REQUESTS = 100;
const ADDRESS = /^[^@\s<>,;"]+@[^@\s<>,;"]+\.[^@\s<>,;"]+$/;

export interface RequestCommand {
  /** Any id of the gift's chain of corrections. */
  readonly contributionId: string;
  readonly email: string;
  readonly language: RequestLanguage;
}

/** What a donor of this kind can be asked for; null when nothing can be asked by a link. */
export function requestKindFor(kind: DonorKind): RequestKind | null {
  if (kind === 'natural_person') return 'declaration';
  return kind === 'foundation' || kind === 'association' ? 'look_through' : null;
}

function isOpen({ state }: StoredRequest): boolean {
  return state === 'asked' || state === 'opened';
}

/** Sends the mail with a new link to a request; every link of a request opens the same. */
@Injectable()
export class SendLink {
  constructor(
    private readonly renderer: PageRenderer,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async run(tx: Transaction, request: StoredRequest, email: string): Promise<void> {
    const tenantId = tenantOf(tx);
    const token = newLinkToken();
    await insertLink(tx, tenantId, request.id, sha256(token));
    const { name: party } = await readGroup(tx, tenantId);
    const reminder = request.remindedAt !== null;
    const address = `${this.config.publicUrl}/verklaring/${token}`;
    const words = wordsOf(this.renderer.texts, request.language);
    const mail = requestMail({ ...request, party, address, reminder }, words);
    const key = `evidence-${reminder ? 'reminder' : 'request'}:${request.id}`;
    await queueMessage(tx, { key, recipient: email, ...mail, secret: true });
    const runAt = await expiryOf(tx, tenantId, request.id);
    const payload = { tenantId, requestId: request.id };
    await announce(tx, EVIDENCE_REQUEST_OVER, payload, { runAt });
  }
}

/** Asks the donor of a gift, by a link that works once, for what only the donor can say. */
@Injectable()
export class RequestFromDonor {
  constructor(private readonly link: SendLink) {}

  /**
   * @throws Problem 404 for an unknown gift, 400 for the address or a donor that cannot be asked,
   * 409 while an earlier request is still open.
   */
  async run(tx: Transaction, command: RequestCommand): Promise<StoredRequest> {
    const tenantId = tenantOf(tx);
    const gift = await findAskedGift(tx, tenantId, command.contributionId);
    if (gift === null) throw notFound();
    const kind = requestKindFor(gift.donorKind);
    const faults = requestFaults(command, kind);
    if (kind === null || faults.length > 0)
      throw problem(400, 'input.invalid', 'This cannot be asked of the donor.', faults);
    await holdRequestsOf(tx, tenantId, gift.donorId);
    const earlier = await searchRequests(tx, tenantId, {
      donorIds: await donorCluster(tx, tenantId, gift.donorId),
      after: null,
      limit: MOST_REQUESTS,
    });
    const sameYear = (one: StoredRequest): boolean =>
      kind === 'declaration' || one.receivedOn.slice(0, 4) === gift.receivedOn.slice(0, 4);
    if (earlier.some((one) => one.kind === kind && isOpen(one) && sameYear(one)))
      throw problem(
        409,
        'evidence.request_open',
        'This was asked of the donor before, and the link still works. Withdraw it first.',
      );
    const { email, language } = command;
    const asked = { kind, gift, language, email, days: LINK_DAYS };
    const request = await findRequest(tx, tenantId, await insertRequest(tx, tenantId, asked));
    if (request === null) throw new Error('a request was written and is not there');
    await this.link.run(tx, request, email);
    return request;
  }
}

function requestFaults(
  { email }: RequestCommand,
  kind: RequestKind | null,
): readonly ProblemPart[] {
  const part = (location: string, code: string, detail: string): ProblemPart => ({
    in: 'body',
    location,
    code,
    detail,
  });
  return [
    ...(ADDRESS.test(email) && email.length <= 254
      ? []
      : [part('/email', 'email.format', 'Give one e-mail address, such as naam@voorbeeld.nl.')]),
    ...(kind === null
      ? [
          part(
            '/contributionId',
            'evidence.donor_kind',
            'Only a person, a foundation or an association can be asked by a link.',
          ),
        ]
      : []),
  ];
}

/** Reminds the donor once: a new link, a new term, and after that the address is forgotten. */
@Injectable()
export class RemindDonor {
  constructor(private readonly link: SendLink) {}

  /** @throws Problem 404, or 409 when it was reminded of, answered, withdrawn or over already. */
  async run(tx: Transaction, requestId: string): Promise<StoredRequest> {
    const tenantId = tenantOf(tx);
    if ((await holdRequest(tx, tenantId, requestId)) === null) throw notFound();
    const email = await takeAddressToRemind(tx, tenantId, requestId, LINK_DAYS);
    if (email === null)
      throw problem(409, 'evidence.no_reminder', 'The donor cannot be reminded of this any more.');
    const request = await findRequest(tx, tenantId, requestId);
    if (request === null) throw notFound();
    await this.link.run(tx, request, email);
    return request;
  }
}

/** The link works no more; the donor sees what anybody sees who tries an unknown link. */
@Injectable()
export class WithdrawRequest {
  /** @throws Problem 404, or 409 when it was answered, withdrawn or over already. */
  async run(tx: Transaction, requestId: string): Promise<StoredRequest> {
    const tenantId = tenantOf(tx);
    if ((await holdRequest(tx, tenantId, requestId)) === null) throw notFound();
    if (!(await withdraw(tx, tenantId, requestId)))
      throw problem(409, 'evidence.not_open', 'This request is not open any more.');
    const request = await findRequest(tx, tenantId, requestId);
    if (request === null) throw notFound();
    return request;
  }
}

export type { RequestKind, RequestLanguage, StoredRequest };
