import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Database } from '../../../platform/database/database';
import { draftWords, dropDraft, type FormDraft, readDraft } from '../../../platform/drafts/public';
import { scopeOf, type WebRequest } from '../../../platform/http/actor';
import { formText } from '../../../platform/http/body';
import { type FormAnswer } from '../../../platform/http/form-answer';
import { newFormKey, onceForForm } from '../../../platform/http/form-once';
import { Pages } from '../../../platform/http/pages';
import { notFound, problem } from '../../../platform/http/problem';
import { recordRead } from '../../audit/public';
import { type SubmissionKind, type SubmittedDocument } from '../application/case-view';
import { readCase } from '../application/read-case';
import { SubmitToCase } from '../application/submit-to-case';
import { partyCasePage, type SentSubmission, SUBMISSION_KINDS } from './party-case-page';

const LONGEST_TEXT = 40_000;

/** A file of the form, as the upload gives it. */
export interface UploadedDocument {
  readonly originalname: string;
  readonly buffer: Buffer;
}

/** A case as the party sees it, with the forms by which it answers. */
@Injectable()
export class SubmissionForms {
  constructor(
    private readonly database: Database,
    private readonly pages: Pages,
    private readonly submitting: SubmitToCase,
  ) {}

  show(request: WebRequest, id: string, done: string): Promise<string> {
    return this.page(request, id, done, nothing());
  }

  /** Sends what was written, with the hashes of the files; every fault at once. */
  async send(
    request: WebRequest,
    id: string,
    files: readonly UploadedDocument[],
  ): Promise<FormAnswer> {
    const kind = SUBMISSION_KINDS.find((one) => one === formText(request.body, 'kind'));
    if (kind === undefined) throw notFound();
    const text = formText(request.body, 'text').trim();
    const fault = faultIn(text, kind);
    if (fault !== null) return this.again(request, id, { kind, text, fault });
    const met = { asked: true };
    try {
      const next = await onceForForm(this.database, request, async (tx) => {
        const documents = documentsOf(files);
        const answer = await this.submitting.run(tx, { caseId: id, kind, text, documents });
        await dropDraft(tx, pathOf(id));
        met.asked = answer.kind === 'accepted';
        if (!met.asked)
          throw problem(409, 'case.not_asked', 'The case does not wait for this now.');
        return `/zaken/${id}?gedaan=${kind}`;
      });
      return { next };
    } catch (error) {
      if (met.asked) throw error;
      return this.again(request, id, { kind, text, fault: 'cases.sent.notAsked' });
    }
  }

  private async again(
    request: WebRequest,
    id: string,
    sent: { readonly kind: SubmissionKind; readonly text: string; readonly fault: string },
  ): Promise<FormAnswer> {
    const { kind, text, fault } = sent;
    const field = fault === 'cases.sent.notAsked' ? '' : `${kind}-text`;
    const errors = [{ field, message: this.pages.t(request, fault) }];
    const shown = { kind, text, errors, once: newFormKey() };
    return { status: 400, html: await this.page(request, id, '', shown) };
  }

  private page(
    request: WebRequest,
    id: string,
    done: string,
    sent: SentSubmission,
  ): Promise<string> {
    return this.database.inTransaction(scopeOf(request), async (tx) => {
      const view = await readCase(tx, id);
      if (view === null) throw notFound();
      await recordRead(tx, { entity: 'core.enforcement_case', entityId: id, purpose: 'Awb 5:49' });
      const mayAct = request.actor.role !== 'accountant';
      const reader = { today: tx.today, mayAct, done };
      const words = this.pages.words(request);
      const draft = request.method === 'GET' ? await readDraft(tx, pathOf(id)) : null;
      const data = partyCasePage(view, reader, draft === null ? sent : typedIn(draft), words);
      return this.pages.html(request, 'pages/enforcement/party-case.njk', {
        ...data,
        draft: draftWords(pathOf(id), draft, words),
      });
    });
  }
}

/** The page of the case: what a draft of an answer is kept under. */
function pathOf(id: string): string {
  return `/zaken/${id}`;
}

function typedIn({ fields }: FormDraft): SentSubmission {
  const kind = SUBMISSION_KINDS.find((one) => one === fields['kind']) ?? '';
  return { ...nothing(), kind, text: fields['text'] ?? '' };
}

function nothing(): SentSubmission {
  return { kind: '', text: '', errors: [], once: newFormKey() };
}

/** The key of what is wrong with the text; null when nothing is. */
function faultIn(text: string, kind: SubmissionKind): string | null {
  if (text === '') return `cases.ask.${kind}.missing`;
  return text.length > LONGEST_TEXT ? 'cases.fault.long' : null;
}

/** Name and SHA-256 of each file; an empty field of the form gives none. */
function documentsOf(files: readonly UploadedDocument[]): readonly SubmittedDocument[] {
  return files
    .filter(({ buffer }) => buffer.length > 0)
    .map(({ originalname, buffer }) => ({
      name: Buffer.from(originalname, 'latin1').toString('utf8').normalize('NFC').slice(0, 200),
      sha256: createHash('sha256').update(buffer).digest('hex'),
    }));
}
