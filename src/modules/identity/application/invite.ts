import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '../../../platform/config/config';
import { Database } from '../../../platform/database/database';
import { type Scope, type Transaction } from '../../../platform/database/transaction';
import { badInput, notFound, problem } from '../../../platform/http/problem';
import { newId } from '../../../platform/ids/id';
import { queueMessage } from '../../../platform/outbox/public';
import { PageRenderer } from '../../../platform/rendering/page-renderer';
import { recordEvent } from '../persistence/audit-line';
import {
  holdInvitations,
  insertInvitation,
  invitationOfParty,
  type Invited,
  markWithdrawn,
  openInvitations,
  renewToken,
} from '../persistence/invitation.store';
import { holdsRole } from '../persistence/people.store';
import { partyOf } from './people';
import { identityScope } from './scope';
import { randomToken, sha256 } from './secrets';

export type InviteCommand = Omit<Invited, 'tenantId'> & {
  /** Name of who invites, for the letter. */
  readonly inviter: string;
};

/** As many may wait at once; more is a mistake or an abuse. */
const MOST_OPEN = 100;
const MOST_SENT = 20;

/** Writes the letter with the link that works once. */
@Injectable()
export class InvitationLetters {
  constructor(
    private readonly renderer: PageRenderer,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async send(
    tx: Transaction,
    letter: Pick<Invited, 'email' | 'role' | 'organisation' | 'tenantId'> & {
      readonly key: string;
      readonly inviter: string;
      readonly token: string;
    },
  ): Promise<void> {
    const { email, role, organisation, tenantId, inviter, token } = letter;
    const link = `${this.config.publicUrl}/uitnodiging/${token}`;
    const words = (['nl', 'en'] as const).map((language) => ({
      subject: this.renderer.t(language, 'people.letter.subject', { organisation }),
      body: this.renderer.t(language, 'people.letter.body', {
        ...{ inviter, organisation, link, email },
        role: this.renderer.t(language, `common.role.${role}`).toLowerCase(),
      }),
    }));
    await queueMessage(tx, {
      key: letter.key,
      recipient: email,
      subject: (words[0]?.subject ?? '').slice(0, 200),
      body: words.map(({ body }) => body).join('\n\n---\n\n'),
      tenantId,
      secret: true,
    });
  }
}

/** Asks somebody by e-mail to take a role at the own party. */
@Injectable()
export class Invite {
  constructor(
    private readonly database: Database,
    private readonly letters: InvitationLetters,
  ) {}

  /** @throws Problem 400 with the faults, 409 when the address was asked or holds the role. */
  run(command: InviteCommand, scope: Scope): Promise<string> {
    const invited = { ...command, tenantId: partyOf(scope) };
    return this.database.inTransaction(identityScope(scope), async (tx) => {
      await holdInvitations(tx, invited.tenantId);
      await assertWanted(tx, invited);
      const id = newId();
      const token = randomToken();
      await insertInvitation(tx, id, sha256(token), invited);
      await this.letters.send(tx, { ...invited, token, key: `invitation:${id}:1` });
      const { role, tenantId, from, until, recipientId, firstYear, lastYear } = invited;
      const details = { role, tenantId, from, until, recipientId, firstYear, lastYear };
      await recordEvent(tx, 'invitation-made', 'invitation', id, details);
      return id;
    });
  }
}

async function assertWanted(tx: Transaction, invited: Invited): Promise<void> {
  const { until, from, email, role, recipientId } = invited;
  const first = from ?? tx.today;
  if (until !== null && until < (first < tx.today ? tx.today : first))
    throw badInput({
      ...{ in: 'body', location: '/until', code: 'mandate.ends_before' },
      detail: 'The last day is before the first day, or has passed.',
    });
  if (await holdsRole(tx, invited))
    throw badInput({
      ...{ in: 'body', location: '/email', code: 'role.held' },
      detail: 'Who has this address holds this role already.',
    });
  const open = await openInvitations(tx, invited.tenantId);
  const same = open.some(
    (one) =>
      one.email.toLowerCase() === email.toLowerCase() &&
      one.role === role &&
      one.recipientId === recipientId,
  );
  if (same)
    throw badInput({
      ...{ in: 'body', location: '/email', code: 'invitation.open' },
      detail: 'Who has this address was asked already. Send that invitation again.',
    });
  if (open.length >= MOST_OPEN)
    throw problem(409, 'invitation.many', 'Withdraw invitations that nobody answers first.');
}

/** Sends an invitation again with a new link: the old one stops, the fourteen days begin anew. */
@Injectable()
export class SendInvitationAgain {
  constructor(
    private readonly database: Database,
    private readonly letters: InvitationLetters,
  ) {}

  /** @throws Problem 404 when it was answered, withdrawn or is of another party. */
  run(id: string, inviter: string, scope: Scope): Promise<void> {
    const tenantId = partyOf(scope);
    return this.database.inTransaction(identityScope(scope), async (tx) => {
      const invitation = await invitationOfParty(tx, tenantId, id);
      if (invitation === undefined) throw notFound();
      if (invitation.timesSent >= MOST_SENT)
        throw problem(409, 'invitation.many', 'Withdraw it and invite anew: it was sent often.');
      const token = randomToken();
      await renewToken(tx, id, sha256(token));
      const key = `invitation:${id}:${String(invitation.timesSent + 1)}`;
      await this.letters.send(tx, { ...invitation, inviter, token, key });
      await recordEvent(tx, 'invitation-sent-again', 'invitation', id, { tenantId });
    });
  }
}

/** The link stops working. */
@Injectable()
export class WithdrawInvitation {
  constructor(private readonly database: Database) {}

  /** @throws Problem 404 when it was answered, withdrawn or is of another party. */
  run(id: string, scope: Scope): Promise<void> {
    const tenantId = partyOf(scope);
    return this.database.inTransaction(identityScope(scope), async (tx) => {
      if ((await invitationOfParty(tx, tenantId, id)) === undefined) throw notFound();
      await markWithdrawn(tx, id);
      await recordEvent(tx, 'invitation-withdrawn', 'invitation', id, { tenantId });
    });
  }
}
