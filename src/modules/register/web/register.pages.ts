import { Controller, Get, Header, Param, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { type Response } from 'express';
import { scopeOf, type WebRequest } from '../../../platform/http/actor';
import { encodeCursor } from '../../../platform/http/keyset';
import { Pages } from '../../../platform/http/pages';
import { formatCount, formatDay } from '../../../platform/rendering/format';
import { type PublicTotal, ReadRegister } from '../application/read-register';
import { type Reconciliation } from '../facts/reconciliation';
import { checkView, noteCounts, noteRows, problemRow, versionView } from './check-view';
import { afterRow, XLSX } from './published-lists.controller';
import { donorRow, figures, partyRow, partyTotals, type Reader, yearRow } from './register-view';
import { YearPipe } from './year';

const HTML = ['Content-Type', 'text/html; charset=utf-8'] as const;
const ROWS_ON_A_PAGE = 50;

export function readerOf(pages: Pages, request: WebRequest): Reader {
  return {
    language: request.actor.language,
    t: (key, values) => pages.t(request, key, values),
  };
}

/** The public register: the lists as published, and whether they add up. */
@ApiExcludeController()
@Controller('register')
export class RegisterPages {
  constructor(
    private readonly pages: Pages,
    private readonly register: ReadRegister,
  ) {}

  @Get('lijsten')
  @Header(...HTML)
  async years(@Req() request: WebRequest): Promise<string> {
    const reader = readerOf(this.pages, request);
    const versions = await this.register.years(scopeOf(request));
    return this.pages.html(request, 'pages/register/years.njk', {
      rows: versions.map((version) => yearRow(version, reader)),
      canImport: request.actor.role === 'overseer',
    });
  }

  @Get(':year')
  @Header(...HTML)
  async year(
    @Req() request: WebRequest,
    @Param('year', YearPipe) year: number,
    @Query('partij') party = '',
    @Query('na') cursor?: string,
  ): Promise<string> {
    const reader = readerOf(this.pages, request);
    const changes = await this.register.changes(scopeOf(request), year);
    const [newest] = changes;
    if (newest === undefined) throw new Error(`the list of ${String(year)} has no version`);
    const { version, cut } = newest;
    const rows = await this.register.rows(scopeOf(request), year, {
      afterRow: afterRow(cursor),
      limit: ROWS_ON_A_PAGE + 1,
      party: party === '' ? null : party,
    });
    return this.pages.html(request, 'pages/register/year.njk', {
      year: String(year),
      lead: reader.t('register.year.lead', {
        version: String(version.version),
        seenOn: formatDay(version.seenOn, reader.language),
      }),
      cut: cutText(cut, reader),
      ...reportView(version.report, reader),
      ...rowsView(rows, { year, party, isLater: cursor !== undefined }, reader),
      partyOptions: version.report.parties.map((each) => ({
        value: each.party,
        label: each.party,
      })),
      versions: changes.map((change) => versionView(change, reader)),
    });
  }

  @Get(':year/giften.xlsx')
  async xlsx(
    @Req() request: WebRequest,
    @Res() response: Response,
    @Param('year', YearPipe) year: number,
  ): Promise<void> {
    const book = await this.register.workbook(scopeOf(request), year);
    response
      .attachment(`giften-${String(year)}.xlsx`)
      .type(XLSX)
      .send(book);
  }

  @Get(':year/giften.csv')
  async csv(
    @Req() request: WebRequest,
    @Res() response: Response,
    @Param('year', YearPipe) year: number,
  ): Promise<void> {
    const csv = await this.register.csv(scopeOf(request), year);
    response
      .attachment(`giften-${String(year)}.csv`)
      .type('text/csv; charset=utf-8')
      .send(csv);
  }
}

function cutText(cells: readonly string[], { t, language }: Reader): string {
  if (cells.length === 0) return '';
  const key = cells.length === 1 ? 'register.download.cutOne' : 'register.download.cut';
  return t(key, { count: formatCount(cells.length, language), cells: cells.join(', ') });
}

function reportView(report: Reconciliation, reader: Reader): object {
  return {
    figures: figures(report, reader),
    check: checkView(report, reader),
    parties: report.parties.map((party) => partyRow(party, report.year, reader)),
    partyTotals: partyTotals(report, reader),
    problems: report.problems.map((problem) => problemRow(problem, reader)),
    noteCounts: noteCounts(report, reader),
    notes: noteRows(report, reader),
  };
}

interface Shown {
  readonly year: number;
  readonly party: string;
  readonly isLater: boolean;
}

function rowsView(rows: readonly PublicTotal[], shown: Shown, reader: Reader): object {
  const page = rows.slice(0, ROWS_ON_A_PAGE);
  const last = page.at(-1);
  const here = `/register/${String(shown.year)}`;
  const hrefOf = (after: string): string => {
    const query = new URLSearchParams();
    if (shown.party !== '') query.set('partij', shown.party);
    if (after !== '') query.set('na', after);
    const search = query.toString();
    return `${here}${search === '' ? '' : `?${search}`}#giften`;
  };
  const hasMore = rows.length > ROWS_ON_A_PAGE && last !== undefined;
  return {
    party: shown.party,
    rows: page.map((total) => donorRow(total, reader)),
    paging: { previous: '', next: hasMore ? hrefOf(encodeCursor([last.row])) : '' },
    start: shown.isLater ? hrefOf('') : '',
  };
}
