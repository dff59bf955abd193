import { Controller, Get, Inject, Param, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { type Response } from 'express';
import { isPlainDate } from '../../../legal/kernel/plain-date';
import { isRole, scopeOf, type WebRequest } from '../../../platform/http/actor';
import { type Authority, AUTHORITY_TABLE, scopesOf } from '../../../platform/http/authority';
import { formList, formText } from '../../../platform/http/body';
import { Pages } from '../../../platform/http/pages';
import { IdPipe } from '../../../platform/http/validation';
import { formatDay } from '../../../platform/rendering/format';
import { type Language } from '../../../platform/rendering/language';
import { type FormError } from '../../../platform/rendering/page-parts';
import { identityScope } from '../application/scope';
import { Sessions } from '../application/sessions';
import { type IssuedToken, IssueToken, RevokeToken, Tokens } from '../application/tokens';
import { Cookies } from './cookies';
import { homeOf } from './local-path';

const DAYS = ['30', '90', '365'] as const;

interface Shown {
  readonly status: 200 | 201 | 422;
  readonly errors: readonly FormError[];
  readonly made: IssuedToken | null;
}

const NOTHING_NEW: Shown = { status: 200, errors: [], made: null };

function day(text: string, language: Language): string {
  return isPlainDate(text) ? formatDay(text, language) : text;
}

/** Your own account: the roles you hold and the tokens you made. */
@ApiExcludeController()
@Controller('account')
export class AccountController {
  constructor(
    private readonly pages: Pages,
    private readonly cookies: Cookies,
    private readonly sessions: Sessions,
    private readonly tokens: Tokens,
    private readonly issueToken: IssueToken,
    private readonly revokeToken: RevokeToken,
    @Inject(AUTHORITY_TABLE) private readonly authority: Authority,
  ) {}

  @Get()
  async account(@Req() request: WebRequest, @Res() response: Response): Promise<void> {
    await this.show(request, response, NOTHING_NEW);
  }

  @Post('rol')
  async chooseRole(@Req() request: WebRequest, @Res() response: Response): Promise<void> {
    const assignment = new IdPipe().transform(formText(request.body, 'assignment'));
    const id = this.cookies.session(request);
    const opened = await this.sessions.choose(id, assignment, identityScope(scopeOf(request)));
    this.cookies.keepSession(response, opened.id);
    response.redirect(303, homeOf(opened.role));
  }

  @Post('tokens')
  async makeToken(@Req() request: WebRequest, @Res() response: Response): Promise<void> {
    const name = formText(request.body, 'name').trim();
    const scopes = formList(request.body, 'scopes').filter((s) => this.scopes(request).includes(s));
    const days = formText(request.body, 'days');
    const errors = this.tokenErrors(request, name, scopes);
    if (errors.length > 0) {
      await this.show(request, response, { status: 422, errors, made: null });
      return;
    }
    const known = DAYS.find((choice) => choice === days);
    const assignmentId = await this.currentAssignment(request);
    const made = await this.issueToken.run(
      { assignmentId, name, scopes, days: Number(known ?? '90') },
      identityScope(scopeOf(request)),
    );
    await this.show(request, response, { status: 201, errors: [], made });
  }

  @Post('tokens/:id/intrekken')
  async revoke(
    @Param('id', IdPipe) id: string,
    @Req() request: WebRequest,
    @Res() response: Response,
  ): Promise<void> {
    await this.revokeToken.run(request.actor.userId, id, identityScope(scopeOf(request)));
    response.redirect(303, '/account');
  }

  private scopes(request: WebRequest): readonly string[] {
    const { role } = request.actor;
    return isRole(role) ? scopesOf(this.authority, role) : [];
  }

  private tokenErrors(
    request: WebRequest,
    name: string,
    scopes: readonly string[],
  ): readonly FormError[] {
    const wrong = (field: string, key: string): FormError => ({
      field,
      message: this.pages.t(request, key),
    });
    return [
      ...(name === '' || name.length > 200 ? [wrong('name', 'identity.token.nameMissing')] : []),
      ...(scopes.length === 0 ? [wrong('scope-1', 'identity.token.scopeMissing')] : []),
    ];
  }

  private async currentAssignment(request: WebRequest): Promise<string> {
    const scope = identityScope(scopeOf(request));
    const session = await this.sessions.find(this.cookies.session(request), scope);
    return new IdPipe().transform(session?.assignmentId ?? '');
  }

  private async show(request: WebRequest, response: Response, shown: Shown): Promise<void> {
    const scope = identityScope(scopeOf(request));
    const { userId, name, language } = request.actor;
    const current = await this.currentAssignment(request);
    const held = await this.sessions.roles(userId, scope);
    const tokens = await this.tokens.list(userId, scope);
    const { made, errors, status } = shown;
    const data = {
      name,
      roles: held.map(({ id, role, organisation }) => ({
        id,
        role,
        organisation: organisation ?? '',
        current: id === current,
      })),
      tokens: tokens.map((token) => ({ ...token, expiresOn: day(token.expiresOn, language) })),
      scopes: this.scopes(request),
      days: DAYS.map((value) => ({
        value,
        label: this.pages.t(request, 'identity.token.days', { days: value }),
      })),
      values: { name: formText(request.body, 'name'), scopes: formList(request.body, 'scopes') },
      made: made === null ? null : { token: made.token, expiresOn: day(made.expiresOn, language) },
      errors,
    };
    response.status(status).send(this.pages.html(request, 'pages/identity/account.njk', data));
  }
}
