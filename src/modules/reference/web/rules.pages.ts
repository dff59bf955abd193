import { Controller, Get, Header, Param, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { type Response } from 'express';
import { type WebRequest } from '../../../platform/http/actor';
import { Pages } from '../../../platform/http/pages';
import { notFound } from '../../../platform/http/problem';
import { dutyOfFinding, listRules, readRule } from '../application/read-rules';
import { CurrentDay } from './current-day';
import { ruleIndexPage, rulePage } from './rule-pages';

/** The duties of the Act as people read them: an index, and a page for each. */
@ApiExcludeController()
@Controller('regels')
export class RulePages {
  constructor(
    private readonly pages: Pages,
    private readonly currentDay: CurrentDay,
  ) {}

  @Get()
  @Header('Content-Type', 'text/html; charset=utf-8')
  index(@Req() request: WebRequest): string {
    const data = ruleIndexPage(listRules(), this.pages.words(request));
    return this.pages.html(request, 'pages/reference/rules.njk', data);
  }

  /** Also found by the code of a finding, such as WFPP-25a-2: it leads to its duty. */
  @Get(':code')
  async rule(
    @Req() request: WebRequest,
    @Res() response: Response,
    @Param('code') code: string,
  ): Promise<void> {
    const on = await this.currentDay.of(request);
    const file = readRule(code, on);
    if (file !== null) {
      const data = rulePage(file, on, this.pages.words(request));
      const html = this.pages.html(request, 'pages/reference/rule.njk', data);
      response.type('text/html').send(html);
      return;
    }
    const duty = dutyOfFinding(code);
    if (duty === null) throw notFound();
    response.redirect(303, `/regels/${duty.code}`);
  }
}
