import { Injectable } from '@nestjs/common';
import { type WebRequest } from '../../../platform/http/actor';
import { formText } from '../../../platform/http/body';
import { newFormKey } from '../../../platform/http/form-once';
import { Pages } from '../../../platform/http/pages';
import { formatMoment } from '../../../platform/rendering/format';
import { type FormError } from '../../../platform/rendering/page-parts';
import { type Conversation, type Kept, TellTip } from '../application/tell-tip';
import { isFormKey, readCode } from '../application/tip-code';
import { MOST_SENT, MOST_WRONG_CODES, Visitors } from '../application/visitors';
import { cleanText, LONGEST_MESSAGE } from './tip-fields';
import { LARGEST_TIP_FILE, type SentFile, tipFileMedia, tipFileName } from './tip-file';
import { type TipAnswer, tooMany } from './tip-forms';

interface Shown {
  readonly body: string;
  readonly errors: readonly FormError[];
  /** Key of what was done just now; '' for nothing. */
  readonly done: string;
}

const NOTHING_TYPED: Shown = { body: '', errors: [], done: '' };

/**
 * Coming back with the code: reading answers and adding to the tip. The code is only ever sent in the
 * body of a form: it stands in no address, no history and no cookie.
 */
@Injectable()
export class TipTalk {
  constructor(
    private readonly tips: TellTip,
    private readonly visitors: Visitors,
    private readonly pages: Pages,
  ) {}

  ask(request: WebRequest, errors: readonly FormError[] = []): string {
    return this.pages.html(request, 'pages/tips/code.njk', { errors });
  }

  /** @throws Problem 429 for a network from which too many wrong codes came. */
  async open(request: WebRequest, shown: Shown = NOTHING_TYPED): Promise<TipAnswer> {
    const typed = formText(request.body, 'code');
    const address = request.ip ?? '';
    if (this.visitors.isOver('code', address, MOST_WRONG_CODES)) throw tooMany();
    const found = await this.tips.read(typed, request.requestId);
    if (found !== null) return this.talk(request, readCode(typed) ?? '', found, shown);
    this.visitors.count('code', address);
    return this.wrong(request);
  }

  async add(request: WebRequest): Promise<TipAnswer> {
    const body = cleanText(formText(request.body, 'bericht'));
    const once = formText(request.body, 'once');
    const fault = this.faultOf(request, body, once);
    if (fault !== null) return this.open(request, { body, errors: [fault], done: '' });
    return this.keep(request, body, () =>
      this.tips.add(formText(request.body, 'code'), body, once, request.requestId),
    );
  }

  async addFile(request: WebRequest, sent: SentFile | undefined): Promise<TipAnswer> {
    const words = this.pages.words(request);
    const name = tipFileName(sent?.originalname ?? '');
    const bytes = sent?.buffer ?? Buffer.alloc(0);
    const read = await tipFileMedia(bytes, name);
    if ('fault' in read) {
      const limit = String(LARGEST_TIP_FILE / 1_048_576);
      const errors = [
        { field: 'bestand', message: words.t(`tips.fault.file.${read.fault}`, { limit }) },
      ];
      return this.open(request, { body: '', errors, done: '' });
    }
    return this.keep(request, '', () =>
      this.tips.addFile(
        formText(request.body, 'code'),
        { name, mediaType: read.media, bytes },
        request.requestId,
      ),
    );
  }

  private async keep(
    request: WebRequest,
    body: string,
    work: () => Promise<Kept>,
  ): Promise<TipAnswer> {
    const address = request.ip ?? '';
    if (this.visitors.isOver('code', address, MOST_WRONG_CODES)) throw tooMany();
    if (this.visitors.isOver('add', address, MOST_SENT)) throw tooMany();
    this.visitors.count('add', address);
    const kept = await work();
    if (kept === 'kept') return this.open(request, { ...NOTHING_TYPED, done: 'tips.talk.added' });
    if (kept === 'unknown') return this.open(request);
    const message = this.pages.t(request, 'tips.fault.full');
    return this.open(request, { body, errors: [{ field: '', message }], done: '' });
  }

  private faultOf(request: WebRequest, body: string, once: string): FormError | null {
    const { t } = this.pages.words(request);
    if (!isFormKey(once)) return { field: '', message: t('tips.fault.key') };
    if (body === '') return { field: 'bericht', message: t('tips.fault.messageMissing') };
    if (body.length <= LONGEST_MESSAGE) return null;
    const [most, count] = [String(LONGEST_MESSAGE), String(body.length)];
    return { field: 'bericht', message: t('tips.fault.tooLong', { most, count }) };
  }

  private wrong(request: WebRequest): TipAnswer {
    const message = this.pages.t(request, 'tips.fault.code');
    return { status: 400, html: this.ask(request, [{ field: 'code', message }]) };
  }

  private talk(
    request: WebRequest,
    code: string,
    found: Conversation,
    { body, errors, done }: Shown,
  ): TipAnswer {
    const { t, day, language } = this.pages.words(request);
    const html = this.pages.html(request, 'pages/tips/talk.njk', {
      code,
      once: newFormKey(),
      status: t(`tips.told.${found.erased ? 'erased' : found.status}`),
      filedOn: day(found.filedOn),
      messages: found.messages.map((message) => ({
        who: t(message.mine ? 'tips.talk.you' : 'tips.talk.us'),
        at: formatMoment(message.at, language),
        body: message.body,
      })),
      files: found.files.map(({ name }) => name),
      mayAdd: !found.erased,
      values: { body },
      done: done === '' ? '' : t(done),
      errors,
    });
    return { status: errors.length > 0 ? 400 : 200, html };
  }
}
