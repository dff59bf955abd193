import { type PlainDate } from '../../../legal/kernel/plain-date';
import { type Transaction } from '../../../platform/database/transaction';

/** A gift as the ministry knows it. */
export interface KnownGift {
  readonly id: string;
  readonly partySlug: string;
  readonly partyName: string;
  readonly recipientName: string;
  readonly recipientKind: string;
  readonly donorRef: string;
  readonly donorName: string | null;
  readonly donorKind: string;
  readonly line: 'gift' | 'rest';
  readonly type: string | null;
  readonly form: string;
  readonly year: number;
  readonly receivedOn: PlainDate | null;
  readonly cents: string;
  readonly returnedCents: string;
  readonly annulled: boolean;
  readonly filedIn: readonly string[];
  readonly noticeNumber: string | null;
  /** To open the notice by; null when there is none. */
  readonly noticeId: string | null;
  readonly remark: string | null;
}

const GIFT = `
  select g.id, p.slug as "partySlug", p.name as "partyName", g.recipient_name as "recipientName",
         g.recipient_kind as "recipientKind", d.public_id as "donorRef", d.name as "donorName",
         d.kind as "donorKind", g.line, g.type, g.form, g.year, g.received_on::text as "receivedOn",
         g.amount_cents::text as cents, g.returned_cents::text as "returnedCents", g.annulled,
         g.filed_in as "filedIn", g.notice_number as "noticeNumber",
         (select n.id from core.notice n where n.number = g.notice_number) as "noticeId", g.remark
    from insight.gift g
    join insight.party p on p.id = g.party_id
    join insight.donor d on d.id = g.donor_id`;

/** The newest gifts of a donor to all parties, those without a day last. */
export function giftsOfDonor(tx: Transaction, ref: string, limit: number): Promise<KnownGift[]> {
  return tx.query<KnownGift>(
    `${GIFT} where d.public_id = $1
      order by g.year desc, g.received_on desc nulls last, g.id desc limit $2`,
    [ref, limit],
  );
}

export async function readGift(
  tx: Transaction,
  partySlug: string,
  id: string,
): Promise<KnownGift | null> {
  const [gift] = await tx.query<KnownGift>(`${GIFT} where p.slug = $1 and g.id = $2`, [
    partySlug,
    id,
  ]);
  return gift ?? null;
}
