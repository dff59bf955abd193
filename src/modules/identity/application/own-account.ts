import { Injectable } from '@nestjs/common';
import { Database } from '../../../platform/database/database';
import { type Scope, type Transaction } from '../../../platform/database/transaction';
import { queueMessage } from '../../../platform/outbox/public';
import { PageRenderer } from '../../../platform/rendering/page-renderer';
import {
  changeAuthenticator,
  changePassword,
  forgetNewSecret,
  keepNewSecret,
  newSecretOf,
  ownAccount,
} from '../persistence/account.store';
import { type AssignmentInForce, assignmentsInForce } from '../persistence/assignment.store';
import { markSucceeded, reserveAttempt } from '../persistence/attempt.store';
import { recordEvent } from '../persistence/audit-line';
import { recoveryCodesLeft } from '../persistence/recovery.store';
import {
  endOtherSessions,
  openSessionsOf,
  type OwnSession,
  signedInBefore,
} from '../persistence/session.store';
import { type TokenLine, workingTokens } from '../persistence/token.store';
import { hashPassword, isPassword } from './password';
import { makeRecoveryCodes } from './recovery-codes';
import { sha256, Vault } from './secrets';
import { newTotpSecret, stepOfCode } from './totp';

export { type OwnSession } from '../persistence/session.store';

const MOST_WRONG = 5;

/** Whose account, and through which session: that one stays when the others are ended. */
export interface Own {
  readonly accountId: string;
  readonly sessionId: string;
}

export interface AccountFacts {
  readonly email: string;
  readonly name: string;
  readonly sessions: readonly OwnSession[];
  /** When this account signed in the time before; null for the first time. */
  readonly signedInBefore: string | null;
  readonly recoveryCodesLeft: number;
  readonly roles: readonly AssignmentInForce[];
  readonly tokens: readonly TokenLine[];
}

export type Proof = 'proved' | 'refused' | 'too_many';

/** What a person does about the own account; each asks the passphrase again first. */
@Injectable()
export class OwnAccountVerbs {
  constructor(
    private readonly database: Database,
    private readonly vault: Vault,
    private readonly renderer: PageRenderer,
  ) {}

  read({ accountId, sessionId }: Own, scope: Scope): Promise<AccountFacts> {
    const current = sha256(sessionId);
    return this.database.inTransaction(scope, async (tx) => {
      const { email, name } = await ownAccount(tx, accountId);
      return {
        ...{ email, name },
        sessions: await openSessionsOf(tx, accountId, current),
        signedInBefore: await signedInBefore(tx, accountId, current),
        recoveryCodesLeft: await recoveryCodesLeft(tx, accountId),
        roles: await assignmentsInForce(tx, accountId),
        tokens: await workingTokens(tx, accountId),
      };
    });
  }

  /** Whether this is the passphrase of the account; wrong tries are counted, as when signing in. */
  async prove(accountId: string, passphrase: string, scope: Scope): Promise<Proof> {
    const { attempts, kept } = await this.database.inTransaction(scope, async (tx) => ({
      attempts: await reserveAttempt(tx, 'password', [
        { subject: `own ${accountId}`, most: MOST_WRONG },
      ]),
      kept: (await ownAccount(tx, accountId)).passwordHash,
    }));
    if (attempts === null) return 'too_many';
    if (!(await isPassword(passphrase, kept))) return 'refused';
    await this.database.inTransaction(scope, (tx) => markSucceeded(tx, attempts));
    return 'proved';
  }

  /** Ends all other sessions with it, and tells the person by mail. */
  async changePassphrase(
    { accountId, sessionId }: Own,
    fresh: string,
    scope: Scope,
  ): Promise<void> {
    const passwordHash = await hashPassword(fresh);
    await this.database.inTransaction(scope, async (tx) => {
      await changePassword(tx, accountId, passwordHash);
      const ended = await endOtherSessions(tx, accountId, sha256(sessionId));
      await recordEvent(tx, 'passphrase-changed', 'account', accountId, { ended });
      await this.tell(tx, accountId, 'passphrase');
    });
  }

  /** A secret for a new app; it counts once a code of it is typed. */
  beginAuthenticator(accountId: string, scope: Scope): Promise<void> {
    const sealed = this.vault.seal(newTotpSecret());
    return this.database.inTransaction(scope, (tx) => keepNewSecret(tx, accountId, sealed));
  }

  /** The secret that waits for its first code; undefined when there is none. */
  waitingSecret(
    accountId: string,
    scope: Scope,
  ): Promise<{ readonly secret: string; readonly now: string } | undefined> {
    return this.database.inTransaction(scope, async (tx) => {
      const sealed = await newSecretOf(tx, accountId);
      return sealed === undefined ? undefined : { secret: this.vault.open(sealed), now: tx.now };
    });
  }

  /** The new app takes the place of the old one; other sessions end. */
  finishAuthenticator({ accountId, sessionId }: Own, code: string, scope: Scope): Promise<Proof> {
    return this.database.inTransaction(scope, async (tx): Promise<Proof> => {
      const sealed = await newSecretOf(tx, accountId);
      const attempts = await reserveAttempt(tx, 'code', [
        { subject: `own ${accountId}`, most: MOST_WRONG },
      ]);
      if (attempts === null) return 'too_many';
      const step =
        sealed === undefined ? undefined : stepOfCode(this.vault.open(sealed), code, tx.now);
      if (sealed === undefined || step === undefined) return 'refused';
      await markSucceeded(tx, attempts);
      await changeAuthenticator(tx, accountId, sealed, step);
      await forgetNewSecret(tx, accountId);
      const ended = await endOtherSessions(tx, accountId, sha256(sessionId));
      await recordEvent(tx, 'authenticator-changed', 'account', accountId, { ended });
      await this.tell(tx, accountId, 'authenticator');
      return 'proved';
    });
  }

  /** @returns the new codes, to show once; those of before stop. */
  renewRecoveryCodes(accountId: string, scope: Scope): Promise<readonly string[]> {
    return this.database.inTransaction(scope, async (tx) => {
      const codes = await makeRecoveryCodes(tx, accountId);
      await recordEvent(tx, 'recovery-codes-made', 'account', accountId);
      await this.tell(tx, accountId, 'recovery');
      return codes;
    });
  }

  /** Signs the account out everywhere else. @returns how many sessions ended. */
  endOthers({ accountId, sessionId }: Own, scope: Scope): Promise<number> {
    return this.database.inTransaction(scope, async (tx) => {
      const ended = await endOtherSessions(tx, accountId, sha256(sessionId));
      await recordEvent(tx, 'sessions-ended', 'account', accountId, { ended });
      return ended;
    });
  }

  private async tell(
    tx: Transaction,
    accountId: string,
    what: 'passphrase' | 'authenticator' | 'recovery',
  ): Promise<void> {
    const { email, name } = await ownAccount(tx, accountId);
    const say = (part: 'subject' | 'body'): string =>
      (['nl', 'en'] as const)
        .map((language) => this.renderer.t(language, `identity.told.${what}.${part}`, { name }))
        .join(part === 'subject' ? ' / ' : '\n\n---\n\n');
    await queueMessage(tx, {
      key: `account:${accountId}:${what}:${tx.now}`,
      recipient: email,
      subject: say('subject'),
      body: say('body'),
      tenantId: null,
    });
  }
}
