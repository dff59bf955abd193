import { type DonorKind } from '../../../legal/facts/donor';
import { type Transaction } from '../../../platform/database/transaction';
import { donorsByIds, type DonorRecord } from './donor.store';

export interface DonorSearch {
  /** Part of a name in any spelling, a place, a number in the trade register or an account. */
  readonly text: string;
  readonly after: { readonly name: string; readonly id: string } | null;
  readonly limit: number;
}

/**
 * Every word of the text stands in one of the donor's names or places, however it is spelled; or it
 * is a number of the trade register or an account. What is known of any donor that is one with it
 * counts.
 */
const FOUND = `exists (select 1 from core.donor_members(d.tenant_id, d.id) m
    join core.donor_particulars w on w.tenant_id = d.tenant_id and w.donor_id = m.donor_id
   where w.trade_register_number = $3
      or (select bool_and(core.search_key(concat_ws(' ', w.name, w.residence))
            like '%' || word || '%') from unnest($2::text[]) words (word)))
  or ($4 <> '' and exists (select 1 from core.donor_members(d.tenant_id, d.id) m
    join core.donor_account a on a.tenant_id = d.tenant_id and a.donor_id = m.donor_id
   where a.iban like '%' || $4 || '%'))`;

/** Donors by name, each under the one it counts for; at most `limit`, after the keyset position. */
export async function searchDonors(
  tx: Transaction,
  tenantId: string,
  { text, after, limit }: DonorSearch,
): Promise<readonly DonorRecord[]> {
  const [key] = await tx.query<{ words: string[] }>(
    `select array_remove(string_to_array(trim(core.search_key($1)), ' '), '') as words`,
    [text],
  );
  const sign = text.replace(/[\s.]/gu, '').toUpperCase();
  const rows = await tx.query<{ id: string }>(
    `select d.id from core.donor d
       join core.donor_identity i on i.tenant_id = d.tenant_id and i.donor_id = d.id
        and i.canonical_id = d.id
       join lateral (select name from core.donor_particulars v
         where v.tenant_id = d.tenant_id and v.donor_id = d.id order by v.version desc limit 1) p
         on true
      where d.tenant_id = $1 and ($2::text[] = '{}' or ${FOUND})
        and ($5::text is null or (coalesce(p.name, ''), d.id) > ($5, $6::uuid))
      order by coalesce(p.name, ''), d.id limit $7`,
    [
      tenantId,
      key?.words ?? [],
      /^[0-9]{8}$/.test(sign) ? sign : null,
      /^[A-Z]{2}[0-9]{2}[A-Z0-9]{4,30}$|^[0-9]{6,}$/.test(sign) ? sign : '',
      after?.name ?? null,
      after?.id ?? null,
      limit,
    ],
  );
  const found = await donorsByIds(
    tx,
    tenantId,
    rows.map(({ id }) => id),
  );
  const byId = new Map(found.map((donor) => [donor.id, donor]));
  return rows.flatMap(({ id }) => byId.get(id) ?? []);
}

export interface DonorName {
  readonly id: string;
  readonly kind: DonorKind;
  readonly name: string | null;
}

/** Names by id; a donor that counts for another has the name of that one. */
export function donorNames(
  tx: Transaction,
  tenantId: string,
  ids: readonly string[],
): Promise<DonorName[]> {
  return tx.query<DonorName>(
    `select i.donor_id as id, d.kind, p.name from core.donor_identity i
       join core.donor d on d.tenant_id = i.tenant_id and d.id = i.canonical_id
       join lateral (select name from core.donor_particulars v
         where v.tenant_id = d.tenant_id and v.donor_id = d.id order by v.version desc limit 1) p
         on true
      where i.tenant_id = $1 and i.donor_id = any($2::uuid[])`,
    [tenantId, ids],
  );
}
