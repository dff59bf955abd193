import { Controller, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { type Response } from 'express';
import { scopeOf, type WebRequest } from '../../../platform/http/actor';
import { identityScope } from '../application/scope';
import { Sessions } from '../application/sessions';
import { Cookies } from './cookies';

@ApiExcludeController()
@Controller('afmelden')
export class SignOutController {
  constructor(
    private readonly cookies: Cookies,
    private readonly sessions: Sessions,
  ) {}

  @Post()
  async signOut(@Req() request: WebRequest, @Res() response: Response): Promise<void> {
    const id = this.cookies.session(request);
    await this.sessions.end(id, identityScope(scopeOf(request)));
    this.cookies.dropSession(response);
    response.redirect(303, '/');
  }
}
