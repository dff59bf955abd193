import { Controller, Get, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { type Response } from 'express';
import { type WebRequest } from '../../../platform/http/actor';
import { PublicPages } from './public-pages';
import { searchPage } from './search-page';
import { pageOfNumber, typedSearch } from '../application/search-choices';

/** The public register: search, choose, take along. */
@ApiExcludeController()
@Controller('register')
export class SearchPages {
  constructor(private readonly publicPages: PublicPages) {}

  @Get()
  async search(@Req() request: WebRequest, @Res() response: Response): Promise<void> {
    const page = pageOfNumber(typedSearch(request.query)['zoek'] ?? '');
    if (page !== null) {
      response.redirect(303, page);
      return;
    }
    await this.publicPages.send(request, response, {
      template: 'pages/site/search.njk',
      followsChanges: true,
      build: async (tx, words) => {
        const { data, errors } = await searchPage(tx, request.query, words);
        return { data, status: errors.length > 0 ? 400 : 200 };
      },
    });
  }
}
