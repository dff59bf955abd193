import { Controller, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { type Response } from 'express';
import { Database } from '../../../platform/database/database';
import { scopeOf, type WebRequest } from '../../../platform/http/actor';
import { sendAnswer } from '../../../platform/http/form-answer';
import { newFormKey } from '../../../platform/http/form-once';
import { decodeMomentCursor, keysetPage } from '../../../platform/http/keyset';
import { Pages } from '../../../platform/http/pages';
import { notFound } from '../../../platform/http/problem';
import { IdPipe } from '../../../platform/http/validation';
import { isId } from '../../../platform/ids/id';
import { formatCount, formatMoment } from '../../../platform/rendering/format';
import {
  CHANGES,
  type ChangeSearch,
  changesOf,
  listSimulations,
  OUTCOME_KINDS,
  readSimulation,
  recordExport,
  type StoredChange,
} from '../application/simulations';
import { csvHead, csvLines, exportName, simulationWorkbook } from './simulation-export';
import { SimulationForms } from './simulation-forms';
import { type ChangeFilter, simulationPage, statusWords } from './simulation-page';

const PAGE_SIZE = 50;
const CSV_BATCH = 1_000;
/** A workbook is made in memory; the CSV has every row. */
const MOST_IN_WORKBOOK = 20_000;

type Asked = Readonly<Record<string, unknown>>;

function textOf(query: Asked, name: string): string {
  const text = query[name];
  return typeof text === 'string' ? text : '';
}

function filterOf(query: Asked): ChangeFilter {
  const partij = textOf(query, 'partij');
  return {
    soort: OUTCOME_KINDS.find((one) => one === query['soort']) ?? '',
    verschil: CHANGES.find((one) => one === query['verschil']) ?? '',
    partij: isId(partij) ? partij : '',
  };
}

function searchOf(query: Asked, limit: number): ChangeSearch {
  const { partij } = filterOf(query);
  const after = textOf(query, 'na');
  return {
    kind: OUTCOME_KINDS.find((one) => one === query['soort']) ?? null,
    change: CHANGES.find((one) => one === query['verschil']) ?? null,
    tenantId: partij === '' ? null : partij,
    after: /^\d{1,18}$/.test(after) ? after : null,
    limit,
  };
}

function nextHref(id: string, filter: ChangeFilter, place: string | undefined): string {
  if (place === undefined) return '';
  const query = Object.entries({ ...filter, na: place }).filter(([, value]) => value !== '');
  return `/toezicht/wat-als/${id}?${new URLSearchParams(query).toString()}#changes`;
}

/** "What if": other parameters over facts of the past. Marked as a simulation everywhere. */
@ApiExcludeController()
@Controller('toezicht/wat-als')
export class SimulationPages {
  constructor(
    private readonly database: Database,
    private readonly pages: Pages,
    private readonly forms: SimulationForms,
  ) {}

  @Get()
  async list(
    @Req() request: WebRequest,
    @Res() response: Response,
    @Query('cursor') cursor?: string,
    @Query('gedaan') done?: string,
  ): Promise<void> {
    const words = this.pages.words(request);
    const after = decodeMomentCursor(cursor);
    const rows = await this.database.inTransaction(scopeOf(request), (tx) =>
      listSimulations(tx, after, PAGE_SIZE + 1),
    );
    const page = keysetPage(request, response, rows, PAGE_SIZE, (row) => [row.askedAt, row.id]);
    const html = this.pages.html(request, 'pages/simulation/list.njk', {
      rows: page.items.map((one) => [
        {
          text: one.name,
          href: `/toezicht/wat-als/${one.id}`,
          note: words.t(`simulation.set.${one.definition.set}`),
        },
        statusWords(one, words),
        formatCount(one.changes, words.language),
        one.askedByName,
        formatMoment(one.askedAt, words.language),
      ]),
      mayAsk: this.mayAsk(request),
      done: done === 'weggegooid' ? words.t('simulation.done.thrownAway') : '',
      paging: {
        previous: after === null ? '' : '/toezicht/wat-als',
        next: page._links.next?.href ?? '',
      },
    });
    response.type('text/html').send(html);
  }

  @Get('nieuw')
  async toAsk(@Req() request: WebRequest, @Res() response: Response): Promise<void> {
    response.type('text/html').send(await this.forms.empty(request));
  }

  @Post()
  async ask(@Req() request: WebRequest, @Res() response: Response): Promise<void> {
    sendAnswer(response, await this.forms.take(request));
  }

  @Get(':id')
  async show(
    @Req() request: WebRequest,
    @Res() response: Response,
    @Param('id', IdPipe) id: string,
    @Query() query: Asked,
  ): Promise<void> {
    const words = this.pages.words(request);
    const filter = filterOf(query);
    const data = await this.database.inTransaction(scopeOf(request), async (tx) => {
      const result = await readSimulation(tx, id);
      const found = await changesOf(tx, id, searchOf(query, PAGE_SIZE + 1));
      const rows = found.slice(0, PAGE_SIZE);
      const next = found.length > PAGE_SIZE ? nextHref(id, filter, rows.at(-1)?.place) : '';
      return simulationPage(result, { rows, next }, filter, words);
    });
    const more = { once: newFormKey(), mayAsk: this.mayAsk(request) };
    const html = this.pages.html(request, 'pages/simulation/result.njk', { ...data, ...more });
    response.type('text/html').send(html);
  }

  @Get(':id/uitvoer/:form')
  async take(
    @Req() request: WebRequest,
    @Res() response: Response,
    @Param('id', IdPipe) id: string,
    @Param('form') form: string,
  ): Promise<void> {
    if (form === 'wijzigingen.csv') await this.sendCsv(request, response, id);
    else if (form === 'simulatie.xlsx') await this.sendWorkbook(request, response, id);
    else throw notFound();
  }

  @Post(':id/weggooien')
  async throwAway(
    @Req() request: WebRequest,
    @Res() response: Response,
    @Param('id', IdPipe) id: string,
  ): Promise<void> {
    sendAnswer(response, await this.forms.throwAway(request, id));
  }

  private mayAsk({ actor }: WebRequest): boolean {
    return actor.role === 'overseer' || actor.role === 'decision_maker';
  }

  /** In batches, each in a transaction of its own: any number of rows takes the same memory. */
  private async sendCsv(request: WebRequest, response: Response, id: string): Promise<void> {
    const words = this.pages.words(request);
    await this.database.inTransaction(scopeOf(request), async (tx) => {
      await readSimulation(tx, id);
      await recordExport(tx, id, 'csv');
    });
    response.attachment(exportName(id, 'csv')).type('text/csv; charset=utf-8');
    response.write(`\uFEFF${csvHead(words)}`);
    let after: string | null = '0';
    while (after !== null) {
      const search: ChangeSearch = { ...searchOf({}, CSV_BATCH), after };
      const rows: readonly StoredChange[] = await this.database.inTransaction(
        scopeOf(request),
        (tx) => changesOf(tx, id, search),
      );
      response.write(csvLines(rows, words));
      after = rows.length < CSV_BATCH ? null : (rows.at(-1)?.place ?? null);
    }
    response.end();
  }

  private async sendWorkbook(request: WebRequest, response: Response, id: string): Promise<void> {
    const words = this.pages.words(request);
    const { result, changes } = await this.database.inTransaction(scopeOf(request), async (tx) => {
      await recordExport(tx, id, 'xlsx');
      return {
        result: await readSimulation(tx, id),
        changes: await changesOf(tx, id, searchOf({}, MOST_IN_WORKBOOK)),
      };
    });
    const book = await simulationWorkbook(result, changes, words);
    response.attachment(exportName(id, 'xlsx'));
    response.type('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet').send(book);
  }
}
