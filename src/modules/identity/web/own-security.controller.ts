import { Controller, Get, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { type Response } from 'express';
import { type WebRequest } from '../../../platform/http/actor';
import { type SecurityAnswer, SecurityForms } from './security-forms';

const RETRY_SECONDS = '900';

/** How one signs in, and where one is signed in. */
@ApiExcludeController()
@Controller('account')
export class OwnSecurityController {
  constructor(private readonly forms: SecurityForms) {}

  @Get('wachtzin')
  passphrase(@Req() request: WebRequest, @Res() response: Response): void {
    response.type('text/html').send(this.forms.page(request, 'passphrase'));
  }

  @Post('wachtzin')
  async changePassphrase(@Req() request: WebRequest, @Res() response: Response): Promise<void> {
    send(response, await this.forms.changePassphrase(request));
  }

  @Get('app')
  authenticator(@Req() request: WebRequest, @Res() response: Response): void {
    response.type('text/html').send(this.forms.page(request, 'authenticator'));
  }

  @Post('app')
  async beginAuthenticator(@Req() request: WebRequest, @Res() response: Response): Promise<void> {
    send(response, await this.forms.beginAuthenticator(request));
  }

  @Get('app/bevestigen')
  async confirm(@Req() request: WebRequest, @Res() response: Response): Promise<void> {
    send(response, await this.forms.confirmPage(request));
  }

  @Post('app/bevestigen')
  async finishAuthenticator(@Req() request: WebRequest, @Res() response: Response): Promise<void> {
    send(response, await this.forms.finishAuthenticator(request));
  }

  @Get('herstelcodes')
  recoveryCodes(@Req() request: WebRequest, @Res() response: Response): void {
    response.type('text/html').send(this.forms.page(request, 'recovery-codes'));
  }

  @Post('herstelcodes')
  async renewRecoveryCodes(@Req() request: WebRequest, @Res() response: Response): Promise<void> {
    send(response, await this.forms.renewRecoveryCodes(request));
  }

  @Post('sessies/beeindigen')
  async endOthers(@Req() request: WebRequest, @Res() response: Response): Promise<void> {
    send(response, await this.forms.endOthers(request));
  }
}

function send(response: Response, answer: SecurityAnswer): void {
  if ('next' in answer) {
    response.redirect(303, answer.next);
    return;
  }
  if (answer.status === 429) response.setHeader('Retry-After', RETRY_SECONDS);
  response.status(answer.status).type('text/html').send(answer.html);
}
