import { Body, Controller, Get, HttpCode, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Response } from 'express';
import { Database } from '../../../platform/database/database';
import { scopeOf, type WebRequest } from '../../../platform/http/actor';
import { createOnce, Idempotent } from '../../../platform/http/idempotency';
import { decodeMomentCursor, keysetPage, pageSizeOf } from '../../../platform/http/keyset';
import { notFound } from '../../../platform/http/problem';
import { IdPipe } from '../../../platform/http/validation';
import { recordRead } from '../../audit/public';
import { AskShielding } from '../application/ask-shielding';
import {
  readSafetyRequest,
  readSafetyRequests,
  type SafetyRequest,
  standingOf,
} from '../application/read-safety';
import { TakeSafetyStep } from '../application/safety-steps';
import { safetyProblem } from './safety-refusal';
import { stepOf } from './safety-step-of';
import { SafetyRequestAnswer, SafetyRequestsAnswer } from './safety.answers';
import { SafetyRequestBody, SafetyRequestsQuery, SafetyStepBody } from './safety.bodies';

function view(request: SafetyRequest): Readonly<SafetyRequestAnswer> {
  const { state, dueOn } = standingOf(request);
  const { id, organisation, donorId, donorName, uboName, reason, askedAt } = request;
  return {
    ...{ id, organisation, donorId, donorName, uboName, reason, askedAt, state, dueOn },
    steps: request.steps.map(({ number, kind, outcome, words, dueOn: due, takenAt }) => ({
      ...{ number, kind, outcome, words, takenAt },
      dueOn: due,
    })),
  };
}

const PURPOSE = 'Wfpp 25 lid 5';

/** Requests to shield somebody: a party asks, the committee advises, two people decide. */
@ApiTags('safety')
@Controller('v1/safety-requests')
export class SafetyController {
  constructor(
    private readonly database: Database,
    private readonly asking: AskShielding,
    private readonly taking: TakeSafetyStep,
  ) {}

  @Get()
  @ApiOperation({
    operationId: 'listSafetyRequests',
    summary: 'Requests to shield somebody, the newest first; a party sees its own',
  })
  @ApiOkResponse({ type: SafetyRequestsAnswer })
  async list(
    @Req() request: WebRequest,
    @Res({ passthrough: true }) response: Response,
    @Query() query: SafetyRequestsQuery,
  ): Promise<SafetyRequestsAnswer> {
    const size = pageSizeOf(query);
    const after = decodeMomentCursor(query.cursor);
    const open = query.state === undefined ? null : query.state === 'open';
    const rows = await this.database.inTransaction(scopeOf(request), async (tx) => {
      const entity = { entity: 'core.safety_request', entityId: 'list', purpose: PURPOSE };
      await recordRead(tx, entity);
      return readSafetyRequests(tx, { open, after, limit: size + 1 });
    });
    const page = keysetPage(request, response, rows, size, (row) => [row.askedAt, row.id]);
    return { ...page, items: page.items.map(view) };
  }

  @Get(':id')
  @ApiOperation({ operationId: 'readSafetyRequest', summary: 'One request, with its steps' })
  @ApiOkResponse({ type: SafetyRequestAnswer })
  async read(
    @Req() request: WebRequest,
    @Param('id', IdPipe) id: string,
  ): Promise<SafetyRequestAnswer> {
    return this.database.inTransaction(scopeOf(request), async (tx) => {
      const one = await readSafetyRequest(tx, id);
      if (one === null) throw notFound();
      await recordRead(tx, { entity: 'core.safety_request', entityId: id, purpose: PURPOSE });
      return view(one);
    });
  }

  @Post()
  @HttpCode(201)
  @Idempotent()
  @ApiOperation({
    operationId: 'askShielding',
    summary: 'Ask to keep a donor or a beneficial owner out of the register; it is so at once',
  })
  @ApiCreatedResponse({ type: SafetyRequestAnswer })
  async ask(
    @Req() request: WebRequest,
    @Res({ passthrough: true }) response: Response,
    @Body() { donorId, uboName, reason }: SafetyRequestBody,
  ): Promise<SafetyRequestAnswer> {
    return createOnce(this.database, request, response, async (tx) => {
      const actorName = request.actor.name;
      return view(
        await this.asking.run(tx, { donorId, uboName: uboName ?? null, reason, actorName }),
      );
    });
  }

  @Post(':id/steps')
  @HttpCode(201)
  @Idempotent()
  @ApiOperation({
    operationId: 'takeSafetyStep',
    summary: 'Send it to the committee, advise, draft a decision, or decide as a second person',
  })
  @ApiCreatedResponse({ type: SafetyRequestAnswer })
  async step(
    @Req() request: WebRequest,
    @Res({ passthrough: true }) response: Response,
    @Param('id', IdPipe) id: string,
    @Body() body: SafetyStepBody,
  ): Promise<SafetyRequestAnswer> {
    const step = stepOf(body);
    return createOnce(this.database, request, response, async (tx) => {
      const actorName = request.actor.name;
      const asked = { requestId: id, seen: body.seen, step, actorName };
      const taken = await this.taking.run(tx, asked);
      if (taken.kind === 'refused') throw safetyProblem(taken);
      return view(taken.value);
    });
  }
}
