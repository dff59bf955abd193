import {
  type NextFunction,
  raw,
  type Request,
  type RequestHandler,
  type Response,
  text,
} from 'express';
import { isApiPath } from './actor';
import { parseJson } from './json';
import { badInput, problem } from './problem';

const LIMIT = '100kb';
const readBytes = raw({ type: () => true, limit: LIMIT, inflate: false });
const readForm = text({
  type: 'application/x-www-form-urlencoded',
  limit: LIMIT,
  inflate: false,
  defaultCharset: 'utf-8',
});

/**
 * The fields of a form. A name that ends in [] may come more often and gives a list under the name
 * without []; any other name that comes twice is refused.
 */
export type FormBody = Readonly<Record<string, string | readonly string[]>>;

function formFault(location: string, code: string, detail: string): Error {
  return badInput({ in: 'body', location, code, detail });
}

function readFields(encoded: string): FormBody {
  const fields = new Map<string, string | string[]>();
  for (const [name, raw] of new URLSearchParams(encoded)) {
    if (/[\u0000\uFFFD]/.test(name + raw)) {
      throw formFault(name, 'text.control_char', `${name} holds a character that cannot be used.`);
    }
    const value = raw.replaceAll('\r\n', '\n').normalize('NFC');
    const earlier = fields.get(name);
    if (Array.isArray(earlier)) earlier.push(value);
    else if (earlier !== undefined) {
      throw formFault(name, 'form.repeated', `The field ${name} came twice.`);
    } else fields.set(name, name.endsWith('[]') ? [value] : value);
  }
  return Object.fromEntries([...fields].map(([name, value]) => [name.replace(/\[\]$/, ''), value]));
}

function hasBody(request: Request): boolean {
  const length = request.headers['content-length'];
  return request.headers['transfer-encoding'] !== undefined || Number(length ?? 0) > 0;
}

function readJson(request: Request, response: Response, next: NextFunction): void {
  const type = /^application\/json *(?:; *charset="?([\w-]+)"?)? *$/i.exec(
    request.headers['content-type'] ?? '',
  );
  if (type === null || (type[1] ?? 'utf-8').toLowerCase() !== 'utf-8') {
    throw problem(415, 'media_type', 'Send the body as application/json in UTF-8.');
  }
  readBytes(request, response, (error?: unknown) => {
    if (error !== undefined) {
      next(error);
      return;
    }
    try {
      request.body = parseJson(request.body as Uint8Array);
      next();
    } catch (fault) {
      next(fault);
    }
  });
}

function readPageForm(request: Request, response: Response, next: NextFunction): void {
  readForm(request, response, (error?: unknown) => {
    if (error !== undefined) {
      next(error);
      return;
    }
    try {
      request.body = typeof request.body === 'string' ? readFields(request.body) : {};
      next();
    } catch (fault) {
      next(fault);
    }
  });
}

/** Files as the body of a request to the API. */
const FILES =
  /^(?:text\/(?:csv|xml|plain)|application\/xml|application\/pdf|application\/vnd\.[\w.-]+|image\/(?:png|jpeg)|message\/rfc822)\b/i;

/**
 * Reads bodies: JSON for the API, forms for pages. A multipart form (an upload) is left to the
 * controller that takes it, and so is a file; AllowGuard refuses it where no controller takes it.
 */
export const readBody: RequestHandler = (request, response, next): void => {
  request.body = undefined;
  const type = request.headers['content-type'] ?? '';
  if (!hasBody(request)) next();
  else if (isApiPath(request.path) && FILES.test(type)) next();
  else if (isApiPath(request.path)) readJson(request, response, next);
  else if (/^multipart\/form-data/i.test(type)) next();
  else if (/^application\/x-www-form-urlencoded/i.test(type)) readPageForm(request, response, next);
  else throw problem(415, 'media_type', 'This page takes forms only.');
};

/** The text of a field of a form; '' when it is absent or a list. */
export function formText(body: unknown, name: string): string {
  if (typeof body !== 'object' || body === null || !Object.hasOwn(body, name)) return '';
  const value = (body as FormBody)[name];
  return typeof value === 'string' ? value : '';
}

/** The texts of a field whose name ends in [] on the page; the name is given without it. */
export function formList(body: unknown, name: string): readonly string[] {
  if (typeof body !== 'object' || body === null || !Object.hasOwn(body, name)) return [];
  const value = (body as FormBody)[name];
  return typeof value === 'string' || value === undefined ? [] : value;
}
