import { type PlainDate } from '../../../legal/kernel/plain-date';
import { type Transaction } from '../../../platform/database/transaction';

/** Reported, reported that there is nothing, or not received: silence is never "nothing". */
export type FilingStatus = 'reported' | 'nil' | 'not_received';

export interface FilingStanding {
  /** Where a list goes on. */
  readonly key: string;
  readonly partySlug: string;
  readonly partyName: string;
  readonly recipientName: string;
  readonly kind: string;
  readonly year: number;
  /** Name of the election; null for a filing of a year. */
  readonly election: string | null;
  readonly lastDay: PlainDate;
  readonly publicationBy: PlainDate | null;
  readonly status: FilingStatus;
  readonly filedOn: PlainDate | null;
  /** True when it came after its last day; null when it did not come. */
  readonly late: boolean | null;
}

/**
 * What may be told of filings, made anew from what was expected and received. A filing of a
 * natural person (candidates, blank lists) and the gift regulation are not in it; a filing whose term runs and
 * that was not received is not yet anything.
 */
const MAKE_ANEW = `
  with standing as (
    select e.tenant_id || ':' || e.key as key, p.slug as party_slug, p.name as party_name,
           r.name as recipient_name, e.kind, e.year, v.name as election, e.last_day,
           e.publication_by, last.filed_on,
           case when last.filed_on is null then 'not_received'
                when last.nil then 'nil' else 'reported' end as status
      from core.expected_filing e
      join insight.party p on p.tenant_id = e.tenant_id
      join core.recipient r on r.tenant_id = e.tenant_id and r.id = e.recipient_id
      left join lateral (select name from register.election_version
         where election_id = e.election_id order by version desc limit 1) v on true
      left join lateral (
        select (array_agg(f.filed_on order by f.version))[1] as filed_on,
               (array_agg(f.nil order by f.version desc))[1] as nil
          from core.filing_receipt f
         where f.tenant_id = e.tenant_id and f.expected_id = e.id) last on true
     where e.withdrawn_at is null and e.watched
       and e.kind in ('annual_report', 'affiliate_overview', 'pre_election_overview',
                      'post_election_overview')
       and (last.filed_on is not null or e.last_day < platform.today())),
  gone as (
    delete from register.filing_status f
     where not exists (select from standing s where s.key = f.key))
  insert into register.filing_status as f (key, party_slug, party_name, recipient_name, kind, year,
    election, last_day, publication_by, filed_on, status)
  select key, party_slug, party_name, recipient_name, kind, year, election, last_day,
         publication_by, filed_on, status from standing
  on conflict (key) do update set party_slug = excluded.party_slug,
    party_name = excluded.party_name, recipient_name = excluded.recipient_name,
    year = excluded.year, election = excluded.election, last_day = excluded.last_day,
    publication_by = excluded.publication_by, filed_on = excluded.filed_on,
    status = excluded.status, changed_at = platform.now()
  where (f.party_slug, f.party_name, f.recipient_name, f.year, f.election, f.last_day,
         f.publication_by, f.filed_on, f.status)
        is distinct from (excluded.party_slug, excluded.party_name, excluded.recipient_name,
         excluded.year, excluded.election, excluded.last_day, excluded.publication_by,
         excluded.filed_on, excluded.status)`;

export async function remakeFilingStatus(tx: Transaction): Promise<void> {
  await tx.query(MAKE_ANEW);
}

export interface FilingSearch {
  readonly party: string | null;
  readonly year: number | null;
  readonly kind: string | null;
  readonly status: FilingStatus | null;
  readonly after: { readonly day: PlainDate; readonly key: string } | null;
  readonly limit: number;
}

/** The standing of filings, the last that were due first. */
export function listFilingStatus(
  tx: Transaction,
  { party, year, kind, status, after, limit }: FilingSearch,
): Promise<readonly FilingStanding[]> {
  return tx.query<FilingStanding>(
    `select key, party_slug as "partySlug", party_name as "partyName",
            recipient_name as "recipientName", kind, year, election, last_day::text as "lastDay",
            publication_by::text as "publicationBy", status, filed_on::text as "filedOn",
            filed_on > last_day as late
       from register.filing_status
      where ($1::text is null or party_slug = $1) and ($2::int is null or year = $2)
        and ($3::text is null or kind = $3) and ($4::text is null or status = $4)
        and ($5::date is null or (last_day, key) < ($5::date, $6::text))
        and (select open from register.state)
      order by last_day desc, key desc limit $7`,
    [party, year, kind, status, after?.day ?? null, after?.key ?? null, limit],
  );
}

/** Differs when the standing of any filing differs. */
export async function filingsStamp(tx: Transaction): Promise<string> {
  const [row] = await tx.query<{ stamp: string }>(
    `select count(*) || ' ' || coalesce(max(changed_at)::text, '') as stamp
       from register.filing_status`,
  );
  return row?.stamp ?? '';
}

/** Parties of which the ministry's list of a year says that they received no such gift. */
export async function partiesWithout(tx: Transaction, year: number): Promise<readonly string[]> {
  const rows = await tx.query<{ party: string }>(
    `select party from register.published_party
      where answer = 'no' and list_id =
        (select id from register.published_list where year = $1 order by version desc limit 1)
      order by position`,
    [year],
  );
  return rows.map(({ party }) => party);
}
