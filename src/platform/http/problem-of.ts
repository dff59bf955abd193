import { HttpException } from '@nestjs/common';
import { badInput, notFound, Problem, problem, unavailable } from './problem';

const BUSY = /^(57014|57P0[1-5]|55P03|40001|40P01|53|08)/;
const NETWORK = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ENOENT']);
const POOL_FULL = /timeout exceeded when trying to connect|Connection terminated|read timeout/;

/**
 * What PostgreSQL refused, without its words: those hold values of keys and names of tables.
 * Undefined for a state that is our own fault.
 */
function ofSqlState(state: string): Problem | undefined {
  if (BUSY.test(state)) return unavailable();
  if (state.startsWith('22') || state === '23502' || state === '23514') {
    const detail = 'A value in the request cannot be stored.';
    return badInput({ in: 'body', location: '', code: 'value.refused', detail });
  }
  if (state === '23505' || state === '23P01') {
    return problem(409, 'conflict', 'Something with the same key is there already.');
  }
  // Our own: a trigger that asks for a mandate found none for what is written.
  if (state === 'PG403')
    return problem(403, 'mandate.outside', 'Your mandate does not cover this.');
  if (state === '23503' || state === '42501') return notFound();
  return undefined;
}

function field(error: object, name: string): unknown {
  return name in error ? (error as Readonly<Record<string, unknown>>)[name] : undefined;
}

function ofDatabase(error: object): Problem | undefined {
  const code = field(error, 'code');
  if (typeof code === 'string') {
    if (NETWORK.has(code)) return unavailable();
    if (/^[0-9A-Z]{5}$/.test(code)) return ofSqlState(code);
  }
  const message = field(error, 'message');
  return typeof message === 'string' && POOL_FULL.test(message) ? unavailable() : undefined;
}

const BY_STATUS: Readonly<Record<number, () => Problem>> = {
  400: () =>
    badInput({ in: 'body', location: '', code: 'request.invalid', detail: 'It cannot be read.' }),
  401: () => problem(401, 'signin.needed', 'Sign in to see this.'),
  403: () => problem(403, 'forbidden', 'Your role does not allow this.'),
  404: notFound,
  413: () => problem(413, 'body.too_large', 'The request may hold at most 100 kB.'),
  415: () => problem(415, 'media_type', 'Send uncompressed UTF-8 text as application/json.'),
};

function ofStatus(status: number): Problem | undefined {
  if (status < 400 || status >= 500) return undefined;
  const known = BY_STATUS[status];
  return known === undefined
    ? problem(status, 'request.invalid', 'The request cannot be read.')
    : known();
}

/** The refusal that belongs to any error; undefined when the error is ours to mend: a 500. */
export function problemOf(error: unknown): Problem | undefined {
  if (error instanceof Problem) return error;
  if (typeof error !== 'object' || error === null) return undefined;
  if (error instanceof HttpException) return ofStatus(error.getStatus());
  if (error instanceof URIError) return ofStatus(400);
  const status = field(error, 'status');
  // body-parser and the router of Express give their refusals a status.
  if (typeof status === 'number') return ofStatus(status);
  return ofDatabase(error);
}
