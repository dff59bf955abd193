import { Inject, Injectable } from '@nestjs/common';
import { type Response } from 'express';
import { isPlainDate } from '../../../legal/kernel/plain-date';
import { isRole, PARTY_ROLES, scopeOf, type WebRequest } from '../../../platform/http/actor';
import { type Authority, AUTHORITY_TABLE, scopesOf } from '../../../platform/http/authority';
import { formList, formText } from '../../../platform/http/body';
import { Pages } from '../../../platform/http/pages';
import { formatDay, formatMoment } from '../../../platform/rendering/format';
import { type Language } from '../../../platform/rendering/language';
import { type FormError } from '../../../platform/rendering/page-parts';
import { OwnAccountVerbs } from '../application/own-account';
import { identityScope } from '../application/scope';
import { Sessions } from '../application/sessions';
import { type IssuedToken } from '../application/tokens';
import { Cookies } from './cookies';
import { scopeWords, sessionRow } from './account-words';

export const TOKEN_DAYS = ['30', '90', '365'] as const;

export interface Shown {
  readonly status: 200 | 201 | 422;
  readonly errors: readonly FormError[];
  readonly made: IssuedToken | null;
}

/** What a page before this one has done. */
const DONE = ['wachtzin', 'app', 'sessies'] as const;

function doneKey(request: WebRequest): string {
  if (request.query['uitnodiging'] === 'aangenomen') return 'identity.done.uitnodiging';
  const done = DONE.find((one) => one === request.query['gewijzigd']);
  return done === undefined ? '' : `identity.done.${done}`;
}

function day(text: string, language: Language): string {
  return isPlainDate(text) ? formatDay(text, language) : text;
}

function isPartyRole({ actor }: WebRequest): boolean {
  return PARTY_ROLES.some((role) => role === actor.role);
}

/** The page of one's own account: the roles held and the tokens made. */
@Injectable()
export class AccountPage {
  constructor(
    private readonly pages: Pages,
    private readonly cookies: Cookies,
    private readonly sessions: Sessions,
    private readonly verbs: OwnAccountVerbs,
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
    const own = { accountId: userId, sessionId: this.cookies.session(request) };
    const facts = await this.verbs.read(own, scope);
    const words = this.pages.words(request);
    const doneText = doneKey(request);
    const { made, errors, status } = shown;
    const data = {
      roles: facts.roles.map(({ id, role, organisation, recipientName, until }) => ({
        id,
        role,
        organisation: organisation ?? '',
        part: recipientName ?? '',
        until: until === null ? '' : words.day(until),
        current: id === current,
      })),
      done: doneText === '' ? '' : this.pages.t(request, doneText),
      email: facts.email,
      signedInBefore:
        facts.signedInBefore === null ? '' : formatMoment(facts.signedInBefore, language),
      codesLeft: String(facts.recoveryCodesLeft),
      sessions: facts.sessions.map((session) => sessionRow(session, words)),
      moreSessions: facts.sessions.length > 1,
      mayManagePeople: isPartyRole(request),
      tokens: facts.tokens.map((token) => ({
        ...token,
        scopes: token.scopes.map((scope) => scopeWords(scope, words)).join('; '),
        expiresOn: day(token.expiresOn, language),
      })),
      scopes: this.scopes(request).map((value) => ({ value, label: scopeWords(value, words) })),
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
