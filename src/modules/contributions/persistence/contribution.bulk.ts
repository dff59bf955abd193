import { type Contribution, type Settlement } from '../../../legal/facts/contribution';
import { euroCents } from '../../../legal/kernel/euro-cents';
import { plainDate } from '../../../legal/kernel/plain-date';
import { type Transaction } from '../../../platform/database/transaction';
import { newId } from '../../../platform/ids/id';
import { type ContributionInput, type MoneyFacts } from './contribution.store';

/** Rows go in as one document so many at a time: few statements, and none that is very large. */
const BATCH = 2_000;

interface Inserted {
  readonly id: string;
  readonly sequence: string;
}

/** Books first versions in the order given; gives their ids and sequences in the same order. */
export async function insertContributions(
  tx: Transaction,
  tenantId: string,
  inputs: readonly ContributionInput[],
): Promise<readonly { readonly id: string; readonly sequence: number }[]> {
  const inserted: { id: string; sequence: number }[] = [];
  for (let start = 0; start < inputs.length; start += BATCH) {
    const rows = inputs
      .slice(start, start + BATCH)
      .map((input, at) => ({ ...input, id: newId(), at }));
    const stored = await tx.query<Inserted>(INSERT, [tenantId, JSON.stringify(rows)]);
    const sequences = new Map(stored.map(({ id, sequence }) => [id, Number(sequence)]));
    for (const { id } of rows) inserted.push({ id, sequence: sequences.get(id) ?? Number.NaN });
  }
  return inserted;
}

const INSERT = `
  insert into core.contribution (tenant_id, id, root_id, donor_id, recipient_id, type, form,
    amount_cents, market_value_cents, paid_cents, valuation, description, received_on, bank_reference)
  select $1, r.id, r.id, r."donorId", r."recipientId", r.type, r.form, r.amount, r."marketValue",
         r.paid, r.valuation, r.description, r."receivedOn", r."bankReference"
    from json_to_recordset($2::json) as r (id uuid, at int, "donorId" uuid, "recipientId" uuid,
      type text, form text, amount bigint, "marketValue" bigint, paid bigint, valuation text,
      description text, "receivedOn" date, "bankReference" text)
   order by r.at
  returning id, sequence`;

export interface YearOfDonor {
  readonly donorId: string;
  readonly year: number;
}

/** The name of a donor's year in the maps of this file. */
export function yearName({ donorId, year }: YearOfDonor): string {
  return `${donorId}/${String(year)}`;
}

type GivenRow = Omit<Contribution, 'amount' | 'receivedOn' | 'sequence'> &
  YearOfDonor & {
    readonly amount: string;
    readonly receivedOn: string;
    readonly sequence: string;
  };

type GoneRow = Omit<Settlement, 'amount' | 'settledOn'> &
  YearOfDonor & { readonly amount: string; readonly settledOn: string };

const YEARS = `unnest($2::uuid[], $3::int[]) as k (donor_id, year)`;

/** What readMoneyFacts gives, of many donor-years at once; a year without gifts is left out. */
export async function readMoneyFactsOf(
  tx: Transaction,
  tenantId: string,
  years: readonly YearOfDonor[],
): Promise<ReadonlyMap<string, MoneyFacts>> {
  const keys = [tenantId, years.map(({ donorId }) => donorId), years.map(({ year }) => year)];
  const given = await tx.query<GivenRow>(
    `select c.donor_id as "donorId", c.year, c.root_id as ref, c.recipient_id as recipient, c.type,
            c.form, c.amount_cents as amount, c.received_on::text as "receivedOn", c.sequence
       from ${YEARS} join core.current_contribution c
         on c.tenant_id = $1 and c.donor_id = k.donor_id and c.year = k.year
      order by c.received_on, c.sequence`,
    keys,
  );
  const facts = new Map<string, { contributions: Contribution[]; settlements: Settlement[] }>();
  for (const { donorId, year, ...row } of given) {
    const name = yearName({ donorId, year });
    const money = facts.get(name) ?? { contributions: [], settlements: [] };
    facts.set(name, money);
    money.contributions.push(contributionOf(row));
  }
  if (given.length === 0) return facts;
  for (const { donorId, year, ...row } of await tx.query<GoneRow>(GONE, keys)) {
    const amount = euroCents(Number(row.amount));
    const settled = { ...row, amount, settledOn: plainDate(row.settledOn) };
    facts.get(yearName({ donorId, year }))?.settlements.push(settled);
  }
  return facts;
}

const GONE = `
  select g.donor_id as "donorId", g.year, s.id as ref, g.root_id as contribution, s.kind,
         s.amount_cents as amount, s.settled_on::text as "settledOn"
    from ${YEARS} join core.current_contribution g
      on g.tenant_id = $1 and g.donor_id = k.donor_id and g.year = k.year
    join core.contribution c on c.tenant_id = g.tenant_id and c.root_id = g.root_id
    join core.settlement s on s.tenant_id = c.tenant_id and s.contribution_id = c.id
   order by s.settled_on, s.id`;

function contributionOf(row: Omit<GivenRow, 'donorId' | 'year'>): Contribution {
  return {
    ...row,
    amount: euroCents(Number(row.amount)),
    receivedOn: plainDate(row.receivedOn),
    sequence: Number(row.sequence),
  };
}
