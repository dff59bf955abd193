import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { type Response } from 'express';
import { type WebRequest } from '../../../platform/http/actor';
import { type FormAnswer, sendAnswer } from '../../../platform/http/form-answer';
import { IdPipe } from '../../../platform/http/validation';
import { DonorForms } from './donor-forms';
import { LookThroughForms } from './look-through-forms';

/** Entering a donor and adding to what is known of one. */
@ApiExcludeController()
@Controller('gevers')
export class DonorFormPages {
  constructor(
    private readonly forms: DonorForms,
    private readonly lookThrough: LookThroughForms,
  ) {}

  @Get('nieuw')
  empty(@Req() request: WebRequest, @Res() response: Response): void {
    response.type('text/html').send(this.forms.empty(request));
  }

  @Post()
  async register(@Req() request: WebRequest, @Res() response: Response): Promise<void> {
    sendAnswer(response, await this.forms.register(request));
  }

  @Get(':id/wijzigen')
  async toRevise(
    @Req() request: WebRequest,
    @Res() response: Response,
    @Param('id', IdPipe) id: string,
  ): Promise<void> {
    response.type('text/html').send(await this.forms.toRevise(request, id));
  }

  @Post(':id/wijzigen')
  async revise(
    @Req() request: WebRequest,
    @Res() response: Response,
    @Param('id', IdPipe) id: string,
  ): Promise<void> {
    const answer: FormAnswer = await this.forms.revise(request, id);
    sendAnswer(response, answer);
  }

  @Get(':id/verklaring')
  async toDeclare(
    @Req() request: WebRequest,
    @Res() response: Response,
    @Param('id', IdPipe) id: string,
  ): Promise<void> {
    response.type('text/html').send(await this.forms.toDeclare(request, id));
  }

  @Post(':id/verklaring')
  async declare(
    @Req() request: WebRequest,
    @Res() response: Response,
    @Param('id', IdPipe) id: string,
  ): Promise<void> {
    sendAnswer(response, await this.forms.declare(request, id));
  }

  @Get(':id/doorkijk')
  async toLookThrough(
    @Req() request: WebRequest,
    @Res() response: Response,
    @Param('id', IdPipe) id: string,
  ): Promise<void> {
    response.type('text/html').send(await this.lookThrough.empty(request, id));
  }

  @Post(':id/doorkijk')
  async recordLookThrough(
    @Req() request: WebRequest,
    @Res() response: Response,
    @Param('id', IdPipe) id: string,
  ): Promise<void> {
    sendAnswer(response, await this.lookThrough.take(request, id));
  }
}
