import { Body, Controller, Get, HttpCode, Param, Post, Req, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Response } from 'express';
import { Database } from '../../../platform/database/database';
import { tenantOf } from '../../../platform/database/tenant-of';
import { scopeOf, type WebRequest } from '../../../platform/http/actor';
import { createOnce, Idempotent } from '../../../platform/http/idempotency';
import { notFound } from '../../../platform/http/problem';
import { IdPipe } from '../../../platform/http/validation';
import { AssignAccount } from '../application/assign-account';
import { readAccounts } from '../application/read-statements';
import { accountView } from './statement-views';
import { BankAccountAnswer, BankAccountsAnswer } from './statement.answers';
import { AssignAccountBody } from './statement.bodies';

/** The accounts that statements came in for, whose they are, and which days are missing. */
@ApiTags('bank')
@Controller('v1/bank-accounts')
export class BankAccountsController {
  constructor(
    private readonly database: Database,
    private readonly assigning: AssignAccount,
  ) {}

  @Get()
  @ApiOperation({
    operationId: 'listBankAccounts',
    summary: 'Your accounts with the days that are covered and those that are missing',
  })
  @ApiOkResponse({ type: BankAccountsAnswer })
  async list(@Req() request: WebRequest): Promise<BankAccountsAnswer> {
    const accounts = await this.database.inTransaction(scopeOf(request), (tx) =>
      readAccounts(tx, tenantOf(tx)),
    );
    return { items: accounts.map(accountView) };
  }

  @Post(':id/assignments')
  @HttpCode(201)
  @Idempotent()
  @ApiOperation({
    operationId: 'assignBankAccount',
    summary: 'Say whose account it is; not any more once contributions were booked from it',
  })
  @ApiCreatedResponse({ type: BankAccountAnswer })
  async assign(
    @Req() request: WebRequest,
    @Res({ passthrough: true }) response: Response,
    @Param('id', IdPipe) id: string,
    @Body() { recipientId }: AssignAccountBody,
  ): Promise<BankAccountAnswer> {
    return createOnce(this.database, request, response, async (tx) => {
      await this.assigning.run(tx, id, recipientId);
      const account = (await readAccounts(tx, tenantOf(tx))).find((one) => one.id === id);
      if (account === undefined) throw notFound();
      return accountView(account);
    });
  }
}
