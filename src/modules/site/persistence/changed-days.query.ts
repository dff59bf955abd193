import { type PlainDate } from '../../../legal/kernel/plain-date';
import { type Transaction } from '../../../platform/database/transaction';

/** The newest days on which something changed, the last one first; each is found by the index. */
export async function changedDays(tx: Transaction, limit: number): Promise<readonly PlainDate[]> {
  const rows = await tx.query<{ day: PlainDate }>(
    `with recursive days as (
       select max(changed_on) as day, 1 as place from register.publication_version
        where not hidden
       union all
       select (select max(v.changed_on) from register.publication_version v
                where v.changed_on < days.day and not v.hidden), place + 1
         from days where day is not null and place <= $1)
     select day::text from days where day is not null order by day desc limit $1`,
    [limit],
  );
  return rows.map(({ day }) => day);
}
