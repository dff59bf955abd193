import { Controller, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { type Response } from 'express';
import { type WebRequest } from '../../../platform/http/actor';
import { formText } from '../../../platform/http/body';
import { sendAnswer } from '../../../platform/http/form-answer';
import { IdPipe } from '../../../platform/http/validation';
import { KeepRules } from '../application/rules-verbs';
import { RuleForms } from './rules-forms';

/** The rules of the treasurer and the amounts of dues. */
@ApiExcludeController()
@Controller('bank')
export class RulePages {
  constructor(
    private readonly forms: RuleForms,
    private readonly rules: KeepRules,
  ) {}

  @Get('regels')
  async list(
    @Req() request: WebRequest,
    @Res() response: Response,
    @Query('opgeslagen') saved = '',
  ): Promise<void> {
    response.type('text/html').send(await this.forms.list(request, saved === 'ja'));
  }

  @Get('regels/nieuw')
  async toMake(@Req() request: WebRequest, @Res() response: Response): Promise<void> {
    response.type('text/html').send(await this.forms.form(request, null));
  }

  @Post('regels')
  async make(@Req() request: WebRequest, @Res() response: Response): Promise<void> {
    sendAnswer(response, await this.forms.save(request, null));
  }

  @Get('regels/:id')
  async toRevise(
    @Req() request: WebRequest,
    @Res() response: Response,
    @Param('id', IdPipe) id: string,
  ): Promise<void> {
    response.type('text/html').send(await this.forms.form(request, id));
  }

  @Post('regels/:id')
  async revise(
    @Req() request: WebRequest,
    @Res() response: Response,
    @Param('id', IdPipe) id: string,
  ): Promise<void> {
    sendAnswer(response, await this.forms.save(request, id));
  }

  @Post('regels/:id/schakelen')
  async switch(
    @Req() request: WebRequest,
    @Res() response: Response,
    @Param('id', IdPipe) id: string,
  ): Promise<void> {
    const active = formText(request.body, 'stand') === 'aan';
    const answer = await this.forms.press(request, (tx) => this.rules.switch(tx, id, active));
    sendAnswer(response, answer);
  }

  @Post('regels/:id/plaats')
  async move(
    @Req() request: WebRequest,
    @Res() response: Response,
    @Param('id', IdPipe) id: string,
  ): Promise<void> {
    const towards = formText(request.body, 'naar') === 'later' ? 'later' : 'earlier';
    const answer = await this.forms.press(request, (tx) => this.rules.move(tx, id, towards));
    sendAnswer(response, answer);
  }

  @Post('contributie')
  async addDues(@Req() request: WebRequest, @Res() response: Response): Promise<void> {
    sendAnswer(response, await this.forms.addDues(request));
  }

  @Post('contributie/:id/weghalen')
  async endDues(
    @Req() request: WebRequest,
    @Res() response: Response,
    @Param('id', IdPipe) id: string,
  ): Promise<void> {
    sendAnswer(response, await this.forms.press(request, (tx) => this.rules.endDues(tx, id)));
  }
}
