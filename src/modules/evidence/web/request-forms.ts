import { Injectable } from '@nestjs/common';
import { Database } from '../../../platform/database/database';
import { tenantOf } from '../../../platform/database/tenant-of';
import { type Transaction } from '../../../platform/database/transaction';
import { scopeOf, type WebRequest } from '../../../platform/http/actor';
import { formText } from '../../../platform/http/body';
import { type FormAnswer } from '../../../platform/http/form-answer';
import { newFormKey, onceForForm } from '../../../platform/http/form-once';
import { Pages } from '../../../platform/http/pages';
import { notFound, Problem } from '../../../platform/http/problem';
import { isId } from '../../../platform/ids/id';
import { formatMoment } from '../../../platform/rendering/format';
import { type Fact, type FormError } from '../../../platform/rendering/page-parts';
import { recordRead } from '../../audit/public';
import { readDonorNames } from '../../donors/public';
import { readAskedGift, readRequest, type StoredRequest } from '../application/read-requests';
import {
  LINK_DAYS,
  RemindDonor,
  requestKindFor,
  RequestFromDonor,
  WithdrawRequest,
} from '../application/request-from-donor';
import { requestBadge } from './evidence-words';

interface Shown {
  readonly typed: { readonly email: string; readonly taal: string };
  readonly once: string;
  readonly errors: readonly FormError[];
}

/** Asking a donor something by a link, and how far that is. */
@Injectable()
export class RequestForms {
  constructor(
    private readonly database: Database,
    private readonly pages: Pages,
    private readonly asking: RequestFromDonor,
    private readonly reminding: RemindDonor,
    private readonly withdrawing: WithdrawRequest,
  ) {}

  empty(request: WebRequest): Promise<string> {
    const { gift } = request.query;
    const typed = { email: '', taal: request.actor.language };
    const contributionId = typeof gift === 'string' ? gift : '';
    return this.form(request, contributionId, { typed, once: newFormKey(), errors: [] });
  }

  async take(request: WebRequest): Promise<FormAnswer> {
    const contributionId = formText(request.body, 'gift');
    const email = formText(request.body, 'email').trim();
    const taal = formText(request.body, 'taal') === 'en' ? 'en' : 'nl';
    if (!isId(contributionId)) throw notFound();
    try {
      const next = await onceForForm(this.database, request, async (tx) => {
        const asked = await this.asking.run(tx, { contributionId, email, language: taal });
        return `/verzoeken/${asked.id}?gedaan=gevraagd`;
      });
      return { next };
    } catch (error) {
      const errors = this.errors(request, error);
      const once = formText(request.body, 'once');
      const shown = { typed: { email, taal }, once, errors };
      return { status: 400, html: await this.form(request, contributionId, shown) };
    }
  }

  remind(request: WebRequest, id: string): Promise<FormAnswer> {
    return this.act(request, id, 'herinnerd', (tx) => this.reminding.run(tx, id));
  }

  withdraw(request: WebRequest, id: string): Promise<FormAnswer> {
    return this.act(request, id, 'ingetrokken', (tx) => this.withdrawing.run(tx, id));
  }

  private async act(
    request: WebRequest,
    id: string,
    done: string,
    work: (tx: Transaction) => Promise<unknown>,
  ): Promise<FormAnswer> {
    try {
      const next = await onceForForm(this.database, request, async (tx) => {
        await work(tx);
        return `/verzoeken/${id}?gedaan=${done}`;
      });
      return { next };
    } catch (error) {
      const errors = this.errors(request, error);
      return { status: 400, html: await this.show(request, id, '', errors) };
    }
  }

  /** @throws the error itself when it is no refusal. */
  private errors(request: WebRequest, error: unknown): readonly FormError[] {
    if (!(error instanceof Problem) || error.status === 404 || error.status === 403) throw error;
    const words = this.pages.words(request);
    const worded = (code: string, detail: string): string => {
      const key = `evidence.refused.${code}`;
      return words.texts.has(key) ? words.t(key) : detail;
    };
    if (error.errors.length === 0)
      return [{ field: '', message: worded(error.code, error.detail) }];
    return error.errors.map(({ location, code, detail }) => ({
      field: location === '/email' ? 'email' : '',
      message: worded(code, detail),
    }));
  }

  /** @throws Problem 404, also for a gift whose donor cannot be asked anything. */
  private form(request: WebRequest, contributionId: string, shown: Shown): Promise<string> {
    if (!isId(contributionId)) throw notFound();
    const words = this.pages.words(request);
    return this.database.inTransaction(scopeOf(request), async (tx) => {
      const gift = await readAskedGift(tx, contributionId);
      const kind = gift === null ? null : requestKindFor(gift.donorKind);
      if (gift === null || kind === null) throw notFound();
      await recordRead(tx, { entity: 'core.donor', entityId: gift.donorId, purpose: 'Wfpp 23a' });
      const names = await readDonorNames(tx, tenantOf(tx), [gift.donorId]);
      const donor = names.get(gift.donorId)?.name ?? words.t(`donors.kind.${gift.donorKind}`);
      return this.pages.html(request, 'pages/evidence/ask.njk', {
        kind,
        donor,
        back: `/giften/${contributionId}`,
        facts: [
          { label: words.t('evidence.ask.donor'), value: donor, href: `/gevers/${gift.donorId}` },
          { label: words.t('gifts.amount'), value: words.euro(gift.amountCents) },
          { label: words.t('gifts.receivedOn'), value: words.longDay(gift.receivedOn) },
        ],
        gift: contributionId,
        days: String(LINK_DAYS),
        once: shown.once,
        values: shown.typed,
        errors: shown.errors,
      });
    });
  }

  /** @throws Problem 404. */
  show(
    request: WebRequest,
    id: string,
    done: string,
    errors: readonly FormError[] = [],
  ): Promise<string> {
    const words = this.pages.words(request);
    return this.database.inTransaction(scopeOf(request), async (tx) => {
      const asked = await readRequest(tx, id);
      if (asked === null) throw notFound();
      await recordRead(tx, { entity: 'core.evidence_request', entityId: id, purpose: 'Wfpp 23a' });
      const names = await readDonorNames(tx, tenantOf(tx), [asked.donorId]);
      const donor = names.get(asked.donorId)?.name ?? words.t('donors.unknown');
      const { open, over } = standing(asked, request.actor.role === 'treasurer');
      return this.pages.html(request, 'pages/evidence/request.njk', {
        title: words.t('evidence.request.title', { donor }),
        badge: requestBadge(asked, words),
        back: `/gevers/${asked.donorId}`,
        facts: this.facts(request, asked, donor),
        body: words.t(`evidence.request.body.${asked.state}`),
        done: done === '' ? '' : words.t(`evidence.done.${done}`),
        base: `/verzoeken/${id}`,
        again: over ? `/verzoeken/nieuw?gift=${asked.contributionRootId}` : '',
        mayRemind: open && asked.mayRemind,
        mayWithdraw: open,
        remindKey: newFormKey(),
        withdrawKey: newFormKey(),
        errors,
      });
    });
  }

  private facts(request: WebRequest, asked: StoredRequest, donor: string): readonly Fact[] {
    const words = this.pages.words(request);
    const { t } = words;
    const moment = (label: string, at: string | null): readonly Fact[] =>
      at === null ? [] : [{ label: t(label), value: formatMoment(at, words.language) }];
    return [
      { label: t('evidence.ask.donor'), value: donor, href: `/gevers/${asked.donorId}` },
      {
        label: t('evidence.request.gift'),
        value: `${words.euro(asked.amountCents)}, ${words.day(asked.receivedOn)}`,
        href: `/giften/${asked.contributionRootId}`,
      },
      ...moment('evidence.request.askedAt', asked.askedAt),
      { label: t('evidence.request.lastDay'), value: words.longDay(asked.lastDay) },
      ...moment('evidence.request.remindedAt', asked.remindedAt),
      ...moment('evidence.request.openedAt', asked.openedAt),
      ...moment('evidence.request.answeredAt', asked.answeredAt),
      ...(asked.number === null
        ? []
        : [{ label: t('evidence.request.number'), value: asked.number }]),
    ];
  }
}

/** What the treasurer can still do with a request; nobody else can do anything. */
function standing(
  { state }: StoredRequest,
  mayAct: boolean,
): { readonly open: boolean; readonly over: boolean } {
  return {
    open: mayAct && (state === 'asked' || state === 'opened'),
    over: mayAct && (state === 'expired' || state === 'withdrawn'),
  };
}
