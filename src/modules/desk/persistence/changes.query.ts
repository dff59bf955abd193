import { type Transaction } from '../../../platform/database/transaction';

/** What happened at the desk of a party since a moment, as counts. */
export const CHANGES = [
  'booked',
  'corrected',
  'annulled',
  'settled',
  'notified',
  'filed',
  'found',
  'lettered',
] as const;
export type Change = (typeof CHANGES)[number];

export type ChangeCounts = Readonly<Record<Change, number>>;

/** Row-level security keeps it to the party that asks. */
export async function changesSince(
  tx: Transaction,
  tenantId: string,
  since: string,
): Promise<ChangeCounts> {
  const [counts] = await tx.query<ChangeCounts>(
    `select
       (select count(*)::int from core.contribution
         where tenant_id = $1 and booked_at > $2 and replaces_id is null) as booked,
       (select count(*)::int from core.contribution
         where tenant_id = $1 and booked_at > $2 and replaces_id is not null) as corrected,
       (select count(*)::int from core.contribution_annulment
         where tenant_id = $1 and recorded_at > $2) as annulled,
       (select count(*)::int from core.settlement
         where tenant_id = $1 and recorded_at > $2) as settled,
       (select count(*)::int from core.notice where tenant_id = $1 and filed_at > $2) as notified,
       (select count(*)::int from core.filing
         where tenant_id = $1 and state = 'filed' and filed_at > $2) as filed,
       (select count(*)::int from core.finding f
         where tenant_id = $1 and source = 'ledger' and found_at > $2 and ended_at is null
           and not exists (select 1 from core.finding e
             where e.tenant_id = f.tenant_id and e.source = f.source and e.key = f.key
               and e.donor_id is not distinct from f.donor_id and e.year = f.year
               and e.ended_by = 'superseded' and e.found_at <= $2)) as found,
       (select count(*)::int from core.letter
         where tenant_id = $1 and sent_at > $2) as lettered`,
    [tenantId, since],
  );
  if (counts === undefined) throw new Error('the changes gave no answer');
  return counts;
}
