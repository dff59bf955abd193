import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Response } from 'express';
import { Database } from '../../../platform/database/database';
import { tenantOf } from '../../../platform/database/tenant-of';
import { scopeOf, type WebRequest } from '../../../platform/http/actor';
import { Pages } from '../../../platform/http/pages';
import { notFound } from '../../../platform/http/problem';
import { IdPipe } from '../../../platform/http/validation';
import { recordRead } from '../../audit/public';
import { giftDetailPage, readGiftEvidence, readGiftLife } from '../../contributions/public';
import { evidencePanel } from '../../evidence/public';
import { personNames } from '../../identity/public';
import { readGiftEvents } from '../application/gift-events';
import { eventsAnswer, GiftEventsAnswer } from './gift-event.answers';
import { lifeView } from './gift-event-words';

/** One gift with its whole life. */
@ApiExcludeController()
@Controller('giften')
export class GiftLifePages {
  constructor(
    private readonly database: Database,
    private readonly pages: Pages,
  ) {}

  @Get(':id')
  async detail(
    @Req() request: WebRequest,
    @Res() response: Response,
    @Param('id', IdPipe) id: string,
    @Query('geboekt') done?: string,
  ): Promise<void> {
    const { userId, name, role } = request.actor;
    const data = await this.database.inTransaction(scopeOf(request), async (tx) => {
      const life = await readGiftLife(tx, id);
      if (life === null) throw notFound();
      await recordRead(tx, { entity: 'core.contribution', entityId: id, purpose: 'Wfpp 21' });
      const mayAct = role === 'treasurer';
      const reader = { today: tx.today, mayAct, done: done ?? '' };
      const words = this.pages.words(request);
      const evidence = await readGiftEvidence(tx, tenantOf(tx), life.current);
      const events = await readGiftEvents(tx, life);
      const names = await personNames(
        tx,
        events.flatMap(({ by }) => by ?? []),
      );
      return {
        ...giftDetailPage(life, reader, words),
        evidence: evidencePanel({ ...evidence, mayAct: mayAct && life.annulment === null }, words),
        life: lifeView(events, { userId, name, names }, words),
      };
    });
    const html = this.pages.html(request, 'pages/contributions/detail.njk', data);
    response.type('text/html').send(html);
  }
}

/** The same for programs. */
@ApiTags('contributions')
@Controller('v1/contributions')
export class GiftEventsController {
  constructor(private readonly database: Database) {}

  @Get(':id/events')
  @ApiOperation({
    operationId: 'listContributionEvents',
    summary: 'The life of a contribution: who did what to it, when and why; newest first',
  })
  @ApiOkResponse({ type: GiftEventsAnswer })
  events(@Req() request: WebRequest, @Param('id', IdPipe) id: string): Promise<GiftEventsAnswer> {
    return this.database.inTransaction(scopeOf(request), async (tx) => {
      const life = await readGiftLife(tx, id);
      if (life === null) throw notFound();
      await recordRead(tx, { entity: 'core.contribution', entityId: id, purpose: 'Wfpp 21' });
      const events = await readGiftEvents(tx, life);
      const names = await personNames(
        tx,
        events.flatMap(({ by }) => by ?? []),
      );
      return eventsAnswer(events, names);
    });
  }
}
