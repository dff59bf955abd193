import { type Finding } from '../../../legal/rules/finding';
import { type Transaction } from '../../../platform/database/transaction';
import { type EndedBy, LATE_NOTICE, type Source } from './finding.store';

/** What a merge or split leaves to be done with the findings of a year. */
export interface MovedYear {
  readonly tenantId: string;
  readonly year: number;
  readonly by: Extract<EndedBy, 'merged' | 'split'>;
}

export interface OpenLateNotice {
  readonly id: string;
  readonly rootId: string;
  readonly content: Finding;
}

/** Late notices that stand under another donor than the one their gift counts for now. */
export function strayLateNotices(
  tx: Transaction,
  source: Source,
  moved: MovedYear,
  donorId: string,
  rootIds: readonly string[],
): Promise<OpenLateNotice[]> {
  return tx.query<OpenLateNotice>(
    `select id, substr(key, length($6) + 1) as "rootId", content from core.finding
      where tenant_id = $1 and source = $2 and year = $3 and ended_at is null
        and donor_id <> $4 and starts_with(key, $6) and substr(key, length($6) + 1) = any($5::text[])
      order by found_at, id`,
    [moved.tenantId, source, moved.year, donorId, rootIds, LATE_NOTICE],
  );
}

/** Ends what stands under donors that count for another now; late notices are moved apart. */
export async function endFindingsOf(
  tx: Transaction,
  source: Source,
  moved: MovedYear,
  donorIds: readonly string[],
): Promise<void> {
  await tx.query(
    `update core.finding set ended_at = platform.now(), ended_by = $5
      where tenant_id = $1 and source = $2 and year = $3 and donor_id = any($4::uuid[])
        and ended_at is null`,
    [moved.tenantId, source, moved.year, donorIds, moved.by],
  );
}

/** Late notices of one donor's year whose duty stands no more: their gift is not notifiable now. */
export async function endLateWithoutDuty(
  tx: Transaction,
  source: Source,
  moved: MovedYear,
  donorId: string,
): Promise<void> {
  await tx.query(
    `update core.finding f set ended_at = platform.now(), ended_by = $5
      where f.tenant_id = $1 and f.source = $2 and f.year = $3 and f.donor_id = $4
        and f.ended_at is null and starts_with(f.key, $6)
        and not exists (select 1 from core.notice_duty d where d.tenant_id = f.tenant_id
          and d.contribution_root_id::text = substr(f.key, length($6) + 1) and d.lapsed_at is null)`,
    [moved.tenantId, source, moved.year, donorId, moved.by, LATE_NOTICE],
  );
}
