import { Injectable } from '@nestjs/common';
import { Database } from '../../../platform/database/database';
import { tenantOf } from '../../../platform/database/tenant-of';
import { type Transaction } from '../../../platform/database/transaction';
import { scopeOf, type WebRequest } from '../../../platform/http/actor';
import { formText } from '../../../platform/http/body';
import { type FormAnswer } from '../../../platform/http/form-answer';
import { newFormKey, onceForForm } from '../../../platform/http/form-once';
import { Pages } from '../../../platform/http/pages';
import { notFound } from '../../../platform/http/problem';
import { isId } from '../../../platform/ids/id';
import { type FormError } from '../../../platform/rendering/page-parts';
import { recordRead } from '../../audit/public';
import { organisationSettings } from '../../parties/public';
import { FileNotice, type FileNoticeCommand } from '../application/file-notice';
import { readNoticeDesk } from '../application/notice-desk';
import { PrepareNotice } from '../application/prepare-notice';
import { declarationFaults, ticked } from './declarations';
import { noticeFormPage } from './notice-form-page';

/** The last look before a notice is filed or prepared for a second person, and doing so. */
@Injectable()
export class NoticeForms {
  constructor(
    private readonly database: Database,
    private readonly pages: Pages,
    private readonly filing: FileNotice,
    private readonly preparing: PrepareNotice,
  ) {}

  empty(request: WebRequest): Promise<string> {
    return this.show(
      request,
      commandFrom((name) => queryText(request, name)),
      newFormKey(),
      [],
    );
  }

  async file(request: WebRequest): Promise<FormAnswer> {
    const command = commandFrom((name) => formText(request.body, name));
    const errors = declarationFaults(request, this.pages);
    if (errors.length > 0) {
      const html = await this.show(request, command, formText(request.body, 'once'), errors);
      return { status: 400, html };
    }
    return { next: await onceForForm(this.database, request, (tx) => this.send(tx, command)) };
  }

  /** Files it, or prepares it where the party wants a second person to confirm. */
  private async send(tx: Transaction, command: FileNoticeCommand): Promise<string> {
    const { secondSignature } = await organisationSettings(tx, tenantOf(tx));
    if (secondSignature) {
      const { id } = await this.preparing.run(tx, command);
      return `/meldingen/klaargezet/${id}?klaargezet=ja`;
    }
    const { noticeId } = await this.filing.run(tx, command);
    return `/meldingen/${noticeId}?gemeld=ja`;
  }

  private show(
    request: WebRequest,
    command: FileNoticeCommand,
    once: string,
    errors: readonly FormError[],
  ): Promise<string> {
    const words = this.pages.words(request);
    return this.database.inTransaction(scopeOf(request), async (tx) => {
      const desk = await readNoticeDesk(tx, command);
      const { secondSignature } = await organisationSettings(tx, tenantOf(tx));
      const entityId = command.donorId;
      await recordRead(tx, { entity: 'core.donor', entityId, purpose: 'Wfpp 25a' });
      const form = {
        year: command.year,
        once,
        truth: ticked(request, 'truth'),
        mandate: ticked(request, 'mandate'),
        errors,
        mayFile: request.actor.role === 'treasurer',
      };
      const data = { ...noticeFormPage(form, desk, tx.today, words), secondSignature };
      return this.pages.html(request, 'pages/notices/new.njk', data);
    });
  }
}

function queryText(request: WebRequest, name: string): string {
  const value = request.query[name];
  return typeof value === 'string' ? value : '';
}

/** @throws Problem 404 for an address that names no donor, recipient and year. */
function commandFrom(read: (name: string) => string): FileNoticeCommand {
  const donorId = read('gever');
  const recipientId = read('ontvanger');
  const year = read('jaar');
  if (!isId(donorId) || !isId(recipientId) || !/^2\d{3}$/.test(year)) throw notFound();
  return { donorId, recipientId, year: Number(year) };
}
