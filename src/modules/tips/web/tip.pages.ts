import { Controller, Get, Post, Req, Res, UploadedFile, UseInterceptors } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { type Response } from 'express';
import { type WebRequest } from '../../../platform/http/actor';
import { type SentFile, TIP_UPLOAD } from './tip-file';
import { type TipAnswer, TipForms } from './tip-forms';
import { TipTalk } from './tip-talk';

/** What was told is nobody else's: no copy of these pages is kept and no search engine has them. */
function send(response: Response, { status, html }: TipAnswer): void {
  response.setHeader('Cache-Control', 'no-store');
  response.setHeader('X-Robots-Tag', 'noindex, noarchive');
  response.status(status).type('text/html').send(html);
}

/** A suspicion that anybody may tell, without signing in and without a name. */
@ApiExcludeController()
@Controller('tip')
export class TipPages {
  constructor(
    private readonly forms: TipForms,
    private readonly talk: TipTalk,
  ) {}

  @Get()
  show(@Req() request: WebRequest, @Res() response: Response): void {
    response.type('text/html').send(this.forms.show(request));
  }

  @Post()
  async file(@Req() request: WebRequest, @Res() response: Response): Promise<void> {
    send(response, await this.forms.send(request));
  }

  @Get('terug')
  ask(@Req() request: WebRequest, @Res() response: Response): void {
    response.type('text/html').send(this.talk.ask(request));
  }

  @Post('terug')
  async open(@Req() request: WebRequest, @Res() response: Response): Promise<void> {
    send(response, await this.talk.open(request));
  }

  @Post('terug/bericht')
  async add(@Req() request: WebRequest, @Res() response: Response): Promise<void> {
    send(response, await this.talk.add(request));
  }

  @Post('terug/bestand')
  @UseInterceptors(TIP_UPLOAD)
  async addFile(
    @Req() request: WebRequest,
    @Res() response: Response,
    @UploadedFile() file?: SentFile,
  ): Promise<void> {
    send(response, await this.talk.addFile(request, file));
  }
}
