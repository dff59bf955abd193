import { Controller, Get, Post, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { type Response } from 'express';
import { type WebRequest } from '../../../platform/http/actor';
import { sendAnswer } from '../../../platform/http/form-answer';
import { SettingsForms } from './settings-forms';

/** What a party agreed for itself; its board decides. */
@ApiExcludeController()
@Controller('instellingen')
export class SettingsPages {
  constructor(private readonly forms: SettingsForms) {}

  @Get()
  async show(
    @Req() request: WebRequest,
    @Res() response: Response,
    @Query('opgeslagen') saved?: string,
  ): Promise<void> {
    response.type('text/html').send(await this.forms.page(request, saved === 'ja'));
  }

  @Post('plafond')
  async ownCap(@Req() request: WebRequest, @Res() response: Response): Promise<void> {
    sendAnswer(response, await this.forms.enterOwnCap(request));
  }

  @Post('tweede-handtekening')
  async secondSignature(@Req() request: WebRequest, @Res() response: Response): Promise<void> {
    sendAnswer(response, await this.forms.decideSecondSignature(request));
  }
}
