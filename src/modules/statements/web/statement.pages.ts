import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { type Response } from 'express';
import { Database } from '../../../platform/database/database';
import { tenantOf } from '../../../platform/database/tenant-of';
import { findFile, readFileBytes } from '../../../platform/files/public';
import { scopeOf, type WebRequest } from '../../../platform/http/actor';
import { Pages } from '../../../platform/http/pages';
import { notFound } from '../../../platform/http/problem';
import { IdPipe } from '../../../platform/http/validation';
import { recordRead } from '../../audit/public';
import { readStatementEntries } from '../application/read-entries';
import { findIntake, findStatement } from '../application/read-statements';
import { statementPage } from './statement-page';

const PAGE = 100;

/** One statement. Its path takes any word after /bank/: keep it the last controller there. */
@ApiExcludeController()
@Controller('bank')
export class StatementPages {
  constructor(
    private readonly database: Database,
    private readonly pages: Pages,
  ) {}

  @Get('bestanden/:id/bestand')
  async file(
    @Req() request: WebRequest,
    @Res() response: Response,
    @Param('id', IdPipe) id: string,
  ): Promise<void> {
    const sent = await this.database.inTransaction(scopeOf(request), async (tx) => {
      const tenantId = tenantOf(tx);
      const intake = await findIntake(tx, tenantId, id);
      if (intake === null) throw notFound();
      const file = await findFile(tx, tenantId, intake.fileId);
      const bytes = await readFileBytes(tx, tenantId, intake.fileId);
      if (file === null || bytes === null) throw notFound();
      await recordRead(tx, {
        entity: 'core.stored_file',
        entityId: file.id,
        purpose: '/bank/bestanden',
      });
      return { name: file.name, bytes };
    });
    response.attachment(sent.name).type('application/octet-stream').send(sent.bytes);
  }

  @Get(':id')
  async detail(
    @Req() request: WebRequest,
    @Res() response: Response,
    @Param('id', IdPipe) id: string,
    @Query('na') after = '',
  ): Promise<void> {
    const words = this.pages.words(request);
    const data = await this.database.inTransaction(scopeOf(request), async (tx) => {
      const tenantId = tenantOf(tx);
      const statement = await findStatement(tx, tenantId, id);
      if (statement === null) throw notFound();
      await recordRead(tx, { entity: 'core.bank_statement', entityId: id, purpose: '/bank' });
      const rows = await readStatementEntries(tx, tenantId, {
        statementId: id,
        limit: PAGE + 1,
        ...(/^\d{1,9}$/.test(after) ? { afterPosition: Number(after) } : {}),
      });
      const entries = rows.slice(0, PAGE);
      const last = entries.at(-1);
      const more = rows.length > PAGE && last !== undefined;
      const next = more ? `/bank/${id}?na=${String(last.position)}` : '';
      const mayDecide = request.actor.role === 'treasurer';
      return statementPage(statement, entries, { mayDecide, next }, words);
    });
    response
      .type('text/html')
      .send(this.pages.html(request, 'pages/statements/statement.njk', data));
  }
}
