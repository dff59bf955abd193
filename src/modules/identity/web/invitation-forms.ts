import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '../../../platform/config/config';
import { scopeOf, type WebRequest } from '../../../platform/http/actor';
import { formText } from '../../../platform/http/body';
import { Pages } from '../../../platform/http/pages';
import { type FormError } from '../../../platform/rendering/page-parts';
import { type Words } from '../../../platform/rendering/words';
import {
  AcceptInvitation,
  type EnrolAnswer,
  type OpenInvitation,
  takeUp,
} from '../application/accept-invitation';
import { ConfirmCode } from '../application/confirm-code';
import { type PassphraseFault, passphraseFault } from '../application/password';
import { identityScope } from '../application/scope';
import { type OpenedSession } from '../application/sessions';
import { SignIn } from '../application/sign-in';
import { demoTotp } from '../application/totp';
import { authenticatorView } from './qr-code';
import { mandateWords } from './mandate-words';

/** What the page answers: another page to show, a place to go, and perhaps a session to keep. */
export interface InvitationAnswer {
  readonly status: 200 | 303 | 422 | 429;
  readonly html?: string;
  readonly next?: string;
  readonly session?: OpenedSession;
}

const LONGEST_NAME = 200;

/** The pages of somebody who was invited, from the link in the letter to the first page of work. */
@Injectable()
export class InvitationForms {
  constructor(
    private readonly pages: Pages,
    private readonly accepting: AcceptInvitation,
    private readonly signIn: SignIn,
    private readonly confirmCode: ConfirmCode,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** @throws Problem 404 for a link that does not work. */
  async first(request: WebRequest, token: string): Promise<InvitationAnswer> {
    const found = await this.accepting.open(token, scopeFor(request));
    return { status: 200, html: this.firstPage(request, token, found, []) };
  }

  /** Step 1. */
  async begin(request: WebRequest, token: string): Promise<InvitationAnswer> {
    const found = await this.accepting.open(token, scopeFor(request));
    const name = formText(request.body, 'name').trim();
    const passphrase = formText(request.body, 'passphrase');
    const about = [name, found.email, found.organisation, 'partijgiften'];
    const errors = this.faults(request, name, passphraseFault(passphrase, about));
    if (errors.length > 0)
      return { status: 422, html: this.firstPage(request, token, found, errors) };
    await this.accepting.begin(token, { name, passphrase }, scopeFor(request));
    return { status: 303, next: `/uitnodiging/${token}/app` };
  }

  /** Step 2: the secret as text, as a link and as a QR code, and the place for the first code. */
  async app(
    request: WebRequest,
    token: string,
    failed?: Exclude<EnrolAnswer['outcome'], 'enrolled' | 'step_1'>,
  ): Promise<InvitationAnswer> {
    const found = await this.accepting.open(token, scopeFor(request));
    if (found.enrolment === null) return { status: 303, next: `/uitnodiging/${token}` };
    const { totpSecret } = found.enrolment;
    const message = failed === 'too_many' ? 'identity.tooMany' : 'identity.code.refused';
    const errors =
      failed === undefined ? [] : [{ field: 'code', message: this.pages.t(request, message) }];
    const html = this.pages.html(request, 'pages/people/enrol-app.njk', {
      action: `/uitnodiging/${token}/app`,
      back: `/uitnodiging/${token}`,
      ...authenticatorView(found.email, totpSecret),
      demoCode: this.config.demo && failed === undefined ? demoTotp(totpSecret, found.now) : '',
      errors,
    });
    const status = failed === undefined ? 200 : failed === 'too_many' ? 429 : 422;
    return { status, html };
  }

  async finish(request: WebRequest, token: string): Promise<InvitationAnswer> {
    const code = formText(request.body, 'code').replace(/\s/g, '');
    const answer = await this.accepting.finish(token, code, scopeFor(request));
    switch (answer.outcome) {
      case 'step_1':
        return { status: 303, next: `/uitnodiging/${token}` };
      case 'refused':
      case 'too_many':
        return this.app(request, token, answer.outcome);
      case 'enrolled': {
        const words = this.pages.words(request);
        const html = this.pages.html(request, 'pages/people/enrol-done.njk', {
          codes: [...answer.recoveryCodes],
          from: answer.session === null ? words.longDay(answer.from) : '',
          errors: [],
        });
        const { session } = answer;
        return { status: 200, html, ...(session === null ? {} : { session }) };
      }
    }
  }

  /** With the account that is signed in, or else with the passphrase and a code of the account. */
  async accept(request: WebRequest, token: string): Promise<InvitationAnswer> {
    const found = await this.accepting.open(token, scopeFor(request));
    const { userId } = request.actor;
    if (found.accountId !== null && found.accountId === userId) {
      await this.accepting.take(token, userId, scopeFor(request));
      return { status: 303, next: '/account?uitnodiging=aangenomen' };
    }
    return this.acceptWithCode(request, token, found);
  }

  private async acceptWithCode(
    request: WebRequest,
    token: string,
    found: OpenInvitation,
  ): Promise<InvitationAnswer> {
    const scope = scopeFor(request);
    const command = {
      email: found.email,
      password: formText(request.body, 'passphrase'),
      address: request.ip ?? '',
    };
    const first = await this.signIn.run(command, scope);
    if (first.outcome !== 'code_needed')
      return this.refused(request, token, found, first.outcome, 'passphrase');
    const code = formText(request.body, 'code').replace(/\s/g, '');
    const second = await this.confirmCode.run(first.halfSessionId, code, scope, (tx, accountId) =>
      takeUp(tx, token, accountId),
    );
    switch (second.outcome) {
      case 'signed_in':
        return {
          status: 303,
          next: '/account?uitnodiging=aangenomen',
          session: second.session,
        };
      case 'start_again':
        return { status: 303, next: '/aanmelden' };
      case 'refused':
      case 'too_many':
        return this.refused(request, token, found, second.outcome, 'code');
    }
  }

  private refused(
    request: WebRequest,
    token: string,
    found: OpenInvitation,
    outcome: 'refused' | 'too_many',
    field: 'passphrase' | 'code',
  ): InvitationAnswer {
    const key = field === 'code' ? 'identity.code.refused' : 'people.invitation.passphraseRefused';
    const message = this.pages.t(request, outcome === 'too_many' ? 'identity.tooMany' : key);
    const html = this.firstPage(request, token, found, [{ field, message }]);
    return { status: outcome === 'too_many' ? 429 : 422, html };
  }

  private faults(
    request: WebRequest,
    name: string,
    fault: PassphraseFault | undefined,
  ): readonly FormError[] {
    const say = (field: string, key: string): FormError => ({
      field,
      message: this.pages.t(request, key),
    });
    const nameFits = name !== '' && name.length <= LONGEST_NAME;
    return [
      ...(nameFits ? [] : [say('name', 'people.enrol.nameMissing')]),
      ...(fault === undefined ? [] : [say('passphrase', `identity.${fault}`)]),
    ];
  }

  private firstPage(
    request: WebRequest,
    token: string,
    found: OpenInvitation,
    errors: readonly FormError[],
  ): string {
    const words = this.pages.words(request);
    const { actor } = request;
    const known = found.accountId !== null;
    const isOwn = known && found.accountId === actor.userId;
    const typed = formText(request.body, 'name');
    return this.pages.html(
      request,
      `pages/people/${known ? 'invitation-known' : 'enrol-name'}.njk`,
      {
        action: `/uitnodiging/${token}${known ? '/aannemen' : ''}`,
        facts: invitationFacts(found, words),
        intro: introOf(found, words),
        email: found.email,
        signedInAsOwn: isOwn,
        signedInAsOther: actor.role !== 'anonymous' && !isOwn ? actor.name : '',
        values: { name: typed === '' ? (found.enrolment?.name ?? '') : typed },
        errors,
      },
    );
  }
}

function introOf({ invitedBy, organisation }: OpenInvitation, words: Words): string {
  return invitedBy === null
    ? words.t('people.invitation.fromSystem', { organisation })
    : words.t('people.invitation.from', { inviter: invitedBy, organisation });
}

function invitationFacts(found: OpenInvitation, words: Words): readonly object[] {
  const days =
    found.from === null
      ? words.t('people.from.acceptance')
      : words.t('people.from.day', { day: words.day(found.from) });
  const until =
    found.until === null ? '' : words.t('people.until.day', { day: words.day(found.until) });
  return [
    { label: words.t('people.organisation'), value: found.organisation },
    {
      label: words.t('people.role'),
      value: words.t(`common.role.${found.role}`),
      note: words.t(`people.roleMay.${found.role}`),
    },
    { label: words.t('people.mandate'), value: mandateWords(found, words) },
    { label: words.t('people.days'), value: `${days}${until}` },
  ];
}

function scopeFor(request: WebRequest): ReturnType<typeof identityScope> {
  return identityScope(scopeOf(request));
}
