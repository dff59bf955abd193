import { Controller, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { type Response } from 'express';
import { type WebRequest } from '../../../platform/http/actor';
import { sendAnswer } from '../../../platform/http/form-answer';
import { IdPipe } from '../../../platform/http/validation';
import { DecideForms } from './proposal-decide-forms';
import { SplitForms } from './proposal-split';
import { type Move } from './proposal-decide-moves';

/** One entry of a bank statement: what is proposed, and every way to decide on it. */
@ApiExcludeController()
@Controller('bank/posten/:id')
export class DecidePages {
  constructor(
    private readonly forms: DecideForms,
    private readonly splits: SplitForms,
  ) {}

  @Get()
  async show(
    @Req() request: WebRequest,
    @Res() response: Response,
    @Param('id', IdPipe) id: string,
    @Query('gedaan') done = '',
    @Query('regel') rule = '',
  ): Promise<void> {
    response.type('text/html').send(await this.forms.show(request, id, done, rule === 'ja'));
  }

  @Post('boeken')
  book(
    @Req() request: WebRequest,
    @Res() response: Response,
    @Param('id', IdPipe) id: string,
  ): Promise<void> {
    return this.take(request, response, id, 'boeken');
  }

  @Post('apart')
  setAside(
    @Req() request: WebRequest,
    @Res() response: Response,
    @Param('id', IdPipe) id: string,
  ): Promise<void> {
    return this.take(request, response, id, 'apart');
  }

  @Post('koppelen')
  link(
    @Req() request: WebRequest,
    @Res() response: Response,
    @Param('id', IdPipe) id: string,
  ): Promise<void> {
    return this.take(request, response, id, 'koppelen');
  }

  @Post('teruggave')
  settle(
    @Req() request: WebRequest,
    @Res() response: Response,
    @Param('id', IdPipe) id: string,
  ): Promise<void> {
    return this.take(request, response, id, 'teruggave');
  }

  @Post('terugdraaien')
  undo(
    @Req() request: WebRequest,
    @Res() response: Response,
    @Param('id', IdPipe) id: string,
  ): Promise<void> {
    return this.take(request, response, id, 'terugdraaien');
  }

  @Get('verdelen')
  async toSplit(
    @Req() request: WebRequest,
    @Res() response: Response,
    @Param('id', IdPipe) id: string,
  ): Promise<void> {
    response.type('text/html').send(await this.splits.show(request, id));
  }

  @Post('verdelen')
  async checkSplit(
    @Req() request: WebRequest,
    @Res() response: Response,
    @Param('id', IdPipe) id: string,
  ): Promise<void> {
    sendAnswer(response, await this.splits.check(request, id));
  }

  @Post('verdelen/boeken')
  async bookSplit(
    @Req() request: WebRequest,
    @Res() response: Response,
    @Param('id', IdPipe) id: string,
  ): Promise<void> {
    sendAnswer(response, await this.splits.book(request, id));
  }

  private async take(
    request: WebRequest,
    response: Response,
    id: string,
    move: Move,
  ): Promise<void> {
    sendAnswer(response, await this.forms.take(request, id, move));
  }
}
