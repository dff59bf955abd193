import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { type Response } from 'express';
import { Database } from '../../../platform/database/database';
import { type WebRequest } from '../../../platform/http/actor';
import { Pages } from '../../../platform/http/pages';
import { IdPipe } from '../../../platform/http/validation';
import { letterMail, readCorrection, readLetter } from '../application/read-letters';
import { type LetterAround, letterPage } from './letter-page';
import { openLetter, openPdf, type OpenLetter } from './open-letter';

/** A letter on a page: what, when, to whom, its hash, and the file itself. */
@ApiExcludeController()
@Controller('brieven')
export class LetterPages {
  constructor(
    private readonly database: Database,
    private readonly pages: Pages,
  ) {}

  // Before the page, whose route would take the name of the file for an id.
  @Get(':id.pdf')
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

  @Get(':id')
  async page(
    @Req() request: WebRequest,
    @Res() response: Response,
    @Param('id', IdPipe) id: string,
  ): Promise<void> {
    const forStaff = request.actor.tenantId === null;
    const data = await openLetter(this.database, request, id, async (open) =>
      letterPage(open.letter, await around(open, forStaff), this.pages.words(request)),
    );
    response.type('text/html').send(this.pages.html(request, 'pages/letters/letter.njk', data));
  }
}

async function around({ letter, tx }: OpenLetter, forStaff: boolean): Promise<LetterAround> {
  return {
    corrects: letter.corrects === null ? null : await readLetter(tx, letter.corrects),
    correctedBy: await readCorrection(tx, letter.id),
    mail: forStaff ? await letterMail(tx, letter) : null,
    forStaff,
  };
}
