import { type EuroCents, euroCents } from '../../../legal/kernel/euro-cents';
import { type Transaction } from '../../../platform/database/transaction';

export interface StoredDues {
  readonly id: string;
  readonly name: string;
  readonly amount: EuroCents;
}

/** What the party asks of its members now, the smallest first. */
export async function currentDues(
  tx: Transaction,
  tenantId: string,
): Promise<readonly StoredDues[]> {
  const rows = await tx.query<{ id: string; name: string; cents: string }>(
    `select id, name, amount_cents as cents from core.dues_amount
      where tenant_id = $1 and ended_at is null order by amount_cents`,
    [tenantId],
  );
  return rows.map(({ id, name, cents }) => ({ id, name, amount: euroCents(Number(cents)) }));
}

/** False when the amount is there already. */
export async function insertDues(
  tx: Transaction,
  tenantId: string,
  name: string,
  amount: EuroCents,
): Promise<boolean> {
  const rows = await tx.query(
    `insert into core.dues_amount (tenant_id, name, amount_cents) values ($1, $2, $3)
     on conflict do nothing returning id`,
    [tenantId, name, amount],
  );
  return rows.length === 1;
}

export async function endDues(tx: Transaction, tenantId: string, id: string): Promise<boolean> {
  const rows = await tx.query(
    `update core.dues_amount set ended_at = platform.now(), ended_by = platform.actor()
      where tenant_id = $1 and id = $2 and ended_at is null returning id`,
    [tenantId, id],
  );
  return rows.length === 1;
}
