import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { type Response } from 'express';
import { type WebRequest } from '../../../platform/http/actor';
import { notFound } from '../../../platform/http/problem';
import { readPublicParty } from '../../publication/public';
import { partiesPage } from './parties-page';
import { partyPage } from './party-page';
import { PublicPages } from './public-pages';

/** The parties, and everything public of one of them. */
@ApiExcludeController()
@Controller('register/partijen')
export class PartyPages {
  constructor(private readonly publicPages: PublicPages) {}

  @Get()
  list(
    @Req() request: WebRequest,
    @Res() response: Response,
    @Query('zoek') search = '',
    @Query('jaar') year = '',
  ): Promise<void> {
    return this.publicPages.send(request, response, {
      template: 'pages/site/parties.njk',
      followsChanges: true,
      build: async (tx, words) => ({ data: await partiesPage(tx, { search, year }, words) }),
    });
  }

  @Get(':slug')
  party(
    @Req() request: WebRequest,
    @Res() response: Response,
    @Param('slug') slug: string,
    @Query('jaar') year = '',
    @Query('zonder') without = '',
  ): Promise<void> {
    return this.publicPages.send(request, response, {
      template: 'pages/site/party.njk',
      followsChanges: true,
      build: async (tx, words) => {
        const party = await readPublicParty(tx, slug);
        if (party === null) throw notFound();
        return { data: await partyPage(tx, party, { year, without }, words) };
      },
    });
  }
}
