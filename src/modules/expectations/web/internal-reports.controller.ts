import { Body, Controller, Get, HttpCode, Post, Query, Req, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Response } from 'express';
import { isPlainDate } from '../../../legal/kernel/plain-date';
import { Database } from '../../../platform/database/database';
import { scopeOf, type WebRequest } from '../../../platform/http/actor';
import { createOnce, Idempotent } from '../../../platform/http/idempotency';
import { decodeCursor, KeysetQuery, keysetPage, pageSizeOf } from '../../../platform/http/keyset';
import { isId } from '../../../platform/ids/id';
import { recordRead } from '../../audit/public';
import {
  type InternalReport,
  listInternalReports,
  RecordInternalReport,
} from '../application/record-internal-report';
import {
  InternalReportAnswer,
  InternalReportsAnswer,
  RecordedReportAnswer,
} from './internal-report.answers';
import { InternalReportBody } from './internal-report.bodies';

export function afterReceipt(
  cursor: string | undefined,
): { readonly receivedOn: string; readonly id: string } | null {
  if (cursor === undefined) return null;
  const [receivedOn, id] = decodeCursor(cursor, [
    (part) => typeof part === 'string' && isPlainDate(part),
    (part) => typeof part === 'string' && isId(part),
  ]);
  return { receivedOn: String(receivedOn), id: String(id) };
}

function view(report: InternalReport): Readonly<InternalReportAnswer> {
  const { id: contributionId, donorId, recipientId, amount, receivedOn } = report;
  const { bookedOn, reportedOn, evidence, knownOn, late, term } = report;
  return {
    ...{ contributionId, donorId, recipientId, amount, receivedOn, lastDay: term.lastDay },
    ...{ bookedOn, reportedOn, evidence, knownOn, late },
  };
}

@ApiTags('internal-reports')
@Controller('v1/internal-reports')
export class InternalReportsController {
  constructor(
    private readonly database: Database,
    private readonly recording: RecordInternalReport,
  ) {}

  @Get()
  @ApiOperation({
    operationId: 'listInternalReports',
    summary: 'What affiliates and candidates received, and when the party was told of it',
  })
  @ApiOkResponse({ type: InternalReportsAnswer })
  async list(
    @Req() request: WebRequest,
    @Res({ passthrough: true }) response: Response,
    @Query() query: KeysetQuery,
  ): Promise<InternalReportsAnswer> {
    const size = pageSizeOf(query);
    const after = afterReceipt(query.cursor);
    const rows = await this.database.inTransaction(scopeOf(request), async (tx) => {
      await recordRead(tx, {
        entity: 'core.internal_report',
        entityId: 'list',
        purpose: 'Wfpp 29b',
      });
      return listInternalReports(tx, { after, limit: size + 1 });
    });
    const page = keysetPage(request, response, rows, size, (row) => [row.receivedOn, row.id]);
    return {
      ...page,
      items: page.items.flatMap(({ report }) => (report === null ? [] : [view(report)])),
    };
  }

  @Post()
  @HttpCode(201)
  @Idempotent()
  @ApiOperation({
    operationId: 'recordInternalReport',
    summary: 'Keep on which day the party was told of a contribution (art. 29b lid 1)',
  })
  @ApiCreatedResponse({ type: RecordedReportAnswer })
  create(
    @Req() request: WebRequest,
    @Res({ passthrough: true }) response: Response,
    @Body() body: InternalReportBody,
  ): Promise<RecordedReportAnswer> {
    return createOnce(this.database, request, response, async (tx) => ({
      id: await this.recording.run(tx, body),
    }));
  }
}
