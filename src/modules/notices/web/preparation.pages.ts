import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { type Response } from 'express';
import { type WebRequest } from '../../../platform/http/actor';
import { sendAnswer } from '../../../platform/http/form-answer';
import { IdPipe } from '../../../platform/http/validation';
import { PreparationForms } from './preparation-forms';

/** A notice that waits for a second person of the party. */
@ApiExcludeController()
@Controller('meldingen/klaargezet')
export class PreparationPages {
  constructor(private readonly forms: PreparationForms) {}

  @Get(':id')
  async show(
    @Req() request: WebRequest,
    @Res() response: Response,
    @Param('id', IdPipe) id: string,
  ): Promise<void> {
    response.type('text/html').send(await this.forms.page(request, id));
  }

  @Post(':id')
  async confirm(
    @Req() request: WebRequest,
    @Res() response: Response,
    @Param('id', IdPipe) id: string,
  ): Promise<void> {
    sendAnswer(response, await this.forms.confirm(request, id));
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
