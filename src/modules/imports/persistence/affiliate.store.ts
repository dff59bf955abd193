import { type RecipientKind } from '../../../legal/facts/group';
import { tenantOf } from '../../../platform/database/tenant-of';
import { type Transaction } from '../../../platform/database/transaction';
import { newId } from '../../../platform/ids/id';
import { type BookableRow } from './row.store';

/** Keeps what a party reports of its affiliates; gives the ids in the order of the rows. */
export async function insertReported(
  tx: Transaction,
  runId: string,
  rows: readonly BookableRow[],
): Promise<readonly string[]> {
  const reported = rows.map(({ content }) => ({ ...content, id: newId() }));
  await tx.query(
    `insert into core.reported_affiliate (tenant_id, id, run_id, kind, name, trade_register_number,
       residence, from_date, until_date)
     select $1, r.id, $2, r."affiliateKind", r.name, r."tradeRegisterNumber", r.residence, r."from",
            r.until
       from json_to_recordset($3::json) as r (id uuid, "affiliateKind" text, name text,
         "tradeRegisterNumber" text, residence text, "from" date, until date)`,
    [tenantOf(tx), runId, JSON.stringify(reported)],
  );
  return reported.map(({ id }) => id);
}

export interface ReportedAffiliate {
  readonly tenantId: string;
  readonly id: string;
  readonly organisation: string;
  readonly kind: RecipientKind;
  readonly name: string;
  readonly tradeRegisterNumber: string | null;
  readonly residence: string | null;
  readonly from: string;
  readonly until: string | null;
  readonly reportedAt: string;
  readonly takenOverAt: string | null;
  readonly recipientId: string | null;
}

const COLUMNS = `a.tenant_id as "tenantId", a.id, o.name as organisation, a.kind, a.name,
  a.trade_register_number as "tradeRegisterNumber", a.residence, a.from_date::text as "from",
  a.until_date::text as until, platform.iso(a.reported_at) as "reportedAt",
  platform.iso(a.taken_over_at) as "takenOverAt", a.recipient_id as "recipientId"`;

const FROM = `from core.reported_affiliate a join core.organisation o on o.tenant_id = a.tenant_id`;

/** Oldest first: what the overseer has not taken over yet. Row-level security decides whose. */
export function openReported(tx: Transaction, limit: number): Promise<ReportedAffiliate[]> {
  return tx.query<ReportedAffiliate>(
    `select ${COLUMNS} ${FROM} where a.taken_over_at is null order by a.reported_at, a.id limit $1`,
    [limit],
  );
}

/** Held until the transaction ends; null when there is none or it is not to be seen. */
export async function lockReported(tx: Transaction, id: string): Promise<ReportedAffiliate | null> {
  const [row] = await tx.query<ReportedAffiliate>(
    `select ${COLUMNS} ${FROM} where a.id = $1 and a.taken_over_at is null for update of a`,
    [id],
  );
  return row ?? null;
}

export async function markTakenOver(
  tx: Transaction,
  { tenantId, id }: ReportedAffiliate,
  recipientId: string,
): Promise<void> {
  await tx.query(
    `update core.reported_affiliate set recipient_id = $3, taken_over_at = platform.now(),
            taken_over_by = platform.actor()
      where tenant_id = $1 and id = $2`,
    [tenantId, id, recipientId],
  );
}
