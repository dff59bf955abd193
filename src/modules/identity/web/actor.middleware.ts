import { Injectable, type NestMiddleware } from '@nestjs/common';
import { type NextFunction, type Request, type Response } from 'express';
import { isApiPath, pathOf, scopeOf, type WebRequest } from '../../../platform/http/actor';
import { Problem } from '../../../platform/http/problem';
import { identityScope } from '../application/scope';
import { ParkForm } from '../application/park-form';
import { Sessions } from '../application/sessions';
import { Tokens } from '../application/tokens';
import { Cookies } from './cookies';

function wrongToken(): Problem {
  const detail = 'The API token is unknown, expired or revoked.';
  const headers = { 'WWW-Authenticate': 'Bearer error="invalid_token"' };
  return new Problem(401, 'token.invalid', detail, [], headers);
}

/** Finds out who is asking: a bearer token on the API, a session cookie on the pages. */
@Injectable()
export class ActorMiddleware implements NestMiddleware {
  constructor(
    private readonly cookies: Cookies,
    private readonly sessions: Sessions,
    private readonly tokens: Tokens,
    private readonly parking: ParkForm,
  ) {}

  async use(plain: Request, _response: Response, next: NextFunction): Promise<void> {
    const request = plain as WebRequest;
    const path = pathOf(request);
    if (isApiPath(path)) await this.fromToken(request);
    else if (!path.startsWith('/assets/')) await this.fromCookies(request);
    next();
  }

  private async fromToken(request: WebRequest): Promise<void> {
    const header = request.headers.authorization;
    if (header === undefined) return;
    const token = /^Bearer ([\w-]{1,100})$/i.exec(header)?.[1];
    const scope = identityScope(scopeOf(request));
    const actor = token === undefined ? undefined : await this.tokens.find(token, scope);
    if (actor === undefined) throw wrongToken();
    request.actor = actor;
  }

  private async fromCookies(request: WebRequest): Promise<void> {
    const { language } = request.actor;
    const id = this.cookies.session(request);
    const session =
      id === '' ? undefined : await this.sessions.find(id, identityScope(scopeOf(request)));
    if (session === undefined) {
      request.csrfToken = this.cookies.visitorsToken(request);
      if (id !== '' && request.method === 'POST')
        request.parkedForm = await this.parking.run(id, request);
      return;
    }
    const { accountId, name, role, tenantId, organisation } = session;
    const common = { userId: accountId, name, role, tenantId, organisation, language } as const;
    request.actor = { ...common, means: 'session', scopes: [] };
    request.csrfToken = session.csrfToken;
    request.today = session.today;
    request.sessionEndsAt = session.endsAt;
    request.sessionSeconds = session.secondsLeft;
    request.sessionEndsAtLatest = session.endsAtLatest;
  }
}
