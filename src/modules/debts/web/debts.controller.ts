import { Body, Controller, Get, HttpCode, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Response } from 'express';
import { Database } from '../../../platform/database/database';
import { scopeOf, type WebRequest } from '../../../platform/http/actor';
import { createOnce, Idempotent } from '../../../platform/http/idempotency';
import {
  decodeMomentCursor,
  KeysetQuery,
  keysetPage,
  pageSizeOf,
} from '../../../platform/http/keyset';
import { notFound } from '../../../platform/http/problem';
import { IdPipe } from '../../../platform/http/validation';
import { recordRead } from '../../audit/public';
import { RecordDebtBalance, RegisterDebt, ReviseDebt } from '../application/debt-verbs';
import { listDebts, readDebt } from '../application/read-debts';
import { DebtAnswer, debtView, DebtsAnswer, MadeDebtAnswer } from './debt.answers';
import { DebtBalanceBody, RegisterDebtBody, ReviseDebtBody } from './debt.bodies';
import { movementOf, particularsOf, registrationOf } from './debt-input';

/** The debts a party registers (art. 21 lid 3). */
@ApiTags('debts')
@Controller('v1/debts')
export class DebtsController {
  constructor(
    private readonly database: Database,
    private readonly registering: RegisterDebt,
    private readonly recording: RecordDebtBalance,
    private readonly revising: ReviseDebt,
  ) {}

  @Get()
  @ApiOperation({ operationId: 'listDebts', summary: 'The debts in your records, newest first' })
  @ApiOkResponse({ type: DebtsAnswer })
  async list(
    @Req() request: WebRequest,
    @Res({ passthrough: true }) response: Response,
    @Query() query: KeysetQuery,
  ): Promise<DebtsAnswer> {
    const size = pageSizeOf(query);
    const after = decodeMomentCursor(query.cursor);
    const rows = await this.database.inTransaction(scopeOf(request), async (tx) => {
      await recordRead(tx, { entity: 'core.debt', entityId: 'list', purpose: 'Wfpp 21' });
      return listDebts(tx, { after, limit: size + 1 });
    });
    const page = keysetPage(request, response, rows, size, (row) => [row.registeredAt, row.id]);
    return { ...page, items: page.items.map(debtView) };
  }

  @Get(':id')
  @ApiOperation({ operationId: 'readDebt', summary: 'One debt with all that was drawn and repaid' })
  @ApiOkResponse({ type: DebtAnswer })
  async read(@Req() request: WebRequest, @Param('id', IdPipe) id: string): Promise<DebtAnswer> {
    return this.database.inTransaction(scopeOf(request), async (tx) => {
      const debt = await readDebt(tx, id);
      if (debt === null) throw notFound();
      await recordRead(tx, { entity: 'core.debt', entityId: id, purpose: 'Wfpp 21' });
      return debtView(debt);
    });
  }

  @Post()
  @HttpCode(201)
  @Idempotent()
  @ApiOperation({ operationId: 'registerDebt', summary: 'Register a debt (art. 21 lid 3)' })
  @ApiCreatedResponse({ type: MadeDebtAnswer })
  async create(
    @Req() request: WebRequest,
    @Res({ passthrough: true }) response: Response,
    @Body() body: RegisterDebtBody,
  ): Promise<MadeDebtAnswer> {
    return createOnce(this.database, request, response, async (tx) => ({
      id: await this.registering.run(tx, registrationOf(body)),
    }));
  }

  @Post(':id/balances')
  @HttpCode(201)
  @Idempotent()
  @ApiOperation({ operationId: 'recordDebtBalance', summary: 'What was drawn or repaid on a day' })
  @ApiCreatedResponse({ type: MadeDebtAnswer })
  async createBalance(
    @Req() request: WebRequest,
    @Res({ passthrough: true }) response: Response,
    @Param('id', IdPipe) id: string,
    @Body() body: DebtBalanceBody,
  ): Promise<MadeDebtAnswer> {
    return createOnce(this.database, request, response, async (tx) => ({
      id: await this.recording.run(tx, id, movementOf(body)),
    }));
  }

  @Post(':id/particulars')
  @HttpCode(201)
  @Idempotent()
  @ApiOperation({ operationId: 'reviseDebt', summary: 'New particulars; the old stay readable' })
  @ApiCreatedResponse({ type: MadeDebtAnswer })
  async createParticulars(
    @Req() request: WebRequest,
    @Res({ passthrough: true }) response: Response,
    @Param('id', IdPipe) id: string,
    @Body() body: ReviseDebtBody,
  ): Promise<MadeDebtAnswer> {
    return createOnce(this.database, request, response, async (tx) => {
      await this.revising.run(tx, id, particularsOf(body), body.reason);
      return { id };
    });
  }
}
