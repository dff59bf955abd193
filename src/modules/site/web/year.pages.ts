import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { type Response } from 'express';
import { scopeOf, type WebRequest } from '../../../platform/http/actor';
import { notFound } from '../../../platform/http/problem';
import { type Words } from '../../../platform/rendering/words';
import { ReadRegister } from '../../register/public';
import { PublicPages } from './public-pages';
import { yearPage } from './year-page';
import { yearsPage } from './years-page';

/** Figures: all years beside each other, and one year cut up. */
@ApiExcludeController()
@Controller('register/jaren')
export class YearPages {
  constructor(
    private readonly publicPages: PublicPages,
    private readonly lists: ReadRegister,
  ) {}

  @Get()
  years(
    @Req() request: WebRequest,
    @Res() response: Response,
    @Query('zonder') without = '',
  ): Promise<void> {
    return this.publicPages.send(request, response, {
      template: 'pages/site/years.njk',
      followsChanges: false,
      build: async (tx, words) => ({ data: await yearsPage(tx, without, words) }),
    });
  }

  @Get(':year')
  year(
    @Req() request: WebRequest,
    @Res() response: Response,
    @Param('year') typed: string,
    @Query('zonder') without = '',
  ): Promise<void> {
    if (!/^(19|20)\d\d$/.test(typed)) throw notFound();
    return this.publicPages.send(request, response, {
      template: 'pages/site/year.njk',
      followsChanges: false,
      build: async (tx, words) => {
        const page = await yearPage(tx, Number(typed), without, words);
        if (page === null) throw notFound();
        return { data: { ...page, check: await this.check(request, Number(typed), words) } };
      },
    });
  }

  /** Whether the minister's list of the year adds up, with a link to where that was worked out. */
  private async check(request: WebRequest, year: number, words: Words): Promise<object> {
    const versions = await this.lists.years(scopeOf(request));
    const list = versions.find((version) => version.year === year);
    const about = { year: String(year) };
    if (list === undefined)
      return { kind: 'info', text: words.t('site.year.addsNone', about), href: '' };
    const { difference } = list.report;
    const amount = words.euro(String(Math.abs(difference)));
    return {
      kind: difference === 0 ? 'ok' : 'warning',
      text:
        difference === 0
          ? words.t('site.year.addsSame', about)
          : words.t('site.year.addsDiffers', { ...about, amount }),
      href: `/register/${String(year)}`,
    };
  }
}
