import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { type Response } from 'express';
import { Database } from '../../../platform/database/database';
import { type Transaction } from '../../../platform/database/transaction';
import { scopeOf, type WebRequest } from '../../../platform/http/actor';
import { Pages } from '../../../platform/http/pages';
import { notFound } from '../../../platform/http/problem';
import { readChoice, readParties } from '../application/read-choice';
import { type Dashboard, readDashboard } from '../application/read-dashboard';
import { SubsidyFigures } from '../application/subsidy-figures';
import { askedFrom, type Query as Asked } from './address';
import { dashboardPage, sectionsOf } from './dashboard-page';
import { csvLine } from './rows-csv';

/** Figures of the whole field and of each party, for the overseer. */
@ApiExcludeController()
@Controller('toezicht/cijfers')
export class InsightPages {
  constructor(
    private readonly database: Database,
    private readonly subsidies: SubsidyFigures,
    private readonly pages: Pages,
  ) {}

  @Get()
  field(
    @Req() request: WebRequest,
    @Res() response: Response,
    @Query() query: Asked,
  ): Promise<void> {
    return this.show(request, response, null, query);
  }

  @Get('partijen')
  async parties(@Req() request: WebRequest, @Res() response: Response): Promise<void> {
    const parties = await this.database.inTransaction(scopeOf(request), readParties);
    const words = this.pages.words(request);
    const rows = parties.map(({ slug, name, shortName, tenantId }) => [
      { text: shortName, href: `/toezicht/cijfers/${slug}` },
      name,
      words.t(tenantId === null ? 'insight.party.fromList' : 'insight.party.registered'),
    ]);
    const html = this.pages.html(request, 'pages/insight/parties.njk', { rows });
    response.type('text/html').send(html);
  }

  @Get('export.csv')
  async export(
    @Req() request: WebRequest,
    @Res() response: Response,
    @Query() query: Asked,
  ): Promise<void> {
    const { partij, cijfer } = query;
    const slug = typeof partij === 'string' ? partij : null;
    const words = this.pages.words(request);
    const { dashboard, today } = await this.read(request, slug, query);
    const panels = sectionsOf(dashboard, words, today).flatMap((section) => section.panels);
    const panel = panels.find(({ id }) => id === cijfer);
    if (panel === undefined) throw notFound();
    const head = csvLine(panel.columns.map(({ label }) => label));
    const lines = panel.rows.map((row) => csvLine(row.map(({ plain }) => plain)));
    response
      .attachment(`${panel.id}-${String(dashboard.choice.year)}.csv`)
      .type('text/csv; charset=utf-8')
      .send(head + lines.join(''));
  }

  @Get(':slug')
  party(
    @Req() request: WebRequest,
    @Res() response: Response,
    @Param('slug') slug: string,
    @Query() query: Asked,
  ): Promise<void> {
    return this.show(request, response, slug, query);
  }

  private async show(
    request: WebRequest,
    response: Response,
    slug: string | null,
    query: Asked,
  ): Promise<void> {
    const { dashboard, today } = await this.read(request, slug, query);
    const data = dashboardPage(dashboard, this.pages.words(request), today);
    response.type('text/html').send(this.pages.html(request, 'pages/insight/dashboard.njk', data));
  }

  /** @throws Problem 404 when there is no such party. */
  private read(
    request: WebRequest,
    slug: string | null,
    query: Asked,
  ): Promise<{ readonly dashboard: Dashboard; readonly today: string }> {
    return this.database.inTransaction(scopeOf(request), async (tx: Transaction) => {
      const choice = await readChoice(tx, slug, askedFrom(query));
      if (choice === null) throw notFound();
      return { dashboard: await readDashboard(tx, choice, this.subsidies), today: tx.today };
    });
  }
}
