import { Injectable } from '@nestjs/common';
import { Database } from '../../../platform/database/database';
import { type Transaction } from '../../../platform/database/transaction';
import { scopeOf, type WebRequest } from '../../../platform/http/actor';
import { formText } from '../../../platform/http/body';
import { type FormAnswer } from '../../../platform/http/form-answer';
import { newFormKey, onceForForm } from '../../../platform/http/form-once';
import { Pages } from '../../../platform/http/pages';
import { Problem } from '../../../platform/http/problem';
import { formatMoment } from '../../../platform/rendering/format';
import { type FormError } from '../../../platform/rendering/page-parts';
import { recordRead } from '../../audit/public';
import { personNames } from '../../identity/public';
import { organisationSettings } from '../../parties/public';
import { tenantOf } from '../../../platform/database/tenant-of';
import { readNoticeDesk } from '../application/notice-desk';
import {
  ConfirmNotice,
  readPreparation,
  type SeenPreparation,
  WithdrawPreparation,
} from '../application/prepare-notice';
import { declarationFaults, ticked } from './declarations';
import { noticeFormPage } from './notice-form-page';
import { noticeFormHref } from './notice-words';

/** What a party's people see of a notice that waits for a second person, and what they may do. */
@Injectable()
export class PreparationForms {
  constructor(
    private readonly database: Database,
    private readonly pages: Pages,
    private readonly confirming: ConfirmNotice,
    private readonly withdrawing: WithdrawPreparation,
  ) {}

  page(request: WebRequest, id: string): Promise<string> {
    return this.show(request, id, newFormKey(), []);
  }

  async confirm(request: WebRequest, id: string): Promise<FormAnswer> {
    const once = formText(request.body, 'once');
    const errors = declarationFaults(request, this.pages);
    if (errors.length > 0) return { status: 400, html: await this.show(request, id, once, errors) };
    const fingerprint = formText(request.body, 'fingerprint');
    return this.take(request, id, async (tx) => {
      const { noticeId } = await this.confirming.run(tx, id, fingerprint);
      return `/meldingen/${noticeId}?gemeld=ja`;
    });
  }

  withdraw(request: WebRequest, id: string): Promise<FormAnswer> {
    return this.take(request, id, async (tx) => {
      await this.withdrawing.run(tx, id);
      return '/meldingen';
    });
  }

  /** What stands in the way is told on the page itself, which shows how it stands now. */
  private async take(
    request: WebRequest,
    id: string,
    work: (tx: Transaction) => Promise<string>,
  ): Promise<FormAnswer> {
    try {
      return { next: await onceForForm(this.database, request, work) };
    } catch (error) {
      if (!(error instanceof Problem) || !error.code.startsWith('preparation.')) throw error;
      const message = this.pages.t(request, `people.second.${error.code}`);
      const errors = [{ field: '', message }];
      return { status: 400, html: await this.show(request, id, newFormKey(), errors) };
    }
  }

  private show(
    request: WebRequest,
    id: string,
    once: string,
    errors: readonly FormError[],
  ): Promise<string> {
    const words = this.pages.words(request);
    return this.database.inTransaction(scopeOf(request), async (tx) => {
      const seen = await readPreparation(tx, id);
      const { preparation } = seen;
      const desk = await readNoticeDesk(tx, preparation);
      const entityId = preparation.donorId;
      await recordRead(tx, { entity: 'core.donor', entityId, purpose: 'Wfpp 25a' });
      const names = await personNames(tx, [preparation.preparedBy]);
      const { secondSignature } = await organisationSettings(tx, tenantOf(tx));
      const { truth, mandate } = {
        truth: ticked(request, 'truth'),
        mandate: ticked(request, 'mandate'),
      };
      const form = { year: preparation.year, once, truth, mandate, errors, mayFile: false };
      const data = {
        ...noticeFormPage(form, desk, tx.today, words),
        ...standing(request, seen, secondSignature),
        prepared: words.t('people.second.prepared', {
          name: names.get(preparation.preparedBy) ?? words.t('people.system'),
          moment: formatMoment(preparation.preparedAt, words.language),
        }),
        action: `/meldingen/klaargezet/${id}`,
        fingerprint: preparation.fingerprint,
        justPrepared: request.query['klaargezet'] === 'ja',
        newHref: noticeFormHref(preparation),
        noticeHref: preparation.noticeId === null ? '' : `/meldingen/${preparation.noticeId}`,
      };
      return this.pages.html(request, 'pages/people/preparation.njk', data);
    });
  }
}

/** How it stands for who looks. */
function standing(
  { actor }: WebRequest,
  { preparation, waits, outdated }: SeenPreparation,
  secondSignature: boolean,
): object {
  const own = preparation.preparedBy === actor.userId;
  const mayAct = actor.role === 'treasurer' || actor.role === 'party_administrator';
  return {
    waits,
    outdated,
    own,
    noLongerAsked: waits && !secondSignature,
    closed: !waits && preparation.noticeId === null,
    mayConfirm: waits && !outdated && mayAct && !own,
    mayWithdraw: waits && mayAct,
  };
}
