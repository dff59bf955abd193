import { Injectable } from '@nestjs/common';
import { type EvidenceSubjectKind } from '../../../legal/evidence/requirement';
import { Database } from '../../../platform/database/database';
import { tenantOf } from '../../../platform/database/tenant-of';
import { type Transaction } from '../../../platform/database/transaction';
import { scopeOf, type WebRequest } from '../../../platform/http/actor';
import { formText } from '../../../platform/http/body';
import { type FormAnswer } from '../../../platform/http/form-answer';
import { Pages } from '../../../platform/http/pages';
import { notFound, Problem } from '../../../platform/http/problem';
import { type FormError } from '../../../platform/rendering/page-parts';
import { type Words } from '../../../platform/rendering/words';
import { recordRead } from '../../audit/public';
import { type DonorName, readDonorNames } from '../../donors/public';
import { AttachEvidence, attachableTo } from '../application/attach-evidence';
import { evidenceName } from '../application/evidence-file';
import {
  type EvidenceSubject,
  type KnownSubject,
  listEvidence,
  readSubject,
} from '../application/read-evidence';
import { requestsOfDonor, type StoredRequest } from '../application/read-requests';
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
    return this.database.inTransaction(scopeOf(request), async (tx) => {
      const subject = await this.known(tx, asked);
      const { kind, id, donorId } = subject;
      const tenantId = tenantOf(tx);
      await recordRead(tx, {
        entity: 'core.evidence_attachment',
        entityId: id,
        purpose: 'Wfpp 20',
      });
      const files = await listEvidence(tx, tenantId, subject);
      const requests = await about(tx, subject);
      const donor = (await readDonorNames(tx, tenantId, [donorId])).get(donorId) ?? null;
      return this.pages.html(request, 'pages/evidence/subject.njk', {
        title: titleOf(subject, donor, words),
        back: kind === 'donor' ? `/gevers/${donorId}` : `/giften/${subject.rootId ?? ''}`,
        done: shown.done === '' ? '' : words.t(`evidence.done.${shown.done}`),
        files: files.map((file) => fileRow(file, words)),
        requests: requests.map((one) => requestRow(one, words)),
        mayAct: request.actor.role === 'treasurer',
        action: evidencePath(kind, id),
        choices: attachableTo(kind).map((value) => ({
          value,
          label: words.t(`evidence.code.${value}`),
        })),
        values: shown.typed,
        errors: shown.errors,
      });
    });
  }
}

function titleOf(subject: KnownSubject, donor: DonorName | null, words: Words): string {
  const { kind, day, amountCents } = subject;
  return words.t(`evidence.subject.${kind}`, {
    donor: donor?.name ?? words.t(`donors.kind.${donor?.kind ?? 'anonymous'}`),
    day: day === null ? '' : words.day(day),
    amount: amountCents === null ? '' : words.euro(amountCents),
  });
}

/** What was asked about this donor or gift; of a settlement nothing is asked. */
async function about(tx: Transaction, subject: KnownSubject): Promise<readonly StoredRequest[]> {
  const { kind, donorId, rootId } = subject;
  if (kind === 'settlement') return [];
  const all = await requestsOfDonor(tx, donorId);
  return all.filter((one) => kind === 'donor' || one.contributionRootId === rootId);
}
