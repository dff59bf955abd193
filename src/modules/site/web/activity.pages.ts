import { Controller, Get, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { type Response } from 'express';
import { type WebRequest } from '../../../platform/http/actor';
import { changesPage } from './changes-page';
import { missingPage } from './missing-page';
import { PublicPages } from './public-pages';

/** What changed in the register, and what is not in it though it should be. */
@ApiExcludeController()
@Controller('register')
export class ActivityPages {
  constructor(private readonly publicPages: PublicPages) {}

  @Get('wijzigingen')
  changes(
    @Req() request: WebRequest,
    @Res() response: Response,
    @Query('dag') day = '',
    @Query('na') cursor?: string,
  ): Promise<void> {
    return this.publicPages.send(request, response, {
      template: 'pages/site/changes.njk',
      // At midnight yesterday is another day.
      followsChanges: false,
      build: async (tx, words) => {
        const { data, errors } = await changesPage(tx, { day, cursor: cursor ?? null }, words);
        return { data, status: errors.length > 0 ? 400 : 200 };
      },
    });
  }

  @Get('ontbreekt')
  missing(
    @Req() request: WebRequest,
    @Res() response: Response,
    @Query('toon') list = '',
    @Query('na') cursor?: string,
  ): Promise<void> {
    return this.publicPages.send(request, response, {
      template: 'pages/site/missing.njk',
      followsChanges: true,
      build: async (tx, words) => ({
        data: await missingPage(tx, { list, cursor: cursor ?? null }, words),
      }),
    });
  }
}
