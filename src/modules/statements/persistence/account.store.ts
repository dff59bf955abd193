import { tenantOf } from '../../../platform/database/tenant-of';
import { type Transaction } from '../../../platform/database/transaction';
import { newId } from '../../../platform/ids/id';

/** An account of the party, an affiliate or a candidate, as its statements name it. */
export interface BankAccount {
  readonly id: string;
  /** An IBAN without spaces, or what the bank calls it. */
  readonly account: string;
  readonly currency: string;
  /** Whose it is; null until somebody said so. */
  readonly recipientId: string | null;
  readonly recipientName: string | null;
  readonly statements: number;
  readonly entries: number;
}

const ACCOUNTS = `
  select a.id, a.account, a.currency, a.recipient_id as "recipientId", r.name as "recipientName",
         (select count(*)::int from core.bank_statement s
           where s.tenant_id = a.tenant_id and s.account_id = a.id) as statements,
         (select count(*)::int from core.bank_entry e
           where e.tenant_id = a.tenant_id and e.account_id = a.id) as entries
    from core.bank_account a
    left join core.recipient r on r.tenant_id = a.tenant_id and r.id = a.recipient_id
   where a.tenant_id = $1`;

/** Those nobody was named for first, then by account. */
export function listAccounts(tx: Transaction, tenantId: string): Promise<BankAccount[]> {
  return tx.query<BankAccount>(
    `${ACCOUNTS} order by (a.recipient_id is null) desc, a.account limit 500`,
    [tenantId],
  );
}

export async function findAccount(
  tx: Transaction,
  tenantId: string,
  id: string,
): Promise<BankAccount | null> {
  const [account] = await tx.query<BankAccount>(`${ACCOUNTS} and a.id = $2`, [tenantId, id]);
  return account ?? null;
}

/** The id of the account with this name, which is made when it was not known. */
export async function accountId(tx: Transaction, account: string): Promise<string> {
  const tenantId = tenantOf(tx);
  await tx.query(
    `insert into core.bank_account (tenant_id, id, account, currency) values ($1, $2, $3, 'EUR')
     on conflict (tenant_id, account) do nothing`,
    [tenantId, newId(), account],
  );
  const [row] = await tx.query<{ id: string }>(
    `select id from core.bank_account where tenant_id = $1 and account = $2`,
    [tenantId, account],
  );
  if (row === undefined) throw new Error('an account was made and is not there');
  return row.id;
}

export async function assignAccount(
  tx: Transaction,
  id: string,
  recipientId: string,
): Promise<void> {
  await tx.query(
    `update core.bank_account
        set recipient_id = $3, assigned_at = platform.now(), assigned_by = platform.actor()
      where tenant_id = $1 and id = $2`,
    [tenantOf(tx), id, recipientId],
  );
}

export async function hasBookings(tx: Transaction, id: string): Promise<boolean> {
  const [row] = await tx.query(
    `select e.id from core.bank_entry e
       join core.bank_entry_state s on s.tenant_id = e.tenant_id and s.entry_id = e.id
      where e.tenant_id = $1 and e.account_id = $2 and s.state = 'booked' limit 1`,
    [tenantOf(tx), id],
  );
  return row !== undefined;
}
