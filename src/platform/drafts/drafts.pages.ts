import { Controller, HttpCode, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { type Response } from 'express';
import { Database } from '../database/database';
import { scopeOf, type WebRequest } from '../http/actor';
import { formText } from '../http/body';
import { Pages } from '../http/pages';
import { badInput } from '../http/problem';
import { formatMoment } from '../rendering/format';
import { dropDraft, fieldsToKeep, isFormPath, saveDraft } from './form-draft';

/**
 * Keeps what was typed in a form: by the script while somebody types, and by a button without it.
 * The script is told when it was kept; the button leads back to the form.
 */
@ApiExcludeController()
@Controller('concepten')
export class DraftPages {
  constructor(
    private readonly database: Database,
    private readonly pages: Pages,
  ) {}

  @Post()
  @HttpCode(200)
  async save(@Req() request: WebRequest, @Res() response: Response): Promise<void> {
    const form = formOf(request);
    const fields = fieldsToKeep(request.body);
    const savedAt = await this.database.inTransaction(scopeOf(request), (tx) =>
      saveDraft(tx, form, fields),
    );
    if (request.headers['x-requested-with'] !== 'fetch') {
      response.redirect(303, form);
      return;
    }
    const { language } = request.actor;
    const when = formatMoment(savedAt, language);
    response.type('text/plain').send(this.pages.t(request, 'drafts.saved', { when }));
  }

  @Post('weggooien')
  async drop(@Req() request: WebRequest, @Res() response: Response): Promise<void> {
    const form = formOf(request);
    await this.database.inTransaction(scopeOf(request), (tx) => dropDraft(tx, form));
    response.redirect(303, form);
  }
}

/** @throws Problem 400 when the form does not say which form it is. */
function formOf(request: WebRequest): string {
  const form = formText(request.body, 'draft_form');
  if (isFormPath(form)) return form;
  const detail = 'The form does not say which page it is on. Open it again.';
  throw badInput({ in: 'body', location: 'draft_form', code: 'draft.form', detail });
}
