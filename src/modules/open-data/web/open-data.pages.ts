import { Controller, Get, Header, Inject, Param, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { type Response } from 'express';
import { isPlainDate, plainDate } from '../../../legal/kernel/plain-date';
import { type Config, CONFIG } from '../../../platform/config/config';
import { scopeOf, type WebRequest } from '../../../platform/http/actor';
import { Pages } from '../../../platform/http/pages';
import { notFound } from '../../../platform/http/problem';
import { formatCount, formatMoment } from '../../../platform/rendering/format';
import { CompareWithList } from '../application/compare-with-list';
import { PublicAnswers } from '../application/public-answers';
import { readPublisher } from '../application/publisher';
import { ServeFile } from '../application/serve-file';
import { comparisonRows, reasonRows } from './comparison-page';
import { columnRows, dayRows, overviewRows, wholeRows, yearRows } from './open-data-page';

const HTML = ['Content-Type', 'text/html; charset=utf-8'] as const;
const DAYS_ON_A_PAGE = 14;
/** Differences on one page; there are a few hundred in a year at most. */
const MOST_DIFFERENCES = 500;

/** What there is of the register as data, and how to use it. */
@ApiExcludeController()
@Controller('open-data')
export class OpenDataPages {
  private readonly publisher = readPublisher();

  constructor(
    private readonly pages: Pages,
    private readonly files: ServeFile,
    private readonly answers: PublicAnswers,
    private readonly comparison: CompareWithList,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Get()
  @Header(...HTML)
  async overview(@Req() request: WebRequest, @Query('voor') before?: string): Promise<string> {
    const words = this.pages.words(request);
    const from = before !== undefined && isPlainDate(before) ? plainDate(before) : null;
    const files = await this.files.list();
    const days = await this.files.days(from, DAYS_ON_A_PAGE);
    const { changeNumber } = await this.answers.openHead();
    const last = days.at(-1)?.day ?? null;
    const newest = [...files, ...days]
      .map(({ madeAt }) => madeAt)
      .toSorted()
      .at(-1);
    return this.pages.html(request, 'pages/open-data/overview.njk', {
      base: this.config.publicUrl,
      contact: this.publisher.contact.email,
      newest: newest === undefined ? '' : formatMoment(newest, words.language),
      changeNumber: formatCount(changeNumber, words.language),
      whole: wholeRows(files, words),
      years: yearRows(files, words),
      days: dayRows(days, words),
      earlier: last === null ? '' : `/open-data?voor=${last}#dagen`,
      overviews: overviewRows(files, words),
      columns: columnRows(words),
    });
  }

  /** The list of a year as the ministry published it beside the one made from the register. */
  @Get('vergelijking/:year')
  @Header(...HTML)
  async compare(
    @Req() request: WebRequest,
    @Res({ passthrough: true }) response: Response,
    @Param('year') year: string,
  ): Promise<string> {
    if (!/^2\d{3}$/.test(year)) throw notFound();
    await this.answers.openHead();
    const found = await this.comparison.run(scopeOf(request), Number(year));
    if (found === null) throw notFound();
    const words = this.pages.words(request);
    const count = (number: number): string => formatCount(number, words.language);
    const rows = comparisonRows(found, words);
    response.setHeader('Cache-Control', 'public, max-age=30, must-revalidate');
    return this.pages.html(request, 'pages/open-data/comparison.njk', {
      year,
      figures: [
        { label: words.t('open-data.compare.listed'), value: count(found.listed) },
        { label: words.t('open-data.compare.generated'), value: count(found.generated) },
        { label: words.t('open-data.compare.equal'), value: count(found.equal) },
      ],
      reasons: reasonRows(found, words),
      rows: rows.slice(0, MOST_DIFFERENCES),
      more: rows.length > MOST_DIFFERENCES,
    });
  }
}
