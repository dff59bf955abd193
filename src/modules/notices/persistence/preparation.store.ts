import { type Transaction } from '../../../platform/database/transaction';

export type EndedBecause = 'withdrawn' | 'replaced' | 'filed_without';

/** A notice that waits for a second person, or did. */
export interface StoredPreparation {
  readonly id: string;
  readonly donorId: string;
  readonly recipientId: string;
  readonly year: number;
  readonly totalCents: string;
  readonly fingerprint: string;
  readonly preparedAt: string;
  readonly preparedBy: string;
  /** The notice it became; null while it waits or when it was closed. */
  readonly noticeId: string | null;
  readonly closedBecause: EndedBecause | null;
  /** Last days of the duty it is about; null when all duties were met. */
  readonly enforcedLastDay: string | null;
  readonly statutoryLastDay: string | null;
}

const SELECT = `
  select p.id, p.donor_id as "donorId", p.recipient_id as "recipientId", p.year,
         p.total_cents as "totalCents", p.fingerprint, platform.iso(p.prepared_at) as "preparedAt",
         p.prepared_by as "preparedBy", p.notice_id as "noticeId",
         p.closed_because as "closedBecause", t.enforced::text as "enforcedLastDay",
         t.statutory::text as "statutoryLastDay"
    from core.notice_preparation p
    left join lateral (
      select min(d.enforced_last_day) as enforced, min(d.statutory_last_day) as statutory
        from core.notice_duty d
       where d.tenant_id = p.tenant_id and d.donor_id = p.donor_id
         and d.recipient_id = p.recipient_id and d.year = p.year
         and d.met_at is null and d.lapsed_at is null) t on true`;
const WAITING = 'p.confirmed_at is null and p.closed_at is null';
const MOST = 200;

export async function insertPreparation(
  tx: Transaction,
  given: Pick<StoredPreparation, 'id' | 'donorId' | 'recipientId' | 'year' | 'fingerprint'> & {
    readonly tenantId: string;
    readonly totalCents: number;
  },
): Promise<void> {
  const { tenantId, id, donorId, recipientId, year, totalCents, fingerprint } = given;
  await tx.query(
    `insert into core.notice_preparation
       (tenant_id, id, donor_id, recipient_id, year, total_cents, fingerprint)
     values ($1, $2, $3, $4, $5, $6, $7)`,
    [tenantId, id, donorId, recipientId, year, totalCents, fingerprint],
  );
}

/** Null when it is not there, or of another party. */
export async function findPreparation(
  tx: Transaction,
  id: string,
): Promise<StoredPreparation | null> {
  const [row] = await tx.query<StoredPreparation>(`${SELECT} where p.id = $1`, [id]);
  return row ?? null;
}

/** The same, held until the transaction ends: who comes second sees what the first left. */
export async function holdPreparation(
  tx: Transaction,
  id: string,
): Promise<StoredPreparation | null> {
  await tx.query('select 1 from core.notice_preparation where id = $1 for update', [id]);
  return findPreparation(tx, id);
}

export async function waitingFor(
  tx: Transaction,
  key: { readonly recipientId: string; readonly year: number },
  donorIds: readonly string[],
): Promise<StoredPreparation | null> {
  const [row] = await tx.query<StoredPreparation>(
    `${SELECT} where ${WAITING} and p.donor_id = any($1::uuid[]) and p.recipient_id = $2
        and p.year = $3 order by p.prepared_at limit 1`,
    [donorIds, key.recipientId, key.year],
  );
  return row ?? null;
}

/** Most urgent first, at most 200. */
export function waitingPreparations(tx: Transaction): Promise<StoredPreparation[]> {
  return tx.query<StoredPreparation>(
    `${SELECT} where ${WAITING} order by t.enforced nulls last, p.prepared_at, p.id limit $1`,
    [MOST],
  );
}

export async function markConfirmed(tx: Transaction, id: string, noticeId: string): Promise<void> {
  await tx.query(
    `update core.notice_preparation
        set confirmed_at = platform.now(), confirmed_by = platform.actor(), notice_id = $2
      where id = $1`,
    [id, noticeId],
  );
}

export async function markClosed(
  tx: Transaction,
  id: string,
  because: EndedBecause,
): Promise<void> {
  await tx.query(
    `update core.notice_preparation
        set closed_at = platform.now(), closed_by = platform.actor(), closed_because = $2
      where id = $1`,
    [id, because],
  );
}
