import { Injectable } from '@nestjs/common';
import { type WebRequest } from '../../../platform/http/actor';
import { newFormKey } from '../../../platform/http/form-once';
import { Pages } from '../../../platform/http/pages';
import { Problem } from '../../../platform/http/problem';
import { formatMoment } from '../../../platform/rendering/format';
import {
  DonorLinks,
  type LinkReceipt,
  type OpenLink,
  type RequestLanguage,
} from '../application/answer-link';
import { readAnswer } from '../application/donor-answer';
import { answerIn, stepErrors } from './link-checks';
import { emptyForm, moreRows, readForm, type SentForm, type Step } from './link-fields';
import { answerCopy, giftSentence, linkPage, type ShownForm } from './link-page';

const RETRY_SECONDS = '900';
const ONCE = /^[\x21-\x7E]{1,255}$/;

/** A page to show, or where to go; of a link that opens nothing always the same page. */
export type LinkAnswer =
  { readonly next: string } | { readonly status: 200 | 400 | 404; readonly html: string };

/** What was pressed, as the step to show next. */
function stepAfter({ step, pressed }: SentForm): Step {
  if (pressed === 'stap-1') return 1;
  if (pressed === 'stap-2') return 2;
  if (pressed === 'terug') return step === 3 ? 2 : 1;
  return step === 1 ? 2 : 3;
}

/** Who never chose a language reads the one of the mail. */
function speak(request: WebRequest, language: RequestLanguage): void {
  const cookies = request.cookies as Readonly<Record<string, unknown>> | undefined;
  if (cookies?.['taal'] === undefined) request.actor = { ...request.actor, language };
}

/** The form behind a link: three steps, nothing kept until it is sent. */
@Injectable()
export class LinkForms {
  constructor(
    private readonly links: DonorLinks,
    private readonly pages: Pages,
  ) {}

  async show(request: WebRequest, token: string): Promise<LinkAnswer> {
    await this.welcome(request);
    const link = await this.open(request, token);
    if (link === null) return this.closed(request);
    const form = emptyForm(newFormKey());
    return { status: 200, html: this.page(request, link, token, { form, step: 1, errors: [] }) };
  }

  async take(request: WebRequest, token: string): Promise<LinkAnswer> {
    await this.welcome(request);
    const pressedTwice = await this.sentBefore(request, token);
    if (pressedTwice !== null) return { next: `/verklaring/ontvangen/${pressedTwice}` };
    const link = await this.open(request, token);
    if (link === null) return this.closed(request);
    const form = readForm(link.kind, request.body);
    const stay = (step: Step, rows = form.rows): LinkAnswer => ({
      status: 200,
      html: this.page(request, link, token, { form: { ...form, rows }, step, errors: [] }),
    });
    if (form.pressed === 'meer') return stay(2, moreRows(form.rows));
    if (['terug', 'stap-1', 'stap-2'].includes(form.pressed)) return stay(stepAfter(form));
    return form.pressed === 'versturen'
      ? this.send(request, link, token, form)
      : this.onward(request, link, token, form);
  }

  /** @throws Problem 429 for an address that comes too often. */
  async welcome(request: WebRequest): Promise<void> {
    if (await this.links.mayVisit(request.ip ?? '', request.requestId)) return;
    const detail =
      'There were too many visits from your network. Try again in a quarter of an hour.';
    throw new Problem(429, 'link.too_many', detail, [], { 'Retry-After': RETRY_SECONDS });
  }

  async receipt(request: WebRequest, token: string): Promise<LinkAnswer> {
    await this.welcome(request);
    const found = await this.found(request, token);
    if (found === null) return this.closed(request);
    const words = this.pages.words(request);
    const html = this.pages.html(request, 'pages/evidence/link-sent.njk', {
      number: found.number,
      party: found.party,
      moment: formatMoment(found.answeredAt, words.language),
      gift: giftSentence(found, words),
      copy: `/verklaring/ontvangen/${token}/kopie`,
    });
    return { status: 200, html };
  }

  /** The copy of what was sent; null when there is nothing to read any more. */
  async copy(
    request: WebRequest,
    token: string,
  ): Promise<{ readonly name: string; readonly text: string } | null> {
    await this.welcome(request);
    const found = await this.found(request, token);
    if (found === null) return null;
    const words = this.pages.words(request);
    const answer = readAnswer(found.kind, found.answer);
    const moment = formatMoment(found.answeredAt, words.language);
    return { name: `${found.number}.txt`, text: answerCopy(found, answer, moment, words) };
  }

  private async found(request: WebRequest, token: string): Promise<LinkReceipt | null> {
    const found = await this.links.receipt(token, request.requestId);
    if (found !== null) speak(request, found.language);
    return found;
  }

  closed(request: WebRequest): LinkAnswer {
    return { status: 404, html: this.pages.html(request, 'pages/evidence/link-closed.njk') };
  }

  private onward(request: WebRequest, link: OpenLink, token: string, form: SentForm): LinkAnswer {
    const errors = stepErrors(form, form.step, link, this.pages.words(request));
    const step = errors.length > 0 ? form.step : stepAfter(form);
    const html = this.page(request, link, token, { form, step, errors });
    return { status: errors.length > 0 ? 400 : 200, html };
  }

  private async send(
    request: WebRequest,
    link: OpenLink,
    token: string,
    form: SentForm,
  ): Promise<LinkAnswer> {
    const words = this.pages.words(request);
    for (const step of [1, 2, 3] as const) {
      const errors = stepErrors(form, step, link, words);
      if (errors.length > 0)
        return { status: 400, html: this.page(request, link, token, { form, step, errors }) };
    }
    if (!ONCE.test(form.once)) return this.closed(request);
    const answer = answerIn(form, link, words);
    const sent = { token, once: form.once, answer, language: words.language };
    const receipt = await this.links.answer(sent, request.requestId);
    return receipt === null ? this.closed(request) : { next: `/verklaring/ontvangen/${receipt}` };
  }

  /** The confirmation of this very form, when it was sent before; null when it was not. */
  private async sentBefore(request: WebRequest, token: string): Promise<string | null> {
    const { pressed, once } = readForm('declaration', request.body);
    if (pressed !== 'versturen' || !ONCE.test(once)) return null;
    return this.links.sentBefore(token, once, request.requestId);
  }

  private async open(request: WebRequest, token: string): Promise<OpenLink | null> {
    const link = await this.links.open(token, request.requestId);
    if (link !== null) speak(request, link.language);
    return link;
  }

  private page(request: WebRequest, link: OpenLink, token: string, shown: ShownForm): string {
    const data = linkPage(link, token, shown, this.pages.words(request));
    return this.pages.html(request, 'pages/evidence/link.njk', data);
  }
}
