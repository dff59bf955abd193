import { type Transaction } from '../../../platform/database/transaction';

/** What came in of one type at one recipient in one month; net of what left again (D4). */
export interface YearMoney {
  /** 1 to 12, by the day of receipt. */
  readonly month: number;
  readonly recipientId: string;
  readonly recipientName: string;
  readonly type: string;
  readonly count: number;
  readonly grossCents: string;
  readonly netCents: string;
}

const GONE = `left join lateral (select sum(s.amount_cents) as cents from core.settlement s
     join core.contribution v on v.tenant_id = s.tenant_id and v.id = s.contribution_id
     where s.tenant_id = c.tenant_id and v.root_id = c.root_id) gone on true`;

/** Every month, recipient and type of a year in which something came in. */
export function yearMoney(tx: Transaction, tenantId: string, year: number): Promise<YearMoney[]> {
  return tx.query<YearMoney>(
    `select extract(month from c.received_on)::int as month, c.recipient_id as "recipientId",
            r.name as "recipientName", c.type, count(*)::int as count,
            sum(c.amount_cents) as "grossCents",
            sum(c.amount_cents - coalesce(gone.cents, 0)) as "netCents"
       from core.current_contribution c
       join core.recipient r on r.tenant_id = c.tenant_id and r.id = c.recipient_id
       ${GONE}
      where c.tenant_id = $1 and c.year = $2
      group by 1, 2, 3, 4 order by 1, 3, 4`,
    [tenantId, year],
  );
}

/** What one donor gave to one recipient in a year, net. */
export interface DonorMoney {
  readonly donorId: string;
  readonly recipientId: string;
  readonly netCents: string;
}

/** Of every donor that gave at least so much to the whole group in a year. */
export function donorMoney(
  tx: Transaction,
  tenantId: string,
  year: number,
  fromCents: number,
): Promise<DonorMoney[]> {
  return tx.query<DonorMoney>(
    `with given as (
       select c.donor_id, c.recipient_id,
              sum(c.amount_cents - coalesce(gone.cents, 0)) as cents
         from core.current_contribution c
         ${GONE}
        where c.tenant_id = $1 and c.year = $2
        group by c.donor_id, c.recipient_id)
     select donor_id as "donorId", recipient_id as "recipientId", cents as "netCents" from (
       select g.*, sum(cents) over (partition by donor_id) as whole from given g) x
      where whole >= $3 and cents > 0
      order by whole desc, donor_id, recipient_id`,
    [tenantId, year, fromCents],
  );
}
