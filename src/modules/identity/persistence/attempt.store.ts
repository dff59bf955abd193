import { type Transaction } from '../../../platform/database/transaction';
import { newId } from '../../../platform/ids/id';

export type Step = 'password' | 'code';

/** Whom tries are counted against, and how many may fail in fifteen minutes. */
export interface Limit {
  readonly subject: string;
  readonly most: number;
}

const WINDOW = `interval '15 minutes'`;

/**
 * Writes a try before it is judged, so that tries side by side count too.
 *
 * @returns the ids of the try, or null when there were too many already.
 */
export async function reserveAttempt(
  tx: Transaction,
  step: Step,
  limits: readonly Limit[],
): Promise<readonly string[] | null> {
  const inOrder = [...limits].sort((a, b) => (a.subject < b.subject ? -1 : 1));
  for (const { subject, most } of inOrder) {
    await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [subject]);
    const [row] = await tx.query<{ failed: string }>(
      `select count(*) as failed from identity.sign_in_attempt
        where subject = $1 and step = $2 and not succeeded and at > platform.now() - ${WINDOW}`,
      [subject, step],
    );
    if (Number(row?.failed ?? 0) >= most) return null;
  }
  await tx.query(
    `delete from identity.sign_in_attempt where at < platform.now() - interval '1 day'`,
  );
  const ids = limits.map(() => newId());
  await tx.query(
    `insert into identity.sign_in_attempt (id, subject, step)
     select id, subject, $3 from unnest($1::uuid[], $2::text[]) as t(id, subject)`,
    [ids, limits.map(({ subject }) => subject), step],
  );
  return ids;
}

export async function markSucceeded(tx: Transaction, attempts: readonly string[]): Promise<void> {
  await tx.query('update identity.sign_in_attempt set succeeded = true where id = any($1)', [
    attempts,
  ]);
}
