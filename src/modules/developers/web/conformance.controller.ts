import { Controller, HttpCode, Post, Query, Req, Res } from '@nestjs/common';
import {
  ApiBody,
  ApiConsumes,
  ApiOkResponse,
  ApiOperation,
  ApiResponse,
  ApiTags,
} from '@nestjs/swagger';
import { type Response } from 'express';
import { Database } from '../../../platform/database/database';
import { scopeOf, type WebRequest } from '../../../platform/http/actor';
import { Pages } from '../../../platform/http/pages';
import { readUpload } from '../../../platform/http/upload';
import { checkBankFile, checkTableFile } from '../application/check-file';
import { CheckQuery, FileVerdictAnswer } from './check.shapes';

const LARGEST = 10 * 1_048_576;
const FILE = { type: 'string', format: 'binary' } as const;

/** For who makes software: which rule a file breaks, before anybody relies on it. */
@ApiTags('conformance')
@Controller('v1/conformance-checks')
export class ConformanceController {
  constructor(
    private readonly database: Database,
    private readonly pages: Pages,
  ) {}

  @Post()
  @HttpCode(200)
  @ApiOperation({
    operationId: 'checkFile',
    summary: 'Say which rules a file breaks; nothing is kept',
    description: 'The same rules, in the same words, as an import or a statement meets.',
  })
  @ApiConsumes(
    'text/csv',
    'text/plain',
    'application/xml',
    'text/xml',
    'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  )
  @ApiBody({ schema: FILE, description: 'The file itself, at most 10 MB.' })
  @ApiOkResponse({ type: FileVerdictAnswer })
  @ApiResponse({ status: 413, description: 'The file is over 10 MB.' })
  async check(
    @Req() request: WebRequest,
    @Res({ passthrough: true }) response: Response,
    @Query() query: CheckQuery,
  ): Promise<FileVerdictAnswer> {
    const { kind, year = null } = query;
    const bytes = await readUpload(request, response, LARGEST);
    const words = this.pages.words(request);
    const workbook = bytes[0] === 0x50 && bytes[1] === 0x4b;
    const name = query.name ?? (workbook ? 'bestand.xlsx' : 'bestand.csv');
    const file = { bytes, name };
    if (kind === 'bank_statement') return checkBankFile(file, words);
    return this.database.inTransaction(scopeOf(request), (tx) =>
      checkTableFile(tx, file, { kind, year }, words),
    );
  }
}
