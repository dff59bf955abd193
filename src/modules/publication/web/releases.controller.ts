import { Body, Controller, Get, HttpCode, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Response } from 'express';
import { Database } from '../../../platform/database/database';
import { scopeOf, type WebRequest } from '../../../platform/http/actor';
import { createOnce, Idempotent } from '../../../platform/http/idempotency';
import { decodeMomentCursor, keysetPage, pageSizeOf } from '../../../platform/http/keyset';
import { badInput, notFound } from '../../../platform/http/problem';
import { IdPipe } from '../../../platform/http/validation';
import { DecideGift, DecideReleases } from '../application/decide-release';
import {
  differences,
  readRelease,
  readReleases,
  type ReleaseItem,
} from '../application/read-releases';
import { registerState } from '../application/register-state';
import { readReleaseSettings, SetReleaseTerm } from '../application/release-term';
import {
  RegisterDecisionAnswer,
  ReleaseDecisionAnswer,
  ReleaseItemAnswer,
  ReleaseItemsAnswer,
  ReleaseSettingAnswer,
  ReleaseSettingsAnswer,
} from './release.answers';
import {
  RegisterDecisionBody,
  ReleaseDecisionBody,
  ReleaseSettingBody,
  ReleasesQuery,
} from './release.bodies';

function view(item: ReleaseItem): Readonly<ReleaseItemAnswer> {
  return {
    id: item.id,
    revision: item.revision,
    state: item.state,
    change: item.change,
    reason: item.reason,
    remarks: item.remarks,
    safe: item.safe,
    organisation: item.partyName,
    proposed: item.line,
    giftId: item.now?.id ?? null,
    differences: differences(item),
    dueAt: item.dueAt,
    madeAt: item.madeAt,
    heldBecause: item.heldBecause,
  };
}

function absent(location: string, detail: string): Error {
  return badInput({ in: 'body', location, code: 'text.absent', detail });
}

/** What waits to become public, and what overseers decide about it. */
@ApiTags('release')
@Controller('v1/releases')
export class ReleasesController {
  constructor(private readonly database: Database) {}

  @Get()
  @ApiOperation({
    operationId: 'listReleases',
    summary: 'Changes that wait to become public, exactly as they will read, the oldest first',
  })
  @ApiOkResponse({ type: ReleaseItemsAnswer })
  async list(
    @Req() request: WebRequest,
    @Res({ passthrough: true }) response: Response,
    @Query() query: ReleasesQuery,
  ): Promise<ReleaseItemsAnswer> {
    const size = pageSizeOf(query);
    const after = decodeMomentCursor(query.cursor);
    const state = query.state ?? 'open';
    const rows = await this.database.inTransaction(scopeOf(request), (tx) =>
      readReleases(tx, { state, partyId: null, after, limit: size + 1 }),
    );
    const page = keysetPage(request, response, rows, size, (row) => [row.madeAt, row.id]);
    return { ...page, items: page.items.map(view) };
  }

  @Get(':id')
  @ApiOperation({ operationId: 'readRelease', summary: 'One change, with what is public now' })
  @ApiOkResponse({ type: ReleaseItemAnswer })
  async read(
    @Req() request: WebRequest,
    @Param('id', IdPipe) id: string,
  ): Promise<ReleaseItemAnswer> {
    const item = await this.database.inTransaction(scopeOf(request), (tx) => readRelease(tx, id));
    if (item === null) throw notFound();
    return view(item);
  }
}

/** Decisions of overseers about what is public, and the term after which changes go by themselves. */
@ApiTags('release')
@Controller('v1')
export class ReleaseDecisionsController {
  constructor(
    private readonly database: Database,
    private readonly releases: DecideReleases,
    private readonly gifts: DecideGift,
    private readonly term: SetReleaseTerm,
  ) {}

  @Post('release-decisions')
  @HttpCode(201)
  @Idempotent()
  @ApiOperation({
    operationId: 'decideReleases',
    summary: 'Release changes, hold them, or let what was held wait for its hour again',
  })
  @ApiCreatedResponse({ type: ReleaseDecisionAnswer })
  async decide(
    @Req() request: WebRequest,
    @Res({ passthrough: true }) response: Response,
    @Body() { kind, items, reason }: ReleaseDecisionBody,
  ): Promise<ReleaseDecisionAnswer> {
    if (kind !== 'release' && reason === undefined) throw absent('/reason', 'Say why.');
    return createOnce(this.database, request, response, async (tx) => {
      const actorName = request.actor.name;
      await this.releases.run(tx, { kind, items, reason: reason ?? null, actorName });
      return { decided: items.length };
    });
  }

  @Post('register-decisions')
  @HttpCode(201)
  @Idempotent()
  @ApiOperation({
    operationId: 'decideRegister',
    summary: 'Mark a gift as under check, or take it or the whole register down; or end that',
  })
  @ApiCreatedResponse({ type: RegisterDecisionAnswer })
  async decideGift(
    @Req() request: WebRequest,
    @Res({ passthrough: true }) response: Response,
    @Body() { kind, gift, reason }: RegisterDecisionBody,
  ): Promise<RegisterDecisionAnswer> {
    const giftId = gift ?? null;
    if (giftId === null && (kind === 'check' || kind === 'clear'))
      throw absent('/gift', 'Name the gift: a check is about one gift.');
    return createOnce(this.database, request, response, async (tx) => {
      await this.gifts.run(tx, { kind, giftId, reason, actorName: request.actor.name });
      const { open } = await registerState(tx);
      return { gift: giftId, kind, registerOpen: open };
    });
  }

  @Get('release-settings')
  @ApiOperation({
    operationId: 'listReleaseSettings',
    summary: 'After how many hours changes go by themselves; the newest one counts',
  })
  @ApiOkResponse({ type: ReleaseSettingsAnswer })
  async settings(@Req() request: WebRequest): Promise<ReleaseSettingsAnswer> {
    const items = await this.database.inTransaction(scopeOf(request), readReleaseSettings);
    return { items: items.map(({ hours, reason, setAt }) => ({ hours, reason, setAt })) };
  }

  @Post('release-settings')
  @HttpCode(201)
  @Idempotent()
  @ApiOperation({
    operationId: 'setReleaseTerm',
    summary: 'Set after how many hours a change goes by itself, for changes from now on',
  })
  @ApiCreatedResponse({ type: ReleaseSettingAnswer })
  async set(
    @Req() request: WebRequest,
    @Res({ passthrough: true }) response: Response,
    @Body() { hours, reason }: ReleaseSettingBody,
  ): Promise<ReleaseSettingAnswer> {
    return createOnce(this.database, request, response, async (tx) => {
      const actorName = request.actor.name;
      const set = await this.term.run(tx, { hours: hours ?? null, reason, actorName });
      return { hours: set.hours, reason: set.reason, setAt: set.setAt };
    });
  }
}
