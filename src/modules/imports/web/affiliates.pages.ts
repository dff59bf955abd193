import { Controller, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { type Response } from 'express';
import { Database } from '../../../platform/database/database';
import { scopeOf, type WebRequest } from '../../../platform/http/actor';
import { newFormKey, onceForForm } from '../../../platform/http/form-once';
import { Pages } from '../../../platform/http/pages';
import { IdPipe } from '../../../platform/http/validation';
import { formatMoment } from '../../../platform/rendering/format';
import { type Words } from '../../../platform/rendering/words';
import {
  readReported,
  type ReportedAffiliate,
  TakeOverAffiliate,
} from '../application/take-over-affiliate';
import { AFFILIATE_KINDS } from '../layout/choices';

const LIST = '/toezicht/neveninstellingen';

/** Where the overseer takes over what parties reported of their affiliates. */
@ApiExcludeController()
@Controller('toezicht/neveninstellingen')
export class AffiliatePages {
  constructor(
    private readonly database: Database,
    private readonly pages: Pages,
    private readonly taking: TakeOverAffiliate,
  ) {}

  @Get()
  async list(
    @Req() request: WebRequest,
    @Res() response: Response,
    @Query('overgenomen') done?: string,
  ): Promise<void> {
    const rows = await this.database.inTransaction(scopeOf(request), readReported);
    const words = this.pages.words(request);
    const html = this.pages.html(request, 'pages/imports/affiliates.njk', {
      reported: rows.map((row) => shown(row, words)),
      done: done === 'ja',
      mayAct: request.actor.role === 'overseer',
      once: newFormKey(),
    });
    response.type('text/html').send(html);
  }

  @Post(':id/overnemen')
  async take(
    @Req() request: WebRequest,
    @Res() response: Response,
    @Param('id', IdPipe) id: string,
  ): Promise<void> {
    const next = await onceForForm(this.database, request, async (tx) => {
      await this.taking.run(tx, id);
      return `${LIST}?overgenomen=ja`;
    });
    response.redirect(303, next);
  }
}

function shown(row: ReportedAffiliate, { t, day, language }: Words): object {
  const kind = AFFILIATE_KINDS.find(({ value }) => value === row.kind);
  const optional = (label: string, value: string | null): readonly object[] =>
    value === null ? [] : [{ label: t(`imports.affiliates.${label}`), value }];
  return {
    id: row.id,
    title: row.name,
    facts: [
      { label: t('imports.affiliates.party'), value: row.organisation },
      { label: t('imports.affiliates.kind'), value: kind?.[language] ?? row.kind },
      { label: t('imports.affiliates.from'), value: day(row.from) },
      {
        label: t('imports.affiliates.until'),
        value: row.until === null ? t('imports.affiliates.open') : day(row.until),
      },
      ...optional('number', row.tradeRegisterNumber),
      ...optional('town', row.residence),
      { label: t('imports.affiliates.reported'), value: formatMoment(row.reportedAt, language) },
    ],
  };
}
