import { Controller, Get, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { type Response } from 'express';
import { scopeOf, type WebRequest } from '../../../platform/http/actor';
import { formText } from '../../../platform/http/body';
import { notFound } from '../../../platform/http/problem';
import { IdPipe } from '../../../platform/http/validation';
import { identityScope } from '../application/scope';
import { Sessions } from '../application/sessions';
import { AccountPage } from './account-page';
import { Cookies } from './cookies';
import { homeOf, localPath } from './local-path';

/** One's own account, and going on in another role. */
@ApiExcludeController()
@Controller('account')
export class AccountController {
  constructor(
    private readonly page: AccountPage,
    private readonly cookies: Cookies,
    private readonly sessions: Sessions,
  ) {}

  @Get()
  async account(@Req() request: WebRequest, @Res() response: Response): Promise<void> {
    await this.page.show(request, response, { status: 200, errors: [], made: null });
  }

  /**
   * Puts the end of the session off: a script that asks for JSON gets both moments, a form goes
   * back to the page it came from (field `verder`).
   */
  @Post('sessie/verlengen')
  async prolong(@Req() request: WebRequest, @Res() response: Response): Promise<void> {
    const scope = identityScope(scopeOf(request));
    const session = await this.sessions.prolong(this.cookies.session(request), scope);
    if (session === undefined) throw notFound();
    if (request.accepts(['html', 'json']) === 'json') {
      const { endsAt, endsAtLatest, secondsLeft } = session;
      const ends = { sessionEndsAt: endsAt, sessionEndsAtLatest: endsAtLatest };
      response.status(200).json({ ...ends, secondsLeft });
      return;
    }
    const onward = localPath(formText(request.body, 'verder'));
    response.redirect(303, onward === '' ? '/account' : onward);
  }

  @Post('rol')
  async chooseRole(@Req() request: WebRequest, @Res() response: Response): Promise<void> {
    const assignment = new IdPipe().transform(formText(request.body, 'assignment'));
    const id = this.cookies.session(request);
    const opened = await this.sessions.choose(id, assignment, identityScope(scopeOf(request)));
    this.cookies.keepSession(response, opened.id);
    response.redirect(303, homeOf(opened.role));
  }
}
