import { Body, Controller, Get, HttpCode, Param, Post, Req, Res } from '@nestjs/common';
import {
  ApiCreatedResponse,
  ApiOkResponse,
  ApiOperation,
  ApiParam,
  ApiTags,
} from '@nestjs/swagger';
import { type Response } from 'express';
import { Database } from '../../../platform/database/database';
import { type Transaction } from '../../../platform/database/transaction';
import { scopeOf, type WebRequest } from '../../../platform/http/actor';
import { createOnce, Idempotent } from '../../../platform/http/idempotency';
import { Pages } from '../../../platform/http/pages';
import { notFound } from '../../../platform/http/problem';
import { IdPipe } from '../../../platform/http/validation';
import { type DecisionDay, decisionDays, SetKinds } from '../application/set-kind';
import { kindSettings, readKind } from '../application/settings';
import {
  DecisionDayAnswer,
  DecisionDaysAnswer,
  SignalKindAnswer,
  SignalKindsAnswer,
} from './signal.answers';
import { DecisionDayBody, SetSignalKindBody, WithdrawDecisionDayBody } from './signal.bodies';
import { decisionDay, kindCommand } from './signal-commands';
import { decisionView, kindView } from './signal-views';

/** What is looked for: the kinds of signals, their settings, and days of decisions. */
@ApiTags('signals')
@Controller('v1')
export class SignalKindsController {
  constructor(
    private readonly database: Database,
    private readonly pages: Pages,
    private readonly setting: SetKinds,
  ) {}

  @Get('signal-kinds')
  @ApiOperation({
    operationId: 'listSignalKinds',
    summary: 'What is looked for, how it is set, and how often it is found without a reason',
  })
  @ApiOkResponse({ type: SignalKindsAnswer })
  async kinds(@Req() request: WebRequest): Promise<SignalKindsAnswer> {
    const kinds = await this.database.inTransaction(scopeOf(request), (tx) => kindSettings(tx));
    const words = this.pages.words(request);
    return { items: kinds.map((kind) => kindView(kind, words)) };
  }

  @Post('signal-kinds/:code/settings')
  @ApiParam({
    name: 'code',
    schema: { type: 'string', pattern: '^[a-z_]{3,40}$', example: 'split_in_time' },
  })
  @HttpCode(201)
  @Idempotent()
  @ApiOperation({
    operationId: 'setSignalKind',
    summary: 'Switch a kind of signal on or off, or set its figures, from a day on',
  })
  @ApiCreatedResponse({ type: SignalKindAnswer })
  set(
    @Req() request: WebRequest,
    @Res({ passthrough: true }) response: Response,
    @Param('code') code: string,
    @Body() body: SetSignalKindBody,
  ): Promise<SignalKindAnswer> {
    return createOnce(this.database, request, response, async (tx) => {
      await this.setting.run(tx, kindCommand(body, code, request.actor.name));
      const kind = await readKind(tx, code);
      if (kind === null) throw notFound();
      return kindView(kind, this.pages.words(request));
    });
  }

  @Get('decision-days')
  @ApiOperation({
    operationId: 'listDecisionDays',
    summary: 'Days of decisions around which gifts are looked at, newest first; at most 500',
  })
  @ApiOkResponse({ type: DecisionDaysAnswer })
  async decisions(@Req() request: WebRequest): Promise<DecisionDaysAnswer> {
    const days = await this.database.inTransaction(scopeOf(request), (tx) =>
      decisionDays(tx, { standing: false }),
    );
    return { items: days.map(decisionView) };
  }

  @Post('decision-days')
  @HttpCode(201)
  @Idempotent()
  @ApiOperation({ operationId: 'enterDecisionDay', summary: 'Enter the day of a decision' })
  @ApiCreatedResponse({ type: DecisionDayAnswer })
  enter(
    @Req() request: WebRequest,
    @Res({ passthrough: true }) response: Response,
    @Body() body: DecisionDayBody,
  ): Promise<DecisionDayAnswer> {
    return createOnce(this.database, request, response, async (tx) => {
      const id = await this.setting.enterDecision(tx, decisionDay(body));
      return decisionView(await dayOf(tx, id));
    });
  }

  @Post('decision-days/:id/withdrawals')
  @HttpCode(201)
  @Idempotent()
  @ApiOperation({
    operationId: 'withdrawDecisionDay',
    summary: 'Take back the day of a decision; what was found around it ends',
  })
  @ApiCreatedResponse({ type: DecisionDayAnswer })
  withdraw(
    @Req() request: WebRequest,
    @Res({ passthrough: true }) response: Response,
    @Param('id', IdPipe) id: string,
    @Body() { why }: WithdrawDecisionDayBody,
  ): Promise<DecisionDayAnswer> {
    return createOnce(this.database, request, response, async (tx) => {
      await this.setting.withdrawDecision(tx, id, why);
      return decisionView(await dayOf(tx, id));
    });
  }
}

async function dayOf(tx: Transaction, id: string): Promise<DecisionDay> {
  const found = (await decisionDays(tx, { standing: false })).find((one) => one.id === id);
  if (found === undefined) throw notFound();
  return found;
}
