import { Controller, Get, Query, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { type Response } from 'express';
import { isPlainDate, plainDate } from '../../../legal/kernel/plain-date';
import { type WebRequest } from '../../../platform/http/actor';
import { ChoiceField, DayField, QueryInteger, TextField } from '../../../platform/http/fields';
import { decodeCursor, KeysetQuery, keysetPage, pageSizeOf } from '../../../platform/http/keyset';
import { PublicAnswers } from '../application/public-answers';
import { type FilingSearch, type FilingStatus, listFilingStatus } from '../application/read-people';
import { ServeFile } from '../application/serve-file';
import { type DataFile } from '../facts/data-file';
import { answerFresh } from './fresh';
import { DataFilesAnswer, FilingStandingsAnswer, RegisterStateAnswer } from './people.answers';
import { SLUG } from './public-gifts.query';

const KINDS = [
  'annual_report',
  'affiliate_overview',
  'pre_election_overview',
  'post_election_overview',
] as const;
const DAYS_AT_ONCE = 31;

export class FilingsQuery extends KeysetQuery {
  @TextField({ example: 'polderpartij', max: 80, pattern: SLUG, optional: true })
  readonly party?: string;

  @QueryInteger({ example: 2025, min: 1900, max: 2999, optional: true })
  readonly year?: number;

  @ChoiceField({ example: 'annual_report', choices: KINDS, optional: true })
  readonly kind?: string;

  @ChoiceField({
    example: 'not_received',
    choices: ['reported', 'nil', 'not_received'],
    optional: true,
  })
  readonly status?: FilingStatus;
}

export class FilesQuery {
  @DayField({
    example: '2025-10-01',
    optional: true,
    description: 'Gives the change files of the 31 days with changes before this one.',
  })
  readonly before?: string;
}

function afterKey(cursor: string | undefined): FilingSearch['after'] {
  if (cursor === undefined) return null;
  const [day, key] = decodeCursor(cursor, [
    (part) => typeof part === 'string' && isPlainDate(part),
    (part) => typeof part === 'string' && part.length <= 240,
  ]);
  return { day: plainDate(String(day)), key: String(key) };
}

function fileView(file: DataFile) {
  return { ...file, href: `/open-data/bestanden/${file.name}` };
}

/** What stands around the gifts: the state of the register, its files, and who filed. */
@ApiTags('public')
@Controller('v1/public')
export class PublicStateController {
  constructor(
    private readonly answers: PublicAnswers,
    private readonly files: ServeFile,
  ) {}

  @Get('state')
  @ApiOperation({
    operationId: 'readRegisterState',
    summary: 'Whether the register is open, and the number of its newest change',
    description: 'Ask this as often as you like: it costs next to nothing.',
  })
  @ApiOkResponse({ type: RegisterStateAnswer })
  @ApiResponse({ status: 503, description: 'The register is stopped, or the service is busy.' })
  async state(
    @Req() request: WebRequest,
    @Res({ passthrough: true }) response: Response,
  ): Promise<RegisterStateAnswer | undefined> {
    const { open, changeNumber, stamp } = await this.answers.openHead();
    return answerFresh(request, response, stamp, () => Promise.resolve({ open, changeNumber }));
  }

  @Get('filings')
  @ApiOperation({
    operationId: 'listFilingStandings',
    summary: 'Who filed, who filed that there is nothing, and of whom nothing was received',
    description:
      'Three states. A filing whose term still runs and that has not come is in none of them, and ' +
      'so not in this list. Filings of natural persons are left out.',
  })
  @ApiOkResponse({ type: FilingStandingsAnswer })
  async filings(
    @Req() request: WebRequest,
    @Res({ passthrough: true }) response: Response,
    @Query() query: FilingsQuery,
  ): Promise<FilingStandingsAnswer | undefined> {
    const size = pageSizeOf(query);
    const { party = null, year = null, kind = null, status = null } = query;
    const after = afterKey(query.cursor);
    const { stamp } = await this.answers.openHead();
    return answerFresh(request, response, stamp, async () => {
      const rows = await this.answers.read(request.requestId, (tx) =>
        listFilingStatus(tx, { party, year, kind, status, after, limit: size + 1 }),
      );
      const page = keysetPage(request, response, rows, size, ({ lastDay, key }) => [lastDay, key]);
      return { ...page, items: page.items.map(({ key: _key, ...rest }) => rest) };
    });
  }

  @Get('files')
  @ApiOperation({
    operationId: 'listDataFiles',
    summary: 'The files that stand ready, with size and SHA-256, and the newest days of change',
  })
  @ApiOkResponse({ type: DataFilesAnswer })
  async list(
    @Res({ passthrough: true }) response: Response,
    @Query() { before }: FilesQuery,
  ): Promise<DataFilesAnswer> {
    const days = await this.files.days(
      before === undefined ? null : plainDate(before),
      DAYS_AT_ONCE,
    );
    const others = before === undefined ? await this.files.list() : [];
    response.setHeader('Cache-Control', 'public, max-age=30, must-revalidate');
    return { items: [...others, ...days].map(fileView) };
  }
}
