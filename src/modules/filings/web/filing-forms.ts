import { Injectable } from '@nestjs/common';
import { type Transaction } from '../../../platform/database/transaction';
import { Database } from '../../../platform/database/database';
import { scopeOf, type WebRequest } from '../../../platform/http/actor';
import { formText } from '../../../platform/http/body';
import { type FormAnswer } from '../../../platform/http/form-answer';
import { newFormKey, onceForForm } from '../../../platform/http/form-once';
import { Pages } from '../../../platform/http/pages';
import { notFound, Problem } from '../../../platform/http/problem';
import { type FormError } from '../../../platform/rendering/page-parts';
import { recordRead } from '../../audit/public';
import { type FilingDesk, readFilingDesk } from '../application/filing-desk';
import { type StoredFiling } from '../application/read-filings';
import { filingPage } from './filing-page';

export type FilingAct = (tx: Transaction, desk: FilingDesk) => Promise<string>;

/** Which field a refusal stands beside, where it is about one. */
const FIELD_OF: Readonly<Record<string, string>> = {
  'document.empty': 'bestand',
  'document.too_large': 'bestand',
  'document.type': 'bestand',
  'document.there': 'bestand',
  'reason.missing': 'reason',
  'document.part': 'part',
};

/** The page of one expected filing, and everything that is done on it. */
@Injectable()
export class FilingForms {
  constructor(
    private readonly database: Database,
    private readonly pages: Pages,
  ) {}

  /** @throws Problem 404 when it is not expected of this party. */
  async show(
    request: WebRequest,
    expectedId: string,
    shown: { readonly version: number | null; readonly done: string },
  ): Promise<string> {
    return this.page(request, expectedId, { ...shown, errors: [] });
  }

  /** Does one thing once for the key of the form; a refusal shows the page again with its reason. */
  act(request: WebRequest, expectedId: string, done: string, work: FilingAct): Promise<FormAnswer> {
    return this.take(request, expectedId, () =>
      onceForForm(this.database, request, (tx) => this.next(tx, expectedId, done, work)),
    );
  }

  /** The same for a form with a file: attaching the same file twice is refused by itself. */
  upload(request: WebRequest, expectedId: string, work: FilingAct): Promise<FormAnswer> {
    return this.take(request, expectedId, () =>
      this.database.inTransaction(scopeOf(request), (tx) =>
        this.next(tx, expectedId, 'attached', work),
      ),
    );
  }

  private async next(
    tx: Transaction,
    expectedId: string,
    done: string,
    work: FilingAct,
  ): Promise<string> {
    const said = await work(tx, await this.desk(tx, expectedId, null));
    return `/overzichten/${expectedId}?gedaan=${said === '' ? done : said}`;
  }

  private async take(
    request: WebRequest,
    expectedId: string,
    work: () => Promise<string>,
  ): Promise<FormAnswer> {
    try {
      return { next: await work() };
    } catch (error) {
      const errors = this.errors(request, error);
      const html = await this.page(request, expectedId, { version: null, done: '', errors });
      return { status: 400, html };
    }
  }

  /** @throws the error itself when it is no refusal. */
  private errors(request: WebRequest, error: unknown): readonly FormError[] {
    if (!(error instanceof Problem) || error.status === 404 || error.status === 403) throw error;
    const words = this.pages.words(request);
    const worded = (code: string, detail: string): FormError => {
      const key = `filings.refused.${code}`;
      const message = words.texts.has(key) ? words.t(key) : detail;
      return { field: FIELD_OF[code] ?? '', message };
    };
    if (words.texts.has(`filings.refused.${error.code}`) || error.errors.length === 0)
      return [worded(error.code, error.detail)];
    return error.errors.map(({ code, detail }) => worded(code, detail));
  }

  async desk(tx: Transaction, expectedId: string, version: number | null): Promise<FilingDesk> {
    const desk = await readFilingDesk(tx, expectedId, version);
    if (desk === null) throw notFound();
    return desk;
  }

  private page(
    request: WebRequest,
    expectedId: string,
    shown: {
      readonly version: number | null;
      readonly done: string;
      readonly errors: readonly FormError[];
    },
  ): Promise<string> {
    const words = this.pages.words(request);
    return this.database.inTransaction(scopeOf(request), async (tx) => {
      const desk = await this.desk(tx, expectedId, shown.version);
      const entityId = desk.shown?.id ?? expectedId;
      await recordRead(tx, { entity: 'core.filing', entityId, purpose: 'Wfpp 25' });
      const reader = {
        role: request.actor.role,
        today: tx.today,
        once: newFormKey(),
        errors: shown.errors,
        done: words.texts.has(`filings.done.${shown.done}`) ? shown.done : '',
        reason: formText(request.body, 'reason'),
      };
      return this.pages.html(request, 'pages/filings/detail.njk', filingPage(desk, reader, words));
    });
  }
}

/** The draft on the desk. @throws Problem 404 when there is none. */
export function draftOn({ shown }: FilingDesk): StoredFiling {
  if (shown === null) throw notFound();
  return shown;
}
