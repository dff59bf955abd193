import { Injectable } from '@nestjs/common';
import { Database } from '../../../platform/database/database';
import { type Scope } from '../../../platform/database/transaction';
import { type Actor } from '../../../platform/http/actor';
import { notFound } from '../../../platform/http/problem';
import { newId } from '../../../platform/ids/id';
import { recordEvent } from '../persistence/audit-line';
import { insertToken, markRevoked, tokenHolder } from '../persistence/token.store';
import { systemScope } from './scope';
import { randomToken, sha256 } from './secrets';

export interface IssueTokenCommand {
  readonly assignmentId: string;
  readonly name: string;
  readonly scopes: readonly string[];
  /** How long it works: 1 to 366 days; 90 when absent. */
  readonly days?: number;
}

export interface IssuedToken {
  readonly id: string;
  /** Shown this once: only its SHA-256 is kept. */
  readonly token: string;
  /** yyyy-mm-dd. */
  readonly expiresOn: string;
}

const PREFIX = 'pgft_';

@Injectable()
export class IssueToken {
  constructor(private readonly database: Database) {}

  run(command: IssueTokenCommand, scope: Scope = systemScope()): Promise<IssuedToken> {
    return this.database.inTransaction(scope, async (tx) => {
      const { assignmentId, name, scopes, days = 90 } = command;
      const id = newId();
      const token = `${PREFIX}${randomToken()}`;
      const hash = sha256(token);
      const expiresOn = await insertToken(tx, { id, hash, assignmentId, name, scopes, days });
      const details = { assignmentId, name, scopes, expiresOn };
      await recordEvent(tx, 'token-made', 'api_token', id, details);
      return { id, token, expiresOn };
    });
  }
}

@Injectable()
export class RevokeToken {
  constructor(private readonly database: Database) {}

  /** @throws Problem 404 when this account has no such token. */
  run(accountId: string, tokenId: string, scope: Scope): Promise<void> {
    return this.database.inTransaction(scope, async (tx) => {
      if (!(await markRevoked(tx, accountId, tokenId))) throw notFound();
      await recordEvent(tx, 'token-revoked', 'api_token', tokenId);
    });
  }
}

@Injectable()
export class Tokens {
  constructor(private readonly database: Database) {}

  /** Who holds this token; undefined when it does not work (any more). */
  async find(token: string, scope: Scope): Promise<Actor | undefined> {
    if (!token.startsWith(PREFIX)) return undefined;
    const holder = await this.database.inTransaction(scope, (tx) => tokenHolder(tx, sha256(token)));
    if (holder === undefined) return undefined;
    const { accountId, name, role, tenantId, organisation, scopes } = holder;
    const common = { userId: accountId, name, role, tenantId, organisation, scopes } as const;
    return { ...common, means: 'token', language: 'nl' };
  }
}
