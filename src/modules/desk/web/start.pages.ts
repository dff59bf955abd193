import { Controller, Get, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { type Response } from 'express';
import { yearOf } from '../../../legal/kernel/plain-date';
import { Database } from '../../../platform/database/database';
import { tenantOf } from '../../../platform/database/tenant-of';
import { scopeOf, type WebRequest } from '../../../platform/http/actor';
import { Pages } from '../../../platform/http/pages';
import { recordRead } from '../../audit/public';
import { readYearDesk } from '../application/read-desk';
import { startPage } from './start-page';

/** The year in view: the first page of everybody of a party. */
@ApiExcludeController()
@Controller()
export class StartPages {
  constructor(
    private readonly database: Database,
    private readonly pages: Pages,
  ) {}

  @Get('start')
  async start(
    @Req() request: WebRequest,
    @Res() response: Response,
    @Query('jaar') chosen?: string,
    @Query('zonder') without?: string,
  ): Promise<void> {
    const { actor } = request;
    const data = await this.database.inTransaction(scopeOf(request), async (tx) => {
      const entityId = tenantOf(tx);
      await recordRead(tx, { entity: 'core.contribution', entityId, purpose: 'Wfpp 21' });
      const asked = /^2\d{3}$/.test(chosen ?? '') ? Number(chosen) : yearOf(tx.today);
      const desk = await readYearDesk(tx, asked);
      const reader = {
        today: tx.today,
        organisation: actor.organisation ?? desk.group.name,
        mayAct: actor.role === 'treasurer',
        role: actor.role,
        withoutDues: without === 'contributie',
      };
      return startPage(desk, reader, this.pages.words(request));
    });
    response.type('text/html').send(this.pages.html(request, 'pages/start.njk', data));
  }
}
