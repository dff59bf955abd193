import { createHash } from 'node:crypto';
import { type Transaction } from '../../../platform/database/transaction';
import { type Language } from '../../../platform/rendering/language';

/** An address of the calendar feed of a party; the address itself is kept nowhere. */
export interface Feed {
  readonly id: string;
  readonly name: string;
  readonly language: Language;
  readonly madeAt: string;
  readonly madeBy: string;
}

export interface FeedOwner {
  readonly tenantId: string;
  readonly feedId: string;
  readonly language: Language;
}

function hashOf(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}

/** Those that work, the oldest first. */
export function workingFeeds(tx: Transaction, tenantId: string): Promise<Feed[]> {
  return tx.query<Feed>(
    `select id, name, language, platform.iso(made_at) as "madeAt", made_by as "madeBy"
       from core.calendar_feed where tenant_id = $1 and revoked_at is null order by made_at, id`,
    [tenantId],
  );
}

/** False when this id was used before: the same form, sent again. */
export async function insertFeed(
  tx: Transaction,
  tenantId: string,
  feed: Pick<Feed, 'id' | 'name' | 'language'> & { readonly token: string },
): Promise<boolean> {
  const rows = await tx.query(
    `insert into core.calendar_feed (tenant_id, id, name, language, token_sha256)
     values ($1, $2, $3, $4, $5) on conflict do nothing returning id`,
    [tenantId, feed.id, feed.name, feed.language, hashOf(feed.token)],
  );
  return rows.length > 0;
}

/** What it was, or null when it is not there or works no more. */
export async function revokeFeed(
  tx: Transaction,
  tenantId: string,
  id: string,
): Promise<Pick<Feed, 'name' | 'language'> | null> {
  const [row] = await tx.query<Pick<Feed, 'name' | 'language'>>(
    `update core.calendar_feed set revoked_at = platform.now(), revoked_by = platform.actor()
      where tenant_id = $1 and id = $2 and revoked_at is null returning name, language`,
    [tenantId, id],
  );
  return row ?? null;
}

/** Whose address this is; null when it works for nobody. For the public role. */
export async function ownerOfFeed(tx: Transaction, token: string): Promise<FeedOwner | null> {
  const [row] = await tx.query<FeedOwner>(
    `select tenant_id as "tenantId", id as "feedId", language from core.calendar_feed
      where token_sha256 = $1 and revoked_at is null`,
    [hashOf(token)],
  );
  return row ?? null;
}
