import { type Transaction } from '../../../platform/database/transaction';
import { type ReleaseChange, type ReleaseRemark } from '../facts/public-change';
import { type PublicLine } from '../facts/public-line';
import { PUBLICATION_COLUMNS, type PublicationRow } from './publication.row';
import { type ItemState } from './release-item.store';

/** A change that waits, with what is public now. */
export interface ListedItem {
  readonly id: string;
  readonly revision: number;
  readonly state: ItemState;
  readonly change: ReleaseChange;
  readonly reason: string | null;
  readonly remarks: readonly ReleaseRemark[];
  readonly tenantId: string | null;
  readonly partyName: string;
  readonly line: PublicLine;
  readonly now: PublicationRow | null;
  readonly dueAt: string | null;
  readonly madeAt: string;
  /** Why it is held, and who said so; null when it is not. */
  readonly heldBecause: string | null;
  readonly heldBy: string | null;
}

const ITEM = `i.id, i.revision, i.state, i.change, i.reason, i.remarks, i.tenant_id as "tenantId",
  ip.name as "partyName", i.proposed::json as line, platform.iso(i.due_at) as "dueAt",
  platform.iso(i.made_at) as "madeAt", held.reason as "heldBecause",
  held.decided_by_name as "heldBy", (select to_json(n) from (select ${PUBLICATION_COLUMNS}
    from register.publication p where p.party_id = i.party_id and p.gift_key = i.gift_key) n) as now`;

const FROM = `insight.release_item i join insight.party ip on ip.id = i.party_id
  left join lateral (select d.reason, d.decided_by_name from insight.publication_decision d
    where i.state = 'held' and d.item_id = i.id and d.kind = 'hold'
    order by d.decided_at desc limit 1) held on true`;

export interface ItemSearch {
  readonly state: 'waiting' | 'held' | 'open';
  readonly partyId: string | null;
  readonly after: { readonly at: string; readonly id: string } | null;
  readonly limit: number;
}

/** Changes that wait or are held, the oldest first. Staff. */
export function listItems(tx: Transaction, search: ItemSearch): Promise<readonly ListedItem[]> {
  const states = search.state === 'open' ? ['waiting', 'held'] : [search.state];
  return tx.query<ListedItem>(
    `select ${ITEM} from ${FROM}
      where i.state in ('waiting', 'held') and i.state = any($1)
        and ($2::uuid is null or i.party_id = $2)
        and ($3::timestamptz is null or (i.made_at, i.id) > ($3, $4::uuid))
      order by i.made_at, i.id limit $5`,
    [states, search.partyId, search.after?.at ?? null, search.after?.id ?? null, search.limit],
  );
}

/** Whatever its state; null when there is none. */
export async function findItem(tx: Transaction, id: string): Promise<ListedItem | null> {
  const [row] = await tx.query<ListedItem>(`select ${ITEM} from ${FROM} where i.id = $1`, [id]);
  return row ?? null;
}

export async function countItems(
  tx: Transaction,
): Promise<{ readonly waiting: number; readonly held: number }> {
  const [row] = await tx.query<{ waiting: number; held: number }>(
    `select count(*) filter (where state = 'waiting')::int as waiting,
            count(*) filter (where state = 'held')::int as held
       from insight.release_item where state in ('waiting', 'held')`,
  );
  return row ?? { waiting: 0, held: 0 };
}

/** Of a public number, shown or not. Staff. */
export async function rowIdOf(tx: Transaction, giftId: string): Promise<string | null> {
  const [row] = await tx.query<{ id: string }>(
    'select id from register.publication where public_id = $1',
    [giftId],
  );
  return row?.id ?? null;
}

export interface ReleaseSetting {
  /** Null: never by itself. */
  readonly hours: number | null;
  readonly reason: string;
  readonly setAt: string;
  readonly setByName: string | null;
}

/** The newest first: that one counts. */
export function readSettings(tx: Transaction): Promise<readonly ReleaseSetting[]> {
  return tx.query<ReleaseSetting>(
    `select hours, reason, platform.iso(set_at) as "setAt", set_by_name as "setByName"
       from insight.release_setting order by set_at desc limit 20`,
  );
}

export async function insertSetting(
  tx: Transaction,
  setting: Pick<ReleaseSetting, 'hours' | 'reason' | 'setByName'>,
): Promise<void> {
  await tx.query(
    `insert into insight.release_setting (hours, reason, set_by_name) values ($1, $2, $3)`,
    [setting.hours, setting.reason, setting.setByName],
  );
}
