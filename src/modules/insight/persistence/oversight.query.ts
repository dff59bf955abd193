import { type Transaction } from '../../../platform/database/transaction';
import { type Choice } from '../facts/choice';

export interface LateDay {
  readonly afterStatute: number;
  readonly afterEnforced: number;
  readonly gifts: number;
}

/** Gifts that called for a notice, by how long after their last day they were filed. */
export function latenessOf(tx: Transaction, choice: Choice): Promise<LateDay[]> {
  return tx.query<LateDay>(
    `select after_statute as "afterStatute", after_enforced as "afterEnforced",
            sum(gifts)::int as gifts from insight.lateness
      where year = $1 and ($2::uuid is null or party_id = $2) group by 1, 2`,
    [choice.year, choice.party?.id ?? null],
  );
}

export interface PartyLateness {
  readonly slug: string;
  readonly name: string;
  readonly gifts: number;
  readonly lateByStatute: number;
  readonly late: number;
}

/** Parties that filed late in the chosen year, most often late first. */
export function latestParties(
  tx: Transaction,
  choice: Choice,
  most: number,
): Promise<PartyLateness[]> {
  return tx.query<PartyLateness>(
    `select p.slug, p.short_name as name, sum(l.gifts)::int as gifts,
            coalesce(sum(l.gifts) filter (where l.after_statute > 0), 0)::int as "lateByStatute",
            coalesce(sum(l.gifts) filter (where l.after_enforced > 0), 0)::int as late
       from insight.lateness l join insight.party p on p.id = l.party_id
      where l.year = $1 and ($2::uuid is null or p.id = $2)
      group by p.id having sum(l.gifts) filter (where l.after_statute > 0) > 0
      order by late desc, "lateByStatute" desc, p.slug limit $3`,
    [choice.year, choice.party?.id ?? null, most],
  );
}

/** Known gifts of which the last day passed and no notice came. */
export async function unfiledCount(tx: Transaction, choice: Choice): Promise<number> {
  const [row] = await tx.query<{ count: string }>(
    `select count(*) as count from insight.gift
      where enforced_last_day < platform.today() and first_filed_on is null and not annulled
        and year = $1 and ($2::uuid is null or party_id = $2)`,
    [choice.year, choice.party?.id ?? null],
  );
  return Number(row?.count ?? 0);
}

export interface StandingCount {
  readonly year: number;
  readonly kind: string;
  readonly standing: 'received' | 'nil' | 'late' | 'incomplete' | 'not_received' | 'not_due';
  readonly count: number;
}

/**
 * What was expected over the chosen years and what came in. The gift regulation is left out: it
 * belongs to no year.
 */
export function standings(tx: Transaction, choice: Choice): Promise<StandingCount[]> {
  return tx.query<StandingCount>(
    `select e.year, e.kind,
            case when n.version is null then
                case when e.last_day < platform.today() then 'not_received' else 'not_due' end
              when jsonb_array_length(n.missing) > 0 then 'incomplete'
              when n.complete_in_time is not true then 'late'
              when n.nil then 'nil' else 'received' end as standing, count(*)::int as count
       from core.expected_filing e
       left join lateral (
         select r.version, r.nil, r.missing,
                (select jsonb_array_length(t.missing) = 0 from core.filing_receipt t
                  where t.tenant_id = e.tenant_id and t.expected_id = e.id
                    and t.filed_on <= e.last_day order by t.version desc limit 1) as complete_in_time
           from core.filing_receipt r
          where r.tenant_id = e.tenant_id and r.expected_id = e.id
          order by r.version desc limit 1) n on true
      where e.year = any($1::int[]) and e.withdrawn_at is null and e.kind <> 'gift_regulation'
        and ($2::uuid is null or e.tenant_id = (select tenant_id from insight.party where id = $2))
      group by 1, 2, 3`,
    [
      choice.beside === null ? [choice.year] : [choice.year, choice.beside],
      choice.party?.id ?? null,
    ],
  );
}

export interface DebtSum {
  readonly slug: string;
  readonly party: string;
  readonly recipient: string;
  readonly debts: number;
  readonly highestCents: number;
  readonly atEndCents: number;
}

/** Debts in the newest annual overview that was filed over the chosen year. */
export async function debtsFiled(tx: Transaction, choice: Choice): Promise<readonly DebtSum[]> {
  const rows = await tx.query<Record<keyof DebtSum, string>>(
    `with newest as (
       select tenant_id, expected_key, max(version) as version from insight.filed_debt
        where year = $1 and kind in ('annual_report', 'affiliate_overview') group by 1, 2)
     select p.slug, p.short_name as party, d.recipient_name as recipient, count(*) as debts,
            sum(d.highest_cents) as "highestCents", sum(d.at_end_cents) as "atEndCents"
       from newest join insight.filed_debt d using (tenant_id, expected_key, version)
       join insight.party p on p.tenant_id = d.tenant_id
      where $2::uuid is null or p.id = $2
      group by p.id, d.recipient_name order by sum(d.at_end_cents) desc, p.slug limit 25`,
    [choice.year, choice.party?.id ?? null],
  );
  return rows.map(({ slug, party, recipient, ...row }) => ({
    slug,
    party,
    recipient,
    debts: Number(row.debts),
    highestCents: Number(row.highestCents),
    atEndCents: Number(row.atEndCents),
  }));
}

export interface RecipientSum {
  readonly name: string;
  readonly kind: string;
  readonly gifts: number;
  readonly cents: number;
}

/** Who of a party received how much: the party itself, its affiliates, its candidates. */
export async function recipientsOf(
  tx: Transaction,
  choice: Choice,
): Promise<readonly RecipientSum[]> {
  const rows = await tx.query<{ name: string; kind: string; gifts: string; cents: string }>(
    `select recipient_name as name, recipient_kind as kind,
            count(*) filter (where line = 'gift' and not annulled) as gifts,
            sum(counted_cents) as cents
       from insight.gift
      where party_id = $1 and year = $2 and ($3 = 'all' or source = $3)
        and (not $4 or (type is distinct from 'membership_dues'
          and type is distinct from 'office_holder_remittance'))
      group by 1, 2 order by cents desc, name limit 25`,
    [choice.party?.id ?? null, choice.year, choice.source, choice.without],
  );
  return rows.map((row) => ({ ...row, gifts: Number(row.gifts), cents: Number(row.cents) }));
}
