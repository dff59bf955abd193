import { Body, Controller, Get, HttpCode, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Response } from 'express';
import { Database } from '../../../platform/database/database';
import { tenantOf } from '../../../platform/database/tenant-of';
import { scopeOf, type WebRequest } from '../../../platform/http/actor';
import { createOnce, Idempotent } from '../../../platform/http/idempotency';
import { decodeCursor, KeysetQuery, keysetPage, pageSizeOf } from '../../../platform/http/keyset';
import { notFound } from '../../../platform/http/problem';
import { IdPipe } from '../../../platform/http/validation';
import { isId } from '../../../platform/ids/id';
import { recordRead } from '../../audit/public';
import { KeepApart } from '../application/decide-pair';
import { type DuplicatePair, findDuplicates, rank } from '../application/find-duplicates';
import { donorCluster, listMerges, type MergeRow } from '../application/identity';
import { MergeDonors, SplitDonors } from '../application/merge-donors';
import { readDonor } from '../application/read-donor';
import { MadeAnswer } from './donor.answers';
import {
  DonorDecisionAnswer,
  type DonorMergeAnswer,
  DonorMergesAnswer,
  type DonorPairAnswer,
  DonorPairsAnswer,
} from './donor-match.answers';
import { DonorDecisionBody, MergeBody, SplitBody } from './donor-match.bodies';

/** Which donors may be one, which are, and which were set apart again. */
@ApiTags('donors')
@Controller('v1')
export class DonorMatchesController {
  constructor(
    private readonly database: Database,
    private readonly merging: MergeDonors,
    private readonly splitting: SplitDonors,
    private readonly keeping: KeepApart,
  ) {}

  @Get('donor-matches')
  @ApiOperation({
    operationId: 'listDonorMatches',
    summary: 'Donors that may be one, likeliest first',
  })
  @ApiOkResponse({ type: DonorPairsAnswer })
  async list(
    @Req() request: WebRequest,
    @Res({ passthrough: true }) response: Response,
    @Query() query: KeysetQuery,
  ): Promise<DonorPairsAnswer> {
    const size = pageSizeOf(query);
    const rows = await this.database.inTransaction(scopeOf(request), async (tx) => {
      const entityId = tenantOf(tx);
      await recordRead(tx, { entity: 'core.donor', entityId, purpose: 'Wfpp 21' });
      return after(await findDuplicates(tx, entityId), query.cursor).slice(0, size + 1);
    });
    return keysetPage(request, response, rows.map(pairView), size, positionOf);
  }

  @Post('donor-matches')
  @HttpCode(201)
  @Idempotent()
  @ApiOperation({ operationId: 'decideDonorMatch', summary: 'Two donors are two; not asked again' })
  @ApiCreatedResponse({ type: DonorDecisionAnswer })
  async createDecision(
    @Req() request: WebRequest,
    @Res({ passthrough: true }) response: Response,
    @Body() body: DonorDecisionBody,
  ): Promise<DonorDecisionAnswer> {
    return createOnce(this.database, request, response, async (tx) => {
      const { donorId, otherId, verdict } = body;
      await this.keeping.run(tx, { donorId, otherId }, body.reason ?? null);
      return { donorId, otherId, verdict };
    });
  }

  @Get('donors/:id/merges')
  @ApiOperation({ operationId: 'listDonorMerges', summary: 'Merges of a donor, newest first' })
  @ApiOkResponse({ type: DonorMergesAnswer })
  async merges(
    @Req() request: WebRequest,
    @Param('id', IdPipe) id: string,
  ): Promise<DonorMergesAnswer> {
    return this.database.inTransaction(scopeOf(request), async (tx) => {
      const tenantId = tenantOf(tx);
      if ((await readDonor(tx, tenantId, id)) === null) throw notFound();
      await recordRead(tx, { entity: 'core.donor', entityId: id, purpose: 'Wfpp 21' });
      const cluster = await donorCluster(tx, tenantId, id);
      return { items: (await listMerges(tx, tenantId, [...cluster, id])).map(mergeView) };
    });
  }

  @Post('donors/:id/merges')
  @HttpCode(201)
  @Idempotent()
  @ApiOperation({ operationId: 'mergeDonors', summary: 'Another donor counts for this one' })
  @ApiCreatedResponse({ type: MadeAnswer })
  async createMerge(
    @Req() request: WebRequest,
    @Res({ passthrough: true }) response: Response,
    @Param('id', IdPipe) id: string,
    @Body() body: MergeBody,
  ): Promise<MadeAnswer> {
    return createOnce(this.database, request, response, async (tx) => ({
      id: await this.merging.run(tx, { donorId: body.donorId, intoId: id, reason: body.reason }),
    }));
  }

  @Post('donors/:id/splits')
  @HttpCode(201)
  @Idempotent()
  @ApiOperation({ operationId: 'splitDonors', summary: 'A merge of this donor is taken back' })
  @ApiCreatedResponse({ type: MadeAnswer })
  async createSplit(
    @Req() request: WebRequest,
    @Res({ passthrough: true }) response: Response,
    @Param('id', IdPipe) id: string,
    @Body() body: SplitBody,
  ): Promise<MadeAnswer> {
    return createOnce(this.database, request, response, async (tx) => {
      const tenantId = tenantOf(tx);
      const cluster = await donorCluster(tx, tenantId, id);
      const own = await listMerges(tx, tenantId, [...cluster, id]);
      if (!own.some((merge) => merge.id === body.mergeId)) throw notFound();
      await this.splitting.run(tx, body.mergeId, body.reason);
      return { id: body.mergeId };
    });
  }
}

function positionOf(pair: DonorPairAnswer): readonly (string | number)[] {
  return [rank(pair), pair.score, pair.donorId, pair.otherId];
}

/** The pairs behind the position; a pair that was decided since leaves no gap. */
function after(pairs: readonly DuplicatePair[], cursor?: string): readonly DuplicatePair[] {
  if (cursor === undefined) return pairs;
  const isNumber = (part: string | number): boolean => typeof part === 'number';
  const isIdPart = (part: string | number): boolean => typeof part === 'string' && isId(part);
  const tests = [isNumber, isNumber, isIdPart, isIdPart];
  const [group, score, donorId, otherId] = decodeCursor(cursor, tests);
  const at = pairs.findIndex((pair) => pair.donorId === donorId && pair.otherId === otherId);
  if (at >= 0) return pairs.slice(at + 1);
  return pairs.filter((pair) =>
    rank(pair) === Number(group) ? pair.score < Number(score) : rank(pair) > Number(group),
  );
}

function pairView({
  donorId,
  otherId,
  score,
  certainty,
  evidence,
}: DuplicatePair): DonorPairAnswer {
  return { donorId, otherId, score, certainty, evidence };
}

function mergeView(row: MergeRow): DonorMergeAnswer {
  const { id, absorbedId, intoId, reason, recordedAt, split } = row;
  return { id, absorbedId, intoId, reason, recordedAt, holds: split === null };
}
