import { type PlainDate } from '../../../legal/kernel/plain-date';
import { type Transaction } from '../../../platform/database/transaction';
import { type StatementFormat } from '../formats/read-statement';

/** A statement as it is kept. */
export interface StoredStatement {
  readonly id: string;
  readonly accountId: string;
  readonly account: string;
  readonly recipientId: string | null;
  readonly recipientName: string | null;
  readonly intakeId: string;
  readonly fileName: string;
  readonly format: StatementFormat;
  readonly statementId: string | null;
  readonly from: PlainDate;
  readonly until: PlainDate;
  /** Euro cents, also below zero; null when the file did not say. */
  readonly opening: number | null;
  readonly closing: number | null;
  /** Lines in the statement; of these the ones that it brought first. */
  readonly entriesFound: number;
  readonly entriesAdded: number;
  /** Lines it brought that nothing was done with yet. */
  readonly entriesOpen: number;
  readonly readAt: string;
}

type StatementRow = Omit<StoredStatement, 'opening' | 'closing'> & {
  readonly opening: string | null;
  readonly closing: string | null;
};

const STATEMENTS = `
  select s.id, s.account_id as "accountId", a.account, a.recipient_id as "recipientId",
         r.name as "recipientName", s.intake_id as "intakeId", f.name as "fileName", s.format,
         s.statement_id as "statementId", s.from_date::text as "from", s.until_date::text as "until",
         s.opening_cents as opening, s.closing_cents as closing,
         s.entries_found as "entriesFound", s.entries_added as "entriesAdded",
         (select count(*)::int from core.bank_entry e
            join core.bank_entry_state t on t.tenant_id = e.tenant_id and t.entry_id = e.id
           where e.tenant_id = s.tenant_id and e.statement_id = s.id and t.state = 'open')
           as "entriesOpen",
         platform.iso(s.read_at) as "readAt"
    from core.bank_statement s
    join core.bank_account a on a.tenant_id = s.tenant_id and a.id = s.account_id
    join core.statement_intake i on i.tenant_id = s.tenant_id and i.id = s.intake_id
    join core.stored_file f on f.tenant_id = i.tenant_id and f.id = i.file_id
    left join core.recipient r on r.tenant_id = a.tenant_id and r.id = a.recipient_id
   where s.tenant_id = $1`;

function statementOf({ opening, closing, ...row }: StatementRow): StoredStatement {
  const cents = (text: string | null): number | null => (text === null ? null : Number(text));
  return { ...row, opening: cents(opening), closing: cents(closing) };
}

export async function findStatement(
  tx: Transaction,
  tenantId: string,
  id: string,
): Promise<StoredStatement | null> {
  const [row] = await tx.query<StatementRow>(`${STATEMENTS} and s.id = $2`, [tenantId, id]);
  return row === undefined ? null : statementOf(row);
}

/** Where the list of statements goes on: the last day and the id of the one before. */
export interface StatementKey {
  readonly until: string;
  readonly id: string;
}

/** The latest period first. */
export async function listStatements(
  tx: Transaction,
  tenantId: string,
  page: { readonly after: StatementKey | null; readonly limit: number },
): Promise<StoredStatement[]> {
  const rows = await tx.query<StatementRow>(
    `${STATEMENTS}
       and ($2::date is null or (s.until_date, s.id) < ($2::date, $3::uuid))
     order by s.until_date desc, s.id desc limit $4`,
    [tenantId, page.after?.until ?? null, page.after?.id ?? null, page.limit],
  );
  return rows.map(statementOf);
}

export async function statementsOfIntake(
  tx: Transaction,
  tenantId: string,
  intakeId: string,
): Promise<StoredStatement[]> {
  const rows = await tx.query<StatementRow>(
    `${STATEMENTS} and s.intake_id = $2 order by s.position`,
    [tenantId, intakeId],
  );
  return rows.map(statementOf);
}

/** The days and balances of every statement of an account, the earliest first. */
export interface CoveredDays {
  readonly accountId: string;
  readonly from: PlainDate;
  readonly until: PlainDate;
  readonly opening: number | null;
  readonly closing: number | null;
}

export async function coveredDays(tx: Transaction, tenantId: string): Promise<CoveredDays[]> {
  const rows = await tx.query<
    Omit<CoveredDays, 'opening' | 'closing'> & { opening: string | null; closing: string | null }
  >(
    `select s.account_id as "accountId", s.from_date::text as "from", s.until_date::text as "until",
            s.opening_cents as opening, s.closing_cents as closing
       from core.bank_statement s where s.tenant_id = $1
      order by s.account_id, s.from_date, s.until_date, s.read_at, s.position`,
    [tenantId],
  );
  const cents = (text: string | null): number | null => (text === null ? null : Number(text));
  return rows.map((row) => ({
    ...row,
    opening: cents(row.opening),
    closing: cents(row.closing),
  }));
}
