import { type Transaction } from '../../../platform/database/transaction';
import { type StoredPublication, STORED_COLUMNS } from './publication.writer';
import { type GiftKey } from './source.query';

/** Rows of this year's list that are public, annulled ones left out. Worker role. */
export function publicationsOfList(
  tx: Transaction,
  year: number,
): Promise<readonly StoredPublication[]> {
  return tx.query<StoredPublication>(
    `select ${STORED_COLUMNS} from register.publication p
      where p.year = $1 and p.gift_key like 'list%' and p.status <> 'annulled'
      order by p.gift_key`,
    [year],
  );
}

/** Keys of all gifts of this year's list. */
export function keysOfList(tx: Transaction, year: number): Promise<readonly GiftKey[]> {
  return tx.query<GiftKey>(
    `select party_id as "partyId", key from insight.gift where source = 'list' and year = $1`,
    [year],
  );
}

/** Why the newest version of a list changes what the one before said; null for a first version. */
export async function reasonOfList(tx: Transaction, year: number): Promise<string | null> {
  const [row] = await tx.query<{ version: number; reason: string | null }>(
    `select version, correction_reason as reason from register.published_list
      where year = $1 order by version desc limit 1`,
    [year],
  );
  return row === undefined || row.version === 1 ? null : (row.reason ?? 'list_version');
}

/** Gives public rows the keys of the rows they are now; no two ever have the same key. */
export async function moveKeys(
  tx: Transaction,
  moves: readonly { readonly rowId: string; readonly key: string }[],
): Promise<void> {
  if (moves.length === 0) return;
  const ids = moves.map(({ rowId }) => rowId);
  await tx.query(
    `update register.publication set gift_key = 'moving:' || id where id = any($1::uuid[])`,
    [ids],
  );
  await tx.query(
    `update register.publication p set gift_key = m.key
       from unnest($1::uuid[], $2::text[]) as m (id, key) where p.id = m.id`,
    [ids, moves.map(({ key }) => key)],
  );
}
