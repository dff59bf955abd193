import { type NoticeDuty } from '../../../legal/rules/finding';
import { type Transaction } from '../../../platform/database/transaction';
import { newId } from '../../../platform/ids/id';
import { type DonorYearKey } from './finding.store';

/** A contribution that must be notified (art. 25a), with its due dates and what became of it. */
export interface StoredDuty {
  readonly id: string;
  readonly tenantId: string;
  readonly rootId: string;
  readonly donorId: string;
  readonly recipientId: string;
  readonly year: number;
  readonly receivedOn: string;
  readonly amountCents: string;
  readonly totalAfterCents: string;
  readonly enforcedLastDay: string;
  readonly statutoryLastDay: string;
  readonly content: NoticeDuty;
  readonly metAt: string | null;
  readonly metByNoticeId: string | null;
  readonly lapsedAt: string | null;
}

export const DUTY_COLUMNS = `id, tenant_id as "tenantId", contribution_root_id as "rootId",
  donor_id as "donorId", recipient_id as "recipientId", year, received_on::text as "receivedOn",
  amount_cents as "amountCents", total_after_cents as "totalAfterCents",
  enforced_last_day::text as "enforcedLastDay", statutory_last_day::text as "statutoryLastDay",
  content, platform.iso(met_at) as "metAt", met_by_notice_id as "metByNoticeId", platform.iso(lapsed_at) as "lapsedAt"`;

export function dutiesOfDonorYear(tx: Transaction, key: DonorYearKey): Promise<StoredDuty[]> {
  return tx.query<StoredDuty>(
    `select ${DUTY_COLUMNS} from core.notice_duty
      where tenant_id = $1 and donor_id = $2 and year = $3 order by received_on, id`,
    [key.tenantId, key.donorId, key.year],
  );
}

/** The duties of a donor's year, and those of these contributions under whichever donor they stand. */
export function dutiesOfFacts(
  tx: Transaction,
  key: DonorYearKey,
  rootIds: readonly string[],
): Promise<StoredDuty[]> {
  return tx.query<StoredDuty>(
    `select ${DUTY_COLUMNS} from core.notice_duty
      where tenant_id = $1 and ((donor_id = $2 and year = $3)
        or contribution_root_id = any($4::uuid[])) order by received_on, id`,
    [key.tenantId, key.donorId, key.year, rootIds],
  );
}

/** A gift counts for another donor now: its duty goes with it and keeps its terms. */
export async function moveDuty(
  tx: Transaction,
  tenantId: string,
  id: string,
  donorId: string,
): Promise<void> {
  await tx.query(`update core.notice_duty set donor_id = $3 where tenant_id = $1 and id = $2`, [
    tenantId,
    id,
    donorId,
  ]);
}

/** What the duty rests on changed: the amount, the receipt day with its terms, or what came before. */
export async function restateDuty(
  tx: Transaction,
  key: { readonly tenantId: string; readonly id: string },
  duty: NoticeDuty,
  amount: number,
): Promise<void> {
  const { enforced, statutory } = duty.due;
  await tx.query(
    `update core.notice_duty
        set received_on = $3, amount_cents = $4, total_after_cents = $5, enforced_last_day = $6,
            statutory_last_day = $7, content = $8
      where tenant_id = $1 and id = $2`,
    [
      key.tenantId,
      key.id,
      duty.receivedOn,
      amount,
      duty.totalAfter,
      enforced.lastDay,
      statutory.lastDay,
      JSON.stringify(duty),
    ],
  );
}

/** The duties of these contributions, named by their first booking. */
export function dutiesOfRoots(
  tx: Transaction,
  tenantId: string,
  rootIds: readonly string[],
): Promise<StoredDuty[]> {
  return tx.query<StoredDuty>(
    `select ${DUTY_COLUMNS} from core.notice_duty
      where tenant_id = $1 and contribution_root_id = any($2::uuid[]) and lapsed_at is null
      order by received_on, id`,
    [tenantId, rootIds],
  );
}

export async function findDuty(
  tx: Transaction,
  tenantId: string,
  id: string,
): Promise<StoredDuty | null> {
  const [row] = await tx.query<StoredDuty>(
    `select ${DUTY_COLUMNS} from core.notice_duty where tenant_id = $1 and id = $2`,
    [tenantId, id],
  );
  return row ?? null;
}

/** Duties still to be met, most urgent first. */
export function openDuties(tx: Transaction, limit: number): Promise<StoredDuty[]> {
  return tx.query<StoredDuty>(
    `select ${DUTY_COLUMNS} from core.notice_duty where met_at is null and lapsed_at is null
      order by enforced_last_day, id limit $1`,
    [limit],
  );
}

export async function insertDuty(
  tx: Transaction,
  key: DonorYearKey,
  duty: NoticeDuty,
  amountCents: number,
): Promise<string> {
  const id = newId();
  await tx.query(
    `insert into core.notice_duty (tenant_id, id, contribution_root_id, donor_id, recipient_id,
       year, received_on, amount_cents, total_after_cents, enforced_last_day, statutory_last_day,
       content)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
    [
      key.tenantId,
      id,
      duty.contribution,
      key.donorId,
      duty.recipient,
      key.year,
      duty.receivedOn,
      amountCents,
      duty.totalAfter,
      duty.due.enforced.lastDay,
      duty.due.statutory.lastDay,
      JSON.stringify(duty),
    ],
  );
  return id;
}

export async function meetDuties(
  tx: Transaction,
  tenantId: string,
  dutyIds: readonly string[],
  noticeId: string,
): Promise<void> {
  await tx.query(
    `update core.notice_duty set met_at = platform.now(), met_by_notice_id = $3
      where tenant_id = $1 and id = any($2::uuid[]) and met_at is null`,
    [tenantId, dutyIds, noticeId],
  );
}

/** A duty lapses when a correction or an annulment takes away its ground; it stays readable. */
export async function lapseDuty(
  tx: Transaction,
  tenantId: string,
  id: string,
  because: string,
): Promise<void> {
  await tx.query(
    `update core.notice_duty set lapsed_at = platform.now(), lapsed_because = $3
      where tenant_id = $1 and id = $2 and met_at is null and lapsed_at is null`,
    [tenantId, id, because],
  );
}

/** A corrected or re-entered contribution can revive a duty that had lapsed. */
export async function reviveDuty(tx: Transaction, tenantId: string, id: string): Promise<void> {
  await tx.query(
    `update core.notice_duty set lapsed_at = null, lapsed_because = null
      where tenant_id = $1 and id = $2`,
    [tenantId, id],
  );
}
