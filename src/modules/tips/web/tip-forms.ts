import { Injectable } from '@nestjs/common';
import { type WebRequest } from '../../../platform/http/actor';
import { formText } from '../../../platform/http/body';
import { newFormKey } from '../../../platform/http/form-once';
import { type Typed } from '../../../platform/http/form-faults';
import { Pages } from '../../../platform/http/pages';
import { Problem } from '../../../platform/http/problem';
import { type FormError } from '../../../platform/rendering/page-parts';
import { TellTip, TIP_KINDS } from '../application/tell-tip';
import { isFormKey } from '../application/tip-code';
import { MOST_SENT, Visitors } from '../application/visitors';
import { readTip, tipErrors, toldIn } from './tip-fields';

const RETRY_SECONDS = '900';

/** A page and how it is sent. */
export interface TipAnswer {
  readonly status: 200 | 400;
  readonly html: string;
}

export function tooMany(): Problem {
  const detail =
    'There were too many messages from your network. Try again in a quarter of an hour.';
  return new Problem(429, 'tips.too_many', detail, [], { 'Retry-After': RETRY_SECONDS });
}

interface Shown {
  readonly typed: Typed;
  readonly once: string;
  readonly errors: readonly FormError[];
}

/** The form for a tip. Nothing is kept before it is sent; what was typed stays when it is refused. */
@Injectable()
export class TipForms {
  constructor(
    private readonly tips: TellTip,
    private readonly visitors: Visitors,
    private readonly pages: Pages,
  ) {}

  show(request: WebRequest): string {
    return this.page(request, { typed: {}, once: newFormKey(), errors: [] });
  }

  /** @throws Problem 429 when too many come from one network, or from everywhere at once. */
  async send(request: WebRequest): Promise<TipAnswer> {
    const words = this.pages.words(request);
    const typed = readTip(request.body);
    const key = formText(request.body, 'once');
    const once = isFormKey(key) ? key : newFormKey();
    const errors = isFormKey(key)
      ? tipErrors(typed, words)
      : [{ field: '', message: words.t('tips.fault.key') }];
    if (errors.length > 0)
      return { status: 400, html: this.page(request, { typed, once, errors }) };
    const address = request.ip ?? '';
    if (this.visitors.isOver('tip', address, MOST_SENT)) throw tooMany();
    this.visitors.count('tip', address);
    const code = await this.tips.file(once, toldIn(typed), words.language, request.requestId);
    if (code === null) throw tooMany();
    return { status: 200, html: this.pages.html(request, 'pages/tips/sent.njk', { code }) };
  }

  private page(request: WebRequest, { typed, once, errors }: Shown): string {
    const words = this.pages.words(request);
    return this.pages.html(request, 'pages/tips/tip.njk', {
      once,
      values: typed,
      kinds: TIP_KINDS.map((kind) => ({
        value: kind,
        label: words.t(`tips.kind.${kind}`),
        hint: words.t(`tips.kind.${kind}.hint`),
      })),
      errors,
    });
  }
}
