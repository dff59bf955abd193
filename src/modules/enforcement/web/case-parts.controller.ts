import { Body, Controller, Get, HttpCode, Param, Post, Req, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Response } from 'express';
import { Database } from '../../../platform/database/database';
import { scopeOf, type WebRequest } from '../../../platform/http/actor';
import { createOnce, Idempotent } from '../../../platform/http/idempotency';
import { notFound } from '../../../platform/http/problem';
import { IdPipe } from '../../../platform/http/validation';
import { recordRead } from '../../audit/public';
import { type CaseView } from '../application/case-view';
import { CorrectCaseLetter } from '../application/correct-letter';
import { readCase } from '../application/read-case';
import { caseAnswer, letterAnswer } from './case-answer';
import {
  CaseDecisionsAnswer,
  CaseDraftsAnswer,
  CaseEventsAnswer,
  CaseLetterAnswer,
  CaseLettersAnswer,
  CaseSubmissionsAnswer,
} from './case-part.answers';
import { CaseAnswer } from './case.answers';
import { CorrectLetterBody } from './case.bodies';
import { refusedProblem } from './case-refusal';

/** One case, and each of its parts at an address of its own. */
@ApiTags('cases')
@Controller('v1/cases/:id')
export class CasePartsController {
  constructor(
    private readonly database: Database,
    private readonly correction: CorrectCaseLetter,
  ) {}

  @Get()
  @ApiOperation({ operationId: 'readCase', summary: 'One case with its terms and possible steps' })
  @ApiOkResponse({ type: CaseAnswer })
  async read(@Req() request: WebRequest, @Param('id', IdPipe) id: string): Promise<CaseAnswer> {
    return caseAnswer(await this.view(request, id));
  }

  @Get('events')
  @ApiOperation({ operationId: 'listCaseEvents', summary: 'The chronology of a case' })
  @ApiOkResponse({ type: CaseEventsAnswer })
  async events(
    @Req() request: WebRequest,
    @Param('id', IdPipe) id: string,
  ): Promise<CaseEventsAnswer> {
    const { events } = await this.view(request, id);
    return { items: events.map(({ actor: _, ...event }) => event) };
  }

  @Get('drafts')
  @ApiOperation({ operationId: 'listCaseDrafts', summary: 'Every version of every draft' })
  @ApiOkResponse({ type: CaseDraftsAnswer })
  async drafts(
    @Req() request: WebRequest,
    @Param('id', IdPipe) id: string,
  ): Promise<CaseDraftsAnswer> {
    const { drafts } = await this.view(request, id);
    return { items: drafts.map(({ draftedBy: _, ...draft }) => draft) };
  }

  @Get('decisions')
  @ApiOperation({ operationId: 'listCaseDecisions', summary: 'Decisions with their content' })
  @ApiOkResponse({ type: CaseDecisionsAnswer })
  async decisions(
    @Req() request: WebRequest,
    @Param('id', IdPipe) id: string,
  ): Promise<CaseDecisionsAnswer> {
    const { decisions } = await this.view(request, id);
    return {
      items: decisions.map(({ draftedBy: _, approvedBy: __, ...decision }) => decision),
    };
  }

  @Get('submissions')
  @ApiOperation({ operationId: 'listCaseSubmissions', summary: 'What came in from the party' })
  @ApiOkResponse({ type: CaseSubmissionsAnswer })
  async submissions(
    @Req() request: WebRequest,
    @Param('id', IdPipe) id: string,
  ): Promise<CaseSubmissionsAnswer> {
    return { items: (await this.view(request, id)).submissions };
  }

  @Get('letters')
  @ApiOperation({ operationId: 'listCaseLetters', summary: 'Letters that were sent in a case' })
  @ApiOkResponse({ type: CaseLettersAnswer })
  async letters(
    @Req() request: WebRequest,
    @Param('id', IdPipe) id: string,
  ): Promise<CaseLettersAnswer> {
    const { letters } = await this.view(request, id);
    return { items: letters.map(letterAnswer) };
  }

  @Post('corrections')
  @HttpCode(201)
  @Idempotent()
  @ApiOperation({
    operationId: 'correctCaseLetter',
    summary: 'Put a letter right by another one; the letter that was sent stays as it is',
  })
  @ApiCreatedResponse({ type: CaseLetterAnswer })
  async correct(
    @Req() request: WebRequest,
    @Res({ passthrough: true }) response: Response,
    @Param('id', IdPipe) caseId: string,
    @Body() { letterId }: CorrectLetterBody,
  ): Promise<CaseLetterAnswer> {
    return createOnce(this.database, request, response, async (tx) => {
      const corrected = await this.correction.run(tx, { caseId, letterId });
      if (corrected.kind === 'refused') throw refusedProblem(corrected);
      return letterAnswer(corrected.value);
    });
  }

  private view(request: WebRequest, id: string): Promise<CaseView> {
    return this.database.inTransaction(scopeOf(request), async (tx) => {
      const view = await readCase(tx, id);
      if (view === null) throw notFound();
      const purpose = 'Wfpp 37';
      await recordRead(tx, { entity: 'core.enforcement_case', entityId: id, purpose });
      return view;
    });
  }
}
