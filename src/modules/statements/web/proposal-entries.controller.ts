import { Body, Controller, Get, HttpCode, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Response } from 'express';
import { Database } from '../../../platform/database/database';
import { scopeOf, type WebRequest } from '../../../platform/http/actor';
import { ChoiceField, IdField } from '../../../platform/http/fields';
import { createOnce, Idempotent } from '../../../platform/http/idempotency';
import { KeysetQuery, keysetPage, pageSizeOf } from '../../../platform/http/keyset';
import { notFound } from '../../../platform/http/problem';
import { IdPipe } from '../../../platform/http/validation';
import { recordRead } from '../../audit/public';
import { readEntryDesk } from '../application/decide-desk';
import { ConfirmProposals } from '../application/decide-proposals';
import { ENTRY_FILTERS, type EntryFilterName, listProposals } from '../application/propose-list';
import { DecideOne } from './proposal-decide-one';
import { placeFrom } from './proposal-list.pages';
import { proposedEntryView } from './proposal-view';
import {
  DecidedAnswer,
  ProposedEntriesAnswer,
  ProposedEntryAnswer,
  ReopenedAnswer,
} from './proposal.answers';
import { ConfirmCertainBody, EntryDecisionBody, ReopenEntryBody } from './proposal.bodies';

export class BankEntriesQuery extends KeysetQuery {
  @ChoiceField({ choices: ENTRY_FILTERS, example: 'open', optional: true })
  readonly show?: EntryFilterName;

  @IdField({ example: '3f6f3c1e-6a5e-4d0c-9f57-0d6f1f0a1c11', optional: true })
  readonly statementId?: string;
}

/** Lines of bank statements: what they are, and what is decided on them. */
@ApiTags('bank')
@Controller('v1')
export class BankEntriesController {
  constructor(
    private readonly database: Database,
    private readonly deciding: DecideOne,
    private readonly confirming: ConfirmProposals,
  ) {}

  @Get('bank-entries')
  @ApiOperation({
    operationId: 'listProposedBankEntries',
    summary: 'Lines of bank statements with what is proposed, the newest first',
  })
  @ApiOkResponse({ type: ProposedEntriesAnswer })
  async list(
    @Req() request: WebRequest,
    @Res({ passthrough: true }) response: Response,
    @Query() query: BankEntriesQuery,
  ): Promise<ProposedEntriesAnswer> {
    const size = pageSizeOf(query);
    const after = placeFrom(query.cursor);
    const { rows } = await this.database.inTransaction(scopeOf(request), async (tx) => {
      await recordRead(tx, { entity: 'core.bank_entry', entityId: 'list', purpose: 'Wfpp 21' });
      const statementId = query.statementId ?? null;
      const filter = query.show ?? 'open';
      return listProposals(tx, { filter, statementId, after, limit: size + 1 });
    });
    const page = keysetPage(request, response, rows, size, ({ entry }) => [
      entry.bookedOn,
      entry.id,
    ]);
    const items = page.items.map((row) =>
      proposedEntryView(row, row.decision === null ? [] : [row.decision]),
    );
    return { ...page, items };
  }

  @Get('bank-entries/:id')
  @ApiOperation({ operationId: 'readBankEntry', summary: 'One line with all decisions on it' })
  @ApiOkResponse({ type: ProposedEntryAnswer })
  async read(
    @Req() request: WebRequest,
    @Param('id', IdPipe) id: string,
  ): Promise<ProposedEntryAnswer> {
    return this.database.inTransaction(scopeOf(request), async (tx) => {
      const desk = await readEntryDesk(tx, id);
      if (desk === null) throw notFound();
      await recordRead(tx, { entity: 'core.bank_entry', entityId: id, purpose: 'Wfpp 21' });
      return proposedEntryView(desk.row, desk.decisions);
    });
  }

  @Post('bank-entries/:id/decisions')
  @HttpCode(201)
  @Idempotent()
  @ApiOperation({
    operationId: 'decideBankEntry',
    summary: 'Book, link, record a return, or set aside',
  })
  @ApiCreatedResponse({ type: DecidedAnswer })
  async decide(
    @Req() request: WebRequest,
    @Res({ passthrough: true }) response: Response,
    @Param('id', IdPipe) id: string,
    @Body() body: EntryDecisionBody,
  ): Promise<DecidedAnswer> {
    return createOnce(this.database, request, response, (tx) => this.deciding.decide(tx, id, body));
  }

  @Post('bank-entries/:id/reopenings')
  @HttpCode(201)
  @Idempotent()
  @ApiOperation({
    operationId: 'reopenBankEntry',
    summary: 'Take a decision back; what was booked is annulled',
  })
  @ApiCreatedResponse({ type: ReopenedAnswer })
  async reopen(
    @Req() request: WebRequest,
    @Res({ passthrough: true }) response: Response,
    @Param('id', IdPipe) id: string,
    @Body() body: ReopenEntryBody,
  ): Promise<ReopenedAnswer> {
    return createOnce(this.database, request, response, async (tx) => {
      await this.deciding.reopen(tx, id, body.reason);
      return { id, state: 'open' };
    });
  }

  @Post('bank-decisions')
  @HttpCode(201)
  @Idempotent()
  @ApiOperation({
    operationId: 'confirmCertainBankEntries',
    summary: 'Do everything that is certain, in one go',
  })
  @ApiCreatedResponse({ type: DecidedAnswer })
  async confirm(
    @Req() request: WebRequest,
    @Res({ passthrough: true }) response: Response,
    @Body() body: ConfirmCertainBody,
  ): Promise<DecidedAnswer> {
    return createOnce(this.database, request, response, async (tx) => {
      const done = await this.confirming.certain(tx, body.statementId ?? null);
      return {
        decided: done.entryIds.length,
        left: done.before.length + done.left.length,
        contributions: done.contributionIds.map((id) => ({ id })),
        ruleId: null,
      };
    });
  }
}
