import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { type Response } from 'express';
import { type WebRequest } from '../../../platform/http/actor';
import { notFound } from '../../../platform/http/problem';
import { readPublicGift, readVersions } from '../../publication/public';
import { giftData } from './data-links';
import { giftPage } from './gift-page';
import { PublicPages } from './public-pages';

/** One gift, with everything that happened to it. */
@ApiExcludeController()
@Controller('register/giften')
export class GiftPages {
  constructor(private readonly publicPages: PublicPages) {}

  @Get(':publicId')
  gift(
    @Req() request: WebRequest,
    @Res() response: Response,
    @Param('publicId') publicId: string,
  ): Promise<void> {
    return this.publicPages.send(request, response, {
      template: 'pages/site/gift.njk',
      followsChanges: true,
      build: async (tx, words) => {
        const gift = await readPublicGift(tx, publicId);
        if (gift === null) throw notFound();
        const versions = await readVersions(tx, publicId);
        return { data: giftPage(gift, versions, giftData(gift, words), words) };
      },
    });
  }
}
