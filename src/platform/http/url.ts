import { type NextFunction, type Request, type RequestHandler, type Response } from 'express';
import { type Authority } from './authority';
import { badInput, notFound, Problem, problem, type ProblemPart } from './problem';

interface Pattern {
  readonly method: string;
  readonly segments: readonly string[];
}

function patterns(authority: Authority): readonly Pattern[] {
  return Object.keys(authority).map((key) => {
    const space = key.indexOf(' ');
    return { method: key.slice(0, space), segments: key.slice(space + 1).split('/') };
  });
}

function fits({ segments }: Pattern, path: readonly string[]): boolean {
  return (
    segments.length === path.length &&
    segments.every((segment, at) =>
      segment.startsWith(':') ? path[at] !== '' : segment === path[at],
    )
  );
}

function readable(path: string): boolean {
  try {
    decodeURIComponent(path);
    return true;
  } catch {
    return false;
  }
}

function unreadable(): Problem {
  const detail = 'The address holds a % that is not followed by a valid code.';
  return badInput({ in: 'path', location: '', code: 'path.encoding', detail });
}

/** Refuses a path that cannot be read, one that ends in a slash, and a method it does not have. */
export function strictPaths(authority: Authority): RequestHandler {
  const known = patterns(authority);
  return (request: Request, response: Response, next: NextFunction): void => {
    const { path } = request;
    if (!readable(path)) throw unreadable();
    if (path.length > 1 && path.endsWith('/')) throw notFound();
    const segments = path.split('/');
    const methods = known.filter((line) => fits(line, segments)).map(({ method }) => method);
    if (methods.length === 0) {
      next();
      return;
    }
    const allowed = [...new Set([...methods, ...(methods.includes('GET') ? ['HEAD'] : [])])];
    if (allowed.includes(request.method)) {
      next();
      return;
    }
    const allow = [...allowed, 'OPTIONS'].sort().join(', ');
    if (request.method === 'OPTIONS') {
      response.status(204).setHeader('Allow', allow).end();
      return;
    }
    throw new Problem(405, 'method', `Possible here: ${allow}.`, [], { Allow: allow });
  };
}

function faultOf(name: string, value: unknown): ProblemPart | undefined {
  const place = { in: 'query', location: name.slice(0, 60) } as const;
  if (typeof value !== 'string') {
    return { ...place, code: 'query.repeated', detail: `${place.location} stands twice.` };
  }
  // U+FFFD is what the reader of the query makes of bytes that are no UTF-8.
  if (/[\p{Cc}\uFFFD]/u.test(name + value)) {
    const detail = `${place.location} holds a character that cannot be used.`;
    return { ...place, code: 'text.control_char', detail };
  }
  return undefined;
}

/** Refuses a query in which a name stands twice or a character cannot be read. */
export const strictQuery: RequestHandler = (request, _response, next): void => {
  const faults = Object.entries(request.query).flatMap(([name, value]) => {
    const fault = faultOf(name, value);
    return fault === undefined ? [] : [fault];
  });
  if (faults.length > 0) {
    throw problem(400, 'input.invalid', 'The query of the address is not valid.', faults);
  }
  next();
};
