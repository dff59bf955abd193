import { Injectable } from '@nestjs/common';
import { Database } from '../../../platform/database/database';
import { scopeOf, type WebRequest } from '../../../platform/http/actor';
import { formText } from '../../../platform/http/body';
import { type FormAnswer } from '../../../platform/http/form-answer';
import { newFormKey, onceForForm } from '../../../platform/http/form-once';
import { Pages } from '../../../platform/http/pages';
import { notFound, Problem } from '../../../platform/http/problem';
import { formatMoment } from '../../../platform/rendering/format';
import { type FormError } from '../../../platform/rendering/page-parts';
import { recordRead } from '../../audit/public';
import { DiscloseEvidence, RemoveEvidence } from '../application/attach-evidence';
import {
  type EvidenceFile,
  readEvidence,
  readEvidenceFile,
  readSubject,
  readWasFiled,
  type StoredEvidence,
} from '../application/read-evidence';
import { evidencePath, fileBadges, sizeWords } from './evidence-words';

interface Shown {
  readonly errors: readonly FormError[];
  readonly reason: string;
  readonly done: string;
}

/** One attached file, and what can be done with it. */
@Injectable()
export class EvidenceFileForms {
  constructor(
    private readonly database: Database,
    private readonly pages: Pages,
    private readonly removing: RemoveEvidence,
    private readonly disclosing: DiscloseEvidence,
  ) {}

  show(request: WebRequest, id: string, done: string): Promise<string> {
    return this.page(request, id, { errors: [], reason: '', done });
  }

  /** @throws Problem 404. */
  async open(request: WebRequest, id: string): Promise<EvidenceFile> {
    return this.database.inTransaction(scopeOf(request), async (tx) => {
      const file = await readEvidenceFile(tx, id);
      if (file === null) throw notFound();
      await recordRead(tx, {
        entity: 'core.evidence_attachment',
        entityId: id,
        purpose: 'Wfpp 20',
      });
      return file;
    });
  }

  async remove(request: WebRequest, id: string): Promise<FormAnswer> {
    const reason = formText(request.body, 'reason').trim().slice(0, 500);
    if (reason === '') {
      const message = this.pages.t(request, 'evidence.remove.reasonMissing');
      const errors = [{ field: 'reason', message }];
      return { status: 400, html: await this.page(request, id, { errors, reason, done: '' }) };
    }
    return this.take(request, id, reason, () =>
      onceForForm(this.database, request, async (tx) => {
        const subject = await this.removing.run(tx, id, reason);
        return `${evidencePath(subject.kind, subject.id)}?gedaan=weggehaald`;
      }),
    );
  }

  disclose(request: WebRequest, id: string): Promise<FormAnswer> {
    const ground = formText(request.body, 'grond') === 'filed' ? 'filed' : 'shared';
    return this.take(request, id, '', () =>
      onceForForm(this.database, request, async (tx) => {
        await this.disclosing.run(tx, id, ground);
        return `/bewijsstukken/${id}?gedaan=${ground === 'filed' ? 'bijgevoegd' : 'gedeeld'}`;
      }),
    );
  }

  private async take(
    request: WebRequest,
    id: string,
    reason: string,
    work: () => Promise<string>,
  ): Promise<FormAnswer> {
    try {
      return { next: await work() };
    } catch (error) {
      if (!(error instanceof Problem) || error.status !== 409) throw error;
      const words = this.pages.words(request);
      const key = `evidence.refused.${error.code}`;
      const message = words.texts.has(key) ? words.t(key) : error.detail;
      const errors = [{ field: '', message }];
      return { status: 400, html: await this.page(request, id, { errors, reason, done: '' }) };
    }
  }

  private page(request: WebRequest, id: string, shown: Shown): Promise<string> {
    const words = this.pages.words(request);
    return this.database.inTransaction(scopeOf(request), async (tx) => {
      const file = await readEvidence(tx, id);
      const subject =
        file === null
          ? null
          : await readSubject(tx, { kind: file.subjectKind, id: file.subjectId });
      if (file === null || subject === null) throw notFound();
      await recordRead(tx, {
        entity: 'core.evidence_attachment',
        entityId: id,
        purpose: 'Wfpp 20',
      });
      const mine = request.actor.role === 'treasurer' && file.removedAt === null;
      return this.pages.html(request, 'pages/evidence/file.njk', {
        title: file.name,
        badges: fileBadges(file, words),
        back: evidencePath(subject.kind, subject.id),
        facts: this.facts(request, file),
        sha256: file.sha256,
        download: `/bewijsstukken/${id}/bestand`,
        done: shown.done === '' ? '' : words.t(`evidence.done.${shown.done}`),
        base: `/bewijsstukken/${id}`,
        mayRemove: mine,
        mayShare: mine && !file.shared,
        mayFile: mine && !file.filed && (await readWasFiled(tx, subject)),
        once: newFormKey(),
        values: { reason: shown.reason },
        errors: shown.errors,
      });
    });
  }

  private facts(request: WebRequest, file: StoredEvidence): readonly object[] {
    const words = this.pages.words(request);
    const { t } = words;
    const moment = (at: string): string => formatMoment(at, words.language);
    return [
      { label: t('evidence.file.code'), value: t(`evidence.code.${file.code}`) },
      ...(file.note === null ? [] : [{ label: t('evidence.file.note'), value: file.note }]),
      {
        label: t('evidence.file.size'),
        value: `${t(`evidence.media.${file.mediaType.replace('/', '.')}`)}, ${sizeWords(file.sizeBytes, words)}`,
      },
      { label: t('evidence.file.attachedAt'), value: moment(file.attachedAt) },
      ...(file.removedAt === null
        ? []
        : [
            { label: t('evidence.file.removedAt'), value: moment(file.removedAt) },
            { label: t('evidence.file.removalReason'), value: file.removalReason ?? '' },
          ]),
    ];
  }
}
