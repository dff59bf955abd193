import { Body, Controller, Get, HttpCode, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Response } from 'express';
import { isPlainDate } from '../../../legal/kernel/plain-date';
import { Database } from '../../../platform/database/database';
import { tenantOf } from '../../../platform/database/tenant-of';
import { scopeOf, type WebRequest } from '../../../platform/http/actor';
import { IdField, QueryInteger } from '../../../platform/http/fields';
import { createOnce, Idempotent } from '../../../platform/http/idempotency';
import { decodeCursor, KeysetQuery, keysetPage, pageSizeOf } from '../../../platform/http/keyset';
import { notFound } from '../../../platform/http/problem';
import { IdPipe } from '../../../platform/http/validation';
import { isId } from '../../../platform/ids/id';
import { recordRead } from '../../audit/public';
import { BookContribution } from '../application/book-contribution';
import { AnnulContribution, CorrectContribution } from '../application/correct-contribution';
import { evidenceOfContributions, onlyMissing } from '../application/missing-evidence';
import { PreCheckContribution } from '../application/pre-check-contribution';
import { listContributions, readContribution } from '../application/read-contributions';
import { SettleContribution, type SettlementInput } from '../application/settle-contribution';
import { askedDonor, contributionInput, settlementInput } from './contribution-input';
import { bookedView, contributionView, lifeView, preCheckView } from './contribution-view';
import {
  AnnulledAnswer,
  BookedAnswer,
  ContributionLifeAnswer,
  ContributionsAnswer,
  PreCheckAnswer,
  SettledAnswer,
} from './contribution.answers';
import {
  AnnulContributionBody,
  BookContributionBody,
  CorrectContributionBody,
  PreCheckBody,
  SettlementBody,
  StateTransferBody,
} from './contribution.bodies';

export class ContributionsQuery extends KeysetQuery {
  @IdField({ example: '3f6f3c1e-6a5e-4d0c-9f57-0d6f1f0a1c11', optional: true })
  readonly donorId?: string;

  @QueryInteger({ example: 2025, min: 2013, max: 2199, optional: true })
  readonly year?: number;
}

@ApiTags('contributions')
@Controller('v1')
export class ContributionsController {
  constructor(
    private readonly database: Database,
    private readonly book: BookContribution,
    private readonly correct: CorrectContribution,
    private readonly annul: AnnulContribution,
    private readonly settle: SettleContribution,
  ) {}

  @Get('contributions')
  @ApiOperation({ operationId: 'listContributions', summary: 'The contributions of your party' })
  @ApiOkResponse({ type: ContributionsAnswer })
  async list(
    @Req() request: WebRequest,
    @Res({ passthrough: true }) response: Response,
    @Query() query: ContributionsQuery,
  ): Promise<ContributionsAnswer> {
    const size = pageSizeOf(query);
    const [receivedOn, id] =
      query.cursor === undefined
        ? []
        : decodeCursor(query.cursor, [
            (part) => typeof part === 'string' && isPlainDate(part),
            (part) => typeof part === 'string' && isId(part),
          ]);
    const after =
      receivedOn === undefined || id === undefined
        ? null
        : { receivedOn: String(receivedOn), id: String(id) };
    const rows = await this.database.inTransaction(scopeOf(request), async (tx) => {
      const tenantId = tenantOf(tx);
      await recordRead(tx, { entity: 'core.contribution', entityId: tenantId, purpose: 'Wfpp 21' });
      const { donorId, year } = query;
      return listContributions(tx, tenantId, {
        after,
        limit: size + 1,
        ...(donorId === undefined ? {} : { donorId }),
        ...(year === undefined ? {} : { year }),
      });
    });
    const page = keysetPage(request, response, rows, size, (row) => [row.receivedOn, row.id]);
    return { ...page, items: page.items.map(contributionView) };
  }

  @Get('contributions/:id')
  @ApiOperation({ operationId: 'readContribution', summary: 'One contribution with its history' })
  @ApiOkResponse({ type: ContributionLifeAnswer })
  async read(
    @Req() request: WebRequest,
    @Param('id', IdPipe) id: string,
  ): Promise<ContributionLifeAnswer> {
    return this.database.inTransaction(scopeOf(request), async (tx) => {
      const found = await readContribution(tx, tenantOf(tx), id);
      if (found === null) throw notFound();
      await recordRead(tx, { entity: 'core.contribution', entityId: id, purpose: 'Wfpp 21' });
      const lines = await evidenceOfContributions(tx, tenantOf(tx), [id]);
      return lifeView(found, onlyMissing(lines));
    });
  }

  @Post('contributions')
  @HttpCode(201)
  @Idempotent()
  @ApiOperation({ operationId: 'bookContribution', summary: 'Book a contribution (art. 21)' })
  @ApiCreatedResponse({ type: BookedAnswer })
  async create(
    @Req() request: WebRequest,
    @Res({ passthrough: true }) response: Response,
    @Body() body: BookContributionBody,
  ): Promise<BookedAnswer> {
    return createOnce(this.database, request, response, async (tx) =>
      bookedView(await this.book.run(tx, contributionInput(body, body.donorId))),
    );
  }

  @Post('contributions/:id/corrections')
  @HttpCode(201)
  @Idempotent()
  @ApiOperation({ operationId: 'correctContribution', summary: 'Correct a contribution' })
  @ApiCreatedResponse({ type: BookedAnswer })
  async createCorrection(
    @Req() request: WebRequest,
    @Res({ passthrough: true }) response: Response,
    @Param('id', IdPipe) id: string,
    @Body() body: CorrectContributionBody,
  ): Promise<BookedAnswer> {
    return createOnce(this.database, request, response, async (tx) => {
      const input = contributionInput(body, body.donorId);
      return bookedView(await this.correct.run(tx, id, input, body.reason));
    });
  }

  @Post('contributions/:id/annulments')
  @HttpCode(201)
  @Idempotent()
  @ApiOperation({
    operationId: 'annulContribution',
    summary: 'Annul a contribution booked wrongly',
  })
  @ApiCreatedResponse({ type: AnnulledAnswer })
  async createAnnulment(
    @Req() request: WebRequest,
    @Res({ passthrough: true }) response: Response,
    @Param('id', IdPipe) id: string,
    @Body() body: AnnulContributionBody,
  ): Promise<AnnulledAnswer> {
    return createOnce(this.database, request, response, async (tx) => {
      await this.annul.run(tx, id, body.reason);
      return { annulled: id, reason: body.reason };
    });
  }

  @Post('contributions/:id/returns')
  @HttpCode(201)
  @Idempotent()
  @ApiOperation({ operationId: 'returnContribution', summary: 'Record a return to the donor' })
  @ApiCreatedResponse({ type: SettledAnswer })
  async createReturn(
    @Req() request: WebRequest,
    @Res({ passthrough: true }) response: Response,
    @Param('id', IdPipe) id: string,
    @Body() body: SettlementBody,
  ): Promise<SettledAnswer> {
    return this.settled(request, response, id, settlementInput(body, 'returned_to_donor'));
  }

  @Post('contributions/:id/state-transfers')
  @HttpCode(201)
  @Idempotent()
  @ApiOperation({
    operationId: 'transferContribution',
    summary: 'Record a transfer to the State, or the destruction of a thing in kind',
  })
  @ApiCreatedResponse({ type: SettledAnswer })
  async createTransfer(
    @Req() request: WebRequest,
    @Res({ passthrough: true }) response: Response,
    @Param('id', IdPipe) id: string,
    @Body() body: StateTransferBody,
  ): Promise<SettledAnswer> {
    const input = settlementInput(body, body.kind ?? 'transferred_to_state');
    return this.settled(request, response, id, input);
  }

  private settled(
    request: WebRequest,
    response: Response,
    id: string,
    settlement: SettlementInput,
  ): Promise<SettledAnswer> {
    return createOnce(this.database, request, response, async (tx) => {
      const { settlementId, ...judged } = await this.settle.run(tx, id, settlement);
      return { ...bookedView({ ...judged, contributionId: id }), settlementId };
    });
  }
}

@ApiTags('contributions')
@Controller('v1')
export class PreChecksController {
  constructor(
    private readonly database: Database,
    private readonly preCheck: PreCheckContribution,
  ) {}

  @Post('pre-checks')
  @HttpCode(200)
  @ApiOperation({
    operationId: 'preCheckContribution',
    summary: 'May I accept this? Nothing is stored',
  })
  @ApiOkResponse({ type: PreCheckAnswer })
  async ask(@Req() request: WebRequest, @Body() body: PreCheckBody): Promise<PreCheckAnswer> {
    return this.database.inTransaction(scopeOf(request), async (tx) => {
      const donor = askedDonor(body, tx.today);
      const donorId = 'known' in donor ? donor.known : donor.described.ref;
      return preCheckView(await this.preCheck.run(tx, donor, contributionInput(body, donorId)));
    });
  }
}
