import { Body, Controller, Get, HttpCode, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Response } from 'express';
import { Database } from '../../../platform/database/database';
import { scopeOf, type WebRequest } from '../../../platform/http/actor';
import { createOnce, Idempotent } from '../../../platform/http/idempotency';
import { decodeMomentCursor, keysetPage, pageSizeOf } from '../../../platform/http/keyset';
import { notFound } from '../../../platform/http/problem';
import { IdPipe } from '../../../platform/http/validation';
import { recordRead } from '../../audit/public';
import { CorrectFiling, DraftFiling, StateNone } from '../application/draft-filing';
import { FileFiling } from '../application/file-filing';
import { FileNil } from '../application/file-nil';
import { openDraft, redraw } from '../application/open-draft';
import { listFilings, readDocuments, readFiling } from '../application/read-filings';
import { readStanding } from '../application/read-standing';
import { SignFiling } from '../application/sign-filing';
import {
  FiledFilingAnswer,
  FilingsAnswer,
  FilingWithContentAnswer,
  RedrawnFilingAnswer,
  SignedFilingAnswer,
} from './filing.answers';
import {
  CorrectFilingBody,
  ExpectedKeyBody,
  FileFilingBody,
  FilingsQuery,
  SignFilingBody,
  StatementsBody,
} from './filing.bodies';
import { filedView, filingSummary, filingView } from './filing-view';

/** Overviews: drawn up, stated, signed, filed, corrected. The overseer reads what was filed. */
@ApiTags('filings')
@Controller('v1')
export class FilingsController {
  constructor(
    private readonly database: Database,
    private readonly drafting: DraftFiling,
    private readonly filing: FileFiling,
    private readonly nil: FileNil,
    private readonly signing: SignFiling,
  ) {}

  @Get('filings')
  @ApiOperation({ operationId: 'listFilings', summary: 'Drafts and filings, newest first' })
  @ApiOkResponse({ type: FilingsAnswer })
  async list(
    @Req() request: WebRequest,
    @Res({ passthrough: true }) response: Response,
    @Query() query: FilingsQuery,
  ): Promise<FilingsAnswer> {
    const size = pageSizeOf(query);
    const after = decodeMomentCursor(query.cursor);
    const { year, state } = query;
    const rows = await this.database.inTransaction(scopeOf(request), async (tx) => {
      await recordRead(tx, { entity: 'core.filing', entityId: 'list', purpose: 'Wfpp 25' });
      return listFilings(tx, { after, limit: size + 1, year, state });
    });
    const page = keysetPage(request, response, rows, size, (row) => [row.drawnAt, row.id]);
    return { ...page, items: page.items.map(filingSummary) };
  }

  @Get('filings/:id')
  @ApiOperation({ operationId: 'readFiling', summary: 'One version with what it says and lacks' })
  @ApiOkResponse({ type: FilingWithContentAnswer })
  async read(
    @Req() request: WebRequest,
    @Param('id', IdPipe) id: string,
  ): Promise<FilingWithContentAnswer> {
    return this.database.inTransaction(scopeOf(request), async (tx) => {
      const filing = await readFiling(tx, id);
      if (filing === null) throw notFound();
      await recordRead(tx, { entity: 'core.filing', entityId: id, purpose: 'Wfpp 25' });
      return filingView(filing, await readStanding(tx, filing), await readDocuments(tx, filing));
    });
  }

  @Post('filings')
  @HttpCode(201)
  @Idempotent()
  @ApiOperation({ operationId: 'draftFiling', summary: 'Draw up an overview from the ledger' })
  @ApiCreatedResponse({ type: RedrawnFilingAnswer })
  async create(
    @Req() request: WebRequest,
    @Res({ passthrough: true }) response: Response,
    @Body() body: ExpectedKeyBody,
  ): Promise<RedrawnFilingAnswer> {
    return createOnce(this.database, request, response, (tx) =>
      this.drafting.run(tx, body.expectedKey),
    );
  }

  @Post('filings/:id/drawings')
  @HttpCode(201)
  @Idempotent()
  @ApiOperation({ operationId: 'redrawFiling', summary: 'Draw a draft up anew from the ledger' })
  @ApiCreatedResponse({ type: RedrawnFilingAnswer })
  async createDrawing(
    @Req() request: WebRequest,
    @Res({ passthrough: true }) response: Response,
    @Param('id', IdPipe) id: string,
  ): Promise<RedrawnFilingAnswer> {
    return createOnce(this.database, request, response, async (tx) =>
      redraw(tx, await openDraft(tx, id)),
    );
  }

  @Post('filings/:id/signatures')
  @HttpCode(201)
  @Idempotent()
  @ApiOperation({ operationId: 'signFiling', summary: 'Sign the overview with this SHA-256' })
  @ApiCreatedResponse({ type: SignedFilingAnswer })
  async createSignature(
    @Req() request: WebRequest,
    @Res({ passthrough: true }) response: Response,
    @Param('id', IdPipe) filingId: string,
    @Body() body: SignFilingBody,
  ): Promise<SignedFilingAnswer> {
    const { sha256 } = body;
    const signerName = request.actor.name;
    return createOnce(this.database, request, response, (tx) =>
      this.signing.run(tx, { filingId, sha256, signerName }),
    );
  }

  @Post('filings/:id/submissions')
  @HttpCode(201)
  @Idempotent()
  @ApiOperation({ operationId: 'fileFiling', summary: 'File a draft: it is frozen and numbered' })
  @ApiCreatedResponse({ type: FiledFilingAnswer })
  async createSubmission(
    @Req() request: WebRequest,
    @Res({ passthrough: true }) response: Response,
    @Param('id', IdPipe) filingId: string,
    @Body() body: FileFilingBody,
  ): Promise<FiledFilingAnswer> {
    const command = { filingId, sha256: body.sha256, incomplete: body.incomplete ?? false };
    return createOnce(this.database, request, response, async (tx) =>
      filedView(await this.filing.run(tx, command)),
    );
  }

  @Post('nil-filings')
  @HttpCode(201)
  @Idempotent()
  @ApiOperation({ operationId: 'fileNil', summary: 'State that there is nothing to list' })
  @ApiCreatedResponse({ type: FiledFilingAnswer })
  async createNil(
    @Req() request: WebRequest,
    @Res({ passthrough: true }) response: Response,
    @Body() body: ExpectedKeyBody,
  ): Promise<FiledFilingAnswer> {
    return createOnce(this.database, request, response, async (tx) =>
      filedView(await this.nil.run(tx, body.expectedKey)),
    );
  }
}

/** What changes a draft, or begins a new one after filing. */
@ApiTags('filings')
@Controller('v1/filings/:id')
export class FilingChangesController {
  constructor(
    private readonly database: Database,
    private readonly stating: StateNone,
    private readonly correcting: CorrectFiling,
  ) {}

  @Post('statements')
  @HttpCode(201)
  @Idempotent()
  @ApiOperation({ operationId: 'stateNone', summary: 'State in so many words what there is not' })
  @ApiCreatedResponse({ type: RedrawnFilingAnswer })
  async createStatement(
    @Req() request: WebRequest,
    @Res({ passthrough: true }) response: Response,
    @Param('id', IdPipe) id: string,
    @Body() body: StatementsBody,
  ): Promise<RedrawnFilingAnswer> {
    const { noGifts, noGiftsInKind, noDebts } = body;
    return createOnce(this.database, request, response, (tx) =>
      this.stating.run(tx, id, { noGifts, noGiftsInKind, noDebts }),
    );
  }

  @Post('corrections')
  @HttpCode(201)
  @Idempotent()
  @ApiOperation({ operationId: 'correctFiling', summary: 'A new version with a reason' })
  @ApiCreatedResponse({ type: RedrawnFilingAnswer })
  async createCorrection(
    @Req() request: WebRequest,
    @Res({ passthrough: true }) response: Response,
    @Param('id', IdPipe) id: string,
    @Body() body: CorrectFilingBody,
  ): Promise<RedrawnFilingAnswer> {
    return createOnce(this.database, request, response, (tx) =>
      this.correcting.run(tx, id, body.reason),
    );
  }
}
