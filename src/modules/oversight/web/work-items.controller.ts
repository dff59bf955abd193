import { Body, Controller, Get, HttpCode, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Response } from 'express';
import { plainDate } from '../../../legal/kernel/plain-date';
import { Database } from '../../../platform/database/database';
import { type Transaction } from '../../../platform/database/transaction';
import { scopeOf, type WebRequest } from '../../../platform/http/actor';
import { createOnce, Idempotent } from '../../../platform/http/idempotency';
import { keysetPage, pageSizeOf } from '../../../platform/http/keyset';
import { badInput, notFound, problem } from '../../../platform/http/problem';
import { IdPipe } from '../../../platform/http/validation';
import { recordRead } from '../../audit/public';
import { actOnWork, type WorkAct } from '../application/act-on-work';
import { listWork, readWorkItem } from '../application/read-work';
import { RefreshWork } from '../application/refresh-work';
import { keyOfPosition, positionFrom } from './work-address';
import { WorkFileAnswer, WorkItemsAnswer } from './work-item.answers';
import { AssignWorkBody, SnoozeWorkBody, WorkItemsQuery } from './work-item.bodies';
import { filterOf, itemView, workFileView } from './work-item-view';

/** What waits for the staff of the ministry, for its own software. */
@ApiTags('work-items')
@Controller('v1/work-items')
export class WorkItemsController {
  constructor(
    private readonly database: Database,
    private readonly refreshing: RefreshWork,
  ) {}

  @Get()
  @ApiOperation({
    operationId: 'listWorkItems',
    summary: 'What waits for the overseer, by term, then weight, then age',
  })
  @ApiOkResponse({ type: WorkItemsAnswer })
  async list(
    @Req() request: WebRequest,
    @Res({ passthrough: true }) response: Response,
    @Query() query: WorkItemsQuery,
  ): Promise<WorkItemsAnswer> {
    const size = pageSizeOf(query);
    const after = positionFrom(query.cursor);
    await this.refreshing.run(request.requestId);
    const found = await this.database.inTransaction(scopeOf(request), async (tx) => {
      await recordRead(tx, READ_LIST);
      return listWork(tx, filterOf(query), after, size + 1);
    });
    const page = keysetPage(request, response, found.items, size, ({ position }) =>
      keyOfPosition(position),
    );
    return { items: page.items.map(itemView), total: found.total, _links: page._links };
  }

  @Get(':id')
  @ApiOperation({
    operationId: 'readWorkItem',
    summary: 'One thing that waits, or waited, with who had it and what was done with it',
  })
  @ApiOkResponse({ type: WorkFileAnswer })
  async read(@Req() request: WebRequest, @Param('id', IdPipe) id: string): Promise<WorkFileAnswer> {
    await this.refreshing.run(request.requestId);
    return this.database.inTransaction(scopeOf(request), (tx) => this.open(tx, id));
  }

  @Post(':id/assignments')
  @HttpCode(201)
  @Idempotent()
  @ApiOperation({
    operationId: 'assignWorkItem',
    summary: 'Take it, give it to a colleague, or release it',
  })
  @ApiCreatedResponse({ type: WorkFileAnswer })
  async assign(
    @Req() request: WebRequest,
    @Res({ passthrough: true }) response: Response,
    @Param('id', IdPipe) id: string,
    @Body() body: AssignWorkBody,
  ): Promise<WorkFileAnswer> {
    const { userId } = request.actor;
    const to = body.to === 'me' ? userId : body.to === 'nobody' ? null : body.to;
    return createOnce(this.database, request, response, (tx) => {
      const act: WorkAct = { act: 'assign', to, reason: body.reason ?? null };
      return this.act(tx, request, { id, version: body.version }, act);
    });
  }

  @Post(':id/snoozes')
  @HttpCode(201)
  @Idempotent()
  @ApiOperation({
    operationId: 'snoozeWorkItem',
    summary: 'Set it aside until a day, with a reason',
  })
  @ApiCreatedResponse({ type: WorkFileAnswer })
  async snooze(
    @Req() request: WebRequest,
    @Res({ passthrough: true }) response: Response,
    @Param('id', IdPipe) id: string,
    @Body() body: SnoozeWorkBody,
  ): Promise<WorkFileAnswer> {
    const until = plainDate(body.until);
    return createOnce(this.database, request, response, (tx) => {
      if (until <= tx.today) throw badInput(NOT_AHEAD);
      const act: WorkAct = { act: 'set_aside', until, reason: body.reason };
      return this.act(tx, request, { id, version: body.version }, act);
    });
  }

  private async act(
    tx: Transaction,
    request: WebRequest,
    picked: { readonly id: string; readonly version: number },
    act: WorkAct,
  ): Promise<WorkFileAnswer> {
    const done = await actOnWork(tx, [picked], act, request.actor.name);
    if (done.outcome === 'no_colleague') throw badInput(NO_COLLEAGUE);
    if (done.outcome === 'refused') {
      const because = done.refused[0]?.because ?? 'unknown';
      if (because === 'unknown') throw notFound();
      throw problem(409, `work_item.${because}`, REFUSED[because]);
    }
    return this.open(tx, picked.id);
  }

  private async open(tx: Transaction, id: string): Promise<WorkFileAnswer> {
    const file = await readWorkItem(tx, id);
    if (file === null) throw notFound();
    await recordRead(tx, { entity: 'insight.work_item', entityId: id, purpose: 'Wfpp 36' });
    return workFileView(file);
  }
}

const READ_LIST = { entity: 'insight.work_item', entityId: 'list', purpose: 'Wfpp 36' };

const REFUSED = {
  ended: 'It no longer waits: it was done, or its ground is gone.',
  changed: 'It changed since the version you looked at. Read it again.',
  not_judgeable: 'It ends by its own steps.',
  past_the_term: 'It cannot be set aside until after its last day.',
  not_aside: 'It is not set aside.',
} as const;

const NOT_AHEAD = {
  in: 'body',
  location: '/until',
  code: 'date.not_ahead',
  detail: 'until must be a day after today.',
} as const;

const NO_COLLEAGUE = {
  in: 'body',
  location: '/to',
  code: 'account.no_role',
  detail: 'This account holds no role of the staff today.',
} as const;
