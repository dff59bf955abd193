import { Body, Controller, Get, HttpCode, Param, Post, Req, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Response } from 'express';
import { Database } from '../../../platform/database/database';
import { scopeOf, type WebRequest } from '../../../platform/http/actor';
import { createOnce, Idempotent } from '../../../platform/http/idempotency';
import { IdPipe } from '../../../platform/http/validation';
import { recordRead } from '../../audit/public';
import {
  ConfirmNotice,
  listPreparations,
  PrepareNotice,
  WithdrawPreparation,
} from '../application/prepare-notice';
import { FiledNoticeAnswer } from './notice.answers';
import { FileNoticeBody } from './notices.controller';
import {
  ConfirmNoticeBody,
  PreparationsAnswer,
  PreparedAnswer,
  WithdrawnAnswer,
} from './preparation.answers';

/** Notices that wait for a second person, where the party wants one. */
@ApiTags('notices')
@Controller('v1/notice-preparations')
export class PreparationsController {
  constructor(
    private readonly database: Database,
    private readonly preparing: PrepareNotice,
    private readonly confirming: ConfirmNotice,
    private readonly withdrawing: WithdrawPreparation,
  ) {}

  @Get()
  @ApiOperation({
    operationId: 'listNoticePreparations',
    summary: 'Notices that wait for a second person, most urgent first; their terms run on',
  })
  @ApiOkResponse({ type: PreparationsAnswer })
  async list(@Req() request: WebRequest): Promise<PreparationsAnswer> {
    const rows = await this.database.inTransaction(scopeOf(request), async (tx) => {
      await recordRead(tx, {
        entity: 'core.notice_preparation',
        entityId: 'list',
        purpose: 'Wfpp 25a',
      });
      return listPreparations(tx);
    });
    return {
      items: rows.map(({ totalCents, id, fingerprint, donorId, recipientId, year, ...row }) => ({
        ...{ id, fingerprint, donorId, recipientId, year, total: Number(totalCents) },
        preparedAt: row.preparedAt,
        enforcedLastDay: row.enforcedLastDay,
        statutoryLastDay: row.statutoryLastDay,
      })),
    };
  }

  @Post()
  @HttpCode(201)
  @Idempotent()
  @ApiOperation({
    operationId: 'prepareNotice',
    summary: 'Prepare the notice of art. 25a for a second person of your party',
  })
  @ApiCreatedResponse({ type: PreparedAnswer })
  async create(
    @Req() request: WebRequest,
    @Res({ passthrough: true }) response: Response,
    @Body() body: FileNoticeBody,
  ): Promise<PreparedAnswer> {
    return createOnce(this.database, request, response, (tx) => this.preparing.run(tx, body));
  }

  @Post(':id/confirmations')
  @HttpCode(201)
  @Idempotent()
  @ApiOperation({
    operationId: 'confirmNotice',
    summary: 'Confirm what another person prepared; with that the notice is filed',
  })
  @ApiCreatedResponse({ type: FiledNoticeAnswer })
  async confirm(
    @Req() request: WebRequest,
    @Res({ passthrough: true }) response: Response,
    @Param('id', IdPipe) id: string,
    @Body() { fingerprint }: ConfirmNoticeBody,
  ): Promise<FiledNoticeAnswer> {
    return createOnce(this.database, request, response, (tx) =>
      this.confirming.run(tx, id, fingerprint),
    );
  }

  @Post(':id/withdrawals')
  @HttpCode(201)
  @Idempotent()
  @ApiOperation({
    operationId: 'withdrawNoticePreparation',
    summary: 'Take back what was prepared; the duty stays',
  })
  @ApiCreatedResponse({ type: WithdrawnAnswer })
  async withdraw(
    @Req() request: WebRequest,
    @Res({ passthrough: true }) response: Response,
    @Param('id', IdPipe) id: string,
  ): Promise<WithdrawnAnswer> {
    return createOnce(this.database, request, response, async (tx) => {
      await this.withdrawing.run(tx, id);
      return { id };
    });
  }
}
