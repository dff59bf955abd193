import { Controller, Get, HttpCode, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { type Response } from 'express';
import { type WebRequest } from '../../../platform/http/actor';
import { formText } from '../../../platform/http/body';
import { sendAnswer } from '../../../platform/http/form-answer';
import { IdPipe } from '../../../platform/http/validation';
import { GiftForms } from './gift-forms';

/** Booking and correcting a gift, with what the law says of it beside the form. */
@ApiExcludeController()
@Controller('giften')
export class GiftFormPages {
  constructor(private readonly forms: GiftForms) {}

  @Get('nieuw')
  async empty(
    @Req() request: WebRequest,
    @Res() response: Response,
    @Query('gever') donorId?: string,
  ): Promise<void> {
    const html = await this.forms.empty(request, donorId ?? '');
    response.type('text/html').send(html);
  }

  @Post()
  async book(@Req() request: WebRequest, @Res() response: Response): Promise<void> {
    const checking = formText(request.body, 'do') === 'check';
    sendAnswer(
      response,
      await (checking ? this.forms.check(request, null) : this.forms.book(request)),
    );
  }

  @Post('controle')
  @HttpCode(200)
  async preCheck(
    @Req() request: WebRequest,
    @Res() response: Response,
    @Query('verbetert') corrected?: string,
  ): Promise<void> {
    const html = await this.forms.fragment(request, corrected ?? null);
    response.type('text/html').send(html);
  }

  @Get(':id/verbeteren')
  async toCorrect(
    @Req() request: WebRequest,
    @Res() response: Response,
    @Param('id', IdPipe) id: string,
  ): Promise<void> {
    response.type('text/html').send(await this.forms.toCorrect(request, id));
  }

  @Post(':id/verbeteren')
  async correct(
    @Req() request: WebRequest,
    @Res() response: Response,
    @Param('id', IdPipe) id: string,
  ): Promise<void> {
    const checking = formText(request.body, 'do') === 'check';
    sendAnswer(
      response,
      await (checking ? this.forms.check(request, id) : this.forms.correct(request, id)),
    );
  }
}
