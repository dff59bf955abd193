import { Inject, Injectable } from '@nestjs/common';
import { type CookieOptions, type Request, type Response } from 'express';
import { CONFIG, type Config } from '../../../platform/config/config';
import { type WebRequest } from '../../../platform/http/actor';
import { randomToken, Vault } from '../application/secrets';

/** The two cookies: who is signed in, and which visitor a form was made for. */
@Injectable()
export class Cookies {
  private readonly options: CookieOptions;
  private readonly prefix: string;

  constructor(
    @Inject(CONFIG) config: Config,
    private readonly vault: Vault,
  ) {
    // A demonstration on http has no __Host- cookies: browsers keep those for https.
    const secure = config.publicUrl.startsWith('https:');
    this.prefix = secure ? '__Host-' : '';
    this.options = { httpOnly: true, sameSite: 'lax', secure, path: '/' };
  }

  session(request: Request): string {
    return this.read(request, 'partijgiften_session');
  }

  keepSession(response: Response, id: string): void {
    response.cookie(`${this.prefix}partijgiften_session`, id, this.options);
  }

  dropSession(response: Response): void {
    response.clearCookie(`${this.prefix}partijgiften_session`, this.options);
  }

  /** What the form for signing in must send back; '' for a visitor who was not welcomed yet. */
  visitorsToken(request: Request): string {
    const visitor = this.read(request, 'partijgiften_form');
    return visitor === '' ? '' : this.vault.formToken(visitor);
  }

  /** Gives a visitor without a session the token for the form for signing in. */
  welcome(request: WebRequest, response: Response): void {
    if (request.csrfToken !== '') return;
    const visitor = randomToken();
    response.cookie(`${this.prefix}partijgiften_form`, visitor, this.options);
    request.csrfToken = this.vault.formToken(visitor);
  }

  private read(request: Request, name: string): string {
    const cookies = request.cookies as Readonly<Record<string, unknown>> | undefined;
    const value = cookies?.[`${this.prefix}${name}`];
    return typeof value === 'string' && /^[\w-]{1,64}$/.test(value) ? value : '';
  }
}
