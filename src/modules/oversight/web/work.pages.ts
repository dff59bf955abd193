import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { type Response } from 'express';
import { Database } from '../../../platform/database/database';
import { scopeOf, type WebRequest } from '../../../platform/http/actor';
import { newFormKey } from '../../../platform/http/form-once';
import { keysetPage } from '../../../platform/http/keyset';
import { Pages } from '../../../platform/http/pages';
import { notFound } from '../../../platform/http/problem';
import { IdPipe } from '../../../platform/http/validation';
import { recordRead } from '../../audit/public';
import { listColleagues, readDesk, readWorkItem } from '../application/read-work';
import { RefreshWork } from '../application/refresh-work';
import { startView } from '../application/work-views';
import { doneWords } from './work-done';
import { filterFrom, hrefOf, keyOfPosition, positionFrom, type WorkQuery } from './work-address';
import { workItemPage } from './work-item-page';
import { workPage } from './work-page';

const PAGE_SIZE = 50;

/** What waits for the overseer: the first page of the staff, and each thing by itself. */
@ApiExcludeController()
@Controller('toezicht')
export class WorkPages {
  constructor(
    private readonly database: Database,
    private readonly refreshing: RefreshWork,
    private readonly pages: Pages,
  ) {}

  @Get()
  async queue(
    @Req() request: WebRequest,
    @Res() response: Response,
    @Query() query: WorkQuery,
  ): Promise<void> {
    await this.refreshing.run(request.requestId);
    const filter = filterFrom(query);
    const after = positionFrom(query['cursor']);
    const start = Object.keys(query).length > 0 ? null : await this.startOf(request);
    if (start !== null) {
      response.redirect(303, `/toezicht?${start}`);
      return;
    }
    const { desk, today } = await this.database.inTransaction(scopeOf(request), async (tx) => {
      const line = { entity: 'insight.work_item', entityId: 'list', purpose: 'Wfpp 36' };
      await recordRead(tx, line);
      return { desk: await readDesk(tx, filter, after, PAGE_SIZE + 1), today: tx.today };
    });
    const page = keysetPage(request, response, desk.items, PAGE_SIZE, ({ position }) =>
      keyOfPosition(position),
    );
    const words = this.pages.words(request);
    const next = page._links.next?.href ?? '';
    const data = workPage(
      desk,
      {
        filter,
        today,
        size: PAGE_SIZE,
        paging: { previous: after === null ? '' : hrefOf(filter), next },
        once: newFormKey(),
        done: doneWords(query, words),
        mayImport: request.actor.role === 'overseer',
        mayJudge: request.actor.role === 'overseer',
      },
      words,
    );
    const html = this.pages.html(request, 'pages/oversight/queue.njk', data);
    response.type('text/html').send(html);
  }

  @Get('werk/:id')
  async item(
    @Req() request: WebRequest,
    @Res() response: Response,
    @Param('id', IdPipe) id: string,
    @Query() query: WorkQuery,
  ): Promise<void> {
    await this.refreshing.run(request.requestId);
    const words = this.pages.words(request);
    const data = await this.database.inTransaction(scopeOf(request), async (tx) => {
      const file = await readWorkItem(tx, id);
      if (file === null) throw notFound();
      await recordRead(tx, { entity: 'insight.work_item', entityId: id, purpose: 'Wfpp 36' });
      const { actor } = request;
      const reader = {
        accountId: actor.userId,
        mayJudge: actor.role === 'overseer',
        today: tx.today,
        once: newFormKey(),
        done: doneWords(query, words),
        colleagues: await listColleagues(tx),
      };
      return workItemPage(file, reader, words);
    });
    const html = this.pages.html(request, 'pages/oversight/work-item.njk', data);
    response.type('text/html').send(html);
  }

  /** The filter that this person begins with; null for the whole list. */
  private async startOf(request: WebRequest): Promise<string | null> {
    const start = await this.database.inTransaction(scopeOf(request), startView);
    return start === '' ? null : start;
  }
}
