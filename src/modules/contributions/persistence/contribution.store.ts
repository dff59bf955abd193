import {
  type Contribution,
  type ContributionForm,
  type ContributionType,
  type Settlement,
  type SettlementKind,
} from '../../../legal/facts/contribution';
import { type EuroCents, euroCents } from '../../../legal/kernel/euro-cents';
import { plainDate, type PlainDate } from '../../../legal/kernel/plain-date';
import { type Transaction } from '../../../platform/database/transaction';
import { newId } from '../../../platform/ids/id';

/** What the party writes down of one contribution. Amounts in euro cents. */
export interface ContributionInput {
  readonly donorId: string;
  readonly recipientId: string;
  readonly type: ContributionType;
  readonly form: ContributionForm;
  readonly amount: EuroCents;
  readonly marketValue: EuroCents | null;
  readonly paid: EuroCents | null;
  readonly valuation: string | null;
  readonly description: string | null;
  readonly receivedOn: PlainDate;
  readonly bankReference: string | null;
}

export interface StoredContribution {
  readonly id: string;
  readonly rootId: string;
  readonly donorId: string;
  readonly recipientId: string;
  readonly type: ContributionType;
  readonly form: ContributionForm;
  readonly amountCents: string;
  readonly marketValueCents: string | null;
  readonly paidCents: string | null;
  readonly valuation: string | null;
  readonly description: string | null;
  readonly receivedOn: string;
  readonly year: number;
  readonly bankReference: string | null;
  readonly replacesId: string | null;
  readonly correctionReason: string | null;
  readonly bookedAt: string;
  readonly bookedBy: string;
}

export const CONTRIBUTION_COLUMNS = `c.id, c.root_id as "rootId", c.donor_id as "donorId",
  c.recipient_id as "recipientId", c.type, c.form, c.amount_cents as "amountCents",
  c.market_value_cents as "marketValueCents", c.paid_cents as "paidCents", c.valuation,
  c.description, c.received_on::text as "receivedOn", c.year, c.bank_reference as "bankReference",
  c.replaces_id as "replacesId", c.correction_reason as "correctionReason",
  platform.iso(c.booked_at) as "bookedAt", c.booked_by as "bookedBy"`;

export interface CorrectionOf {
  readonly id: string;
  readonly rootId: string;
  readonly reason: string;
}

export interface InsertedContribution {
  readonly id: string;
  /** Order of booking. */
  readonly sequence: number;
}

export async function insertContribution(
  tx: Transaction,
  tenantId: string,
  input: ContributionInput,
  corrects: CorrectionOf | null,
): Promise<InsertedContribution> {
  const id = newId();
  const [row] = await tx.query<{ sequence: string }>(
    `insert into core.contribution (tenant_id, id, root_id, donor_id, recipient_id, type, form,
       amount_cents, market_value_cents, paid_cents, valuation, description, received_on,
       bank_reference, replaces_id, correction_reason)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)
     returning sequence`,
    [
      tenantId,
      id,
      corrects?.rootId ?? id,
      input.donorId,
      input.recipientId,
      input.type,
      input.form,
      input.amount,
      input.marketValue,
      input.paid,
      input.valuation,
      input.description,
      input.receivedOn,
      input.bankReference,
      corrects?.id ?? null,
      corrects?.reason ?? null,
    ],
  );
  return { id, sequence: Number(row?.sequence) };
}

/** The newest version of a chain, found by any id of it; null when annulled or not to be seen. */
export async function findCurrent(
  tx: Transaction,
  tenantId: string,
  id: string,
): Promise<StoredContribution | null> {
  const [row] = await tx.query<StoredContribution>(
    `select ${CONTRIBUTION_COLUMNS} from core.current_contribution c
      where c.tenant_id = $1
        and c.root_id = (select root_id from core.contribution where tenant_id = $1 and id = $2)`,
    [tenantId, id],
  );
  return row ?? null;
}

interface FactsRow {
  readonly contributions: readonly {
    ref: string;
    recipient: string;
    type: ContributionType;
    form: ContributionForm;
    amount: number;
    receivedOn: string;
    sequence: number;
  }[];
  readonly settlements: readonly {
    ref: string;
    contribution: string;
    kind: SettlementKind;
    amount: number;
    settledOn: string;
  }[];
}

const GIVEN = `select c.* from core.current_contribution c
  where c.tenant_id = $1 and c.donor_id = any($2::uuid[]) and c.year = $3`;

/** The newest version that was disclosed: a correction that was not filed is not known. */
const GIVEN_AND_DISCLOSED = `select distinct on (c.root_id) c.* from core.contribution c
  join core.disclosure d on d.tenant_id = c.tenant_id and d.contribution_id = c.id
  where c.tenant_id = $1 and c.donor_id = any($2::uuid[]) and c.year = $3
  order by c.root_id, c.sequence desc`;

const FACTS = (given: string): string => `
  with given as (${given})
  select
    coalesce((select json_agg(json_build_object('ref', g.root_id, 'recipient', g.recipient_id,
        'type', g.type, 'form', g.form, 'amount', g.amount_cents, 'receivedOn', g.received_on,
        'sequence', g.sequence) order by g.received_on, g.sequence) from given g), '[]')
      as contributions,
    coalesce((select json_agg(json_build_object('ref', s.id, 'contribution', g.root_id,
        'kind', s.kind, 'amount', s.amount_cents, 'settledOn', s.settled_on)
        order by s.settled_on, s.id)
      from given g join core.contribution c on c.tenant_id = g.tenant_id and c.root_id = g.root_id
      join core.settlement s on s.tenant_id = c.tenant_id and s.contribution_id = c.id), '[]')
      as settlements`;

export interface MoneyFacts {
  readonly contributions: readonly Contribution[];
  readonly settlements: readonly Settlement[];
}

/**
 * All that one donor gave in one year, under each of its ids, and what left again. A corrected contribution counts as its
 * newest version under the identity of its first. With `onlyDisclosed`, only what the overseer may
 * know (D7).
 */
export async function readMoneyFacts(
  tx: Transaction,
  donorYear: {
    readonly tenantId: string;
    readonly donorIds: readonly string[];
    readonly year: number;
  },
  onlyDisclosed: boolean,
): Promise<MoneyFacts> {
  const given = onlyDisclosed ? GIVEN_AND_DISCLOSED : GIVEN;
  const [row] = await tx.query<FactsRow>(FACTS(given), [
    donorYear.tenantId,
    donorYear.donorIds,
    donorYear.year,
  ]);
  if (row === undefined) throw new Error('the facts of a donor-year gave no answer');
  return {
    contributions: row.contributions.map((given) => ({
      ...given,
      amount: euroCents(given.amount),
      receivedOn: plainDate(given.receivedOn),
    })),
    settlements: row.settlements.map((settled) => ({
      ...settled,
      amount: euroCents(settled.amount),
      settledOn: plainDate(settled.settledOn),
    })),
  };
}

export async function insertAnnulment(
  tx: Transaction,
  tenantId: string,
  contributionId: string,
  reason: string,
): Promise<void> {
  await tx.query(
    `insert into core.contribution_annulment (tenant_id, contribution_id, reason)
     values ($1, $2, $3)`,
    [tenantId, contributionId, reason],
  );
}

export interface SettlementInput {
  readonly kind: SettlementKind;
  readonly amount: EuroCents;
  readonly settledOn: PlainDate;
  readonly evidence: string;
}

export async function insertSettlement(
  tx: Transaction,
  tenantId: string,
  contributionId: string,
  settlement: SettlementInput,
): Promise<string> {
  const id = newId();
  await tx.query(
    `insert into core.settlement (tenant_id, id, contribution_id, kind, amount_cents, settled_on,
       evidence) values ($1, $2, $3, $4, $5, $6, $7)`,
    [
      tenantId,
      id,
      contributionId,
      settlement.kind,
      settlement.amount,
      settlement.settledOn,
      settlement.evidence,
    ],
  );
  return id;
}

/** The years in which any of these donors gave, oldest first. */
export async function yearsOfDonors(
  tx: Transaction,
  tenantId: string,
  donorIds: readonly string[],
): Promise<readonly number[]> {
  const rows = await tx.query<{ year: number }>(
    `select distinct year from core.contribution
      where tenant_id = $1 and donor_id = any($2::uuid[]) order by year`,
    [tenantId, donorIds],
  );
  return rows.map(({ year }) => year);
}

/** Cents of a chain of corrections that left again, by whichever way. */
export async function settledOf(
  tx: Transaction,
  tenantId: string,
  rootId: string,
): Promise<number> {
  const [row] = await tx.query<{ cents: string }>(
    `select coalesce(sum(s.amount_cents), 0) as cents from core.settlement s
       join core.contribution c on c.tenant_id = s.tenant_id and c.id = s.contribution_id
      where s.tenant_id = $1 and c.root_id = $2`,
    [tenantId, rootId],
  );
  return Number(row?.cents ?? 0);
}
