import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '../../../platform/config/config';
import { scopeOf, type WebRequest } from '../../../platform/http/actor';
import { formText } from '../../../platform/http/body';
import { Pages } from '../../../platform/http/pages';
import { type FormError } from '../../../platform/rendering/page-parts';
import { OwnAccountVerbs, type Proof } from '../application/own-account';
import { passphraseFault } from '../application/password';
import { identityScope } from '../application/scope';
import { demoTotp } from '../application/totp';
import { Cookies } from './cookies';
import { authenticatorView } from './qr-code';

export type SecurityAnswer =
  { readonly next: string } | { readonly status: 200 | 422 | 429; readonly html: string };

type Refusal = Exclude<Proof, 'proved'>;

/** Changing how one signs in: passphrase, authenticator, recovery codes, other sessions. */
@Injectable()
export class SecurityForms {
  constructor(
    private readonly pages: Pages,
    private readonly cookies: Cookies,
    private readonly verbs: OwnAccountVerbs,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  page(
    request: WebRequest,
    page: 'passphrase' | 'authenticator' | 'recovery-codes',
    errors: readonly FormError[] = [],
  ): string {
    return this.pages.html(request, `pages/identity/${page}.njk`, { errors, codes: [] });
  }

  async changePassphrase(request: WebRequest): Promise<SecurityAnswer> {
    const { actor } = request;
    const fresh = formText(request.body, 'fresh');
    const fault = passphraseFault(fresh, [actor.name, actor.organisation ?? '']);
    const proof = await this.prove(request);
    const errors = [
      ...(proof === 'proved' ? [] : [this.refusal(request, proof)]),
      ...(fault === undefined
        ? []
        : [{ field: 'fresh', message: this.pages.t(request, `identity.${fault}`) }]),
    ];
    if (errors.length > 0)
      return { status: statusOf(proof), html: this.page(request, 'passphrase', errors) };
    await this.verbs.changePassphrase(this.own(request), fresh, scopeFor(request));
    return { next: '/account?gewijzigd=wachtzin' };
  }

  async beginAuthenticator(request: WebRequest): Promise<SecurityAnswer> {
    const proof = await this.prove(request);
    if (proof !== 'proved') {
      const errors = [this.refusal(request, proof)];
      return { status: statusOf(proof), html: this.page(request, 'authenticator', errors) };
    }
    await this.verbs.beginAuthenticator(request.actor.userId, scopeFor(request));
    return { next: '/account/app/bevestigen' };
  }

  /** The new secret, and the place for its first code. */
  async confirmPage(request: WebRequest, failed?: Refusal): Promise<SecurityAnswer> {
    const scope = scopeFor(request);
    const waiting = await this.verbs.waitingSecret(request.actor.userId, scope);
    if (waiting === undefined) return { next: '/account/app' };
    const { email } = await this.verbs.read(this.own(request), scope);
    const key = failed === 'too_many' ? 'identity.tooMany' : 'identity.code.refused';
    const errors =
      failed === undefined ? [] : [{ field: 'code', message: this.pages.t(request, key) }];
    const html = this.pages.html(request, 'pages/identity/authenticator-confirm.njk', {
      ...authenticatorView(email, waiting.secret),
      demoCode:
        this.config.demo && failed === undefined ? demoTotp(waiting.secret, waiting.now) : '',
      errors,
    });
    return { status: failed === undefined ? 200 : statusOf(failed), html };
  }

  async finishAuthenticator(request: WebRequest): Promise<SecurityAnswer> {
    const code = formText(request.body, 'code').replace(/\s/g, '');
    const own = this.own(request);
    const proof = await this.verbs.finishAuthenticator(own, code, scopeFor(request));
    if (proof !== 'proved') return this.confirmPage(request, proof);
    return { next: '/account?gewijzigd=app' };
  }

  async renewRecoveryCodes(request: WebRequest): Promise<SecurityAnswer> {
    const proof = await this.prove(request);
    if (proof !== 'proved') {
      const errors = [this.refusal(request, proof)];
      return { status: statusOf(proof), html: this.page(request, 'recovery-codes', errors) };
    }
    const codes = await this.verbs.renewRecoveryCodes(request.actor.userId, scopeFor(request));
    const data = { codes: [...codes], errors: [] };
    return {
      status: 200,
      html: this.pages.html(request, 'pages/identity/recovery-codes.njk', data),
    };
  }

  async endOthers(request: WebRequest): Promise<SecurityAnswer> {
    await this.verbs.endOthers(this.own(request), scopeFor(request));
    return { next: '/account?gewijzigd=sessies' };
  }

  private own(request: WebRequest): { accountId: string; sessionId: string } {
    return { accountId: request.actor.userId, sessionId: this.cookies.session(request) };
  }

  private prove(request: WebRequest): Promise<Proof> {
    const passphrase = formText(request.body, 'passphrase');
    if (passphrase === '') return Promise.resolve('refused');
    return this.verbs.prove(request.actor.userId, passphrase, scopeFor(request));
  }

  private refusal(request: WebRequest, proof: Refusal): FormError {
    const empty = formText(request.body, 'passphrase') === '';
    const refused = empty ? 'identity.own.passphraseMissing' : 'identity.own.passphraseWrong';
    const key = proof === 'too_many' ? 'identity.tooMany' : refused;
    return { field: 'passphrase', message: this.pages.t(request, key) };
  }
}

function statusOf(proof: Proof): 422 | 429 {
  return proof === 'too_many' ? 429 : 422;
}

function scopeFor(request: WebRequest): ReturnType<typeof identityScope> {
  return identityScope(scopeOf(request));
}
