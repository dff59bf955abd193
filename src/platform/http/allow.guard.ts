import { type CanActivate, type ExecutionContext, Inject, Injectable } from '@nestjs/common';
import { type Response } from 'express';
import { type Actor, isApiPath, type WebRequest } from './actor';
import { type Authority, AUTHORITY_TABLE, type RoleRule, type Rule } from './authority';
import { consumedBy } from './consumes';
import { Problem, problem } from './problem';
import { producedBy } from './produces';

/** The line of the table for the route that is being served; HEAD is served by GET. */
export function ruleFor(authority: Authority, request: WebRequest): Rule | undefined {
  const { path, methods } = request.route as { path: string; methods: Record<string, boolean> };
  const method = request.method === 'HEAD' && methods['head'] !== true ? 'GET' : request.method;
  return authority[`${method} ${path}`];
}

function signInNeeded(path: string): Problem {
  const detail = isApiPath(path)
    ? 'Send an API token in the header Authorization: Bearer ...'
    : 'Sign in to see this page.';
  return new Problem(401, 'signin.needed', detail, [], { 'WWW-Authenticate': 'Bearer' });
}

function enforce(rule: RoleRule, actor: Actor, path: string): void {
  if (actor.role === 'anonymous') throw signInNeeded(path);
  if (!rule.roles.includes(actor.role)) {
    throw problem(403, 'role', `The role ${actor.role} does not allow this.`);
  }
  if (actor.means !== 'token' || rule.tokenScope === null) return;
  if (!actor.scopes.includes(rule.tokenScope)) {
    throw problem(403, 'token.scope', `The token lacks the scope ${rule.tokenScope}.`);
  }
}

/** A body of another form than this route takes. JSON, which most take, was checked when read. */
function assertTaken(request: WebRequest, handler: object): void {
  const forms = consumedBy(handler);
  if (request.is([...forms]) !== false) return;
  throw problem(415, 'media_type', `Send the body as ${forms.join(' or ')}.`);
}

/** Lets a request through when the one table says so, and refuses what the table does not name. */
@Injectable()
export class AllowGuard implements CanActivate {
  constructor(@Inject(AUTHORITY_TABLE) private readonly authority: Authority) {}

  canActivate(context: ExecutionContext): boolean {
    const http = context.switchToHttp();
    const request = http.getRequest<WebRequest>();
    const rule = ruleFor(this.authority, request);
    if (rule === undefined) throw problem(403, 'route', 'Nobody may use this route.');
    if (rule.kind === 'roles') enforce(rule, request.actor, request.path);
    if (!isApiPath(request.path)) return true;
    if (rule.kind === 'public') {
      http.getResponse<Response>().setHeader('Access-Control-Allow-Origin', '*');
    }
    assertTaken(request, context.getHandler());
    const produced = producedBy(context.getHandler());
    if (request.accepts([...produced, 'application/problem+json']) === false) {
      const forms = produced.join(', ');
      throw problem(406, 'accept', `This answer is available as ${forms}. Ask for one of these.`);
    }
    return true;
  }
}
