import { type Request } from 'express';
import { type PlainDate } from '../../legal/kernel/plain-date';
import { type DatabaseRole, type Scope } from '../database/transaction';

export const ROLES = [
  'treasurer',
  'party_administrator',
  'accountant',
  'overseer',
  'decision_maker',
  'committee_member',
  'committee_secretary',
  'administrator',
] as const;
export type Role = (typeof ROLES)[number];

export function isRole(text: string): text is Role {
  return ROLES.some((role) => role === text);
}

/** The people of a party. They see the rows of their own group and of nobody else. */
export const PARTY_ROLES: readonly Role[] = ['treasurer', 'party_administrator', 'accountant'];

/** Who makes a request: read from the session cookie (pages) or the bearer token (/v1). */
export interface Actor {
  /** The account, or 'anonymous'. */
  readonly userId: string;
  readonly name: string;
  readonly role: Role | 'anonymous';
  /** The group the role is held for; null outside the parties. */
  readonly tenantId: string | null;
  /** Name of the party or body the role is held for, as it was when the role was given. */
  readonly organisation: string | null;
  readonly means: 'session' | 'token' | 'anonymous';
  /** What a token may do; a session may do all its role may. */
  readonly scopes: readonly string[];
  readonly language: 'nl' | 'en';
}

export const ANONYMOUS: Actor = {
  userId: 'anonymous',
  name: '',
  role: 'anonymous',
  tenantId: null,
  organisation: null,
  means: 'anonymous',
  scopes: [],
  language: 'nl',
};

/** A request with what the edge has found out about it before any controller sees it. */
export interface WebRequest extends Request {
  actor: Actor;
  requestId: string;
  /** What a form of this visitor must send back as `_csrf`; empty when it has none. */
  csrfToken: string;
  /** Today by the database's clock, when the session was read; otherwise null. */
  today: PlainDate | null;
  /**
   * When the session ends if nothing more is asked, as ISO 8601 in UTC; null without a session.
   * POST /account/sessie/verlengen, or any other page, puts it off.
   */
  sessionEndsAt: string | null;
  /** The same in seconds from this request on; 0 without a session. */
  sessionSeconds: number;
  /** The form that was kept because it came after the session was over; see identity/park-form. */
  parkedForm: string | null;
  /** The moment past which this session cannot be put off, as ISO 8601 in UTC. */
  sessionEndsAtLatest: string | null;
}

const DATABASE_ROLE: Readonly<Record<Actor['role'], DatabaseRole>> = {
  treasurer: 'app',
  party_administrator: 'app',
  accountant: 'app',
  overseer: 'staff',
  decision_maker: 'staff',
  committee_member: 'staff',
  committee_secretary: 'staff',
  administrator: 'identity',
  anonymous: 'public',
};

/** The scope in which the work of this request reaches the database. */
export function scopeOf(request: WebRequest): Scope {
  return roleScope(request.actor, request.requestId);
}

/** The scope of a person in a role. */
export function roleScope(
  actor: Pick<Actor, 'userId' | 'role' | 'tenantId'>,
  requestId: string,
): Scope {
  const role = DATABASE_ROLE[actor.role];
  const tenantId = role === 'app' ? actor.tenantId : null;
  return { role, tenantId, actorId: actor.userId, actorRole: actor.role, requestId };
}

/** The path that was asked for; request.path holds only the rest of it while a middleware runs. */
export function pathOf(request: Request): string {
  return request.originalUrl.split('?')[0] ?? '';
}

/** True for the API: bearer tokens and problem+json there, cookies and pages elsewhere. */
export function isApiPath(path: string): boolean {
  return path === '/v1' || path.startsWith('/v1/');
}
