import { Controller, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { type Response } from 'express';
import { type WebRequest } from '../../../platform/http/actor';
import { sendAnswer } from '../../../platform/http/form-answer';
import { IdPipe } from '../../../platform/http/validation';
import { EMPTY_FORM } from './acts';
import { ReleaseForms } from './release-forms';
import { StopForms } from './stop-forms';

/** What will become public, exactly as it will read; and what takes it down again. */
@ApiExcludeController()
@Controller('toezicht/vrijgave')
export class ReleasePages {
  constructor(
    private readonly forms: ReleaseForms,
    private readonly stops: StopForms,
  ) {}

  @Get()
  async list(
    @Req() request: WebRequest,
    @Res() response: Response,
    @Query('stand') state = '',
    @Query('na') after = '',
    @Query('gedaan') done = '',
  ): Promise<void> {
    const html = await this.forms.list(request, { state, after, done }, EMPTY_FORM);
    response.type('text/html').send(html);
  }

  @Post()
  async releaseMany(@Req() request: WebRequest, @Res() response: Response): Promise<void> {
    sendAnswer(response, await this.forms.releaseMany(request));
  }

  @Get('termijn')
  async term(
    @Req() request: WebRequest,
    @Res() response: Response,
    @Query('gedaan') done = '',
  ): Promise<void> {
    response.type('text/html').send(await this.forms.term(request, done, EMPTY_FORM));
  }

  @Post('termijn')
  async setTerm(@Req() request: WebRequest, @Res() response: Response): Promise<void> {
    sendAnswer(response, await this.forms.setTerm(request));
  }

  @Get('noodstop')
  async stop(
    @Req() request: WebRequest,
    @Res() response: Response,
    @Query('gedaan') done = '',
    @Query('gift') gift = '',
  ): Promise<void> {
    const form = { typed: { gift }, errors: [] };
    response.type('text/html').send(await this.stops.stop(request, done, form));
  }

  @Post('noodstop')
  async stopGift(@Req() request: WebRequest, @Res() response: Response): Promise<void> {
    sendAnswer(response, await this.stops.decideGift(request));
  }

  @Post('noodstop/register')
  async stopRegister(@Req() request: WebRequest, @Res() response: Response): Promise<void> {
    sendAnswer(response, await this.stops.decideRegister(request));
  }

  @Get(':id')
  async detail(
    @Req() request: WebRequest,
    @Res() response: Response,
    @Param('id', IdPipe) id: string,
    @Query('gedaan') done = '',
  ): Promise<void> {
    response.type('text/html').send(await this.forms.item(request, id, done, EMPTY_FORM));
  }

  @Post(':id')
  async decide(
    @Req() request: WebRequest,
    @Res() response: Response,
    @Param('id', IdPipe) id: string,
  ): Promise<void> {
    sendAnswer(response, await this.forms.decide(request, id));
  }
}
