import { Body, Controller, Get, HttpCode, Param, Post, Query, Req, Res } from '@nestjs/common';
import {
  ApiCreatedResponse,
  ApiOkResponse,
  ApiOperation,
  ApiParam,
  ApiProduces,
  ApiTags,
} from '@nestjs/swagger';
import { type Response } from 'express';
import { Database } from '../../../platform/database/database';
import { scopeOf, type WebRequest } from '../../../platform/http/actor';
import { IdField, IntegerField } from '../../../platform/http/fields';
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
import { dutyView, listOpenDuties } from '../../judgements/public';
import { FileNotice } from '../application/file-notice';
import {
  listNotices,
  readNotice,
  readReceipt,
  type StoredNotice,
} from '../application/read-notices';
import {
  DutiesAnswer,
  FiledNoticeAnswer,
  NoticeAnswer,
  NoticesAnswer,
  NoticeWithContentAnswer,
  ReceiptAnswer,
} from './notice.answers';

export class FileNoticeBody {
  @IdField({ example: '3f6f3c1e-6a5e-4d0c-9f57-0d6f1f0a1c11' })
  readonly donorId!: string;

  @IdField({ example: '5b0f2c7a-1f43-4a51-8f0e-6f6a2b9d7c22' })
  readonly recipientId!: string;

  @IntegerField({ example: 2025, min: 2023, max: 2199 })
  readonly year!: number;
}

function summary(notice: StoredNotice): Readonly<NoticeAnswer> {
  return {
    id: notice.id,
    number: notice.number,
    donorId: notice.donorId,
    recipientId: notice.recipientId,
    year: notice.year,
    total: Number(notice.totalCents),
    timeliness: notice.timeliness,
    filedAt: notice.filedAt,
    sha256: notice.sha256,
  };
}

@ApiTags('notices')
@Controller('v1')
export class NoticesController {
  constructor(
    private readonly database: Database,
    private readonly file: FileNotice,
  ) {}

  @Get('duties')
  @ApiOperation({ operationId: 'listDuties', summary: 'Notices that are due, most urgent first' })
  @ApiOkResponse({ type: DutiesAnswer })
  async duties(@Req() request: WebRequest): Promise<DutiesAnswer> {
    const duties = await this.database.inTransaction(scopeOf(request), (tx) =>
      listOpenDuties(tx, 100),
    );
    return {
      items: duties.map((duty) => ({
        id: duty.id,
        donorId: duty.donorId,
        ...dutyView(duty.content),
      })),
    };
  }

  @Post('notices')
  @HttpCode(201)
  @Idempotent()
  @ApiOperation({ operationId: 'fileNotice', summary: 'File the notice of art. 25a' })
  @ApiCreatedResponse({ type: FiledNoticeAnswer })
  async create(
    @Req() request: WebRequest,
    @Res({ passthrough: true }) response: Response,
    @Body() body: FileNoticeBody,
  ): Promise<FiledNoticeAnswer> {
    return createOnce(this.database, request, response, (tx) => this.file.run(tx, body));
  }

  @Get('notices')
  @ApiOperation({ operationId: 'listNotices', summary: 'Notices that were filed, newest first' })
  @ApiOkResponse({ type: NoticesAnswer })
  async list(
    @Req() request: WebRequest,
    @Res({ passthrough: true }) response: Response,
    @Query() query: KeysetQuery,
  ): Promise<NoticesAnswer> {
    const size = pageSizeOf(query);
    const key = decodeMomentCursor(query.cursor);
    const after = key === null ? null : { filedAt: key.at, id: key.id };
    const rows = await this.database.inTransaction(scopeOf(request), async (tx) => {
      await recordRead(tx, { entity: 'core.notice', entityId: 'list', purpose: 'Wfpp 25a' });
      return listNotices(tx, { after, limit: size + 1 });
    });
    const page = keysetPage(request, response, rows, size, (row) => [row.filedAt, row.id]);
    return { ...page, items: page.items.map(summary) };
  }

  @Get('notices/:id')
  @ApiOperation({ operationId: 'readNotice', summary: 'One notice with what was filed' })
  @ApiOkResponse({ type: NoticeWithContentAnswer })
  async read(
    @Req() request: WebRequest,
    @Param('id', IdPipe) id: string,
  ): Promise<NoticeWithContentAnswer> {
    const notice = await this.open(request, id);
    return { ...summary(notice), content: JSON.parse(notice.content) as object };
  }

  @Get('notices/:id/receipt')
  @ApiProduces('application/json')
  @ApiOperation({
    operationId: 'downloadReceipt',
    summary: 'The exact bytes that were filed: their SHA-256 is on the receipt',
  })
  @ApiOkResponse({ schema: { type: 'object', additionalProperties: true } })
  async receipt(
    @Req() request: WebRequest,
    @Res({ passthrough: true }) response: Response,
    @Param('id', IdPipe) id: string,
  ): Promise<string> {
    const notice = await this.open(request, id);
    response.setHeader('Content-Type', 'application/json; charset=utf-8');
    response.setHeader('Content-Disposition', `attachment; filename="${notice.number}.json"`);
    return notice.content;
  }

  private async open(request: WebRequest, id: string): Promise<StoredNotice> {
    return this.database.inTransaction(scopeOf(request), async (tx) => {
      const notice = await readNotice(tx, id);
      if (notice === null) throw notFound();
      await recordRead(tx, { entity: 'core.notice', entityId: id, purpose: 'Wfpp 25a' });
      return notice;
    });
  }
}

@ApiTags('receipts')
@Controller('v1/receipts')
export class ReceiptsController {
  constructor(private readonly database: Database) {}

  @Get(':number')
  @ApiParam({
    name: 'number',
    schema: {
      type: 'string',
      pattern: '^[MV]-\\d{4}-[0-9A-Z]{5}-[0-9A-Z]{5}$',
      example: 'M-2025-7KQ3X-9TB2M',
    },
  })
  @ApiOperation({
    operationId: 'checkReceipt',
    summary: 'When the notice or filing with this number was filed, and the SHA-256 of its bytes',
  })
  @ApiOkResponse({ type: ReceiptAnswer })
  async read(@Req() request: WebRequest, @Param('number') number: string): Promise<ReceiptAnswer> {
    const receipt = await this.database.inTransaction(scopeOf(request), (tx) =>
      readReceipt(tx, number),
    );
    if (receipt === null) throw notFound();
    return receipt;
  }
}
