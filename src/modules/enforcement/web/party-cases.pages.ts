import {
  Controller,
  Get,
  Param,
  Post,
  Query,
  Req,
  Res,
  UploadedFiles,
  UseInterceptors,
} from '@nestjs/common';
import { FilesInterceptor } from '@nestjs/platform-express';
import { ApiExcludeController } from '@nestjs/swagger';
import { type Response } from 'express';
import { Database } from '../../../platform/database/database';
import { scopeOf, type WebRequest } from '../../../platform/http/actor';
import { sendAnswer } from '../../../platform/http/form-answer';
import { Pages } from '../../../platform/http/pages';
import { IdPipe } from '../../../platform/http/validation';
import { recordRead } from '../../audit/public';
import { readOwnCases } from '../application/read-case';
import { partyCaseListPage } from './party-case-page';
import { SubmissionForms, type UploadedDocument } from './submission-forms';

const MEGABYTE = 1024 * 1024;
const UPLOAD = FilesInterceptor('documents', 5, {
  limits: { fileSize: 10 * MEGABYTE, files: 5, fields: 8, fieldSize: MEGABYTE },
});

/** The cases of a party, as it was told of them: what is asked, until when, and what it sent. */
@ApiExcludeController()
@Controller('zaken')
export class PartyCasePages {
  constructor(
    private readonly database: Database,
    private readonly pages: Pages,
    private readonly forms: SubmissionForms,
  ) {}

  @Get()
  async list(@Req() request: WebRequest, @Res() response: Response): Promise<void> {
    const data = await this.database.inTransaction(scopeOf(request), async (tx) => {
      const purpose = 'Awb 5:49';
      await recordRead(tx, { entity: 'core.enforcement_case', entityId: 'list', purpose });
      return partyCaseListPage(await readOwnCases(tx), tx.today, this.pages.words(request));
    });
    const html = this.pages.html(request, 'pages/enforcement/party-cases.njk', data);
    response.type('text/html').send(html);
  }

  @Get(':id')
  async detail(
    @Req() request: WebRequest,
    @Res() response: Response,
    @Param('id', IdPipe) id: string,
    @Query('gedaan') done = '',
  ): Promise<void> {
    const known = this.pages.words(request).texts.has(`cases.sent.${done}`) ? done : '';
    response.type('text/html').send(await this.forms.show(request, id, known));
  }

  @Post(':id/inzenden')
  @UseInterceptors(UPLOAD)
  async send(
    @Req() request: WebRequest,
    @Res() response: Response,
    @Param('id', IdPipe) id: string,
    @UploadedFiles() files: readonly UploadedDocument[] = [],
  ): Promise<void> {
    sendAnswer(response, await this.forms.send(request, id, files));
  }
}
