import { Controller, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { type Response } from 'express';
import { Database } from '../../../platform/database/database';
import { tenantOf } from '../../../platform/database/tenant-of';
import { scopeOf, type WebRequest } from '../../../platform/http/actor';
import { sendAnswer } from '../../../platform/http/form-answer';
import { keysetPage } from '../../../platform/http/keyset';
import { Pages } from '../../../platform/http/pages';
import { IdPipe } from '../../../platform/http/validation';
import { recordRead } from '../../audit/public';
import { readDonorNames } from '../../donors/public';
import { listInternalReports } from '../application/record-internal-report';
import { InternalReportForms } from './internal-report-forms';
import { reportColumns, reportRow } from './internal-report-page';
import { afterReceipt } from './internal-reports.controller';

const PAGE_SIZE = 25;

/** What affiliates and candidates told the party, and whether that was within the week. */
@ApiExcludeController()
@Controller('interne-meldingen')
export class InternalReportPages {
  constructor(
    private readonly database: Database,
    private readonly pages: Pages,
    private readonly forms: InternalReportForms,
  ) {}

  @Get()
  async list(
    @Req() request: WebRequest,
    @Res() response: Response,
    @Query('cursor') cursor?: string,
    @Query('opgeslagen') saved?: string,
  ): Promise<void> {
    const after = afterReceipt(cursor);
    const { rows, names } = await this.database.inTransaction(scopeOf(request), async (tx) => {
      await recordRead(tx, {
        entity: 'core.internal_report',
        entityId: 'list',
        purpose: 'Wfpp 29b',
      });
      const found = await listInternalReports(tx, { after, limit: PAGE_SIZE + 1 });
      const donors = found.map(({ donorId }) => donorId);
      return { rows: found, names: await readDonorNames(tx, tenantOf(tx), donors) };
    });
    const page = keysetPage(request, response, rows, PAGE_SIZE, (row) => [row.receivedOn, row.id]);
    const mayRecord = request.actor.role === 'treasurer';
    const words = this.pages.words(request);
    const html = this.pages.html(request, 'pages/expectations/reports.njk', {
      saved: saved === 'ja',
      columns: reportColumns(mayRecord, words),
      rows: page.items.flatMap(({ report, donorId }) =>
        report === null
          ? []
          : [reportRow(report, names.get(donorId)?.name ?? null, mayRecord, words)],
      ),
      paging: {
        previous: after === null ? '' : '/interne-meldingen',
        next: page._links.next?.href ?? '',
      },
    });
    response.type('text/html').send(html);
  }

  @Get(':id')
  async empty(
    @Req() request: WebRequest,
    @Res() response: Response,
    @Param('id', IdPipe) id: string,
  ): Promise<void> {
    response.type('text/html').send(await this.forms.empty(request, id));
  }

  @Post(':id')
  async record(
    @Req() request: WebRequest,
    @Res() response: Response,
    @Param('id', IdPipe) id: string,
  ): Promise<void> {
    sendAnswer(response, await this.forms.record(request, id));
  }
}
