import { Body, Controller, Get, HttpCode, Post, Req, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Response } from 'express';
import { euroCents } from '../../../legal/kernel/euro-cents';
import { Database } from '../../../platform/database/database';
import { tenantOf } from '../../../platform/database/tenant-of';
import { type Transaction } from '../../../platform/database/transaction';
import { scopeOf, type WebRequest } from '../../../platform/http/actor';
import { createOnce, Idempotent } from '../../../platform/http/idempotency';
import {
  DecideSecondSignature,
  EnterOwnCap,
  organisationSettings,
  ownCaps,
} from '../application/settings';
import { EnterOwnCapBody, SecondSignatureBody, SettingsAnswer } from './settings.answers';

async function settingsOf(tx: Transaction): Promise<SettingsAnswer> {
  const tenantId = tenantOf(tx);
  const caps = await ownCaps(tx, tenantId);
  return {
    ...(await organisationSettings(tx, tenantId)),
    ownCaps: caps.map(({ id, from, amount, source, recordedAt, counts }) => ({
      ...{ id, from, amount, source, recordedAt, counts },
    })),
  };
}

/** What a party agreed for itself: own caps, a second signature under notices. */
@ApiTags('settings')
@Controller('v1')
export class SettingsController {
  constructor(
    private readonly database: Database,
    private readonly entering: EnterOwnCap,
    private readonly deciding: DecideSecondSignature,
  ) {}

  @Get('settings')
  @ApiOperation({
    operationId: 'readSettings',
    summary: 'Your own caps (art. 34) and whether notices need a second signature',
  })
  @ApiOkResponse({ type: SettingsAnswer })
  async read(@Req() request: WebRequest): Promise<SettingsAnswer> {
    return this.database.inTransaction(scopeOf(request), settingsOf);
  }

  @Post('own-caps')
  @HttpCode(201)
  @Idempotent()
  @ApiOperation({
    operationId: 'enterOwnCap',
    summary: 'Write down a lower cap of your gift regulation (art. 34), from a day on',
  })
  @ApiCreatedResponse({ type: SettingsAnswer })
  async enter(
    @Req() request: WebRequest,
    @Res({ passthrough: true }) response: Response,
    @Body() body: EnterOwnCapBody,
  ): Promise<SettingsAnswer> {
    return createOnce(this.database, request, response, async (tx) => {
      const { from, amount, source } = body;
      const cents = amount === undefined ? null : euroCents(amount);
      await this.entering.run(tx, { from, amount: cents, source });
      return settingsOf(tx);
    });
  }

  @Post('second-signature-decisions')
  @HttpCode(201)
  @Idempotent()
  @ApiOperation({
    operationId: 'decideSecondSignature',
    summary: 'Decide whether a second person of your party confirms each notice',
  })
  @ApiCreatedResponse({ type: SettingsAnswer })
  async decide(
    @Req() request: WebRequest,
    @Res({ passthrough: true }) response: Response,
    @Body() { wanted, reason }: SecondSignatureBody,
  ): Promise<SettingsAnswer> {
    return createOnce(this.database, request, response, async (tx) => {
      await this.deciding.run(tx, { wanted, reason });
      return settingsOf(tx);
    });
  }
}
