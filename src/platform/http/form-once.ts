import { type Database } from '../database/database';
import { type Transaction } from '../database/transaction';
import { newId } from '../ids/id';
import { scopeOf, type WebRequest } from './actor';
import { formText } from './body';
import { fingerprintOf, once, type OnceKey } from './idempotency';
import { badInput } from './problem';

/** Fields that may differ between two presses of the same button. */
const OF_THE_FORM = new Set(['_csrf', 'once', 'do']);

/** For the hidden field `once` of a new form: sent twice, the form counts once. */
export function newFormKey(): string {
  return newId();
}

/** @throws Problem 400 for a form that lost its key. */
function formKeyOf(request: WebRequest): OnceKey {
  const key = formText(request.body, 'once');
  if (!/^[\x21-\x7E]{1,255}$/.test(key)) {
    const detail = 'The form has no key. Open it again.';
    throw badInput({ in: 'body', location: 'once', code: 'idempotency.absent', detail });
  }
  const { path } = request.route as { path: string };
  const fields = Object.entries((request.body ?? {}) as object).filter(
    ([name]) => !OF_THE_FORM.has(name),
  );
  const fingerprint = fingerprintOf([request.path, Object.fromEntries(fields)]);
  return { route: `${request.method} ${path}`, key, fingerprint };
}

/**
 * Does the work of a form once, however often the form is sent, and gives the path to go to next.
 * A refusal undoes everything and leaves the key free, so that the mended form can use it.
 */
export async function onceForForm(
  database: Database,
  request: WebRequest,
  work: (tx: Transaction) => Promise<string>,
): Promise<string> {
  const key = formKeyOf(request);
  const { body } = await database.inTransaction(scopeOf(request), (tx) =>
    once(tx, key, async () => ({ status: 303, body: { next: await work(tx) } })),
  );
  return body.next;
}
