import { Injectable } from '@nestjs/common';
import { Database } from '../../../platform/database/database';
import { keepDraft } from '../../../platform/drafts/public';
import { roleScope, scopeOf, type WebRequest } from '../../../platform/http/actor';
import { formText } from '../../../platform/http/body';
import { sameSecret } from '../../../platform/http/same-secret';
import { lapsedSession } from '../persistence/session.store';
import { identityScope } from './scope';
import { sha256 } from './secrets';

/**
 * A form that came after its session had stopped by itself is not done, but what was typed is kept
 * as a draft of the person whose session it was. Whoever sends it must know the secret of that
 * session and the token of its forms, and gets nothing to see: only signing in shows the draft.
 */
@Injectable()
export class ParkForm {
  constructor(private readonly database: Database) {}

  /** @returns the path of the form that was kept; null when nothing was. */
  async run(sessionId: string, request: WebRequest): Promise<string | null> {
    const token = formText(request.body, '_csrf');
    const scope = identityScope(scopeOf(request));
    const session = await this.database.inTransaction(scope, (tx) =>
      lapsedSession(tx, sha256(sessionId)),
    );
    if (session === undefined || !sameSecret(token, session.csrfToken)) return null;
    const { accountId, role, tenantId } = session;
    const own = roleScope({ userId: accountId, role, tenantId }, request.requestId);
    if (own.role !== 'app' && own.role !== 'staff') return null;
    return this.database.inTransaction(own, (tx) => keepDraft(tx, request.body));
  }
}
