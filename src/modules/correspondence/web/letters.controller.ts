import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import { type Response } from 'express';
import { Database } from '../../../platform/database/database';
import { type WebRequest } from '../../../platform/http/actor';
import { IdPipe } from '../../../platform/http/validation';
import { readCorrection } from '../application/read-letters';
import { LetterAnswer } from './letter.answers';
import { openLetter, openPdf } from './open-letter';

const FILE = { type: 'string', format: 'binary' } as const;

/** Letters as they were sent: a party reads those addressed to it. */
@ApiTags('letters')
@Controller('v1/letters')
export class LettersController {
  constructor(private readonly database: Database) {}

  @Get(':id')
  @ApiOperation({
    operationId: 'readLetter',
    summary: 'What was sent, when, to whom, and its hash',
  })
  @ApiOkResponse({ type: LetterAnswer })
  read(@Req() request: WebRequest, @Param('id', IdPipe) id: string): Promise<LetterAnswer> {
    return openLetter(this.database, request, id, async ({ letter, tx }) => {
      const { kind, name, lines } = letter.addressee;
      return {
        id: letter.id,
        number: letter.number,
        kind: letter.kind,
        subjectId: letter.subjectId,
        addressee: { kind, name, lines },
        reference: letter.reference,
        subject: letter.subject,
        day: letter.day,
        sha256: letter.sha256,
        corrects: letter.corrects,
        correctedBy: (await readCorrection(tx, id))?.id ?? null,
        sentAt: letter.sentAt,
      };
    });
  }

  @Get(':id/pdf')
  @ApiProduces('application/pdf')
  @ApiOperation({ operationId: 'downloadLetter', summary: 'The exact bytes that were sent' })
  @ApiOkResponse({ schema: FILE })
  async pdf(
    @Req() request: WebRequest,
    @Res() response: Response,
    @Param('id', IdPipe) id: string,
  ): Promise<void> {
    const [number, pdf] = await openLetter(this.database, request, id, async (open) => [
      open.letter.number,
      await openPdf(open),
    ]);
    response.attachment(`${number}.pdf`).type('application/pdf').send(pdf);
  }
}
