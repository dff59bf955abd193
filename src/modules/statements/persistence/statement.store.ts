import { type PlainDate } from '../../../legal/kernel/plain-date';
import { tenantOf } from '../../../platform/database/tenant-of';
import { type Transaction } from '../../../platform/database/transaction';
import { newId } from '../../../platform/ids/id';
import { type ReadBankStatement, type ReadEntry } from '../formats/read-statement';

/** What is compared of a line that is kept already. */
export interface KnownEntry {
  readonly reference: string;
  readonly bookedOn: string;
  readonly direction: string;
  readonly cents: string;
  readonly iban: string | null;
  readonly format: string;
}

/** Lines of an account in these days, and lines elsewhere with one of these references. */
export function knownEntries(
  tx: Transaction,
  accountId: string,
  period: { readonly from: PlainDate; readonly until: PlainDate },
  references: readonly string[],
): Promise<KnownEntry[]> {
  return tx.query<KnownEntry>(
    `select e.reference, e.booked_on::text as "bookedOn", e.direction, e.amount_cents as cents,
            e.counterparty_iban as iban, s.format
       from core.bank_entry e
       join core.bank_statement s on s.tenant_id = e.tenant_id and s.id = e.statement_id
      where e.tenant_id = $1 and e.account_id = $2
        and (e.booked_on between $3 and $4 or e.reference = any($5::text[]))`,
    [tenantOf(tx), accountId, period.from, period.until, references],
  );
}

/** True when this very statement is kept: same account, number, days and balances. */
export async function isKnownStatement(
  tx: Transaction,
  accountId: string,
  statement: ReadBankStatement,
): Promise<boolean> {
  const { statementId, from, until, opening, closing } = statement;
  const [row] = await tx.query(
    `select id from core.bank_statement
      where tenant_id = $1 and account_id = $2 and from_date = $4 and until_date = $5
        and statement_id is not distinct from $3::text
        and opening_cents is not distinct from $6::bigint
        and closing_cents is not distinct from $7::bigint limit 1`,
    [tenantOf(tx), accountId, statementId, from, until, opening, closing],
  );
  return row !== undefined;
}

export interface NewStatement {
  readonly intakeId: string;
  readonly accountId: string;
  readonly position: number;
  readonly statement: ReadBankStatement;
  readonly added: number;
}

export async function insertStatement(tx: Transaction, made: NewStatement): Promise<string> {
  const { intakeId, accountId, position, statement, added } = made;
  const id = newId();
  await tx.query(
    `insert into core.bank_statement (tenant_id, id, intake_id, account_id, position, format,
       statement_id, from_date, until_date, opening_cents, closing_cents, entries_found,
       entries_added)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
    [
      tenantOf(tx),
      id,
      intakeId,
      accountId,
      position,
      statement.format,
      statement.statementId,
      statement.from,
      statement.until,
      statement.opening,
      statement.closing,
      statement.entries.length,
      added,
    ],
  );
  return id;
}

const AT_ONCE = 2_000;

const INSERT_ENTRIES = `
  insert into core.bank_entry (tenant_id, id, statement_id, account_id, position, booked_on,
    value_on, direction, amount_cents, reversal, reference, means, counterparty_name,
    counterparty_iban, counterparty_bic, counterparty_address, description, payment_reference,
    batch_of, return_reason)
  select $1, r.id, $2, $3, r.position, r."bookedOn", r."valueOn", r.direction, r.amount,
         r.reversal, r.reference, r.means, r.name, r.iban, r.bic, r.address, r.description,
         r."paymentReference", r."batchOf", r."returnReason"
    from jsonb_to_recordset($4::jsonb) as r(id uuid, position int, "bookedOn" date,
      "valueOn" date, direction text, amount bigint, reversal boolean, reference text, means text,
      name text, iban text, bic text, address text, description text, "paymentReference" text,
      "batchOf" int, "returnReason" text)`;

export async function insertEntries(
  tx: Transaction,
  of: { readonly statementId: string; readonly accountId: string },
  entries: readonly ReadEntry[],
): Promise<void> {
  for (let at = 0; at < entries.length; at += AT_ONCE) {
    const rows = entries
      .slice(at, at + AT_ONCE)
      .map(({ counterparty, ...entry }) => ({ ...entry, ...counterparty, id: newId() }));
    await tx.query(INSERT_ENTRIES, [
      tenantOf(tx),
      of.statementId,
      of.accountId,
      JSON.stringify(rows),
    ]);
  }
}
