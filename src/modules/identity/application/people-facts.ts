import { isId } from '../../../platform/ids/id';
import { type Transaction } from '../../../platform/database/transaction';

/** What a party must know of its own people. Words: `people.warning.<code>`, with {people}. */
export interface PeopleWarning {
  /** `one_administrator`: nobody is left when this one falls ill; `ends`: all of them have a last day. */
  readonly code: 'no_administrator' | 'one_administrator' | 'administrators_end';
  readonly href: '/mensen';
}

/**
 * Standing warnings about who manages a party: at least two people do, of whom one without a known
 * last day. Role app of the party itself, or worker.
 */
export async function peopleWarnings(
  tx: Transaction,
  tenantId: string,
): Promise<readonly PeopleWarning[]> {
  const [row] = await tx.query<{ people: string; lasting: string }>(
    'select people, lasting from core.administrators_today($1)',
    [tenantId],
  );
  const [people, lasting] = [Number(row?.people ?? 0), Number(row?.lasting ?? 0)];
  const warn = (code: PeopleWarning['code']): PeopleWarning => ({ code, href: '/mensen' });
  if (people === 0) return [warn('no_administrator')];
  return [
    ...(people === 1 ? [warn('one_administrator')] : []),
    ...(lasting === 0 ? [warn('administrators_end')] : []),
  ];
}

/**
 * Names of accounts, for pages that say who did something: only of people who hold or held a role
 * at the party of the transaction (role app). What is no account, or is of elsewhere, is left out.
 */
export async function personNames(
  tx: Transaction,
  accountIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const wanted = [...new Set(accountIds)].filter(isId);
  if (wanted.length === 0) return new Map();
  const rows = await tx.query<{ id: string; name: string }>(
    'select account_id as id, name from core.names_of_people($1::uuid[])',
    [wanted],
  );
  return new Map(rows.map(({ id, name }) => [id, name]));
}
