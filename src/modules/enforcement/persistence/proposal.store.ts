import { type Transaction } from '../../../platform/database/transaction';
import { type ProposalContent } from './proposal-content';

export interface StoredProposal {
  readonly id: string;
  readonly tenantId: string;
  readonly number: string;
  readonly findingId: string;
  /** Null when the proposal rests on a filing. */
  readonly donorId: string | null;
  readonly year: number;
  readonly recipientId: string;
  readonly rule: string;
  readonly amountCents: string;
  readonly schedule: string;
  readonly content: ProposalContent;
  readonly proposedAt: string;
  /** Null while it waits for a person. */
  readonly supersededAt: string | null;
  readonly organisationName: string;
  readonly recipientName: string;
}

const SELECT = `
  select f.id, f.tenant_id as "tenantId", f.number, f.finding_id as "findingId",
    f.donor_id as "donorId", f.year, f.addressee_recipient_id as "recipientId", f.rule,
    f.amount_cents as "amountCents", f.schedule, f.content, platform.iso(f.proposed_at) as "proposedAt",
    platform.iso(f.superseded_at) as "supersededAt",
    o.name as "organisationName", r.name as "recipientName"
  from core.fine_proposal f
  join core.organisation o on o.tenant_id = f.tenant_id
  join core.recipient r on r.tenant_id = f.tenant_id and r.id = f.addressee_recipient_id`;

export interface NewProposal {
  readonly tenantId: string;
  readonly number: string;
  readonly findingId: string;
  readonly donorId: string | null;
  readonly year: number;
  readonly findingKey: string;
  readonly recipientId: string;
  readonly rule: string;
  readonly amountCents: number;
  readonly schedule: string;
  readonly content: ProposalContent;
}

/** A newer proposal for the same cause takes the place of the older, which stays readable. */
export async function replaceProposal(tx: Transaction, proposal: NewProposal): Promise<void> {
  await tx.query(
    `update core.fine_proposal set superseded_at = platform.now()
      where tenant_id = $1 and donor_id is not distinct from $2::uuid and year = $3
        and finding_key = $4
        and superseded_at is null`,
    [proposal.tenantId, proposal.donorId, proposal.year, proposal.findingKey],
  );
  await tx.query(
    `insert into core.fine_proposal (tenant_id, number, finding_id, donor_id, year, finding_key,
       addressee_recipient_id, rule, amount_cents, schedule, content)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [
      proposal.tenantId,
      proposal.number,
      proposal.findingId,
      proposal.donorId,
      proposal.year,
      proposal.findingKey,
      proposal.recipientId,
      proposal.rule,
      proposal.amountCents,
      proposal.schedule,
      JSON.stringify(proposal.content),
    ],
  );
}

export async function standingProposal(
  tx: Transaction,
  findingId: string,
): Promise<{ readonly id: string } | null> {
  const [row] = await tx.query<{ id: string }>(
    `select id from core.fine_proposal where finding_id = $1 and superseded_at is null`,
    [findingId],
  );
  return row ?? null;
}

/** Ends proposals whose finding no longer stands. */
export async function endOrphans(
  tx: Transaction,
  tenantId: string,
  donorId: string | null,
): Promise<void> {
  await tx.query(
    `update core.fine_proposal p set superseded_at = platform.now()
      where p.tenant_id = $1 and p.donor_id is not distinct from $2::uuid
        and p.superseded_at is null
        and not exists (select 1 from core.finding f
          where f.tenant_id = p.tenant_id and f.id = p.finding_id and f.ended_at is null)`,
    [tenantId, donorId],
  );
}

export async function findProposal(tx: Transaction, id: string): Promise<StoredProposal | null> {
  const [row] = await tx.query<StoredProposal>(`${SELECT} where f.id = $1`, [id]);
  return row ?? null;
}

/** The newest proposal for a cause, also when its finding no longer stands. */
export async function newestProposal(
  tx: Transaction,
  cause: {
    readonly tenantId: string;
    readonly donorId: string | null;
    readonly year: number | null;
    readonly findingKey: string | null;
  },
): Promise<StoredProposal | null> {
  const [row] = await tx.query<StoredProposal>(
    `${SELECT} where f.tenant_id = $1 and f.donor_id is not distinct from $2::uuid
        and f.year = $3 and f.finding_key = $4
      order by f.proposed_at desc, f.id limit 1`,
    [cause.tenantId, cause.donorId, cause.year, cause.findingKey],
  );
  return row ?? null;
}

/** Proposals that wait for a person and are not yet a case, oldest first, after the keyset position. */
export function openProposals(
  tx: Transaction,
  search: {
    readonly after: { readonly proposedAt: string; readonly id: string } | null;
    readonly limit: number;
  },
): Promise<StoredProposal[]> {
  return tx.query<StoredProposal>(
    `${SELECT} where f.superseded_at is null
        and not exists (select 1 from core.enforcement_case c
          where c.tenant_id = f.tenant_id and c.finding_key = f.finding_key
            and c.year = f.year and core.same_donor(c.tenant_id, c.donor_id, f.donor_id))
        and ($1::timestamptz is null or (f.proposed_at, f.id) > ($1, $2::uuid))
      order by f.proposed_at, f.id limit $3`,
    [search.after?.proposedAt ?? null, search.after?.id ?? null, search.limit],
  );
}
