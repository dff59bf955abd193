import { Injectable } from '@nestjs/common';
import { type EvidenceSubjectKind } from '../../../legal/evidence/requirement';
import { Database } from '../../../platform/database/database';
import { type Transaction } from '../../../platform/database/transaction';
import { scopeOf, type WebRequest } from '../../../platform/http/actor';
import { formText } from '../../../platform/http/body';
import { type FormAnswer } from '../../../platform/http/form-answer';
import { Pages } from '../../../platform/http/pages';
import { notFound, Problem } from '../../../platform/http/problem';
import { type FormError } from '../../../platform/rendering/page-parts';
import { recordRead } from '../../audit/public';
import { readDonorNames } from '../../donors/public';
import { AttachEvidence, attachableTo } from '../application/attach-evidence';
import { evidenceName } from '../application/evidence-file';
import {
  type EvidenceSubject,
  type KnownSubject,
  listEvidence,
  readSubject,
} from '../application/read-evidence';
import { requestsOfDonor } from '../application/read-requests';
import { type UploadedEvidence } from './evidence-upload';
import { evidencePath, fileRow, requestRow } from './evidence-words';

const KINDS: Readonly<Record<string, EvidenceSubjectKind>> = {
  gift: 'contribution',
  gever: 'donor',
  afwikkeling: 'settlement',
};

const FIELD_OF: Readonly<Record<string, string>> = { '/file': 'bestand', '/code': 'als' };
const LONGEST_NOTE = 500;

/** @throws Problem 404 for a word that is no place where a file can be attached. */
export function subjectOf(segment: string, id: string): EvidenceSubject {
  const kind = KINDS[segment];
  if (kind === undefined) throw notFound();
  return { kind, id };
}

interface Shown {
  readonly typed: { readonly als: string; readonly toelichting: string };
  readonly errors: readonly FormError[];
  /** What was done just now: 'toegevoegd', 'weggehaald', or ''. */
  readonly done: string;
}

/** What is attached to a gift, a donor or a settlement, and attaching something more. */
@Injectable()
export class EvidenceForms {
  constructor(
    private readonly database: Database,
    private readonly pages: Pages,
    private readonly attaching: AttachEvidence,
  ) {}

  /** @throws Problem 404 when it is not there. */
  show(request: WebRequest, subject: EvidenceSubject, as: string, done: string): Promise<string> {
    return this.page(request, subject, { typed: { als: as, toelichting: '' }, errors: [], done });
  }

  async take(
    request: WebRequest,
    subject: EvidenceSubject,
    file: UploadedEvidence | undefined,
  ): Promise<FormAnswer> {
    const typed = {
      als: formText(request.body, 'als'),
      toelichting: formText(request.body, 'toelichting').trim(),
    };
    try {
      const name = evidenceName(file?.originalname ?? '');
      const bytes = file?.buffer ?? Buffer.alloc(0);
      const note = typed.toelichting === '' ? null : typed.toelichting.slice(0, LONGEST_NOTE);
      const command = { subject, code: typed.als, name, note, bytes };
      const kept = await this.database.inTransaction(scopeOf(request), async (tx) => ({
        ...(await this.attaching.run(tx, command)),
        known: await this.known(tx, subject),
      }));
      const { kind, id } = kept.known;
      const done = kept.alsoAt.length > 0 ? 'ook-elders' : 'toegevoegd';
      return { next: `${evidencePath(kind, id)}?gedaan=${done}` };
    } catch (error) {
      const errors = this.errors(request, error);
      const html = await this.page(request, subject, { typed, errors, done: '' });
      return { status: 400, html };
    }
  }

  /** @throws the error itself when it is no refusal of the file. */
  private errors(request: WebRequest, error: unknown): readonly FormError[] {
    if (!(error instanceof Problem) || error.status === 404 || error.status === 403) throw error;
    const words = this.pages.words(request);
    const worded = (code: string): string => {
      const key = `evidence.refused.${code}`;
      return words.t(words.texts.has(key) ? key : 'evidence.refused.file');
    };
    if (error.errors.length === 0) return [{ field: 'bestand', message: worded(error.code) }];
    return error.errors.map(({ location, code }) => ({
      field: FIELD_OF[location] ?? 'bestand',
      message: worded(code),
    }));
  }

  private async known(tx: Transaction, subject: EvidenceSubject): Promise<KnownSubject> {
    const known = await readSubject(tx, subject);
    if (known === null) throw notFound();
    return known;
  }

  private page(request: WebRequest, asked: EvidenceSubject, shown: Shown): Promise<string> {
    const words = this.pages.words(request);
    const { t } = words;
    return this.database.inTransaction(scopeOf(request), async (tx) => {
      const subject = await this.known(tx, asked);
      const { kind, id, donorId } = subject;
      const tenantId = tx.scope.tenantId ?? '';
      await recordRead(tx, {
        entity: 'core.evidence_attachment',
        entityId: id,
        purpose: 'Wfpp 20',
      });
      const files = await listEvidence(tx, tenantId, subject);
      const requests = kind === 'settlement' ? [] : await requestsOfDonor(tx, donorId);
      const about = requests.filter(
        (one) => kind === 'donor' || one.contributionRootId === subject.rootId,
      );
      const names = await readDonorNames(tx, tenantId, [donorId]);
      const { name: donor = null, kind: donorKind = 'anonymous' } = names.get(donorId) ?? {};
      return this.pages.html(request, 'pages/evidence/subject.njk', {
        title: t(`evidence.subject.${kind}`, {
          donor: donor ?? t(`donors.kind.${donorKind}`),
          day: subject.day === null ? '' : words.day(subject.day),
          amount: subject.amountCents === null ? '' : words.euro(subject.amountCents),
        }),
        back: kind === 'donor' ? `/gevers/${donorId}` : `/giften/${subject.rootId ?? ''}`,
        done: shown.done === '' ? '' : t(`evidence.done.${shown.done}`),
        files: files.map((file) => fileRow(file, words)),
        requests: about.map((one) => requestRow(one, words)),
        mayAct: request.actor.role === 'treasurer',
        action: evidencePath(kind, id),
        choices: attachableTo(kind).map((value) => ({ value, label: t(`evidence.code.${value}`) })),
        values: shown.typed,
        errors: shown.errors,
      });
    });
  }
}
