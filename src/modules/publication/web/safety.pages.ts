import { Controller, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { type Response } from 'express';
import { type WebRequest } from '../../../platform/http/actor';
import { sendAnswer } from '../../../platform/http/form-answer';
import { IdPipe } from '../../../platform/http/validation';
import { EMPTY_FORM } from './acts';
import { AskForms } from './ask-forms';
import { SafetyForms } from './safety-forms';

/** Requests to shield somebody, for the overseer, the committee and who decides. */
@ApiExcludeController()
@Controller('toezicht/veiligheid')
export class SafetyPages {
  constructor(private readonly forms: SafetyForms) {}

  @Get()
  async list(
    @Req() request: WebRequest,
    @Res() response: Response,
    @Query('na') after = '',
  ): Promise<void> {
    const html = await this.forms.list(request, '/toezicht/veiligheid', after);
    response.type('text/html').send(html);
  }

  @Get(':id')
  async detail(
    @Req() request: WebRequest,
    @Res() response: Response,
    @Param('id', IdPipe) id: string,
    @Query('gedaan') done = '',
  ): Promise<void> {
    const about = { id, done };
    const html = await this.forms.show(request, '/toezicht/veiligheid', about, EMPTY_FORM);
    response.type('text/html').send(html);
  }

  @Post(':id')
  async step(
    @Req() request: WebRequest,
    @Res() response: Response,
    @Param('id', IdPipe) id: string,
  ): Promise<void> {
    sendAnswer(response, await this.forms.step(request, id));
  }
}

/** The same for the party that asks. */
@ApiExcludeController()
@Controller('afscherming')
export class ShieldingPages {
  constructor(
    private readonly forms: SafetyForms,
    private readonly asks: AskForms,
  ) {}

  @Get()
  async list(
    @Req() request: WebRequest,
    @Res() response: Response,
    @Query('na') after = '',
  ): Promise<void> {
    response.type('text/html').send(await this.forms.list(request, '/afscherming', after));
  }

  @Get('nieuw')
  async toAsk(
    @Req() request: WebRequest,
    @Res() response: Response,
    @Query('gever') donorId = '',
    @Query('zoek') search = '',
  ): Promise<void> {
    const html = await this.asks.page(request, { donorId, search }, EMPTY_FORM);
    response.type('text/html').send(html);
  }

  @Post()
  async ask(@Req() request: WebRequest, @Res() response: Response): Promise<void> {
    sendAnswer(response, await this.asks.ask(request));
  }

  @Get(':id')
  async detail(
    @Req() request: WebRequest,
    @Res() response: Response,
    @Param('id', IdPipe) id: string,
    @Query('gedaan') done = '',
  ): Promise<void> {
    const html = await this.forms.show(request, '/afscherming', { id, done }, EMPTY_FORM);
    response.type('text/html').send(html);
  }
}
