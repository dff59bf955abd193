import { type Scope } from '../../../platform/database/transaction';
import { newId } from '../../../platform/ids/id';

/** The scope of work on accounts in the name of the installation: set-up, demo, tests. */
export function systemScope(): Scope {
  return {
    role: 'identity',
    tenantId: null,
    actorId: 'system',
    actorRole: 'system',
    requestId: newId(),
  };
}

/** The same person, but working on accounts: those belong to no tenant. */
export function identityScope(scope: Scope): Scope {
  return { ...scope, role: 'identity', tenantId: null };
}
