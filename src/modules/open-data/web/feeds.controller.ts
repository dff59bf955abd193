import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { type Response } from 'express';
import { type WebRequest } from '../../../platform/http/actor';
import { notFound } from '../../../platform/http/problem';
import { type FeedOf, Feeds } from '../application/feeds';
import { PublicAnswers } from '../application/public-answers';
import { answerFresh } from './fresh';
import { DONOR_ID, SLUG } from './public-gifts.query';

/** Atom feeds: in Dutch, or with `?taal=en` in English. */
@ApiExcludeController()
@Controller('feeds')
export class FeedsController {
  constructor(
    private readonly answers: PublicAnswers,
    private readonly feeds: Feeds,
  ) {}

  @Get('giften.atom')
  all(
    @Req() request: WebRequest,
    @Res() response: Response,
    @Query('taal') language?: string,
  ): Promise<void> {
    return this.send(request, response, { of: 'all' }, language);
  }

  @Get('partijen/:slug.atom')
  party(
    @Req() request: WebRequest,
    @Res() response: Response,
    @Param('slug') slug: string,
    @Query('taal') language?: string,
  ): Promise<void> {
    if (!SLUG.test(slug)) throw notFound();
    return this.send(request, response, { of: 'party', slug }, language);
  }

  @Get('gevers/:publicId.atom')
  donor(
    @Req() request: WebRequest,
    @Res() response: Response,
    @Param('publicId') publicId: string,
    @Query('taal') language?: string,
  ): Promise<void> {
    if (!DONOR_ID.test(publicId)) throw notFound();
    return this.send(request, response, { of: 'donor', id: publicId }, language);
  }

  private async send(
    request: WebRequest,
    response: Response,
    of: FeedOf,
    language: string | undefined,
  ): Promise<void> {
    const { stamp } = await this.answers.openHead();
    const xml = await answerFresh(request, response, stamp, async () => {
      const reader = language === 'en' ? 'en' : 'nl';
      const feed = await this.feeds.read(request.requestId, of, request.originalUrl, reader);
      if (feed === null) throw notFound();
      return feed;
    });
    if (xml === undefined) response.end();
    else response.setHeader('Content-Type', 'application/atom+xml; charset=utf-8').send(xml);
  }
}
