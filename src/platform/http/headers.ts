import { type NextFunction, type Request, type RequestHandler, type Response } from 'express';
import helmet from 'helmet';
import { newId } from '../ids/id';
import { ANONYMOUS, isApiPath, type WebRequest } from './actor';
import { API_VERSION } from './version';

const HSTS = { maxAge: 63_072_000, includeSubDomains: true } as const;

const forPages = helmet({
  contentSecurityPolicy: {
    useDefaults: false,
    directives: {
      defaultSrc: ["'none'"],
      scriptSrc: ["'self'"],
      styleSrc: ["'self'"],
      imgSrc: ["'self'"],
      fontSrc: ["'self'"],
      connectSrc: ["'self'"],
      objectSrc: ["'none'"],
      formAction: ["'self'"],
      frameAncestors: ["'none'"],
      baseUri: ["'none'"],
    },
  },
  strictTransportSecurity: HSTS,
  xFrameOptions: { action: 'deny' },
  // Not no-referrer: with that a browser sends "Origin: null" along with our own forms.
  referrerPolicy: { policy: 'same-origin' },
});

const forApi = helmet({
  contentSecurityPolicy: {
    useDefaults: false,
    directives: {
      defaultSrc: ["'none'"],
      frameAncestors: ["'none'"],
      baseUri: ["'none'"],
      formAction: ["'none'"],
    },
  },
  strictTransportSecurity: HSTS,
  xFrameOptions: { action: 'deny' },
  referrerPolicy: { policy: 'no-referrer' },
  crossOriginResourcePolicy: { policy: 'cross-origin' },
});

/** Gives a request its number and its empty hands, and every answer its headers. */
export const headers: RequestHandler = (
  plain: Request,
  response: Response,
  next: NextFunction,
): void => {
  const request = plain as WebRequest;
  request.requestId = newId();
  request.actor = ANONYMOUS;
  request.csrfToken = '';
  request.today = null;
  request.sessionEndsAt = null;
  request.sessionSeconds = 0;
  request.parkedForm = null;
  request.sessionEndsAtLatest = null;
  response.setHeader('X-Request-Id', request.requestId);
  response.setHeader('Permissions-Policy', 'camera=(), geolocation=(), microphone=(), payment=()');
  // What may be kept (style sheets, public lists) says so itself.
  if (!request.path.startsWith('/assets/')) response.setHeader('Cache-Control', 'no-store');
  if (!isApiPath(request.path)) {
    forPages(request, response, next);
    return;
  }
  response.setHeader('API-Version', API_VERSION);
  forApi(request, response, next);
};
