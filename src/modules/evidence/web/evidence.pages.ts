import {
  Controller,
  Get,
  Param,
  Post,
  Query,
  Req,
  Res,
  UploadedFile,
  UseInterceptors,
} from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { type Response } from 'express';
import { type WebRequest } from '../../../platform/http/actor';
import { sendAnswer } from '../../../platform/http/form-answer';
import { IdPipe } from '../../../platform/http/validation';
import { EvidenceFileForms } from './evidence-file-forms';
import { EvidenceForms, subjectOf } from './evidence-forms';
import { sendEvidence, UPLOAD, type UploadedEvidence } from './evidence-upload';

const DONE = ['toegevoegd', 'ook-elders', 'weggehaald'];

function oneOf(text: unknown, known: readonly string[]): string {
  return known.find((one) => one === text) ?? '';
}

/** The files behind a gift, a donor or a settlement. */
@ApiExcludeController()
@Controller('bewijs/:soort/:id')
export class EvidencePages {
  constructor(private readonly forms: EvidenceForms) {}

  @Get()
  async show(
    @Req() request: WebRequest,
    @Res() response: Response,
    @Param('soort') segment: string,
    @Param('id', IdPipe) id: string,
    @Query() query: Readonly<Record<string, unknown>>,
  ): Promise<void> {
    const as = typeof query['als'] === 'string' ? query['als'].slice(0, 40) : '';
    const done = oneOf(query['gedaan'], DONE);
    const html = await this.forms.show(request, subjectOf(segment, id), as, done);
    response.type('text/html').send(html);
  }

  @Post()
  @UseInterceptors(UPLOAD)
  async attach(
    @Req() request: WebRequest,
    @Res() response: Response,
    @Param('soort') segment: string,
    @Param('id', IdPipe) id: string,
    @UploadedFile() file?: UploadedEvidence,
  ): Promise<void> {
    sendAnswer(response, await this.forms.take(request, subjectOf(segment, id), file));
  }
}

/** One file: its particulars, its bytes, who may read it, taking it away. */
@ApiExcludeController()
@Controller('bewijsstukken/:id')
export class EvidenceFilePages {
  constructor(private readonly forms: EvidenceFileForms) {}

  @Get()
  async show(
    @Req() request: WebRequest,
    @Res() response: Response,
    @Param('id', IdPipe) id: string,
    @Query('gedaan') done?: string,
  ): Promise<void> {
    const said = oneOf(done, ['gedeeld', 'bijgevoegd']);
    response.type('text/html').send(await this.forms.show(request, id, said));
  }

  @Get('bestand')
  async bytes(
    @Req() request: WebRequest,
    @Res() response: Response,
    @Param('id', IdPipe) id: string,
  ): Promise<void> {
    sendEvidence(response, await this.forms.open(request, id));
  }

  @Post('weghalen')
  async remove(
    @Req() request: WebRequest,
    @Res() response: Response,
    @Param('id', IdPipe) id: string,
  ): Promise<void> {
    sendAnswer(response, await this.forms.remove(request, id));
  }

  @Post('delen')
  async disclose(
    @Req() request: WebRequest,
    @Res() response: Response,
    @Param('id', IdPipe) id: string,
  ): Promise<void> {
    sendAnswer(response, await this.forms.disclose(request, id));
  }
}
