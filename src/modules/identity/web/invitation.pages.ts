import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { type Response } from 'express';
import { type WebRequest } from '../../../platform/http/actor';
import { assertOwnForm } from '../../../platform/http/csrf.guard';
import { Pages } from '../../../platform/http/pages';
import { Problem } from '../../../platform/http/problem';
import { Cookies } from './cookies';
import { type InvitationAnswer, InvitationForms } from './invitation-forms';

const RETRY_SECONDS = '900';

/** The link of an invitation: making an account in three steps, or using the one there is. */
@ApiExcludeController()
@Controller('uitnodiging/:token')
export class InvitationPages {
  constructor(
    private readonly pages: Pages,
    private readonly cookies: Cookies,
    private readonly forms: InvitationForms,
  ) {}

  @Get()
  async first(
    @Req() request: WebRequest,
    @Res() response: Response,
    @Param('token') token: string,
  ): Promise<void> {
    this.cookies.welcome(request, response);
    await this.answer(request, response, () => this.forms.first(request, token));
  }

  @Post()
  async begin(
    @Req() request: WebRequest,
    @Res() response: Response,
    @Param('token') token: string,
  ): Promise<void> {
    assertOwnForm(request);
    await this.answer(request, response, () => this.forms.begin(request, token));
  }

  @Get('app')
  async app(
    @Req() request: WebRequest,
    @Res() response: Response,
    @Param('token') token: string,
  ): Promise<void> {
    this.cookies.welcome(request, response);
    await this.answer(request, response, () => this.forms.app(request, token));
  }

  @Post('app')
  async finish(
    @Req() request: WebRequest,
    @Res() response: Response,
    @Param('token') token: string,
  ): Promise<void> {
    assertOwnForm(request);
    await this.answer(request, response, () => this.forms.finish(request, token));
  }

  @Post('aannemen')
  async accept(
    @Req() request: WebRequest,
    @Res() response: Response,
    @Param('token') token: string,
  ): Promise<void> {
    assertOwnForm(request);
    await this.answer(request, response, () => this.forms.accept(request, token));
  }

  /** What is unknown, used, withdrawn or too old gets one and the same page. */
  private async answer(
    request: WebRequest,
    response: Response,
    work: () => Promise<InvitationAnswer>,
  ): Promise<void> {
    try {
      const { status, html, next, session } = await work();
      if (session !== undefined) this.cookies.keepSession(response, session.id);
      if (status === 429) response.setHeader('Retry-After', RETRY_SECONDS);
      if (next !== undefined) response.redirect(303, next);
      else response.status(status).type('text/html').send(html);
    } catch (error) {
      if (!(error instanceof Problem) || error.status !== 404) throw error;
      const gone = this.pages.html(request, 'pages/people/invitation-gone.njk', { errors: [] });
      response.status(404).type('text/html').send(gone);
    }
  }
}
