import { type ContributionType } from '../../../legal/facts/contribution';
import { euroCents } from '../../../legal/kernel/euro-cents';
import { plainDate } from '../../../legal/kernel/plain-date';
import { type Transaction } from '../../../platform/database/transaction';
import {
  type EarlierDecision,
  type KnownContribution,
  type SetAsideReason,
} from '../recognition/proposal';

export interface OwnAccount {
  readonly id: string;
  readonly account: string;
  readonly recipientId: string | null;
}

export function ownAccounts(tx: Transaction, tenantId: string): Promise<OwnAccount[]> {
  return tx.query<OwnAccount>(
    `select id, account, recipient_id as "recipientId" from core.bank_account
      where tenant_id = $1 order by account`,
    [tenantId],
  );
}

interface EarlierRow {
  readonly iban: string;
  readonly times: number;
  readonly lastOn: string;
  readonly amounts: readonly number[];
  readonly outcomes: readonly {
    readonly reason: SetAsideReason | null;
    readonly donor: string | null;
    readonly type: ContributionType | null;
    readonly recipient: string | null;
  }[];
}

/**
 * Accounts on whose credits the same was decided every time. Split entries and links say nothing of
 * the account; a contribution counts as it stands after corrections.
 */
const EARLIER = `
  select x.iban, count(*)::int as times, max(x.booked_on)::text as "lastOn",
         json_agg(distinct x.amount_cents) as amounts, json_agg(distinct x.outcome) as outcomes
    from (select e.counterparty_iban as iban, e.booked_on, e.amount_cents,
                 jsonb_build_object('reason', d.set_aside_reason, 'donor', c.donor_id,
                   'type', c.type, 'recipient', nullif(c.recipient_id, a.recipient_id)) as outcome
            from core.bank_entry e
            join core.bank_decision d on d.tenant_id = e.tenant_id and d.entry_id = e.id
                 and d.undone_at is null and d.kind in ('booked', 'set_aside')
            join core.bank_account a on a.tenant_id = e.tenant_id and a.id = e.account_id
            left join core.bank_decision_line l
              on l.tenant_id = d.tenant_id and l.decision_id = d.id
            left join core.current_contribution c
              on c.tenant_id = l.tenant_id and c.root_id = l.contribution_id
           where e.tenant_id = $1 and e.direction = 'credit' and e.counterparty_iban = any($2)
             and (d.kind = 'set_aside' or (l.position = 0 and l.amount_cents = e.amount_cents
               and c.id is not null))) x
   group by x.iban having count(distinct x.outcome) = 1`;

export async function earlierDecisions(
  tx: Transaction,
  tenantId: string,
  ibans: readonly string[],
): Promise<ReadonlyMap<string, EarlierDecision>> {
  const rows = await tx.query<EarlierRow>(EARLIER, [tenantId, ibans]);
  return new Map(rows.flatMap((row) => earlierOf(row)));
}

function earlierOf(row: EarlierRow): readonly (readonly [string, EarlierDecision])[] {
  const [outcome] = row.outcomes;
  if (outcome === undefined) return [];
  const { reason, donor, type, recipient } = outcome;
  const seen = {
    times: row.times,
    lastOn: plainDate(row.lastOn),
    amounts: row.amounts.map(euroCents),
  };
  if (reason !== null) return [[row.iban, { ...seen, outcome: { do: 'set_aside', reason } }]];
  if (donor === null || type === null) return [];
  return [
    [row.iban, { ...seen, outcome: { do: 'book', donorId: donor, type, recipientId: recipient } }],
  ];
}

type KnownRow = Omit<KnownContribution, 'amount' | 'receivedOn'> & {
  readonly entryId: string;
  readonly cents: string;
  readonly receivedOn: string;
};

function byEntry(rows: readonly KnownRow[]): ReadonlyMap<string, readonly KnownContribution[]> {
  const found = new Map<string, KnownContribution[]>();
  for (const { entryId, cents, receivedOn, id, donorId, donorName } of rows) {
    const known = {
      id,
      donorId,
      donorName,
      amount: euroCents(Number(cents)),
      receivedOn: plainDate(receivedOn),
    };
    found.set(entryId, [...(found.get(entryId) ?? []), known]);
  }
  return found;
}

const DONOR_NAME = `(select p.name from core.donor_particulars p where p.tenant_id = c.tenant_id
  and p.donor_id = c.donor_id order by p.version desc limit 1)`;

/** Days between a booking by hand and the line of the bank. */
const NEAR = 5;

/**
 * Contributions without a line of the bank: the same amount, received within a few days. "not in"
 * is one pass over each list, whatever the planner knows of tables that were just filled.
 */
export async function alikeContributions(
  tx: Transaction,
  tenantId: string,
  entryIds: readonly string[],
): Promise<ReadonlyMap<string, readonly KnownContribution[]>> {
  if (entryIds.length === 0) return new Map();
  const rows = await tx.query<KnownRow>(
    `with loose as materialized (
       select c.* from core.contribution c
        where c.tenant_id = $1 and c.form = 'money'
          and c.root_id not in (select l.contribution_id from core.bank_decision_line l
            where l.tenant_id = $1 and not l.undone and l.kind = 'contribution')
          and c.id not in (select n.replaces_id from core.contribution n
            where n.tenant_id = $1 and n.replaces_id is not null)
          and c.id not in (select a.contribution_id from core.contribution_annulment a
            where a.tenant_id = $1))
     select e.id as "entryId", c.root_id as id, c.donor_id as "donorId",
            ${DONOR_NAME} as "donorName", c.amount_cents as cents,
            c.received_on::text as "receivedOn"
       from core.bank_entry e
       join loose c on c.amount_cents = e.amount_cents
            and c.received_on between e.booked_on - ${String(NEAR)} and e.booked_on + ${String(NEAR)}
      where e.tenant_id = $1 and e.id = any($2::uuid[]) and e.direction = 'credit'
      order by e.id, abs(c.received_on - e.booked_on), c.id limit 20000`,
    [tenantId, entryIds],
  );
  return byEntry(rows);
}

/** What the counterparty of a debit gave in the year before it, and how much of it is still here. */
export async function returnableContributions(
  tx: Transaction,
  tenantId: string,
  entryIds: readonly string[],
): Promise<ReadonlyMap<string, readonly KnownContribution[]>> {
  const rows = await tx.query<KnownRow>(
    `select e.id as "entryId", c.root_id as id, c.donor_id as "donorId",
            ${DONOR_NAME} as "donorName", c.amount_cents - coalesce(gone.cents, 0) as cents,
            c.received_on::text as "receivedOn"
       from core.bank_entry e
       join core.donor_account a on a.tenant_id = e.tenant_id and a.iban = e.counterparty_iban
       join core.current_contribution c on c.tenant_id = a.tenant_id and c.donor_id = a.donor_id
            and c.received_on between e.booked_on - 400 and e.booked_on
       left join lateral (select sum(s.amount_cents) as cents from core.settlement s
         join core.contribution v on v.tenant_id = s.tenant_id and v.id = s.contribution_id
         where s.tenant_id = c.tenant_id and v.root_id = c.root_id) gone on true
      where e.tenant_id = $1 and e.id = any($2::uuid[]) and e.direction = 'debit'
        and c.amount_cents > coalesce(gone.cents, 0)
      order by e.id, c.received_on desc, c.id limit 2000`,
    [tenantId, entryIds],
  );
  return byEntry(rows);
}

/** The day of our own payment of this amount to the same account, within the month before. */
export async function ownPayments(
  tx: Transaction,
  tenantId: string,
  entryIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const rows = await tx.query<{ entryId: string; day: string }>(
    `select e.id as "entryId", max(o.booked_on)::text as day
       from core.bank_entry e
       join core.bank_entry o on o.tenant_id = e.tenant_id and o.account_id = e.account_id
            and o.direction = 'debit' and o.amount_cents = e.amount_cents
            and o.counterparty_iban = e.counterparty_iban
            and o.booked_on between e.booked_on - 30 and e.booked_on
      where e.tenant_id = $1 and e.id = any($2::uuid[]) and e.direction = 'credit'
      group by e.id`,
    [tenantId, entryIds],
  );
  return new Map(rows.map(({ entryId, day }) => [entryId, day]));
}

/** Lines by what was done with them. */
export interface StateCount {
  readonly state: 'open' | 'booked' | 'set_aside';
  readonly direction: 'credit' | 'debit';
  readonly count: number;
  readonly cents: string;
}

export function countStates(
  tx: Transaction,
  tenantId: string,
  statementId: string | null,
): Promise<StateCount[]> {
  return tx.query<StateCount>(
    `select s.state, e.direction, count(*)::int as count, sum(e.amount_cents)::text as cents
       from core.bank_entry e
       join core.bank_entry_state s on s.tenant_id = e.tenant_id and s.entry_id = e.id
      where e.tenant_id = $1 and ($2::uuid is null or e.statement_id = $2)
      group by s.state, e.direction`,
    [tenantId, statementId],
  );
}

export interface EntryPlace {
  readonly bookedOn: string;
  readonly id: string;
}

/** Ids of one page of lines, the newest first. */
export async function pageOfEntries(
  tx: Transaction,
  tenantId: string,
  search: {
    readonly state: string | null;
    readonly direction: 'credit' | 'debit' | null;
    readonly statementId: string | null;
    readonly after: EntryPlace | null;
    readonly limit: number;
  },
): Promise<readonly string[]> {
  const rows = await tx.query<{ id: string }>(
    `select e.id from core.bank_entry e
       join core.bank_entry_state s on s.tenant_id = e.tenant_id and s.entry_id = e.id
      where e.tenant_id = $1 and ($2::text is null or s.state = $2)
        and ($3::text is null or e.direction = $3)
        and ($4::uuid is null or e.statement_id = $4)
        and ($5::date is null or (e.booked_on, e.id) < ($5, $6::uuid))
      order by e.booked_on desc, e.id desc limit $7`,
    [
      tenantId,
      search.state,
      search.direction,
      search.statementId,
      search.after?.bookedOn ?? null,
      search.after?.id ?? null,
      search.limit,
    ],
  );
  return rows.map(({ id }) => id);
}
