import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { isApiPath, type WebRequest } from './actor';
import { type Problem, problem } from './problem';
import { sameSecret } from './same-secret';

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

function refused(): Problem {
  return problem(403, 'csrf', 'The form is out of date or came from elsewhere. Open it again.');
}

function hostOf(origin: string | undefined): string | undefined {
  return origin !== undefined && URL.canParse(origin) ? new URL(origin).host : undefined;
}

/**
 * Refuses a form that does not carry this visitor's own token in the field _csrf. A multipart
 * form is read only after the guards, so there the browser must say itself that it comes from us.
 *
 * @throws Problem 403.
 */
export function assertOwnForm(request: WebRequest): void {
  const site = request.headers['sec-fetch-site'];
  if (site === 'cross-site' || site === 'same-site') throw refused();
  if (request.is('multipart/form-data') !== false && request.body === undefined) {
    if (hostOf(request.headers.origin) !== request.headers.host) throw refused();
    return;
  }
  const body: unknown = request.body;
  const given =
    typeof body === 'object' && body !== null && '_csrf' in body ? body._csrf : undefined;
  if (!sameSecret(given, request.csrfToken)) throw refused();
}

/** Guards every form of a signed-in visitor. The API takes no cookies and needs none of this. */
@Injectable()
export class CsrfGuard implements CanActivate {
  canActivate(context: ExecutionContext): boolean {
    const request = context.switchToHttp().getRequest<WebRequest>();
    if (SAFE.has(request.method) || isApiPath(request.path)) return true;
    if (request.actor.means === 'session') assertOwnForm(request);
    return true;
  }
}
