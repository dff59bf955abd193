import { Inject, Injectable } from '@nestjs/common';
import { type Response } from 'express';
import { isPlainDate } from '../../../legal/kernel/plain-date';
import { isRole, scopeOf, type WebRequest } from '../../../platform/http/actor';
import { type Authority, AUTHORITY_TABLE, scopesOf } from '../../../platform/http/authority';
import { formList, formText } from '../../../platform/http/body';
import { Pages } from '../../../platform/http/pages';
import { formatDay } from '../../../platform/rendering/format';
import { type Language } from '../../../platform/rendering/language';
import { type FormError } from '../../../platform/rendering/page-parts';
import { identityScope } from '../application/scope';
import { Sessions } from '../application/sessions';
import { type IssuedToken, Tokens } from '../application/tokens';
import { Cookies } from './cookies';

export const TOKEN_DAYS = ['30', '90', '365'] as const;

export interface Shown {
  readonly status: 200 | 201 | 422;
  readonly errors: readonly FormError[];
  readonly made: IssuedToken | null;
}

function day(text: string, language: Language): string {
  return isPlainDate(text) ? formatDay(text, language) : text;
}

/** The page of one's own account: the roles held and the tokens made. */
@Injectable()
export class AccountPage {
  constructor(
    private readonly pages: Pages,
    private readonly cookies: Cookies,
    private readonly sessions: Sessions,
    private readonly tokens: Tokens,
    @Inject(AUTHORITY_TABLE) private readonly authority: Authority,
  ) {}

  /** What a token of the visitor's present role can carry. */
  scopes(request: WebRequest): readonly string[] {
    const { role } = request.actor;
    return isRole(role) ? scopesOf(this.authority, role) : [];
  }

  /** The assignment the session is for; '' when the session has just ended. */
  async currentAssignment(request: WebRequest): Promise<string> {
    const scope = identityScope(scopeOf(request));
    const session = await this.sessions.find(this.cookies.session(request), scope);
    return session?.assignmentId ?? '';
  }

  async show(request: WebRequest, response: Response, shown: Shown): Promise<void> {
    const scope = identityScope(scopeOf(request));
    const { userId, language } = request.actor;
    const current = await this.currentAssignment(request);
    const held = await this.sessions.roles(userId, scope);
    const tokens = await this.tokens.list(userId, scope);
    const { made, errors, status } = shown;
    const data = {
      roles: held.map(({ id, role, organisation }) => ({
        id,
        role,
        organisation: organisation ?? '',
        current: id === current,
      })),
      tokens: tokens.map((token) => ({ ...token, expiresOn: day(token.expiresOn, language) })),
      scopes: this.scopes(request),
      days: TOKEN_DAYS.map((value) => ({
        value,
        label: this.pages.t(request, 'identity.token.days', { days: value }),
      })),
      values: { name: formText(request.body, 'name'), scopes: formList(request.body, 'scopes') },
      made: made && { token: made.token, expiresOn: day(made.expiresOn, language) },
      errors,
    };
    response.status(status).send(this.pages.html(request, 'pages/identity/account.njk', data));
  }
}
