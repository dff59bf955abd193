import { Controller, Get, Query, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Response } from 'express';
import { Database } from '../../../platform/database/database';
import { type Transaction } from '../../../platform/database/transaction';
import { scopeOf, type WebRequest } from '../../../platform/http/actor';
import { keysetPage, pageSizeOf } from '../../../platform/http/keyset';
import { notFound } from '../../../platform/http/problem';
import { readChoice } from '../application/read-choice';
import { readFiguresBy } from '../application/read-figures';
import {
  type GiftFilter,
  type GiftRow,
  readDonorByPublicId,
  readRows,
} from '../application/read-rows';
import { type Choice } from '../facts/choice';
import {
  InsightFiguresAnswer,
  type InsightGiftAnswer,
  InsightGiftsAnswer,
} from './insight.answers';
import { InsightFiguresQuery, InsightGiftsQuery } from './insight.query';
import { rowPosition } from './rows.pages';

type Asked = Pick<InsightGiftsQuery, 'year' | 'party' | 'source' | 'remittances'>;

/** @throws Problem 404 for a party that is not known. */
async function choiceOf(tx: Transaction, asked: Asked): Promise<Choice> {
  const choice = await readChoice(tx, asked.party ?? null, {
    year: asked.year,
    beside: 0,
    source: asked.source ?? 'all',
    without: asked.remittances === 'left_out',
  });
  if (choice === null) throw notFound();
  return choice;
}

/** @throws Problem 404 for a party or donor that is not known. */
async function filterOf(tx: Transaction, query: InsightGiftsQuery): Promise<GiftFilter> {
  const { party, source, without, year } = await choiceOf(tx, query);
  const donor = query.donor === undefined ? null : await readDonorByPublicId(tx, query.donor);
  if (query.donor !== undefined && donor === null) throw notFound();
  const given = {
    month: query.month,
    type: query.type,
    form: query.form,
    sizeClass: query.sizeClass,
    country: query.country,
    place: query.place,
    donorKind: query.donorKind,
    recipientKind: query.recipientKind,
    partyId: party?.id,
    donorId: donor?.id,
    source: source === 'all' ? undefined : source,
  };
  const asked = Object.entries(given).filter(([, value]) => value !== undefined);
  return { ...(Object.fromEntries(asked) as Partial<GiftFilter>), year, without };
}

function giftView(row: GiftRow): InsightGiftAnswer {
  const { partySlug, party, recipient, recipientKind, donorPublicId, donor, donorKind } = row;
  const { id, key, line, source, type, form, year, receivedOn, residence, country } = row;
  const { amountCents, returnedCents, countedCents, annulled, filedIn, noticeNumber } = row;
  const { firstFiledOn, enforcedLastDay, statutoryLastDay } = row;
  return {
    id,
    key,
    party: { slug: partySlug, name: party },
    recipient: { name: recipient, kind: recipientKind },
    donor: { id: donorPublicId, name: donor, kind: donorKind, residence, country },
    ...{ line, source, type, form, year, receivedOn, amountCents, returnedCents, countedCents },
    ...{ annulled, filedIn, noticeNumber, firstFiledOn, enforcedLastDay, statutoryLastDay },
  };
}

@ApiTags('insight')
@Controller('v1/insight')
export class InsightController {
  constructor(private readonly database: Database) {}

  @Get('gifts')
  @ApiOperation({
    operationId: 'listInsightGifts',
    summary: 'Gifts of a year as the ministry knows them, newest receipt first',
    description:
      'What was disclosed by filing or by a term that passed, and rows of the published lists. ' +
      'For the staff; that names were read is logged.',
  })
  @ApiOkResponse({ type: InsightGiftsAnswer })
  async gifts(
    @Req() request: WebRequest,
    @Res({ passthrough: true }) response: Response,
    @Query() query: InsightGiftsQuery,
  ): Promise<InsightGiftsAnswer> {
    const size = pageSizeOf(query);
    const after = rowPosition(query.cursor);
    const rows = await this.database.inTransaction(scopeOf(request), async (tx) =>
      readRows(tx, await filterOf(tx, query), { after, limit: size + 1 }),
    );
    const page = keysetPage(request, response, rows, size, ({ day, id }) => [day, id]);
    return { ...page, items: page.items.map(giftView) };
  }

  @Get('figures')
  @ApiOperation({
    operationId: 'readInsightFigures',
    summary: 'Gifts of a year summed by month, type, size, origin, recipient or party',
    description: 'Sums are kept with the gifts: they equal the sum of the rows to the cent.',
  })
  @ApiOkResponse({ type: InsightFiguresAnswer })
  async figures(
    @Req() request: WebRequest,
    @Query() query: InsightFiguresQuery,
  ): Promise<InsightFiguresAnswer> {
    const { year, by } = query;
    return this.database.inTransaction(scopeOf(request), async (tx) => {
      const choice = await choiceOf(tx, query);
      const { totalCents, items } = await readFiguresBy(tx, choice, by);
      const figures = items.map(({ value, gifts, cents }) => ({
        value,
        gifts,
        countedCents: cents,
      }));
      return { year, by, source: choice.source, totalCents, items: figures };
    });
  }
}
