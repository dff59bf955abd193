import { ApiHeader } from '@nestjs/swagger';
import { type Response } from 'express';
import { canonicalJson, sha256Hex } from '../json/canonical';
import { type Database } from '../database/database';
import { type Transaction } from '../database/transaction';
import { scopeOf, type WebRequest } from './actor';
import { badInput, problem } from './problem';

export interface Answer<Body> {
  readonly status: number;
  readonly body: Body;
}

export interface OnceAnswer<Body> extends Answer<Body> {
  /** True when this is the kept answer of an earlier request. */
  readonly replayed: boolean;
}

export interface OnceKey {
  /** The route, 'POST /v1/notices'. */
  readonly route: string;
  readonly key: string;
  readonly fingerprint: string;
}

/** SHA-256 (hex) of what is asked; the order of names does not matter. */
export function fingerprintOf(input: unknown): string {
  return sha256Hex(canonicalJson(input));
}

/**
 * The header Idempotency-Key, with the route and the fingerprint of the path and body.
 *
 * @throws Problem 400 when it is absent, empty, longer than 255 characters or not plain ASCII.
 */
export function onceKeyOf(request: WebRequest): OnceKey {
  const place = { in: 'header', location: 'Idempotency-Key' } as const;
  const sent = request.get('Idempotency-Key');
  if (sent === undefined) {
    const detail = 'Send the header Idempotency-Key with a value of your own, such as a UUID.';
    throw badInput({ ...place, code: 'idempotency.absent', detail });
  }
  // The draft standard writes it as a quoted string; without quotes it is as clear.
  const key = sent.replace(/^"(.*)"$/, '$1');
  if (!/^[\x21-\x7E]{1,255}$/.test(key)) {
    const detail = 'Idempotency-Key holds 1 to 255 visible ASCII characters.';
    throw badInput({ ...place, code: 'idempotency.format', detail });
  }
  const { path } = request.route as { path: string };
  const fingerprint = fingerprintOf([request.path, request.body ?? null]);
  return { route: `${request.method} ${path}`, key, fingerprint };
}

interface KeptAnswer {
  readonly fingerprint: string;
  readonly status: number;
  readonly body: string;
}

function waitedTooLong(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && error.code === '55P03';
}

/**
 * Takes the key, waiting at most 3 s for another request that holds it. False: it was used. Only
 * this statement waits so briefly; a key that was used leaves nothing to wait for after it.
 */
async function take(tx: Transaction, { route, key, fingerprint }: OnceKey): Promise<boolean> {
  try {
    const taken = await tx.query(
      `with brief as materialized (
         select current_setting('lock_timeout') as usual, set_config('lock_timeout', '3s', true))
       insert into platform.idempotency_key (route, key, fingerprint)
       select $1, $2, $3 from brief
       on conflict do nothing
       returning (select set_config('lock_timeout', usual, true) from brief)`,
      [route, key, fingerprint],
    );
    return taken.length === 1;
  } catch (error) {
    if (!waitedTooLong(error)) throw error;
    const detail = 'The same request is still being handled. Ask again in a few seconds.';
    throw problem(409, 'idempotency.in_flight', detail);
  }
}

async function kept(tx: Transaction, { route, key, fingerprint }: OnceKey): Promise<KeptAnswer> {
  const [row] = await tx.query<KeptAnswer>(
    `select fingerprint, status, body from platform.idempotency_key where route = $1 and key = $2`,
    [route, key],
  );
  if (row === undefined) throw new Error('an idempotency key was taken and is not there');
  if (row.fingerprint !== fingerprint) {
    const detail = 'This Idempotency-Key was used before for another request. Choose a new one.';
    throw problem(422, 'idempotency.other_request', detail);
  }
  return row;
}

/**
 * Runs `work` once for a key, inside the caller's transaction: the key, the answer and the effect
 * are committed together or not at all. A repeat gets the kept answer. A refusal (a thrown Problem)
 * is not kept, because it undid everything. Keys are kept as long as what they made.
 */
export async function once<Body>(
  tx: Transaction,
  key: OnceKey,
  work: () => Promise<Answer<Body>>,
): Promise<OnceAnswer<Body>> {
  if (!(await take(tx, key))) {
    const { status, body } = await kept(tx, key);
    return { status, body: JSON.parse(body) as Body, replayed: true };
  }
  const answer = await work();
  await tx.query(
    `update platform.idempotency_key set status = $3, body = $4 where route = $1 and key = $2`,
    [key.route, key.key, answer.status, JSON.stringify(answer.body)],
  );
  return { ...answer, replayed: false };
}

/** Puts the status, and the mark of a repeat, on the response; returns the body to send. */
export function answerWith<Body>(response: Response, answer: OnceAnswer<Body>): Body {
  response.status(answer.status);
  if (answer.replayed) response.setHeader('Idempotency-Replayed', 'true');
  return answer.body;
}

/**
 * What most handlers of a POST do: the work, once for the key of the request, in one transaction in
 * the scope of who asks, answered with 201.
 */
export async function createOnce<Body>(
  database: Database,
  request: WebRequest,
  response: Response,
  work: (tx: Transaction) => Promise<Body>,
): Promise<Body> {
  const key = onceKeyOf(request);
  const answer = await database.inTransaction(scopeOf(request), (tx) =>
    once(tx, key, async () => ({ status: 201, body: await work(tx) })),
  );
  return answerWith(response, answer);
}

/** On a handler that uses `once`: describes the header in the OpenAPI document. */
export function Idempotent(): MethodDecorator {
  return ApiHeader({
    name: 'Idempotency-Key',
    required: true,
    description:
      'Your own name for this request, such as a UUID. Sent again with the same body, it gives the ' +
      'same answer, marked Idempotency-Replayed: true, and nothing is done twice. It is never forgotten.',
    example: '0b9f2c1e-6a55-4f0e-9b1d-2f3a4c5d6e7f',
    schema: { type: 'string', minLength: 1, maxLength: 255, pattern: '^[\\x21-\\x7E]+$' },
  });
}
