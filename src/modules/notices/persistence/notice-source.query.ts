import { type EuroCents, euroCents } from '../../../legal/kernel/euro-cents';
import { type PlainDate } from '../../../legal/kernel/plain-date';
import { type Transaction } from '../../../platform/database/transaction';

/** A notice as a source beside others: what it says of each contribution. Amounts in cents. */
export interface FiledNoticeSource {
  readonly ref: string;
  readonly donor: string;
  readonly recipient: string;
  readonly year: number;
  readonly filedOn: PlainDate;
  readonly total: EuroCents;
  readonly gifts: readonly {
    /** The first booking, which stays the same through corrections. */
    readonly contribution: string;
    readonly donor: string;
    readonly recipient: string;
    readonly receivedOn: PlainDate;
    readonly amount: EuroCents;
    readonly returned: EuroCents;
  }[];
}

/** Every notice of one group with its lines, oldest first. */
export async function noticeSources(
  tx: Transaction,
  tenantId: string,
): Promise<readonly FiledNoticeSource[]> {
  const rows = await tx.query<Omit<FiledNoticeSource, 'total'> & { total: string }>(
    `select n.id as ref, n.donor_id as donor, n.recipient_id as recipient, n.year,
            (n.filed_at at time zone 'Europe/Amsterdam')::date::text as "filedOn",
            n.total_cents as total,
            (select json_agg(json_build_object('contribution', c.root_id, 'donor', n.donor_id,
                'recipient', c.recipient_id, 'receivedOn', l.received_on,
                'amount', l.amount_cents, 'returned', l.returned_cents)
                order by l.received_on, l.id)
               from core.notice_line l
               join core.contribution c on c.tenant_id = l.tenant_id and c.id = l.contribution_id
              where l.tenant_id = n.tenant_id and l.notice_id = n.id) as gifts
       from core.notice n where n.tenant_id = $1 order by n.filed_at, n.id`,
    [tenantId],
  );
  return rows.map((row) => ({ ...row, total: euroCents(Number(row.total)) }));
}
