import {
  Controller,
  Get,
  Param,
  Post,
  Query,
  Req,
  Res,
  UploadedFile,
  UseInterceptors,
} from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { createHash } from 'node:crypto';
import { type Response } from 'express';
import { Database } from '../../../platform/database/database';
import { scopeOf, type WebRequest } from '../../../platform/http/actor';
import { formText } from '../../../platform/http/body';
import { type FormAnswer, sendAnswer } from '../../../platform/http/form-answer';
import { newFormKey, onceForForm } from '../../../platform/http/form-once';
import { decodeMomentCursor, keysetPage } from '../../../platform/http/keyset';
import { Pages } from '../../../platform/http/pages';
import { notFound } from '../../../platform/http/problem';
import { IdPipe } from '../../../platform/http/validation';
import { checkGate, FileRefused, refusalText } from '../../../platform/intake/public';
import { formatMoment } from '../../../platform/rendering/format';
import { type FormError } from '../../../platform/rendering/page-parts';
import { PageRenderer } from '../../../platform/rendering/page-renderer';
import { type ImportRun, readRun, readRuns } from '../application/read-imports';
import { StartImport } from '../application/start-import';
import { markedWorkbook, templateOf } from '../application/workbooks';
import { IMPORT_KINDS, newestLayoutTitle } from './import-kinds';
import { ImportDesks } from './import-desk';
import {
  kindOf,
  type ReadStart,
  readStart,
  TABLE_UPLOAD,
  type TypedImport,
  typedImport,
  type UploadedTable,
} from './import-input';
import { runRow } from './import-words';

const PAGE_SIZE = 25;
const REFRESH_SECONDS = '2';
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

interface ShownStart {
  readonly typed: TypedImport;
  readonly errors: readonly FormError[];
  readonly once: string;
  /** The same file was taken in before. */
  readonly before: ImportRun | null;
}

/** Importing a file: choosing it, seeing what it will do, and the files of before. */
@ApiExcludeController()
@Controller('inlezen')
export class ImportPages {
  constructor(
    private readonly database: Database,
    private readonly pages: Pages,
    private readonly renderer: PageRenderer,
    private readonly desks: ImportDesks,
    private readonly starting: StartImport,
  ) {}

  @Get()
  async list(
    @Req() request: WebRequest,
    @Res() response: Response,
    @Query('cursor') cursor?: string,
  ): Promise<void> {
    const key = decodeMomentCursor(cursor);
    const after = key === null ? null : { moment: key.at, id: key.id };
    const runs = await this.database.inTransaction(scopeOf(request), (tx) =>
      readRuns(tx, { after, limit: PAGE_SIZE + 1 }),
    );
    const page = keysetPage(request, response, runs, PAGE_SIZE, (run) => [run.requestedAt, run.id]);
    const words = this.pages.words(request);
    const moment = (at: string): string => formatMoment(at, request.actor.language);
    const html = this.pages.html(request, 'pages/imports/list.njk', {
      mayAct: request.actor.role === 'treasurer',
      templates: IMPORT_KINDS.map((kind) => ({
        text: words.t(`imports.template.title.${kind}`),
        href: `/inlezen/sjablonen/${kind}`,
        note: newestLayoutTitle(kind, words),
      })),
      rows: page.items.map((run) => runRow(run, moment, words)),
      paging: { previous: after === null ? '' : '/inlezen', next: page._links.next?.href ?? '' },
    });
    response.type('text/html').send(html);
  }

  @Get('nieuw')
  empty(
    @Req() request: WebRequest,
    @Res() response: Response,
    @Query('soort') kind?: string,
    @Query('jaar') year?: string,
  ): void {
    const typed = {
      soort: kindOf(kind ?? '') ?? 'contributions',
      jaar: /^\d{4}$/.test(year ?? '') ? (year ?? '') : '',
      opnieuw: '',
    };
    const html = this.startPage(request, { typed, errors: [], once: newFormKey(), before: null });
    response.type('text/html').send(html);
  }

  @Get('sjablonen/:kind')
  async template(
    @Req() request: WebRequest,
    @Res() response: Response,
    @Param('kind') named: string,
  ): Promise<void> {
    const kind = kindOf(named);
    if (kind === null) throw notFound();
    const words = this.pages.words(request);
    const file = await templateOf(kind, words);
    response
      .attachment(`${words.t(`imports.template.file.${kind}`)}.xlsx`)
      .type(XLSX)
      .send(file);
  }

  @Post()
  @UseInterceptors(TABLE_UPLOAD)
  async start(
    @Req() request: WebRequest,
    @Res() response: Response,
    @UploadedFile() file?: UploadedTable,
  ): Promise<void> {
    sendAnswer(response, await this.take(request, file));
  }

  @Get(':id')
  async detail(
    @Req() request: WebRequest,
    @Res() response: Response,
    @Param('id', IdPipe) id: string,
    @Query('toon') toon?: string,
    @Query('na') na?: string,
  ): Promise<void> {
    const asked = { ...(toon === undefined ? {} : { toon }), ...(na === undefined ? {} : { na }) };
    const { html, working } = await this.desks.html(request, id, asked);
    // The page asks again by itself, also without script, until there is something to see.
    if (working) response.setHeader('Refresh', REFRESH_SECONDS);
    response.type('text/html').send(html);
  }

  @Get(':id/gemarkeerd')
  async marked(
    @Req() request: WebRequest,
    @Res() response: Response,
    @Param('id', IdPipe) id: string,
    @Query('alleen') only?: string,
  ): Promise<void> {
    const { file, name } = await this.database.inTransaction(scopeOf(request), async (tx) => {
      const run = await readRun(tx, id);
      if (run === null || run.outcome === null) throw notFound();
      const words = this.pages.words(request);
      return { file: await markedWorkbook(tx, run, only === 'fouten', words), name: run.fileName };
    });
    const base = name.replace(/\.[^.]+$/, '');
    response.attachment(`${base}-gemarkeerd.xlsx`).type(XLSX).send(file);
  }

  private async take(request: WebRequest, file: UploadedTable | undefined): Promise<FormAnswer> {
    const typed = typedImport(request.body);
    const words = this.pages.words(request);
    const today = await this.database.inTransaction(scopeOf(request), (tx) =>
      Promise.resolve(tx.today),
    );
    const { start, errors } = readStart(typed, file, today, words);
    const once = formText(request.body, 'once');
    const refused = start === null ? errors : await this.gateErrors(request, start);
    if (start === null || refused.length > 0)
      return {
        status: 400,
        html: this.startPage(request, { typed, errors: refused, once, before: null }),
      };
    return this.startOnce(request, start, typed);
  }

  private async gateErrors(request: WebRequest, start: ReadStart): Promise<readonly FormError[]> {
    try {
      await checkGate(start.bytes, start.name);
      return [];
    } catch (error) {
      if (!(error instanceof FileRefused)) throw error;
      const message = refusalText(this.renderer.texts, request.actor.language, error.refusal);
      return [{ field: 'bestand', message }];
    }
  }

  private async startOnce(
    request: WebRequest,
    start: ReadStart,
    typed: TypedImport,
  ): Promise<FormAnswer> {
    const sha256 = createHash('sha256').update(start.bytes).digest('hex');
    request.body = { ...(request.body as object), sha256 };
    let before: ImportRun | null = null;
    const next = await onceForForm(this.database, request, async (tx) => {
      const started = await this.starting.run(tx, start);
      before = started.before;
      return started.importId === null ? '' : `/inlezen/${started.importId}`;
    });
    if (next !== '') return { next };
    const shown = { typed, errors: [], once: newFormKey(), before };
    return { status: 200, html: this.startPage(request, shown) };
  }

  private startPage(request: WebRequest, { typed, errors, once, before }: ShownStart): string {
    const words = this.pages.words(request);
    const kinds = IMPORT_KINDS.map((kind) => ({
      value: kind,
      label: words.t(`imports.kind.${kind}`),
    }));
    const earlier =
      before === null
        ? null
        : {
            href: `/inlezen/${before.id}`,
            text: words.t('imports.before.body', {
              name: before.fileName,
              moment: formatMoment(before.requestedAt, request.actor.language),
              state: words.t(`imports.state.${before.state}`).toLowerCase(),
            }),
          };
    const data = { values: typed, errors, once, kinds, before: earlier };
    return this.pages.html(request, 'pages/imports/new.njk', data);
  }
}
