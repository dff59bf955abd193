import { type Response } from 'express';
import { isId } from '../ids/id';
import { type WebRequest } from './actor';
import { QueryInteger, TextField } from './fields';
import { badInput, type Problem } from './problem';

/** The two names of paging in a query. Extend it: `class DonorsQuery extends KeysetQuery`. */
export class KeysetQuery {
  @QueryInteger({
    example: 50,
    min: 1,
    max: 100,
    optional: true,
    description: 'How many at most; 50 when absent.',
  })
  readonly pageSize?: number;

  @TextField({
    example: 'WyIyMDI1LTA0LTE3Il0',
    max: 1000,
    pattern: /^[\w-]+$/,
    optional: true,
    description: 'Where to go on: the value in `_links.next` of the page before.',
  })
  readonly cursor?: string;
}

export interface Links {
  readonly self: { readonly href: string };
  readonly next?: { readonly href: string };
}

export interface KeysetPage<Item> {
  readonly items: readonly Item[];
  readonly _links: Links;
}

export type CursorKey = readonly (string | number)[];

function wrongCursor(): Problem {
  const detail = 'The cursor is not one this list gave. Leave it out to begin at the start.';
  return badInput({ in: 'query', location: 'cursor', code: 'cursor.format', detail });
}

export function encodeCursor(key: CursorKey): string {
  return Buffer.from(JSON.stringify(key)).toString('base64url');
}

/**
 * Reads a cursor back. `parts` has a test for each part of the key, in order.
 *
 * @throws Problem 400 for anything encodeCursor would not have made.
 */
export function decodeCursor(
  cursor: string,
  parts: readonly ((part: string | number) => boolean)[],
): CursorKey {
  let key: unknown;
  try {
    key = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch {
    throw wrongCursor();
  }
  if (!Array.isArray(key) || key.length !== parts.length) throw wrongCursor();
  const values: readonly unknown[] = key;
  return values.map((value, at) => {
    const isScalar = typeof value === 'string' || typeof value === 'number';
    if (!isScalar || parts[at]?.(value) !== true) throw wrongCursor();
    return value;
  });
}

/** Where a list ordered by a moment and an id goes on. */
export interface MomentKey {
  /** ISO 8601 in UTC, as platform.iso() writes it. */
  readonly at: string;
  readonly id: string;
}

/**
 * Reads the cursor of a list ordered by a moment and an id; null at the start of the list.
 *
 * @throws Problem 400 for anything this list did not give.
 */
export function decodeMomentCursor(cursor: string | undefined): MomentKey | null {
  if (cursor === undefined) return null;
  const [at, id] = decodeCursor(cursor, [
    (part) => typeof part === 'string' && /^\d{4}-\d\d-\d\dT[\d:.]{8,15}Z$/.test(part),
    (part) => typeof part === 'string' && isId(part),
  ]);
  return { at: String(at), id: String(id) };
}

export function pageSizeOf(query: KeysetQuery): number {
  return query.pageSize ?? 50;
}

function hrefWith(request: WebRequest, cursor: string): string {
  const [path = '', search = ''] = request.originalUrl.split('?');
  const parameters = new URLSearchParams(search);
  parameters.set('cursor', cursor);
  return `${path}?${parameters.toString()}`;
}

/**
 * Makes one page of rows that were read with `limit pageSize + 1`, and sets the header Link. Links
 * are paths without host, as the server may be known by more than one name.
 */
export function keysetPage<Row>(
  request: WebRequest,
  response: Response,
  rows: readonly Row[],
  pageSize: number,
  keyOf: (row: Row) => CursorKey,
): KeysetPage<Row> {
  const items = rows.slice(0, pageSize);
  const last = items.at(-1);
  const self = { href: request.originalUrl };
  if (rows.length <= pageSize || last === undefined) return { items, _links: { self } };
  const next = { href: hrefWith(request, encodeCursor(keyOf(last))) };
  response.setHeader('Link', `<${next.href}>; rel="next"`);
  return { items, _links: { self, next } };
}
