import { type Role } from './actor';

export interface PublicRule {
  readonly kind: 'public';
}

export interface RoleRule {
  readonly kind: 'roles';
  readonly roles: readonly Role[];
  /** The scope an API token must carry; every protected route of the API has one. */
  readonly tokenScope: string | null;
}

export type Rule = PublicRule | RoleRule;

/** Anybody, signed in or not. */
export const PUBLIC: PublicRule = { kind: 'public' };

/** Only these roles; with a token only when it carries the scope, such as 'contributions:write'. */
export function may(roles: readonly Role[], tokenScope?: string): RoleRule {
  return { kind: 'roles', roles, tokenScope: tokenScope ?? null };
}

/** One line per route, keyed 'METHOD /path/:parameter' as Nest registers it. */
export type Authority = Readonly<Record<string, Rule>>;

/** Token under which the one table (src/authority.ts) is provided. */
export const AUTHORITY_TABLE = Symbol('AUTHORITY_TABLE');

/** All scopes a token of this role can carry. */
export function scopesOf(authority: Authority, role: Role): readonly string[] {
  const scopes = Object.values(authority).flatMap((rule) =>
    rule.kind === 'roles' && rule.tokenScope !== null && rule.roles.includes(role)
      ? [rule.tokenScope]
      : [],
  );
  return [...new Set(scopes)].sort();
}
