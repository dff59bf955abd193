import { Controller, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { type Response } from 'express';
import { Database } from '../../../platform/database/database';
import { tenantOf } from '../../../platform/database/tenant-of';
import { scopeOf, type WebRequest } from '../../../platform/http/actor';
import { sendAnswer } from '../../../platform/http/form-answer';
import { newFormKey } from '../../../platform/http/form-once';
import { Pages } from '../../../platform/http/pages';
import { IdPipe } from '../../../platform/http/validation';
import { recordRead } from '../../audit/public';
import { findDuplicates } from '../../donors/public';
import { DonorIdentityForms } from './donor-identity-forms';
import { duplicatesPage } from './donor-identity-page';

const PAGE_SIZE = 10;
const MOST_PAGES = 10_000;

/** Donors that may be one, uniting them, and taking that back. */
@ApiExcludeController()
@Controller('gevers')
export class DonorIdentityPages {
  constructor(
    private readonly database: Database,
    private readonly pages: Pages,
    private readonly forms: DonorIdentityForms,
  ) {}

  @Get('dubbel')
  async queue(
    @Req() request: WebRequest,
    @Res() response: Response,
    @Query('blad') sheet?: string,
    @Query('gedaan') done?: string,
  ): Promise<void> {
    const asked = Number.parseInt(sheet ?? '1', 10);
    const page = Number.isNaN(asked) ? 1 : Math.min(Math.max(asked, 1), MOST_PAGES);
    const all = await this.database.inTransaction(scopeOf(request), async (tx) => {
      const entityId = tenantOf(tx);
      await recordRead(tx, { entity: 'core.donor', entityId, purpose: 'Wfpp 21' });
      return findDuplicates(tx, entityId);
    });
    const start = (page - 1) * PAGE_SIZE;
    const href = (to: number): string => `/gevers/dubbel?blad=${String(to)}`;
    const data = duplicatesPage(
      all.slice(start, start + PAGE_SIZE),
      {
        previous: page > 1 ? href(page - 1) : '',
        next: start + PAGE_SIZE < all.length ? href(page + 1) : '',
      },
      {
        mayAct: request.actor.role === 'treasurer',
        done: done === 'apart' ? done : '',
        once: newFormKey(),
      },
      this.pages.words(request),
    );
    response.type('text/html').send(this.pages.html(request, 'pages/donors/duplicates.njk', data));
  }

  @Post('dubbel/:id/:other')
  async keepApart(
    @Req() request: WebRequest,
    @Res() response: Response,
    @Param('id', IdPipe) id: string,
    @Param('other', IdPipe) other: string,
  ): Promise<void> {
    sendAnswer(response, await this.forms.keepApart(request, id, other));
  }

  @Get(':id/samenvoegen/:other')
  async toMerge(
    @Req() request: WebRequest,
    @Res() response: Response,
    @Param('id', IdPipe) id: string,
    @Param('other', IdPipe) other: string,
  ): Promise<void> {
    response.type('text/html').send(await this.forms.toMerge(request, id, other));
  }

  @Post(':id/samenvoegen/:other')
  async merge(
    @Req() request: WebRequest,
    @Res() response: Response,
    @Param('id', IdPipe) id: string,
    @Param('other', IdPipe) other: string,
  ): Promise<void> {
    sendAnswer(response, await this.forms.merge(request, id, other));
  }

  @Get(':id/splitsen/:merge')
  async toSplit(
    @Req() request: WebRequest,
    @Res() response: Response,
    @Param('id', IdPipe) id: string,
    @Param('merge', IdPipe) merge: string,
  ): Promise<void> {
    response.type('text/html').send(await this.forms.toSplit(request, id, merge));
  }

  @Post(':id/splitsen/:merge')
  async split(
    @Req() request: WebRequest,
    @Res() response: Response,
    @Param('id', IdPipe) id: string,
    @Param('merge', IdPipe) merge: string,
  ): Promise<void> {
    sendAnswer(response, await this.forms.split(request, id, merge));
  }
}
