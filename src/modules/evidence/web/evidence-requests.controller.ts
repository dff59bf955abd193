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
import { listRequests, readRequest, type StoredRequest } from '../application/read-requests';
import { RemindDonor, RequestFromDonor, WithdrawRequest } from '../application/request-from-donor';
import { EvidenceRequestAnswer, EvidenceRequestsAnswer } from './evidence.answers';
import { RequestEvidenceBody } from './evidence.bodies';

function requestView(request: StoredRequest): EvidenceRequestAnswer {
  const { id, kind, state, donorId, contributionRootId, amountCents, receivedOn } = request;
  const { askedAt, lastDay, remindedAt, openedAt, answeredAt, number } = request;
  return {
    id,
    kind,
    state,
    donorId,
    contributionId: contributionRootId,
    amount: Number(amountCents),
    receivedOn,
    askedAt,
    lastDay,
    remindedAt,
    openedAt,
    answeredAt,
    number,
  };
}

/** What is asked of donors by a link that works once (arts. 1 onder m, 21a, 23a). */
@ApiTags('evidence')
@Controller('v1/evidence-requests')
export class EvidenceRequestsController {
  constructor(
    private readonly database: Database,
    private readonly asking: RequestFromDonor,
    private readonly reminding: RemindDonor,
    private readonly withdrawing: WithdrawRequest,
  ) {}

  @Get()
  @ApiOperation({ operationId: 'listEvidenceRequests', summary: 'What was asked of donors' })
  @ApiOkResponse({ type: EvidenceRequestsAnswer })
  async list(
    @Req() request: WebRequest,
    @Res({ passthrough: true }) response: Response,
    @Query() query: KeysetQuery,
  ): Promise<EvidenceRequestsAnswer> {
    const size = pageSizeOf(query);
    const after = decodeMomentCursor(query.cursor);
    const rows = await this.database.inTransaction(scopeOf(request), async (tx) => {
      const purpose = 'Wfpp 23a';
      await recordRead(tx, { entity: 'core.evidence_request', entityId: 'list', purpose });
      return listRequests(tx, { after, limit: size + 1 });
    });
    const page = keysetPage(request, response, rows, size, (row) => [row.askedAt, row.id]);
    return { ...page, items: page.items.map(requestView) };
  }

  @Get(':id')
  @ApiOperation({ operationId: 'readEvidenceRequest', summary: 'One request, and how far it is' })
  @ApiOkResponse({ type: EvidenceRequestAnswer })
  async read(
    @Req() request: WebRequest,
    @Param('id', IdPipe) id: string,
  ): Promise<EvidenceRequestAnswer> {
    return this.database.inTransaction(scopeOf(request), async (tx) => {
      const found = await readRequest(tx, id);
      if (found === null) throw notFound();
      await recordRead(tx, { entity: 'core.evidence_request', entityId: id, purpose: 'Wfpp 23a' });
      return requestView(found);
    });
  }

  @Post()
  @HttpCode(201)
  @Idempotent()
  @ApiOperation({
    operationId: 'requestEvidence',
    summary: 'Ask the donor of a gift for a declaration, or for its own givers, by mail',
  })
  @ApiCreatedResponse({ type: EvidenceRequestAnswer })
  async create(
    @Req() request: WebRequest,
    @Res({ passthrough: true }) response: Response,
    @Body() body: RequestEvidenceBody,
  ): Promise<EvidenceRequestAnswer> {
    const { contributionId, email, language = 'nl' } = body;
    return createOnce(this.database, request, response, async (tx) =>
      requestView(await this.asking.run(tx, { contributionId, email, language })),
    );
  }

  @Post(':id/reminders')
  @HttpCode(201)
  @Idempotent()
  @ApiOperation({ operationId: 'remindDonor', summary: 'Remind the donor, once' })
  @ApiCreatedResponse({ type: EvidenceRequestAnswer })
  async createReminder(
    @Req() request: WebRequest,
    @Res({ passthrough: true }) response: Response,
    @Param('id', IdPipe) id: string,
  ): Promise<EvidenceRequestAnswer> {
    return createOnce(this.database, request, response, async (tx) =>
      requestView(await this.reminding.run(tx, id)),
    );
  }

  @Post(':id/withdrawals')
  @HttpCode(201)
  @Idempotent()
  @ApiOperation({ operationId: 'withdrawEvidenceRequest', summary: 'Take a request back' })
  @ApiCreatedResponse({ type: EvidenceRequestAnswer })
  async createWithdrawal(
    @Req() request: WebRequest,
    @Res({ passthrough: true }) response: Response,
    @Param('id', IdPipe) id: string,
  ): Promise<EvidenceRequestAnswer> {
    return createOnce(this.database, request, response, async (tx) =>
      requestView(await this.withdrawing.run(tx, id)),
    );
  }
}
