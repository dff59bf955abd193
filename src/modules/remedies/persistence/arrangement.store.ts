import { type PlainDate } from '../../../legal/kernel/plain-date';
import { type Transaction } from '../../../platform/database/transaction';
import { newId } from '../../../platform/ids/id';

export type ArrangementKind = 'term' | 'return_impossible';
export type ArrangementSide = 'party' | 'overseer';

/** What was agreed about a remedy, by whom and why. */
export interface StoredArrangement {
  readonly id: string;
  readonly tenantId: string;
  readonly donorId: string;
  readonly year: number;
  readonly findingKey: string;
  readonly kind: ArrangementKind;
  readonly setBy: ArrangementSide;
  /** The last day of the internal term; null for a return that cannot be done. */
  readonly dueOn: PlainDate | null;
  readonly inCharge: string | null;
  readonly note: string;
  /** False: only the party itself sees it. */
  readonly shared: boolean;
  readonly arrangedAt: string;
  readonly arrangedBy: string;
}

const COLUMNS = `a.id, a.tenant_id as "tenantId", a.donor_id as "donorId", a.year,
  a.finding_key as "findingKey", a.kind, a.set_by as "setBy", a.due_on::text as "dueOn",
  a.in_charge as "inCharge", a.note, a.shared, platform.iso(a.arranged_at) as "arrangedAt",
  a.arranged_by as "arrangedBy"`;

export type NewArrangement = Omit<StoredArrangement, 'id' | 'arrangedAt' | 'arrangedBy'> & {
  readonly findingId: string;
};

/** Gives the id. */
export async function insertArrangement(
  tx: Transaction,
  arrangement: NewArrangement,
): Promise<string> {
  const id = newId();
  const { tenantId, donorId, year, findingKey, findingId, kind } = arrangement;
  const { setBy, dueOn, inCharge, note, shared } = arrangement;
  await tx.query(
    `insert into core.remedy_arrangement (tenant_id, id, donor_id, year, finding_key, finding_id,
       kind, set_by, due_on, in_charge, note, shared)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
    [
      tenantId,
      id,
      donorId,
      year,
      findingKey,
      findingId,
      kind,
      setBy,
      dueOn,
      inCharge,
      note,
      shared,
    ],
  );
  return id;
}

/** Newest first, each under the donor it counts for now. Row-level security decides which are seen. */
export function arrangementsOf(
  tx: Transaction,
  tenantIds: readonly string[],
  donorIds: readonly string[],
): Promise<StoredArrangement[]> {
  return tx.query<StoredArrangement>(
    `select ${COLUMNS}, i.canonical_id as "donorId" from core.remedy_arrangement a
       join core.donor_identity i on i.tenant_id = a.tenant_id and i.donor_id = a.donor_id
      where a.tenant_id = any($1::uuid[]) and i.canonical_id in (select n.canonical_id
          from core.donor_identity n
         where n.tenant_id = any($1::uuid[]) and n.donor_id = any($2::uuid[]))
      order by a.sequence desc`,
    [tenantIds, donorIds],
  );
}

export async function findArrangement(
  tx: Transaction,
  tenantId: string,
  id: string,
): Promise<StoredArrangement | null> {
  const [row] = await tx.query<StoredArrangement>(
    `select ${COLUMNS} from core.remedy_arrangement a where a.tenant_id = $1 and a.id = $2`,
    [tenantId, id],
  );
  return row ?? null;
}
