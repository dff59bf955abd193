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
import { ApiExcludeController } from '@nestjs/swagger';
import { type Response } from 'express';
import { Database } from '../../../platform/database/database';
import { tenantOf } from '../../../platform/database/tenant-of';
import { scopeOf, type WebRequest } from '../../../platform/http/actor';
import { sendAnswer } from '../../../platform/http/form-answer';
import { decodeCursor, encodeCursor } from '../../../platform/http/keyset';
import { Pages } from '../../../platform/http/pages';
import { notFound } from '../../../platform/http/problem';
import { IdPipe } from '../../../platform/http/validation';
import { isPlainDate } from '../../../legal/kernel/plain-date';
import { isId } from '../../../platform/ids/id';
import { type FormError } from '../../../platform/rendering/page-parts';
import { recordRead } from '../../audit/public';
import {
  findIntake,
  listIntakes,
  listStatements,
  readAccounts,
  type StatementKey,
  statementsOfIntake,
} from '../application/read-statements';
import { TakeInStatement } from '../application/take-in-statement';
import { bankListPage } from './bank-list-page';
import { intakePage } from './intake-page';
import { STATEMENT_UPLOAD, type UploadedStatement, uploadsOf } from './statement-upload';

const PAGE = 25;
const FILES = 10;

/** The accounts of a party, its statements, and reading new ones in. */
@ApiExcludeController()
@Controller('bank')
export class BankPages {
  constructor(
    private readonly database: Database,
    private readonly pages: Pages,
    private readonly taking: TakeInStatement,
  ) {}

  @Get()
  async list(
    @Req() request: WebRequest,
    @Res() response: Response,
    @Query('na') after = '',
    @Query('verstuurd') sent = '',
  ): Promise<void> {
    const shown = { after, sent: /^\d{1,2}$/.test(sent) ? Number(sent) : 0, errors: [] };
    response.type('text/html').send(await this.page(request, shown));
  }

  @Post('bestanden')
  @UseInterceptors(STATEMENT_UPLOAD)
  async upload(
    @Req() request: WebRequest,
    @Res() response: Response,
    @UploadedFiles() uploads: readonly UploadedStatement[] = [],
  ): Promise<void> {
    const { files, fault, name } = uploadsOf(uploads);
    if (fault !== null) {
      const message = this.pages.t(request, `statements.upload.${fault}`, { name });
      const errors = [{ field: 'bestanden', message }];
      sendAnswer(response, {
        status: 400,
        html: await this.page(request, { after: '', sent: 0, errors }),
      });
      return;
    }
    const taken = await this.database.inTransaction(scopeOf(request), async (tx) => {
      const all = [];
      for (const file of files) all.push(await this.taking.run(tx, file));
      return all;
    });
    const [only, ...others] = taken;
    const one = only !== undefined && others.length === 0 ? only : null;
    const next =
      one === null
        ? `/bank?verstuurd=${String(taken.length)}`
        : `/bank/bestanden/${one.intakeId}${one.known ? '?opnieuw=ja' : ''}`;
    sendAnswer(response, { next });
  }

  @Get('bestanden/:id')
  async intake(
    @Req() request: WebRequest,
    @Res() response: Response,
    @Param('id', IdPipe) id: string,
    @Query('opnieuw') again = '',
  ): Promise<void> {
    const data = await this.database.inTransaction(scopeOf(request), async (tx) => {
      const intake = await findIntake(tx, tenantOf(tx), id);
      if (intake === null) throw notFound();
      const statements = await statementsOfIntake(tx, tenantOf(tx), id);
      return intakePage(intake, statements, again === 'ja', this.pages.words(request));
    });
    response.type('text/html').send(this.pages.html(request, 'pages/statements/intake.njk', data));
  }

  private page(
    request: WebRequest,
    shown: { readonly after: string; readonly sent: number; readonly errors: readonly FormError[] },
  ): Promise<string> {
    const after = keyOf(shown.after);
    return this.database.inTransaction(scopeOf(request), async (tx) => {
      const tenantId = tenantOf(tx);
      await recordRead(tx, { entity: 'core.bank_statement', entityId: 'list', purpose: '/bank' });
      const accounts = await readAccounts(tx, tenantId);
      const intakes = await listIntakes(tx, tenantId, FILES);
      const rows = await listStatements(tx, tenantId, { after, limit: PAGE + 1 });
      const statements = rows.slice(0, PAGE);
      const last = statements.at(-1);
      const more = rows.length > PAGE && last !== undefined;
      const reader = {
        mayUpload: request.actor.role === 'treasurer',
        errors: shown.errors,
        sent: shown.sent,
        next: more ? `/bank?na=${encodeCursor([last.until, last.id])}` : '',
      };
      const data = bankListPage(
        { accounts, statements, intakes },
        reader,
        this.pages.words(request),
      );
      return this.pages.html(request, 'pages/statements/list.njk', data);
    });
  }
}

function keyOf(cursor: string): StatementKey | null {
  if (cursor === '') return null;
  const [until, id] = decodeCursor(cursor, [
    (part) => typeof part === 'string' && isPlainDate(part),
    (part) => typeof part === 'string' && isId(part),
  ]);
  return { until: String(until), id: String(id) };
}
