import { Injectable } from '@nestjs/common';
import { type Group } from '../../../legal/facts/group';
import { Database } from '../../../platform/database/database';
import { tenantOf } from '../../../platform/database/tenant-of';
import { scopeOf, type WebRequest } from '../../../platform/http/actor';
import { formText } from '../../../platform/http/body';
import { type FormAnswer } from '../../../platform/http/form-answer';
import { faultsIn, formErrors, type Typed } from '../../../platform/http/form-faults';
import { newFormKey, onceForForm } from '../../../platform/http/form-once';
import { Pages } from '../../../platform/http/pages';
import { Problem } from '../../../platform/http/problem';
import { type FormError } from '../../../platform/rendering/page-parts';
import { EndRole, type HeldRole, Invite, ListPeople } from '../../identity/public';
import { readGroup } from '../application/read-group';
import {
  GIVEN_ROLES,
  INVITE_FIELDS,
  mandateRecipients,
  readEndDay,
  readInvitation,
  typedInvitation,
} from './people-input';
import { roleFacts } from './people-page';

interface Shown {
  readonly typed: Typed;
  readonly errors: readonly FormError[];
  readonly once: string;
}

/** Inviting somebody, and ending a role. */
@Injectable()
export class PeopleForms {
  constructor(
    private readonly database: Database,
    private readonly pages: Pages,
    private readonly inviting: Invite,
    private readonly ending: EndRole,
    private readonly people: ListPeople,
  ) {}

  async toInvite(request: WebRequest): Promise<string> {
    const shown = { typed: {}, errors: [], once: newFormKey() };
    return this.invitePage(request, await this.group(request), shown);
  }

  async invite(request: WebRequest): Promise<FormAnswer> {
    const group = await this.group(request);
    const typed = typedInvitation(request.body);
    const scope = scopeOf(request);
    try {
      // Accounts are kept under a database role of their own, so the invitation commits by itself;
      // the key of the form waits for it, and a second press finds its answer.
      const next = await onceForForm(this.database, request, async () => {
        await this.inviting.run(readInvitation(typed, group, request.actor.name), scope);
        return '/mensen?gedaan=uitgenodigd';
      });
      return { next };
    } catch (error) {
      const words = this.pages.words(request);
      const errors = formErrors(faultsIn(error), INVITE_FIELDS, { typed, words });
      const once = formText(request.body, 'once');
      return { status: 400, html: this.invitePage(request, group, { typed, errors, once }) };
    }
  }

  async toEnd(request: WebRequest, id: string): Promise<string> {
    const role = await this.people.one(scopeOf(request), id);
    return this.endPage(request, role, { typed: {}, errors: [], once: newFormKey() });
  }

  async end(request: WebRequest, id: string): Promise<FormAnswer> {
    const scope = scopeOf(request);
    const role = await this.people.one(scope, id);
    const typed = { day: formText(request.body, 'day').trim() };
    try {
      const next = await onceForForm(this.database, request, async () => {
        await this.ending.run({ assignmentId: id, firstDayWithout: readEndDay(typed.day) }, scope);
        return '/mensen?gedaan=beeindigd';
      });
      return { next };
    } catch (error) {
      const errors = this.endErrors(request, error, typed);
      const once = formText(request.body, 'once');
      return { status: 400, html: this.endPage(request, role, { typed, errors, once }) };
    }
  }

  private endErrors(request: WebRequest, error: unknown, typed: Typed): readonly FormError[] {
    const words = this.pages.words(request);
    if (error instanceof Problem && error.status === 409 && words.texts.has(`people.${error.code}`))
      return [{ field: 'day', message: words.t(`people.${error.code}`) }];
    return formErrors(faultsIn(error), ['day'], { typed, words });
  }

  private group(request: WebRequest): Promise<Group> {
    return this.database.inTransaction(scopeOf(request), (tx) => readGroup(tx, tenantOf(tx)));
  }

  private invitePage(request: WebRequest, group: Group, { typed, errors, once }: Shown): string {
    const words = this.pages.words(request);
    return this.pages.html(request, 'pages/people/invite.njk', {
      once,
      roles: GIVEN_ROLES.map((role) => ({
        value: role,
        label: words.t(`common.role.${role}`),
        hint: words.t(`people.roleMay.${role}`),
      })),
      recipients: mandateRecipients(group).map(({ recipient, name }) => ({
        value: recipient,
        label: words.t('people.invite.only', { name }),
      })),
      values: Object.fromEntries(INVITE_FIELDS.map((name) => [name, typed[name] ?? ''])),
      errors,
    });
  }

  private endPage(request: WebRequest, role: HeldRole, { typed, errors, once }: Shown): string {
    const words = this.pages.words(request);
    return this.pages.html(request, 'pages/people/end.njk', {
      once,
      action: `/mensen/rollen/${role.assignmentId}/beeindigen`,
      facts: roleFacts(role, words),
      ownRole: role.accountId === request.actor.userId,
      values: { day: typed['day'] ?? '' },
      errors,
    });
  }
}
