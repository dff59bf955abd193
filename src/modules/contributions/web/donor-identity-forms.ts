import { Injectable } from '@nestjs/common';
import { Database } from '../../../platform/database/database';
import { tenantOf } from '../../../platform/database/tenant-of';
import { type Transaction } from '../../../platform/database/transaction';
import { scopeOf, type WebRequest } from '../../../platform/http/actor';
import { formText } from '../../../platform/http/body';
import { type FormAnswer } from '../../../platform/http/form-answer';
import { faultsIn, formErrors, type Typed } from '../../../platform/http/form-faults';
import { newFormKey, onceForForm } from '../../../platform/http/form-once';
import { Pages } from '../../../platform/http/pages';
import { notFound, Problem, problem, type ProblemPart } from '../../../platform/http/problem';
import { type FormError } from '../../../platform/rendering/page-parts';
import { recordRead } from '../../audit/public';
import { canonicalDonor, KeepApart, MergeDonors, SplitDonors } from '../../donors/public';
import { previewMerge, previewSplit } from '../application/preview-identity';
import { type IdentityForm, identityPage } from './donor-identity-page';

const FIELDS = ['keep', 'why'] as const;
const MOST_LETTERS = 500;

interface Shown {
  readonly typed: Typed;
  readonly errors: readonly FormError[];
  readonly once: string;
}

const EMPTY = (): Shown => ({ typed: {}, errors: [], once: newFormKey() });

/** What two donors are refused for stands above the form, as nothing in it can mend it. */
function refusals(error: unknown): readonly ProblemPart[] {
  if (!(error instanceof Problem) || error.code !== 'donors.kinds_differ') return faultsIn(error);
  return [{ in: 'body', location: '', code: error.code, detail: error.detail }];
}

/** @throws Problem 400 without a reason, or with one too long. */
function reasonOf(typed: Typed): string {
  const reason = typed['why'] ?? '';
  if (reason !== '' && reason.length <= MOST_LETTERS) return reason;
  const detail = 'Say in 1 to 500 letters why.';
  const fault = { in: 'body', location: '/why', code: 'text.length', detail } as const;
  throw problem(400, 'input.invalid', 'The form has faults.', [fault]);
}

/** Uniting two donors and taking that back, each with what it changes shown before. */
@Injectable()
export class DonorIdentityForms {
  constructor(
    private readonly database: Database,
    private readonly pages: Pages,
    private readonly merging: MergeDonors,
    private readonly splitting: SplitDonors,
    private readonly keeping: KeepApart,
  ) {}

  toMerge(request: WebRequest, id: string, other: string): Promise<string> {
    return this.mergePage(request, id, other, EMPTY());
  }

  merge(request: WebRequest, id: string, other: string): Promise<FormAnswer> {
    const work = async (tx: Transaction, typed: Typed): Promise<string> => {
      const keep = typed['keep'] === other ? other : id;
      const donorId = keep === other ? id : other;
      await this.merging.run(tx, { donorId, intoId: keep, reason: reasonOf(typed) });
      return `/gevers/${await canonicalDonor(tx, tenantOf(tx), keep)}?opgeslagen=ja`;
    };
    return this.take(request, work, (shown) => this.mergePage(request, id, other, shown));
  }

  toSplit(request: WebRequest, id: string, mergeId: string): Promise<string> {
    return this.splitPage(request, id, mergeId, EMPTY());
  }

  split(request: WebRequest, id: string, mergeId: string): Promise<FormAnswer> {
    const work = async (tx: Transaction, typed: Typed): Promise<string> => {
      if ((await previewSplit(tx, id, mergeId)) === null) throw notFound();
      await this.splitting.run(tx, mergeId, reasonOf(typed));
      return `/gevers/${id}?opgeslagen=ja`;
    };
    return this.take(request, work, (shown) => this.splitPage(request, id, mergeId, shown));
  }

  /** One button of the queue: they are two, and not asked about again. */
  async keepApart(request: WebRequest, id: string, other: string): Promise<FormAnswer> {
    const next = await onceForForm(this.database, request, async (tx) => {
      await this.keeping.run(tx, { donorId: id, otherId: other }, null);
      return '/gevers/dubbel?gedaan=apart';
    });
    return { next };
  }

  private async take(
    request: WebRequest,
    work: (tx: Transaction, typed: Typed) => Promise<string>,
    show: (shown: Shown) => Promise<string>,
  ): Promise<FormAnswer> {
    const typed: Typed = Object.fromEntries(
      FIELDS.map((name) => [name, formText(request.body, name).trim()]),
    );
    try {
      return { next: await onceForForm(this.database, request, (tx) => work(tx, typed)) };
    } catch (error) {
      const errors = formErrors(refusals(error), FIELDS, {
        typed,
        words: this.pages.words(request),
      });
      const sentBefore = errors.some(({ field }) => field === '');
      const once = sentBefore ? newFormKey() : formText(request.body, 'once');
      return { status: 400, html: await show({ typed, errors, once }) };
    }
  }

  private mergePage(request: WebRequest, id: string, other: string, shown: Shown): Promise<string> {
    return this.database.inTransaction(scopeOf(request), async (tx) => {
      const preview = await previewMerge(tx, id, other);
      if (preview === null) throw notFound();
      await recordRead(tx, { entity: 'core.donor', entityId: id, purpose: 'Wfpp 21' });
      const form: IdentityForm = {
        kind: 'merge',
        action: `/gevers/${id}/samenvoegen/${other}`,
        back: '/gevers/dubbel',
        ...shown,
      };
      const data = identityPage(preview, preview.pair, form, this.pages.words(request));
      return this.pages.html(request, 'pages/donors/identity.njk', data);
    });
  }

  private splitPage(
    request: WebRequest,
    id: string,
    mergeId: string,
    shown: Shown,
  ): Promise<string> {
    return this.database.inTransaction(scopeOf(request), async (tx) => {
      const preview = await previewSplit(tx, id, mergeId);
      if (preview === null) throw notFound();
      await recordRead(tx, { entity: 'core.donor', entityId: id, purpose: 'Wfpp 21' });
      const form: IdentityForm = {
        kind: 'split',
        action: `/gevers/${id}/splitsen/${mergeId}`,
        back: `/gevers/${id}`,
        ...shown,
      };
      const data = identityPage(preview, null, form, this.pages.words(request));
      return this.pages.html(request, 'pages/donors/identity.njk', data);
    });
  }
}
