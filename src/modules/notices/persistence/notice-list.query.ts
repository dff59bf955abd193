import { type Transaction } from '../../../platform/database/transaction';
import { type MomentKey } from '../../../platform/http/keyset';
import { type Timeliness } from '../../../legal/rules/notice-timeliness';

/** One notice that is still to be filed: all open duties of one donor, recipient and year. */
export interface DueNotice {
  readonly donorId: string;
  readonly donorName: string | null;
  readonly donorKind: string;
  readonly recipientId: string;
  readonly recipientName: string;
  readonly year: number;
  readonly amountCents: string;
  readonly enforcedLastDay: string;
  readonly statutoryLastDay: string;
  /** The preparation that waits for a second person; null when none does. */
  readonly preparationId: string | null;
}

/** A filed notice as lists show it; names as they were frozen at filing. */
export interface FiledNoticeRow {
  readonly id: string;
  readonly number: string;
  readonly filedAt: string;
  readonly timeliness: Timeliness;
  readonly totalCents: string;
  readonly year: number;
  readonly partyName: string;
  readonly recipientName: string;
  readonly donorName: string | null;
  readonly donorKind: string;
}

const MOST = 200;

/** Most urgent first, at most 200. Row-level security decides whose. */
export function dueNotices(tx: Transaction): Promise<DueNotice[]> {
  return tx.query<DueNotice>(
    `select d.donor_id as "donorId", p.name as "donorName", o.kind as "donorKind",
            d.recipient_id as "recipientId", r.name as "recipientName", d.year,
            sum(d.amount_cents) as "amountCents",
            min(d.enforced_last_day)::text as "enforcedLastDay",
            min(d.statutory_last_day)::text as "statutoryLastDay", w.id as "preparationId"
       from core.notice_duty d
       join core.donor o on o.tenant_id = d.tenant_id and o.id = d.donor_id
       join core.recipient r on r.tenant_id = d.tenant_id and r.id = d.recipient_id
       join lateral (select name from core.donor_particulars v
         where v.tenant_id = d.tenant_id and v.donor_id = d.donor_id
         order by v.version desc limit 1) p on true
       left join core.notice_preparation w on w.tenant_id = d.tenant_id
        and w.donor_id = d.donor_id and w.recipient_id = d.recipient_id and w.year = d.year
        and w.confirmed_at is null and w.closed_at is null
      where d.met_at is null and d.lapsed_at is null
      group by d.donor_id, p.name, o.kind, d.recipient_id, r.name, d.year, w.id
      order by min(d.enforced_last_day), d.donor_id, d.recipient_id, d.year
      limit $1`,
    [MOST],
  );
}

/** Newest first, after the keyset position. Row-level security decides whose. */
export function filedNotices(
  tx: Transaction,
  search: { readonly after: MomentKey | null; readonly limit: number },
): Promise<FiledNoticeRow[]> {
  return tx.query<FiledNoticeRow>(
    `select n.id, n.number, platform.iso(n.filed_at) as "filedAt", n.timeliness,
            n.total_cents as "totalCents", n.year, f.content ->> 'party' as "partyName",
            f.content #>> '{recipient,name}' as "recipientName",
            f.content #>> '{donor,name}' as "donorName", f.content #>> '{donor,kind}' as "donorKind"
       from core.notice n, lateral (select n.content::jsonb as content) f
      where ($1::timestamptz is null or (n.filed_at, n.id) < ($1, $2::uuid))
      order by n.filed_at desc, n.id desc limit $3`,
    [search.after?.at ?? null, search.after?.id ?? null, search.limit],
  );
}
