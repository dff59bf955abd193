import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { type Response } from 'express';
import { Database } from '../../../platform/database/database';
import { type Scope, type Transaction } from '../../../platform/database/transaction';
import { scopeOf, type WebRequest } from '../../../platform/http/actor';
import { Pages } from '../../../platform/http/pages';
import { formatMoment } from '../../../platform/rendering/format';
import { type Words } from '../../../platform/rendering/words';
import { RegisterHead } from '../../open-data/public';
import { type RegisterState, registerState } from '../../publication/public';

/** Within a minute of a stop nobody is shown an old copy. */
const SECONDS_KEPT = 30;

/** Where a page may end when it is not shown: an answer of its own. */
export interface PageData {
  readonly data: object;
  /** 200 when absent. */
  readonly status?: number;
}

type Made =
  | { readonly kind: 'stopped'; readonly state: RegisterState }
  | { readonly kind: 'page'; readonly page: PageData };

/** What a page is made of, beside the words of its reader. */
export interface PagePlan {
  readonly template: string;
  /**
   * True when the page says nothing that can change without a change of the register: then it is
   * known without the database that a reader still has it.
   */
  readonly followsChanges: boolean;
  readonly build: (tx: Transaction, words: Words) => Promise<PageData>;
}

function short(text: string): string {
  return createHash('sha256').update(text).digest('base64url').slice(0, 22);
}

/** The scope of everybody, whoever asks: what is public looks the same to all. */
export function publicScope(request: WebRequest): Scope {
  return { ...scopeOf(request), role: 'public', tenantId: null };
}

/** The public pages of the register: read under the public role, and closed when it is stopped. */
@Injectable()
export class PublicPages {
  constructor(
    private readonly database: Database,
    private readonly pages: Pages,
    private readonly head: RegisterHead,
  ) {}

  words(request: WebRequest): Words {
    return this.pages.words(request);
  }

  /** Sends the page, or 304 to who has it already, or 503 while the register is stopped. */
  async send(request: WebRequest, response: Response, plan: PagePlan): Promise<void> {
    // Asked before the page is read, so that a tag is never newer than its page.
    const tag = plan.followsChanges && isAnonymous(request) ? await this.tagOf(request) : null;
    if (tag !== null && request.headers['if-none-match'] === tag) {
      mayBeKept(response, tag);
      response.status(304).end();
      return;
    }
    const made = await this.database.inTransaction(publicScope(request), (tx) =>
      this.make(request, tx, plan),
    );
    if (made.kind === 'stopped') {
      this.sendStopped(request, response, made.state);
      return;
    }
    const { data, status = 200 } = made.page;
    const html = this.pages.html(request, plan.template, data);
    if (isAnonymous(request) && status === 200) mayBeKept(response, tag ?? `"${short(html)}"`);
    // Express itself answers 304 when the tag is the one the reader has.
    response.status(status).type('text/html').send(html);
  }

  private async make(request: WebRequest, tx: Transaction, plan: PagePlan): Promise<Made> {
    const state = await registerState(tx);
    if (!state.open) return { kind: 'stopped', state };
    return { kind: 'page', page: await plan.build(tx, this.pages.words(request)) };
  }

  /** Changes with the register, the language and the address; null while the register is stopped. */
  private async tagOf(request: WebRequest): Promise<string | null> {
    const { open, stamp } = await this.head.read();
    const { language } = request.actor;
    return open ? `"${short([stamp, language, request.originalUrl].join('\n'))}"` : null;
  }

  private sendStopped(request: WebRequest, response: Response, state: RegisterState): void {
    const words = this.pages.words(request);
    const html = this.pages.html(request, 'pages/site/stopped.njk', {
      reason: state.reason === null ? '' : words.t('site.stopped.reason', { reason: state.reason }),
      since: words.t('site.stopped.since', {
        moment: formatMoment(state.changedAt, words.language),
      }),
    });
    response.setHeader('Retry-After', '600');
    response.status(503).type('text/html').send(html);
  }
}

function isAnonymous(request: WebRequest): boolean {
  return request.actor.role === 'anonymous';
}

function mayBeKept(response: Response, tag: string): void {
  response.setHeader('Cache-Control', `public, max-age=${String(SECONDS_KEPT)}, must-revalidate`);
  // The language is in a cookie, and who is signed in gets a page with a name on it.
  response.setHeader('Vary', 'Cookie');
  response.setHeader('ETag', tag);
}
