import { Controller, Get, Inject, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { type Response } from 'express';
import { CONFIG, type Config } from '../../../platform/config/config';
import { type WebRequest, scopeOf } from '../../../platform/http/actor';
import { formText } from '../../../platform/http/body';
import { assertOwnForm } from '../../../platform/http/csrf.guard';
import { Pages } from '../../../platform/http/pages';
import { ConfirmCode } from '../application/confirm-code';
import { identityScope } from '../application/scope';
import { SignIn } from '../application/sign-in';
import { Cookies } from './cookies';
import { homeOf, localPath } from './local-path';

interface Failed {
  readonly field: string;
  /** Key of the text. */
  readonly message: string;
  readonly status: 422 | 429;
}

const RETRY_SECONDS = '900';

function wanted(request: WebRequest): string {
  const asked = request.method === 'GET' ? request.query['verder'] : undefined;
  return localPath(typeof asked === 'string' ? asked : formText(request.body, 'verder'));
}

/** Signing in: first the password, then the code of the authenticator app. */
@ApiExcludeController()
@Controller('aanmelden')
export class SignInController {
  constructor(
    private readonly pages: Pages,
    private readonly cookies: Cookies,
    private readonly signIn: SignIn,
    private readonly confirmCode: ConfirmCode,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Get()
  form(@Req() request: WebRequest, @Res() response: Response): void {
    this.cookies.welcome(request, response);
    this.showForm(request, response);
  }

  @Post()
  async password(@Req() request: WebRequest, @Res() response: Response): Promise<void> {
    assertOwnForm(request);
    const email = formText(request.body, 'email').trim();
    const password = formText(request.body, 'password');
    if (email === '' || password === '') {
      const field = email === '' ? 'email' : 'password';
      const message = `identity.signIn.${field}Missing`;
      this.showForm(request, response, { field, message, status: 422 });
      return;
    }
    const command = { email, password, address: request.ip ?? '' };
    const answer = await this.signIn.run(command, identityScope(scopeOf(request)));
    if (answer.outcome === 'code_needed') {
      this.cookies.keepSession(response, answer.halfSessionId);
      const onward = wanted(request);
      const query = onward === '' ? '' : `?verder=${encodeURIComponent(onward)}`;
      response.redirect(303, `/aanmelden/code${query}`);
      return;
    }
    this.showForm(request, response, failure(answer.outcome, 'email', 'signIn'));
  }

  @Get('code')
  async codeForm(@Req() request: WebRequest, @Res() response: Response): Promise<void> {
    this.cookies.welcome(request, response);
    await this.showCodeForm(request, response);
  }

  @Post('code')
  async code(@Req() request: WebRequest, @Res() response: Response): Promise<void> {
    assertOwnForm(request);
    const code = formText(request.body, 'code').replace(/\s/g, '');
    const half = this.cookies.session(request);
    const answer = await this.confirmCode.run(half, code, identityScope(scopeOf(request)));
    switch (answer.outcome) {
      case 'signed_in': {
        this.cookies.keepSession(response, answer.session.id);
        const onward = wanted(request);
        response.redirect(303, onward === '' ? homeOf(answer.session.role) : onward);
        return;
      }
      case 'start_again':
        response.redirect(303, '/aanmelden');
        return;
      case 'refused':
      case 'too_many':
        await this.showCodeForm(
          request,
          response,
          failure(answer.outcome, 'code', codeArea(request)),
        );
    }
  }

  private showForm(request: WebRequest, response: Response, failed?: Failed): void {
    const values = { email: formText(request.body, 'email') };
    this.show(request, response, 'sign-in', { values }, failed);
  }

  private async showCodeForm(
    request: WebRequest,
    response: Response,
    failed?: Failed,
  ): Promise<void> {
    const scope = identityScope(scopeOf(request));
    const half = this.cookies.session(request);
    const demoCode = this.config.demo ? await this.confirmCode.demoCode(half, scope) : undefined;
    const recovery =
      request.query['herstel'] === 'ja' || formText(request.body, 'herstel') === 'ja';
    this.show(request, response, 'code', { demoCode: demoCode ?? '', recovery }, failed);
  }

  private show(
    request: WebRequest,
    response: Response,
    page: string,
    data: object,
    failed?: Failed,
  ): void {
    const errors =
      failed === undefined
        ? []
        : [{ field: failed.field, message: this.pages.t(request, failed.message) }];
    if (failed?.status === 429) response.setHeader('Retry-After', RETRY_SECONDS);
    const all = { ...data, errors, onward: wanted(request) };
    const html = this.pages.html(request, `pages/identity/${page}.njk`, all);
    response.status(failed?.status ?? 200).send(html);
  }
}

function codeArea(request: WebRequest): string {
  return formText(request.body, 'herstel') === 'ja' ? 'code.recovery' : 'code';
}

function failure(outcome: 'refused' | 'too_many', field: string, area: string): Failed {
  return outcome === 'refused'
    ? { field, message: `identity.${area}.refused`, status: 422 }
    : { field, message: 'identity.tooMany', status: 429 };
}
