import { Body, Controller, Get, HttpCode, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Response } from 'express';
import { Database } from '../../../platform/database/database';
import { type Transaction } from '../../../platform/database/transaction';
import { scopeOf, type WebRequest } from '../../../platform/http/actor';
import { createOnce, Idempotent } from '../../../platform/http/idempotency';
import { decodeCursor, keysetPage, pageSizeOf } from '../../../platform/http/keyset';
import { Pages } from '../../../platform/http/pages';
import { notFound } from '../../../platform/http/problem';
import { IdPipe } from '../../../platform/http/validation';
import { isId } from '../../../platform/ids/id';
import { recordRead } from '../../audit/public';
import { JudgeSignal } from '../application/judge-signal';
import {
  listSignals,
  readSignal,
  type SignalKey,
  type SignalState,
} from '../application/read-signals';
import { SignalFileAnswer, SignalsAnswer } from './signal.answers';
import { JudgeSignalBody, OpenSignalCaseBody, SignalsQuery } from './signal.bodies';
import { caseCommand, judgeCommand } from './signal-commands';
import { signalFileView, signalView } from './signal-views';

export const PURPOSE = 'Wfpp 35, 36';

/** Where a list by weight, moment and id goes on; null at its start. */
export function signalCursor(cursor: string | undefined): SignalKey | null {
  if (cursor === undefined) return null;
  const [weight, firstSeen, id] = decodeCursor(cursor, [
    (part) => Number.isInteger(part) && Number(part) >= 1 && Number(part) <= 5,
    (part) => typeof part === 'string' && /^\d{4}-\d\d-\d\dT[\d:.]{8,15}Z$/.test(part),
    (part) => typeof part === 'string' && isId(part),
  ]);
  return { weight: Number(weight), firstSeen: String(firstSeen), id: String(id) };
}

function statesOf({ state = 'waiting' }: SignalsQuery): readonly SignalState[] {
  return state === 'waiting' ? ['open', 'reopened'] : [state as SignalState];
}

/** Signals: patterns worth a look, never accusations. For the staff only. */
@ApiTags('signals')
@Controller('v1/signals')
export class SignalsController {
  constructor(
    private readonly database: Database,
    private readonly pages: Pages,
    private readonly judging: JudgeSignal,
  ) {}

  @Get()
  @ApiOperation({
    operationId: 'listSignals',
    summary: 'Patterns worth a look, heaviest first',
    description: 'A signal is no accusation: most have an ordinary explanation.',
  })
  @ApiOkResponse({ type: SignalsAnswer })
  async list(
    @Req() request: WebRequest,
    @Res({ passthrough: true }) response: Response,
    @Query() query: SignalsQuery,
  ): Promise<SignalsAnswer> {
    const size = pageSizeOf(query);
    const rows = await this.database.inTransaction(scopeOf(request), async (tx) => {
      await recordRead(tx, { entity: 'insight.signal', entityId: 'list', purpose: PURPOSE });
      return listSignals(tx, {
        states: statesOf(query),
        code: query.code ?? null,
        partyId: query.party ?? null,
        donorId: query.donor ?? null,
        after: signalCursor(query.cursor),
        limit: size + 1,
      });
    });
    const words = this.pages.words(request);
    const page = keysetPage(request, response, rows, size, (row) => [
      row.weight,
      row.firstSeen,
      row.id,
    ]);
    return { ...page, items: page.items.map((one) => signalView(one, words)) };
  }

  @Get(':id')
  @ApiOperation({
    operationId: 'readSignal',
    summary: 'One signal: its rows, ordinary explanations and judgements',
  })
  @ApiOkResponse({ type: SignalFileAnswer })
  read(@Req() request: WebRequest, @Param('id', IdPipe) id: string): Promise<SignalFileAnswer> {
    return this.database.inTransaction(scopeOf(request), (tx) => this.open(tx, request, id));
  }

  @Post(':id/judgements')
  @HttpCode(201)
  @Idempotent()
  @ApiOperation({
    operationId: 'judgeSignal',
    summary: 'Say what you think of a signal',
    description: 'The rows that stand now do not come back; a row that is added opens it again.',
  })
  @ApiCreatedResponse({ type: SignalFileAnswer })
  judge(
    @Req() request: WebRequest,
    @Res({ passthrough: true }) response: Response,
    @Param('id', IdPipe) id: string,
    @Body() body: JudgeSignalBody,
  ): Promise<SignalFileAnswer> {
    return createOnce(this.database, request, response, async (tx) => {
      await this.judging.run(tx, id, judgeCommand(body, request.actor.name));
      return this.open(tx, request, id);
    });
  }

  @Post(':id/cases')
  @HttpCode(201)
  @Idempotent()
  @ApiOperation({
    operationId: 'openCaseOfSignal',
    summary: 'Open a case about a signal, as from a tip',
  })
  @ApiCreatedResponse({ type: SignalFileAnswer })
  openCase(
    @Req() request: WebRequest,
    @Res({ passthrough: true }) response: Response,
    @Param('id', IdPipe) id: string,
    @Body() body: OpenSignalCaseBody,
  ): Promise<SignalFileAnswer> {
    return createOnce(this.database, request, response, async (tx) => {
      const signal = await this.open(tx, request, id);
      await this.judging.openCase(tx, id, caseCommand(body, signal.title, request.actor.name));
      return this.open(tx, request, id);
    });
  }

  private async open(
    tx: Transaction,
    request: WebRequest,
    id: string,
  ): Promise<Readonly<SignalFileAnswer>> {
    const file = await readSignal(tx, id);
    if (file === null) throw notFound();
    await recordRead(tx, { entity: 'insight.signal', entityId: id, purpose: PURPOSE });
    return signalFileView(file, this.pages.words(request));
  }
}
