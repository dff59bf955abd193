import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { type Response } from 'express';
import { type WebRequest } from '../../../platform/http/actor';
import { notFound } from '../../../platform/http/problem';
import { readPublicDonor } from '../../publication/public';
import { donorPage } from './donor-page';
import { PublicPages } from './public-pages';

/** One donor by a pseudonymous number, with all gifts over parties and years. */
@ApiExcludeController()
@Controller('register/gevers')
export class DonorPages {
  constructor(private readonly publicPages: PublicPages) {}

  @Get(':publicId')
  donor(
    @Req() request: WebRequest,
    @Res() response: Response,
    @Param('publicId') publicId: string,
    @Query('na') cursor?: string,
  ): Promise<void> {
    return this.publicPages.send(request, response, {
      template: 'pages/site/donor.njk',
      followsChanges: true,
      build: async (tx, words) => {
        const donor = await readPublicDonor(tx, publicId);
        if (donor === null) throw notFound();
        return { data: await donorPage(tx, donor, cursor ?? null, words) };
      },
    });
  }
}
