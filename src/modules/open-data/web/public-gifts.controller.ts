import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import { type Response } from 'express';
import { type WebRequest } from '../../../platform/http/actor';
import { QueryInteger } from '../../../platform/http/fields';
import { notFound } from '../../../platform/http/problem';
import {
  contentOf,
  listPublicGifts,
  type PublicGift,
  readChangesAfter,
  readPublicGift,
  readVersions,
} from '../../publication/public';
import { fieldDifferences } from '../application/field-differences';
import { PublicAnswers } from '../application/public-answers';
import { recordOf } from '../facts/change';
import { answerFresh } from './fresh';
import {
  PublicChangesAnswer,
  PublicGiftAnswer,
  PublicGiftsAnswer,
  PublicVersionsAnswer,
} from './gift.answers';
import { PublicGiftsQuery, searchOf } from './public-gifts.query';

const GIFT_ID = /^G-[0-9A-Z]{10}$/;
const GIFT_PARAM = {
  name: 'publicId',
  schema: { type: 'string', pattern: GIFT_ID.source, example: 'G-0000000001' },
} as const;
const USUAL_CHANGES = 500;

export class ChangesQuery {
  @QueryInteger({
    example: 0,
    min: 0,
    max: 9_000_000_000,
    optional: true,
    description: 'The number of the last change you have; 0 or absent for all.',
  })
  readonly after?: number;

  @QueryInteger({
    example: 500,
    min: 1,
    max: 1000,
    optional: true,
    description: 'How many at most; 500 when absent.',
  })
  readonly limit?: number;
}

function assertGiftId(publicId: string): void {
  if (!GIFT_ID.test(publicId)) throw notFound();
}

/** The gifts of the register and what happened to them, for everybody and without a key. */
@ApiTags('public')
@Controller('v1/public')
export class PublicGiftsController {
  constructor(private readonly answers: PublicAnswers) {}

  @Get('gifts')
  @ApiOperation({
    operationId: 'listPublicGifts',
    summary: 'Gifts in the public register',
    description:
      'Without a key. Filters narrow together; `_links.next` goes on. For everything at once take ' +
      'the files at /open-data, and to keep up with changes /v1/public/changes.',
  })
  @ApiOkResponse({ type: PublicGiftsAnswer })
  async list(
    @Req() request: WebRequest,
    @Res({ passthrough: true }) response: Response,
    @Query() query: PublicGiftsQuery,
  ): Promise<PublicGiftsAnswer | undefined> {
    const search = searchOf(query);
    const { stamp } = await this.answers.openHead();
    return answerFresh(request, response, stamp, async () => {
      const page = await this.answers.read(request.requestId, (tx) => listPublicGifts(tx, search));
      const { gifts, next } = since(page, query.changedSince);
      const self = { href: request.originalUrl };
      if (next === null) return { items: gifts, _links: { self } };
      const href = hrefWith(request, next);
      response.setHeader('Link', `<${href}>; rel="next"`);
      return { items: gifts, _links: { self, next: { href } } };
    });
  }

  @Get('gifts/:publicId')
  @ApiParam(GIFT_PARAM)
  @ApiOperation({ operationId: 'readPublicGift', summary: 'One gift as it stands now' })
  @ApiOkResponse({ type: PublicGiftAnswer })
  async gift(
    @Req() request: WebRequest,
    @Res({ passthrough: true }) response: Response,
    @Param('publicId') publicId: string,
  ): Promise<PublicGiftAnswer | undefined> {
    assertGiftId(publicId);
    const { stamp } = await this.answers.openHead();
    return answerFresh(request, response, stamp, async () => {
      const gift = await this.answers.read(request.requestId, (tx) => readPublicGift(tx, publicId));
      if (gift === null) throw notFound();
      return gift;
    });
  }

  @Get('gifts/:publicId/versions')
  @ApiParam(GIFT_PARAM)
  @ApiOperation({
    operationId: 'listPublicGiftVersions',
    summary: 'Every version of a gift, and what is not the same as in the one before',
  })
  @ApiOkResponse({ type: PublicVersionsAnswer })
  async versions(
    @Req() request: WebRequest,
    @Res({ passthrough: true }) response: Response,
    @Param('publicId') publicId: string,
  ): Promise<PublicVersionsAnswer | undefined> {
    assertGiftId(publicId);
    const { stamp } = await this.answers.openHead();
    return answerFresh(request, response, stamp, async () => {
      const versions = await this.answers.read(request.requestId, (tx) =>
        readVersions(tx, publicId),
      );
      if (versions.length === 0) throw notFound();
      return {
        items: versions.map((version, at) => {
          const before = versions[at - 1];
          const content = contentOf(version);
          const old = before === undefined ? null : contentOf(before);
          return { ...recordOf(version), differences: fieldDifferences(old, content) };
        }),
      };
    });
  }

  @Get('changes')
  @ApiOperation({
    operationId: 'listPublicChanges',
    summary: 'Changes of the register after a number, in order',
    description:
      'Keep the number of the last change you have and ask for what came after it. A change without ' +
      'content is a tombstone: remove that gift from your copy.',
  })
  @ApiOkResponse({ type: PublicChangesAnswer })
  async changes(
    @Req() request: WebRequest,
    @Res({ passthrough: true }) response: Response,
    @Query() query: ChangesQuery,
  ): Promise<PublicChangesAnswer | undefined> {
    const { after = 0, limit = USUAL_CHANGES } = query;
    const { stamp } = await this.answers.openHead();
    return answerFresh(request, response, stamp, async () => {
      const found = await this.answers.read(request.requestId, (tx) =>
        readChangesAfter(tx, after, limit + 1),
      );
      const items = found.slice(0, limit).map(recordOf);
      return { items, newest: items.at(-1)?.changeNumber ?? after, more: found.length > limit };
    });
  }
}

interface Page {
  readonly gifts: readonly PublicGift[];
  readonly next: string | null;
}

/** The list is ordered by change, the newest first: it ends where the moment asked for begins. */
function since(page: Page, moment: string | undefined): Page {
  if (moment === undefined) return page;
  // Written alike: as many digits behind the second as the register has.
  const [whole = '', rest = ''] = moment.slice(0, -1).split('.');
  const from = `${whole}.${rest.padEnd(6, '0')}Z`;
  const gifts = page.gifts.filter(({ changedAt }) => changedAt >= from);
  return { gifts, next: gifts.length < page.gifts.length ? null : page.next };
}

function hrefWith(request: WebRequest, cursor: string): string {
  const [path = '', search = ''] = request.originalUrl.split('?');
  const parameters = new URLSearchParams(search);
  parameters.set('cursor', cursor);
  return `${path}?${parameters.toString()}`;
}
