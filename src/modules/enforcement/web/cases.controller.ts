import { Body, Controller, Get, HttpCode, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Response } from 'express';
import { plainDate } from '../../../legal/kernel/plain-date';
import { Database } from '../../../platform/database/database';
import { PARTY_ROLES, scopeOf, type WebRequest } from '../../../platform/http/actor';
import { createOnce, Idempotent } from '../../../platform/http/idempotency';
import { decodeMomentCursor, keysetPage, pageSizeOf } from '../../../platform/http/keyset';
import { badInput } from '../../../platform/http/problem';
import { IdPipe } from '../../../platform/http/validation';
import { recordRead } from '../../audit/public';
import { OpenCase } from '../application/open-case';
import { listCases, readCase } from '../application/read-case';
import { SubmitToCase } from '../application/submit-to-case';
import { RegisterSubmission } from '../application/take-in';
import { TakeStep } from '../application/take-step';
import { caseAnswer, summaryAnswer } from './case-answer';
import { CaseSubmissionAnswer } from './case-part.answers';
import { CaseAnswer, CasesAnswer } from './case.answers';
import { CasesQuery, OpenCaseBody, openingOf, SubmissionBody } from './case.bodies';
import { refusedProblem } from './case-refusal';
import { commandOf, TakeStepBody } from './step-body';

function yesNo(word: 'true' | 'false' | undefined): { readonly given: boolean } | null {
  return word === undefined ? null : { given: word === 'true' };
}

@ApiTags('cases')
@Controller('v1/cases')
export class CasesController {
  constructor(
    private readonly database: Database,
    private readonly opening: OpenCase,
    private readonly steps: TakeStep,
    private readonly submissions: SubmitToCase,
    private readonly paper: RegisterSubmission,
  ) {}

  @Get()
  @ApiOperation({
    operationId: 'listCases',
    summary: 'Cases, newest first; a party sees those it was told of',
  })
  @ApiOkResponse({ type: CasesAnswer })
  async list(
    @Req() request: WebRequest,
    @Res({ passthrough: true }) response: Response,
    @Query() query: CasesQuery,
  ): Promise<CasesAnswer> {
    const size = pageSizeOf(query);
    const key = decodeMomentCursor(query.cursor);
    const [ended, attention] = [yesNo(query.ended), yesNo(query.attention)];
    const filter = {
      ...(query.phase === undefined ? {} : { phase: query.phase }),
      ...(query.collection === undefined ? {} : { collection: query.collection }),
      ...(ended === null ? {} : { ended: ended.given }),
      ...(attention === null ? {} : { needsAttention: attention.given }),
      ...(query.findingId === undefined ? {} : { findingId: query.findingId }),
      after: key === null ? null : { openedAt: key.at, id: key.id },
      limit: size + 1,
    };
    const rows = await this.database.inTransaction(scopeOf(request), async (tx) => {
      await recordRead(tx, { entity: 'core.enforcement_case', entityId: 'list', purpose: READ });
      return listCases(tx, filter);
    });
    const page = keysetPage(request, response, rows, size, (row) => [row.openedAt, row.id]);
    return { ...page, items: page.items.map(summaryAnswer) };
  }

  @Post()
  @HttpCode(201)
  @Idempotent()
  @ApiOperation({
    operationId: 'openCase',
    summary: 'Open a case from a proposal, from a finding, or by hand from a tip',
  })
  @ApiCreatedResponse({ type: CaseAnswer })
  async open(
    @Req() request: WebRequest,
    @Res({ passthrough: true }) response: Response,
    @Body() body: OpenCaseBody,
  ): Promise<CaseAnswer> {
    const input = openingOf(body, request.actor.name);
    return createOnce(this.database, request, response, async (tx) => {
      const opened = await this.opening.run(tx, input);
      if (opened.kind === 'refused') throw refusedProblem(opened);
      return caseAnswer(opened.value);
    });
  }

  @Post(':id/steps')
  @HttpCode(201)
  @Idempotent()
  @ApiOperation({
    operationId: 'takeStep',
    summary: 'Take one step in a case; refused with its reason and what can be done instead',
  })
  @ApiCreatedResponse({ type: CaseAnswer })
  async step(
    @Req() request: WebRequest,
    @Res({ passthrough: true }) response: Response,
    @Param('id', IdPipe) caseId: string,
    @Body() body: TakeStepBody,
  ): Promise<CaseAnswer> {
    const { expectedVersion } = body;
    const input = { caseId, expectedVersion, actorName: request.actor.name };
    return createOnce(this.database, request, response, async (tx) => {
      const taken = await this.steps.run(tx, { ...input, command: commandOf(body) });
      if (taken.kind === 'accepted') return caseAnswer(taken.value);
      throw refusedProblem(taken, (await readCase(tx, caseId))?.possible);
    });
  }

  @Post(':id/submissions')
  @HttpCode(201)
  @Idempotent()
  @ApiOperation({
    operationId: 'submitToCase',
    summary: 'Give views, answer, report a repair or object; the overseer registers paper ones',
  })
  @ApiCreatedResponse({ type: CaseSubmissionAnswer })
  async submit(
    @Req() request: WebRequest,
    @Res({ passthrough: true }) response: Response,
    @Param('id', IdPipe) caseId: string,
    @Body() body: SubmissionBody,
  ): Promise<CaseSubmissionAnswer> {
    const { kind, text, documents = [], receivedOn, postedOn } = body;
    const own = PARTY_ROLES.some((role) => role === request.actor.role);
    assertDays(own, body);
    const input = { caseId, kind, text, documents };
    return createOnce(this.database, request, response, async (tx) => {
      if (own) {
        const sent = await this.submissions.run(tx, input);
        if (sent.kind === 'accepted') return sent.value;
        throw refusedProblem(sent, (await readCase(tx, caseId))?.possible);
      }
      const registered = await this.paper.run(tx, {
        ...input,
        receivedOn: receivedOn === undefined ? tx.today : plainDate(receivedOn),
        postedOn: postedOn === undefined ? null : plainDate(postedOn),
        actorName: request.actor.name,
      });
      if (registered.kind === 'refused')
        throw refusedProblem(registered, (await readCase(tx, caseId))?.possible);
      const latest = registered.value.submissions.at(-1);
      if (latest === undefined) throw new Error('a submission was registered and is not there');
      return latest;
    });
  }
}

const READ = 'Wfpp 37';

/** The day of receipt of what a party sends is today, whatever it says. */
function assertDays(own: boolean, { kind, receivedOn, postedOn }: SubmissionBody): void {
  const place = { in: 'body', code: 'field.unknown' } as const;
  if (own && receivedOn !== undefined) {
    const detail = 'What you send is received today; leave receivedOn out.';
    throw badInput({ ...place, location: '/receivedOn', detail });
  }
  if (postedOn !== undefined && (own || kind !== 'objection')) {
    const detail = 'postedOn is the day on the postmark of an objection on paper; leave it out.';
    throw badInput({ ...place, location: '/postedOn', detail });
  }
}
