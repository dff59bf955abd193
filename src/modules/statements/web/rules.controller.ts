import { Body, Controller, Get, HttpCode, Param, Post, Req, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Response } from 'express';
import { Database } from '../../../platform/database/database';
import { scopeOf, type WebRequest } from '../../../platform/http/actor';
import { createOnce, Idempotent } from '../../../platform/http/idempotency';
import { IdPipe } from '../../../platform/http/validation';
import { recordRead } from '../../audit/public';
import { KeepRules } from '../application/rules-verbs';
import { BankRulesAnswer, MadeRuleAnswer, ruleView } from './rules.answers';
import { BankRuleBody, MoveRuleBody, SwitchRuleBody } from './rules.bodies';
import { ruleInput } from './rules-input';

/** The rules by which lines of bank statements are recognised. */
@ApiTags('bank')
@Controller('v1/bank-rules')
export class BankRulesController {
  constructor(
    private readonly database: Database,
    private readonly rules: KeepRules,
  ) {}

  @Get()
  @ApiOperation({ operationId: 'listBankRules', summary: 'Your rules, in their order' })
  @ApiOkResponse({ type: BankRulesAnswer })
  async list(@Req() request: WebRequest): Promise<BankRulesAnswer> {
    const items = await this.database.inTransaction(scopeOf(request), async (tx) => {
      await recordRead(tx, { entity: 'core.bank_rule', entityId: 'list', purpose: 'Wfpp 21' });
      return this.rules.list(tx);
    });
    return { items: items.map(ruleView) };
  }

  @Post()
  @HttpCode(201)
  @Idempotent()
  @ApiOperation({ operationId: 'makeBankRule', summary: 'Make a rule; it is tried last' })
  @ApiCreatedResponse({ type: MadeRuleAnswer })
  async create(
    @Req() request: WebRequest,
    @Res({ passthrough: true }) response: Response,
    @Body() body: BankRuleBody,
  ): Promise<MadeRuleAnswer> {
    return createOnce(this.database, request, response, async (tx) => ({
      id: await this.rules.make(tx, ruleInput(body)),
    }));
  }

  @Post(':id/revisions')
  @HttpCode(201)
  @Idempotent()
  @ApiOperation({ operationId: 'reviseBankRule', summary: 'Rewrite a rule' })
  @ApiCreatedResponse({ type: MadeRuleAnswer })
  async revise(
    @Req() request: WebRequest,
    @Res({ passthrough: true }) response: Response,
    @Param('id', IdPipe) id: string,
    @Body() body: BankRuleBody,
  ): Promise<MadeRuleAnswer> {
    return createOnce(this.database, request, response, async (tx) => {
      await this.rules.revise(tx, id, ruleInput(body));
      return { id };
    });
  }

  @Post(':id/switches')
  @HttpCode(201)
  @Idempotent()
  @ApiOperation({ operationId: 'switchBankRule', summary: 'Switch a rule on or off' })
  @ApiCreatedResponse({ type: MadeRuleAnswer })
  async switch(
    @Req() request: WebRequest,
    @Res({ passthrough: true }) response: Response,
    @Param('id', IdPipe) id: string,
    @Body() body: SwitchRuleBody,
  ): Promise<MadeRuleAnswer> {
    return createOnce(this.database, request, response, async (tx) => {
      await this.rules.switch(tx, id, body.active);
      return { id };
    });
  }

  @Post(':id/moves')
  @HttpCode(201)
  @Idempotent()
  @ApiOperation({ operationId: 'moveBankRule', summary: 'Try a rule earlier or later' })
  @ApiCreatedResponse({ type: MadeRuleAnswer })
  async move(
    @Req() request: WebRequest,
    @Res({ passthrough: true }) response: Response,
    @Param('id', IdPipe) id: string,
    @Body() body: MoveRuleBody,
  ): Promise<MadeRuleAnswer> {
    return createOnce(this.database, request, response, async (tx) => {
      await this.rules.move(tx, id, body.towards);
      return { id };
    });
  }
}
