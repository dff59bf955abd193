import { type EuroCents, euroCents } from '../../../legal/kernel/euro-cents';
import { type PlainDate } from '../../../legal/kernel/plain-date';
import { type Transaction } from '../../../platform/database/transaction';
import { type ReadEntry } from '../formats/read-statement';

/** What was done with a line: nothing yet, booked as contributions, or set aside as no gift. */
export type EntryState = 'open' | 'booked' | 'set_aside';

/** A line of a bank statement as it is kept: the bank's words, and what was done with it. */
export interface StoredEntry extends ReadEntry {
  readonly id: string;
  readonly statementId: string;
  readonly accountId: string;
  /** The party's own account: an IBAN, or what the bank calls it. */
  readonly account: string;
  /** Whose account it is (party, affiliate or candidate); null until somebody said so. */
  readonly recipientId: string | null;
  readonly state: EntryState;
  readonly contributionIds: readonly string[];
}

/** Everything that is given must fit. */
export interface EntryFilter {
  readonly entryIds?: readonly string[];
  readonly statementId?: string;
  readonly accountId?: string;
  /** Calendar year of the booking day. */
  readonly year?: number;
  readonly direction?: 'credit' | 'debit';
  readonly state?: EntryState;
  readonly counterpartyIbans?: readonly string[];
  /** At most this many, in the order of the statement; all when left out. */
  readonly limit?: number;
  /** Only of one statement: lines after this position. */
  readonly afterPosition?: number;
}

interface EntryRow {
  readonly id: string;
  readonly statementId: string;
  readonly accountId: string;
  readonly account: string;
  readonly recipientId: string | null;
  readonly state: EntryState;
  readonly contributionIds: readonly string[];
  readonly position: number;
  readonly bookedOn: PlainDate;
  readonly valueOn: PlainDate | null;
  readonly direction: 'credit' | 'debit';
  readonly cents: string;
  readonly reversal: boolean;
  readonly reference: string;
  readonly means: ReadEntry['means'];
  readonly name: string | null;
  readonly iban: string | null;
  readonly bic: string | null;
  readonly address: string | null;
  readonly description: string;
  readonly paymentReference: string | null;
  readonly batchOf: number | null;
  readonly returnReason: string | null;
}

const ENTRIES = `
  select e.id, e.statement_id as "statementId", e.account_id as "accountId", a.account,
         a.recipient_id as "recipientId", s.state, s.contribution_ids::text[] as "contributionIds",
         e.position, e.booked_on::text as "bookedOn", e.value_on::text as "valueOn", e.direction,
         e.amount_cents as cents, e.reversal, e.reference, e.means, e.counterparty_name as name,
         e.counterparty_iban as iban, e.counterparty_bic as bic, e.counterparty_address as address,
         e.description, e.payment_reference as "paymentReference", e.batch_of as "batchOf",
         e.return_reason as "returnReason"
    from core.bank_entry e
    join core.bank_account a on a.tenant_id = e.tenant_id and a.id = e.account_id
    join core.bank_entry_state s on s.tenant_id = e.tenant_id and s.entry_id = e.id
   where e.tenant_id = $1
     and ($2::uuid[] is null or e.id = any($2))
     and ($3::uuid is null or e.statement_id = $3)
     and ($4::uuid is null or e.account_id = $4)
     and ($5::int is null or e.year = $5)
     and ($6::text is null or e.direction = $6)
     and ($7::text is null or s.state = $7)
     and ($8::text[] is null or e.counterparty_iban = any($8))
     and ($9::int is null or e.position > $9)
   order by e.booked_on, e.statement_id, e.position
   limit $10`;

/** The parts of the filter as the statement takes them, from $2. */
const PLACES = [
  'entryIds',
  'statementId',
  'accountId',
  'year',
  'direction',
  'state',
  'counterpartyIbans',
  'afterPosition',
  'limit',
] as const;

/** The lines that fit the filter, by booking day and then as the statement has them. */
export async function readStatementEntries(
  tx: Transaction,
  tenantId: string,
  filter: EntryFilter = {},
): Promise<readonly StoredEntry[]> {
  const wanted = PLACES.map((name) => filter[name] ?? null);
  const rows = await tx.query<EntryRow>(ENTRIES, [tenantId, ...wanted]);
  return rows.map(entryOf);
}

function entryOf({ cents, name, iban, bic, address, ...rest }: EntryRow): StoredEntry {
  return { ...rest, amount: amountOf(cents), counterparty: { name, iban, bic, address } };
}

function amountOf(cents: string): EuroCents {
  return euroCents(Number(cents));
}
