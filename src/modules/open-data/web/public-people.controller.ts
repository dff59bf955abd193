import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import { type Response } from 'express';
import { euroCents } from '../../../legal/kernel/euro-cents';
import { type WebRequest } from '../../../platform/http/actor';
import { QueryInteger, TextField } from '../../../platform/http/fields';
import { decodeCursor, KeysetQuery, keysetPage, pageSizeOf } from '../../../platform/http/keyset';
import { notFound } from '../../../platform/http/problem';
import {
  decimalOf,
  readPartyYears,
  readPublicDonor,
  readPublicParties,
  readPublicParty,
} from '../../publication/public';
import { PublicAnswers } from '../application/public-answers';
import { findDonors, type Part, readStatistics } from '../application/read-people';
import { answerFresh } from './fresh';
import {
  PublicDonorDetailAnswer,
  PublicDonorsAnswer,
  PublicPartiesAnswer,
  PublicPartyDetailAnswer,
  StatisticsAnswer,
} from './people.answers';
import { DONOR_ID, SLUG } from './public-gifts.query';

export class DonorsQuery extends KeysetQuery {
  @TextField({ example: 'waterman', max: 200, optional: true, description: 'Words in its gifts.' })
  readonly text?: string;

  @TextField({ example: 'polderpartij', max: 80, pattern: SLUG, optional: true })
  readonly party?: string;

  @QueryInteger({ example: 2025, min: 1900, max: 2999, optional: true })
  readonly year?: number;
}

export class StatisticsQuery {
  @QueryInteger({ example: 2025, min: 1900, max: 2999, optional: true })
  readonly year?: number;

  @TextField({
    example: 'membership_dues,office_holder_remittance',
    max: 200,
    pattern: /^[a-z_]+(,[a-z_]+)*$/,
    optional: true,
    description: 'Types to leave out, parted by commas.',
  })
  readonly without?: string;
}

interface Sums {
  readonly gifts: number;
  readonly countedCents: number;
}

function inEuros<Row extends Sums>({
  countedCents,
  ...rest
}: Row): Omit<Row, 'countedCents'> & { readonly counted: string } {
  return { ...rest, counted: decimalOf(euroCents(countedCents)) };
}

function afterDonor(cursor: string | undefined): string | null {
  if (cursor === undefined) return null;
  const [id] = decodeCursor(cursor, [(part) => DONOR_ID.test(String(part))]);
  return String(id);
}

/** Parties and donors in the register, with sums, for everybody and without a key. */
@ApiTags('public')
@Controller('v1/public')
export class PublicPeopleController {
  constructor(private readonly answers: PublicAnswers) {}

  @Get('parties')
  @ApiOperation({ operationId: 'listPublicParties', summary: 'Parties in the register, by name' })
  @ApiOkResponse({ type: PublicPartiesAnswer })
  async parties(
    @Req() request: WebRequest,
    @Res({ passthrough: true }) response: Response,
  ): Promise<PublicPartiesAnswer | undefined> {
    const { stamp } = await this.answers.openHead();
    return answerFresh(request, response, stamp, async () => ({
      items: await this.answers.read(request.requestId, readPublicParties),
    }));
  }

  @Get('parties/:slug')
  @ApiParam({
    name: 'slug',
    schema: { type: 'string', pattern: SLUG.source, example: 'polderpartij' },
  })
  @ApiOperation({ operationId: 'readPublicParty', summary: 'A party with its sums per year' })
  @ApiOkResponse({ type: PublicPartyDetailAnswer })
  async party(
    @Req() request: WebRequest,
    @Res({ passthrough: true }) response: Response,
    @Param('slug') slug: string,
  ): Promise<PublicPartyDetailAnswer | undefined> {
    if (!SLUG.test(slug)) throw notFound();
    const { stamp } = await this.answers.openHead();
    return answerFresh(request, response, stamp, () =>
      this.answers.read(request.requestId, async (tx) => {
        const party = await readPublicParty(tx, slug);
        if (party === null) throw notFound();
        return { ...party, years: (await readPartyYears(tx, slug)).map(inEuros) };
      }),
    );
  }

  @Get('donors')
  @ApiOperation({
    operationId: 'listPublicDonors',
    summary: 'Donors in the register, by number',
    description: 'A donor keeps its number over years and parties. A shielded donor is not in it.',
  })
  @ApiOkResponse({ type: PublicDonorsAnswer })
  async donors(
    @Req() request: WebRequest,
    @Res({ passthrough: true }) response: Response,
    @Query() query: DonorsQuery,
  ): Promise<PublicDonorsAnswer | undefined> {
    const size = pageSizeOf(query);
    const after = afterDonor(query.cursor);
    const { text = null, party = null, year = null } = query;
    const { stamp } = await this.answers.openHead();
    return answerFresh(request, response, stamp, async () => {
      const rows = await this.answers.read(request.requestId, (tx) =>
        findDonors(tx, { text, party, year, after, limit: size + 1 }),
      );
      return keysetPage(request, response, rows.map(inEuros), size, ({ id }) => [id]);
    });
  }

  @Get('donors/:publicId')
  @ApiParam({
    name: 'publicId',
    schema: { type: 'string', pattern: DONOR_ID.source, example: 'D-0000000001' },
  })
  @ApiOperation({
    operationId: 'readPublicDonor',
    summary: 'A donor with its sums per year and party',
  })
  @ApiOkResponse({ type: PublicDonorDetailAnswer })
  async donor(
    @Req() request: WebRequest,
    @Res({ passthrough: true }) response: Response,
    @Param('publicId') publicId: string,
  ): Promise<PublicDonorDetailAnswer | undefined> {
    if (!DONOR_ID.test(publicId)) throw notFound();
    const { stamp } = await this.answers.openHead();
    return answerFresh(request, response, stamp, async () => {
      const donor = await this.answers.read(request.requestId, (tx) =>
        readPublicDonor(tx, publicId),
      );
      if (donor === null) throw notFound();
      const years = donor.years.map(({ partySlug, ...rest }) => ({
        party: partySlug,
        ...inEuros(rest),
      }));
      return { ...donor, years };
    });
  }

  @Get('statistics')
  @ApiOperation({
    operationId: 'readPublicStatistics',
    summary: 'Number and sum of gifts per year, party, type, form and kind of recipient',
  })
  @ApiOkResponse({ type: StatisticsAnswer })
  async statistics(
    @Req() request: WebRequest,
    @Res({ passthrough: true }) response: Response,
    @Query() { year, without = '' }: StatisticsQuery,
  ): Promise<StatisticsAnswer | undefined> {
    const left = without.split(',').filter((type) => type !== '');
    const { stamp, changeNumber } = await this.answers.openHead();
    return answerFresh(request, response, stamp, async () => {
      const found = await this.answers.read(request.requestId, (tx) =>
        readStatistics(tx, year ?? null, left),
      );
      const told = (parts: readonly Part[]) => parts.map(inEuros);
      return {
        changeNumber,
        years: told(found.years),
        parties: told(found.parties),
        types: told(found.types),
        forms: told(found.forms),
        recipientKinds: told(found.recipientKinds),
      };
    });
  }
}
