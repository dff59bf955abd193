import { Controller, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { type Response } from 'express';
import { type WebRequest } from '../../../platform/http/actor';
import { sendAnswer } from '../../../platform/http/form-answer';
import { IdPipe } from '../../../platform/http/validation';
import { RequestForms } from './request-forms';

const DONE = ['gevraagd', 'herinnerd', 'ingetrokken'];

/** "Vraag aan de gever": the form, how far it is, a reminder, taking it back. */
@ApiExcludeController()
@Controller('verzoeken')
export class RequestPages {
  constructor(private readonly forms: RequestForms) {}

  @Get('nieuw')
  async form(@Req() request: WebRequest, @Res() response: Response): Promise<void> {
    response.type('text/html').send(await this.forms.empty(request));
  }

  @Post()
  async ask(@Req() request: WebRequest, @Res() response: Response): Promise<void> {
    sendAnswer(response, await this.forms.take(request));
  }

  @Get(':id')
  async show(
    @Req() request: WebRequest,
    @Res() response: Response,
    @Param('id', IdPipe) id: string,
    @Query('gedaan') done?: string,
  ): Promise<void> {
    const said = DONE.find((one) => one === done) ?? '';
    response.type('text/html').send(await this.forms.show(request, id, said));
  }

  @Post(':id/herinneren')
  async remind(
    @Req() request: WebRequest,
    @Res() response: Response,
    @Param('id', IdPipe) id: string,
  ): Promise<void> {
    sendAnswer(response, await this.forms.remind(request, id));
  }

  @Post(':id/intrekken')
  async withdraw(
    @Req() request: WebRequest,
    @Res() response: Response,
    @Param('id', IdPipe) id: string,
  ): Promise<void> {
    sendAnswer(response, await this.forms.withdraw(request, id));
  }
}
