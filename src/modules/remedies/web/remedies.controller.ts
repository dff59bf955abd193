import { Body, Controller, Get, HttpCode, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Response } from 'express';
import { printReference } from '../../../legal/kernel/law-reference';
import { plainDate } from '../../../legal/kernel/plain-date';
import { Database } from '../../../platform/database/database';
import { type Transaction } from '../../../platform/database/transaction';
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
import { ArrangeRemedy, DeclareReturnImpossible } from '../application/arrange-remedy';
import {
  listOpenRemedies,
  readRemedy,
  type RemedyFile,
  type RemedySource,
} from '../application/read-remedies';
import { isService, waysOf } from '../application/ways';
import { RemediesAnswer, RemedyFileAnswer } from './remedy.answers';
import { ArrangeRemedyBody, ReturnImpossibleBody } from './remedy.bodies';

function sourceOf(request: WebRequest): RemedySource {
  return scopeOf(request).role === 'staff' ? 'disclosed' : 'ledger';
}

function view(file: RemedyFile): Readonly<RemedyFileAnswer> {
  const { content, progress } = file;
  const impossible = file.impossible !== null;
  return {
    id: file.id,
    organisation: file.organisationName,
    donorId: file.donorId,
    year: file.year,
    rule: content.rule,
    article: printReference(content.remedy?.basis ?? content.basis),
    state: progress.state,
    total: progress.total,
    done: progress.done,
    open: progress.open,
    statutoryTerm: content.remedy?.statutoryTerm ?? 'none',
    dueOn: file.dueOn,
    overdue: file.overdue,
    steps: progress.steps.map(({ step, gift, done, open }) => ({
      ...step,
      done,
      open,
      way: waysOf(step, impossible, isService(gift?.type ?? ''))[0] ?? 'state_transfer',
    })),
    settlements: progress.settlements.map((one) => ({
      id: one.id,
      contribution: one.rootId,
      kind: one.kind,
      amount: Number(one.amountCents),
      settledOn: one.settledOn,
      evidence: one.evidence,
    })),
    arrangements: file.arrangements.map((one) => ({
      id: one.id,
      kind: one.kind,
      setBy: one.setBy,
      dueOn: one.dueOn,
      inCharge: one.inCharge,
      note: one.note,
      shared: one.shared,
      arrangedAt: one.arrangedAt,
    })),
  };
}

/** Remedies (arts. 21a, 23, 23a, 29b, 32a): a party sees its own, the overseer what was disclosed. */
@ApiTags('remedies')
@Controller('v1/remedies')
export class RemediesController {
  constructor(
    private readonly database: Database,
    private readonly arranging: ArrangeRemedy,
    private readonly declaring: DeclareReturnImpossible,
  ) {}

  @Get()
  @ApiOperation({
    operationId: 'listRemedies',
    summary: 'What must still go back to a donor or over to the State, longest standing first',
  })
  @ApiOkResponse({ type: RemediesAnswer })
  async list(
    @Req() request: WebRequest,
    @Res({ passthrough: true }) response: Response,
    @Query() query: KeysetQuery,
  ): Promise<RemediesAnswer> {
    const size = pageSizeOf(query);
    const after = decodeMomentCursor(query.cursor);
    const source = sourceOf(request);
    const rows = await this.database.inTransaction(scopeOf(request), async (tx) => {
      await recordRead(tx, { entity: 'core.finding', entityId: 'remedies', purpose: 'Wfpp 29b' });
      return listOpenRemedies(tx, { source, after, limit: size + 1 });
    });
    const page = keysetPage(request, response, rows, size, (row) => [row.foundAt, row.id]);
    return { ...page, items: page.items.map(view) };
  }

  @Get(':id')
  @ApiOperation({ operationId: 'readRemedy', summary: 'One remedy: parts, terms, proof' })
  @ApiOkResponse({ type: RemedyFileAnswer })
  async read(
    @Req() request: WebRequest,
    @Param('id', IdPipe) id: string,
  ): Promise<RemedyFileAnswer> {
    return this.database.inTransaction(scopeOf(request), (tx) => this.open(tx, request, id));
  }

  @Post(':id/arrangements')
  @HttpCode(201)
  @Idempotent()
  @ApiOperation({ operationId: 'arrangeRemedy', summary: 'Set an internal term for a remedy' })
  @ApiCreatedResponse({ type: RemedyFileAnswer })
  async arrange(
    @Req() request: WebRequest,
    @Res({ passthrough: true }) response: Response,
    @Param('id', IdPipe) id: string,
    @Body() body: ArrangeRemedyBody,
  ): Promise<RemedyFileAnswer> {
    return createOnce(this.database, request, response, async (tx) => {
      await this.arranging.run(tx, id, {
        dueOn: plainDate(body.dueOn),
        inCharge: body.inCharge ?? null,
        note: body.note,
        shared: body.shared ?? false,
      });
      return this.open(tx, request, id);
    });
  }

  @Post(':id/return-impossible')
  @HttpCode(201)
  @Idempotent()
  @ApiOperation({
    operationId: 'declareReturnImpossible',
    summary: 'The donor cannot get it back: it goes to the Minister (art. 29b lid 2)',
  })
  @ApiCreatedResponse({ type: RemedyFileAnswer })
  async impossible(
    @Req() request: WebRequest,
    @Res({ passthrough: true }) response: Response,
    @Param('id', IdPipe) id: string,
    @Body() body: ReturnImpossibleBody,
  ): Promise<RemedyFileAnswer> {
    return createOnce(this.database, request, response, async (tx) => {
      await this.declaring.run(tx, id, body.reason);
      return this.open(tx, request, id);
    });
  }

  private async open(
    tx: Transaction,
    request: WebRequest,
    id: string,
  ): Promise<Readonly<RemedyFileAnswer>> {
    const file = await readRemedy(tx, sourceOf(request), id);
    if (file === null) throw notFound();
    await recordRead(tx, { entity: 'core.finding', entityId: id, purpose: 'Wfpp 29b' });
    return view(file);
  }
}
