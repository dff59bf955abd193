import { Controller, Get, Query, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Response } from 'express';
import { printReference } from '../../../legal/kernel/law-reference';
import { yearOf } from '../../../legal/kernel/plain-date';
import { Database } from '../../../platform/database/database';
import { tenantOf } from '../../../platform/database/tenant-of';
import { scopeOf, type WebRequest } from '../../../platform/http/actor';
import {
  AnswerCents,
  AnswerDay,
  AnswerId,
  AnswerList,
  AnswerPart,
  AnswerText,
  LinksAnswer,
} from '../../../platform/http/answers';
import { QueryInteger } from '../../../platform/http/fields';
import { KeysetQuery, keysetPage, pageSizeOf } from '../../../platform/http/keyset';
import { recordRead } from '../../audit/public';
import { MissingProofAnswer } from '../../evidence/public';
import { listMissingEvidence, type MissingEvidence } from '../application/missing-evidence';
import { afterPosition, positionIn } from './missing-evidence-position';

export class MissingEvidenceQuery extends KeysetQuery {
  @QueryInteger({ example: 2025, min: 2013, max: 2199, optional: true })
  readonly year?: number;
}

/** A proof that is missing, with the gift it is missing of. */
export class MissingEvidenceAnswer extends MissingProofAnswer {
  @AnswerId()
  readonly contributionId!: string;

  @AnswerId()
  readonly donorId!: string;

  @AnswerText('A. Voorbeeld', { nullable: true })
  readonly donorName!: string | null;

  @AnswerDay()
  readonly receivedOn!: string;

  @AnswerCents()
  readonly amount!: number;
}

export class MissingEvidenceListAnswer {
  @AnswerList(() => MissingEvidenceAnswer)
  readonly items!: readonly MissingEvidenceAnswer[];

  @AnswerPart(() => LinksAnswer)
  readonly _links!: LinksAnswer;
}

export function proofView(line: MissingEvidence): Readonly<MissingProofAnswer> {
  const { code, article, level, subjectKind, subjectId, requestOpen } = line;
  return { code, article: printReference(article), level, subjectKind, subjectId, requestOpen };
}

@ApiTags('evidence')
@Controller('v1/missing-evidence')
export class MissingEvidenceController {
  constructor(private readonly database: Database) {}

  @Get()
  @ApiOperation({
    operationId: 'listMissingEvidence',
    summary: 'Proof that the gifts of a year still lack, required or advisable',
  })
  @ApiOkResponse({ type: MissingEvidenceListAnswer })
  async list(
    @Req() request: WebRequest,
    @Res({ passthrough: true }) response: Response,
    @Query() query: MissingEvidenceQuery,
  ): Promise<MissingEvidenceListAnswer> {
    const size = pageSizeOf(query);
    const after = positionIn(query.cursor);
    const lines = await this.database.inTransaction(scopeOf(request), async (tx) => {
      const entityId = tenantOf(tx);
      await recordRead(tx, { entity: 'core.contribution', entityId, purpose: 'Wfpp 20' });
      return listMissingEvidence(tx, entityId, query.year ?? yearOf(tx.today));
    });
    const rest = afterPosition(lines, after).slice(0, size + 1);
    const page = keysetPage(request, response, rest, size, (line) => [
      line.contributionId,
      line.code,
      line.subjectId,
    ]);
    return {
      ...page,
      items: page.items.map((line) => ({
        ...proofView(line),
        contributionId: line.contributionId,
        donorId: line.donorId,
        donorName: line.donorName,
        receivedOn: line.receivedOn,
        amount: Number(line.amountCents),
      })),
    };
  }
}
