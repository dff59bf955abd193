import { Controller, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { type Response } from 'express';
import { Database } from '../../../platform/database/database';
import { scopeOf, type WebRequest } from '../../../platform/http/actor';
import { formText } from '../../../platform/http/body';
import { newFormKey, onceForForm } from '../../../platform/http/form-once';
import { Pages } from '../../../platform/http/pages';
import { notFound } from '../../../platform/http/problem';
import { IdPipe } from '../../../platform/http/validation';
import { type FormError } from '../../../platform/rendering/page-parts';
import { chooseStart, keepView, listViews, removeView } from '../application/work-views';
import { doneWords } from './work-done';
import { filterFrom, queryOf, type WorkQuery } from './work-address';
import { type Typed, workViewsPage } from './work-views-page';

const LONGEST_NAME = 80;
const PAGE = '/toezicht/weergaven';

/** Filters of the list under a name: one's own, and those that colleagues share. */
@ApiExcludeController()
@Controller('toezicht/weergaven')
export class WorkViewPages {
  constructor(
    private readonly database: Database,
    private readonly pages: Pages,
  ) {}

  @Get()
  async show(
    @Req() request: WebRequest,
    @Res() response: Response,
    @Query() query: WorkQuery,
  ): Promise<void> {
    const typed = { name: '', shared: false, query: queryOf(filterFrom(query)) };
    const done = doneWords(query, this.pages.words(request));
    await this.send(request, response, typed, { errors: [], done });
  }

  @Post()
  async save(@Req() request: WebRequest, @Res() response: Response): Promise<void> {
    const name = formText(request.body, 'name').trim();
    const fields = Object.fromEntries(new URLSearchParams(formText(request.body, 'query')));
    const typed = {
      name,
      shared: formText(request.body, 'shared') === 'yes',
      query: queryOf(filterFrom(fields)),
    };
    if (name === '' || name.length > LONGEST_NAME) {
      const message = this.pages.t(request, 'work.fault.name');
      const errors = [{ field: 'name', message }];
      return this.send(request, response, typed, { errors, done: '' });
    }
    const next = await onceForForm(this.database, request, async (tx) => {
      await keepView(tx, { ...typed, ownerName: request.actor.name });
      return `${PAGE}?${[typed.query, 'gedaan=view'].filter((part) => part !== '').join('&')}`;
    });
    response.redirect(303, next);
  }

  @Post('geen-begin')
  async noStart(@Req() request: WebRequest, @Res() response: Response): Promise<void> {
    await this.database.inTransaction(scopeOf(request), (tx) => chooseStart(tx, null));
    response.redirect(303, PAGE);
  }

  @Post(':id/begin')
  async start(
    @Req() request: WebRequest,
    @Res() response: Response,
    @Param('id', IdPipe) id: string,
  ): Promise<void> {
    const found = await this.database.inTransaction(scopeOf(request), (tx) => chooseStart(tx, id));
    if (!found) throw notFound();
    response.redirect(303, PAGE);
  }

  @Post(':id/weg')
  async remove(
    @Req() request: WebRequest,
    @Res() response: Response,
    @Param('id', IdPipe) id: string,
  ): Promise<void> {
    const found = await this.database.inTransaction(scopeOf(request), (tx) => removeView(tx, id));
    if (!found) throw notFound();
    response.redirect(303, PAGE);
  }

  private async send(
    request: WebRequest,
    response: Response,
    typed: Typed,
    shown: { readonly errors: readonly FormError[]; readonly done: string },
  ): Promise<void> {
    const views = await this.database.inTransaction(scopeOf(request), listViews);
    const data = workViewsPage(
      views,
      { ...shown, typed, once: newFormKey() },
      this.pages.words(request),
    );
    const html = this.pages.html(request, 'pages/oversight/work-views.njk', data);
    const status = shown.errors.length > 0 ? 400 : 200;
    response.status(status).type('text/html').send(html);
  }
}
