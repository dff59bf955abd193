import { type Transaction } from '../../../platform/database/transaction';
import { type GiftKey } from './source.query';

/** A version of a gift with what it said before a name left it. */
export interface HeldVersion {
  readonly number: number;
  readonly publicationId: string;
  readonly content: string | null;
  /** Null when nothing was taken out of it. */
  readonly original: string | null;
}

/** Gifts and rests of this donor at this party that are, or will be, public. Worker role. */
export function keysOfDonor(
  tx: Transaction,
  of: { readonly tenantId: string; readonly requestId: string },
): Promise<readonly GiftKey[]> {
  return tx.query<GiftKey>(
    `with donor as (
       select p.id as party_id, l.insight_donor_id as donor_id
         from core.safety_request r
         join insight.donor_link l on l.tenant_id = r.tenant_id and l.donor_id = r.donor_id
         join insight.party p on p.tenant_id = r.tenant_id
        where r.tenant_id = $1 and r.id = $2)
     select g.party_id as "partyId", g.key from donor join insight.gift g using (party_id, donor_id)
      union
     select p.party_id, p.gift_key from donor d join register.publication p
         on p.party_id = d.party_id and p.line = 'rest'
        and split_part(p.gift_key, ':', 2) = d.donor_id::text`,
    [of.tenantId, of.requestId],
  );
}

/** The oldest first. */
export async function heldVersions(
  tx: Transaction,
  publicationIds: readonly string[],
): Promise<readonly HeldVersion[]> {
  const rows = await tx.query<Omit<HeldVersion, 'number'> & { readonly number: string }>(
    `select v.change_number as number, v.publication_id as "publicationId", v.content,
            w.content as original
       from register.publication_version v
       left join insight.withheld_content w using (change_number)
      where v.publication_id = any($1::uuid[]) order by v.change_number`,
    [publicationIds],
  );
  return rows.map((row) => ({ ...row, number: Number(row.number) }));
}

export interface Rewritten {
  readonly number: number;
  readonly publicationId: string;
  readonly content: string;
  /** To be kept where only the machine reads it; null when nothing is missing from the content. */
  readonly original: string | null;
}

/** Rewrites what old versions say; the numbers and days of the changes stay. */
export async function rewriteVersions(
  tx: Transaction,
  rewritten: readonly Rewritten[],
): Promise<void> {
  if (rewritten.length === 0) return;
  const records = JSON.stringify(rewritten);
  const given = `json_to_recordset($1::json) as n (number bigint, "publicationId" uuid,
    content text, original text)`;
  await tx.query(
    `update register.publication_version v set content = n.content from ${given}
      where v.change_number = n.number`,
    [records],
  );
  await tx.query(
    `delete from insight.withheld_content w using ${given}
      where w.change_number = n.number and n.original is null`,
    [records],
  );
  await tx.query(
    `insert into insight.withheld_content (change_number, publication_id, content)
     select n.number, n."publicationId", n.original from ${given}
      where n.original is not null on conflict do nothing`,
    [records],
  );
}

/** The names are out: what is not stopped shows again. */
export async function endWithholding(
  tx: Transaction,
  publicationIds: readonly string[],
): Promise<void> {
  await tx.query(
    `update register.publication set withholding = false where id = any($1::uuid[]) and withholding`,
    [publicationIds],
  );
  await tx.query(
    `update register.publication_version v set hidden = not p.shown
       from register.publication p
      where p.id = any($1::uuid[]) and v.publication_id = p.id and v.hidden <> not p.shown`,
    [publicationIds],
  );
}

/** Whether the newest decision of this request refused it. */
export async function isRefused(
  tx: Transaction,
  of: { readonly tenantId: string; readonly requestId: string },
): Promise<boolean> {
  const rows = await tx.query(
    `select from core.safety_step where tenant_id = $1 and request_id = $2 and kind = 'decided'
        and outcome = 'refuse'`,
    [of.tenantId, of.requestId],
  );
  return rows.length > 0;
}
