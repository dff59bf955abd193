import { type Transaction } from '../../../platform/database/transaction';
import { type ReleaseChange, type ReleaseRemark } from '../facts/public-change';
import { type PublicLine } from '../facts/public-line';
import { type GiftKey } from './source.query';

export type ItemState = 'waiting' | 'held' | 'released' | 'published' | 'withdrawn';

/** What is proposed for one gift or rest. */
export interface Proposal extends GiftKey {
  readonly publicationId: string | null;
  readonly tenantId: string | null;
  readonly change: ReleaseChange;
  readonly reason: string | null;
  /** Canonical JSON of a PublicLine. */
  readonly proposed: string;
  readonly countedCents: number;
  readonly remarks: readonly ReleaseRemark[];
}

export interface OpenItem extends GiftKey {
  readonly id: string;
  readonly proposed: string;
  readonly change: ReleaseChange;
  readonly state: ItemState;
}

/** Items of these keys that are not settled yet. */
export function openItemsFor(
  tx: Transaction,
  keys: readonly GiftKey[],
): Promise<readonly OpenItem[]> {
  return tx.query<OpenItem>(
    `select i.id, party_id as "partyId", gift_key as key, i.proposed, i.change, i.state
       from unnest($1::uuid[], $2::text[]) as a (party_id, gift_key)
       join insight.release_item i using (party_id, gift_key)
      where i.state in ('waiting', 'held', 'released') for update of i`,
    [keys.map(({ partyId }) => partyId), keys.map(({ key }) => key)],
  );
}

/** After how many hours a change goes by itself; null: never. */
export async function hoursToWait(tx: Transaction): Promise<number | null> {
  const [row] = await tx.query<{ hours: number | null }>(
    'select hours from insight.release_setting order by set_at desc limit 1',
  );
  return row?.hours ?? null;
}

const RECORDS = `json_to_recordset($1::json) as n ("partyId" uuid, key text, "publicationId" uuid,
  "tenantId" uuid, change text, reason text, proposed text, "countedCents" bigint, remarks json)`;

/**
 * Writes proposals; an open one of the same gift gets the new content and waits anew, but what is
 * held stays held. `dueAt` null: only a person lets them go. Gives how many there are.
 */
export async function propose(
  tx: Transaction,
  proposals: readonly Proposal[],
  how: { readonly state: 'waiting' | 'released'; readonly dueAt: string | null },
): Promise<readonly string[]> {
  if (proposals.length === 0) return [];
  const rows = await tx.query<{ id: string }>(
    `insert into insight.release_item as i (party_id, gift_key, publication_id, tenant_id, change,
       reason, proposed, counted_cents, remarks, state, due_at)
     select n."partyId", n.key, n."publicationId", n."tenantId", n.change, n.reason, n.proposed,
            n."countedCents", array(select json_array_elements_text(n.remarks)), $2, $3
       from ${RECORDS}
     on conflict (party_id, gift_key) where state in ('waiting', 'held', 'released') do update
       set publication_id = excluded.publication_id, change = excluded.change,
           reason = excluded.reason, proposed = excluded.proposed,
           counted_cents = excluded.counted_cents, remarks = excluded.remarks,
           revision = i.revision + 1, due_at = excluded.due_at,
           state = case when i.state = 'held' then 'held' else excluded.state end
     returning id`,
    [JSON.stringify(proposals), how.state, how.dueAt],
  );
  return rows.map(({ id }) => id);
}

/** What need not be published any more. */
export async function withdrawItems(tx: Transaction, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await tx.query(
    `update insight.release_item set state = 'withdrawn', settled_at = platform.now()
      where id = any($1::uuid[])`,
    [ids],
  );
}

/** An item that may be published now. */
export interface ReleasedItem extends GiftKey {
  readonly id: string;
  readonly change: ReleaseChange;
  readonly reason: string | null;
  readonly line: PublicLine;
}

/** Takes released items, and those whose hour has come, for this transaction; the oldest first. */
export async function takeReleased(
  tx: Transaction,
  most: number,
): Promise<readonly ReleasedItem[]> {
  return tx.query<ReleasedItem>(
    `select id, party_id as "partyId", gift_key as key, change, reason,
            proposed::json as line
       from insight.release_item
      where state = 'released' or (state = 'waiting' and due_at <= platform.now())
      order by made_at, id limit $1 for update skip locked`,
    [most],
  );
}

export async function settleItems(
  tx: Transaction,
  settled: readonly { readonly id: string; readonly publicationId: string | null }[],
): Promise<void> {
  await tx.query(
    `update insight.release_item i
        set state = 'published', settled_at = platform.now(),
            publication_id = coalesce(s.publication_id, i.publication_id)
       from unnest($1::uuid[], $2::uuid[]) as s (id, publication_id) where i.id = s.id`,
    [settled.map(({ id }) => id), settled.map(({ publicationId }) => publicationId)],
  );
}
