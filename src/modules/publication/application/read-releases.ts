import { type PlainDate } from '../../../legal/kernel/plain-date';
import { type Transaction } from '../../../platform/database/transaction';
import { dayInNetherlands } from '../../../platform/rendering/format';
import { type PublicGift } from '../facts/public-gift';
import { lineOfGift, type PublicLine } from '../facts/public-line';
import { publicGiftOf } from '../persistence/publication.row';
import {
  countItems,
  findItem,
  type ItemSearch,
  type ListedItem,
  listItems,
} from '../persistence/release-list.query';

/** A change that waits, exactly as it will read, with what is public now. */
export interface ReleaseItem extends Omit<ListedItem, 'now'> {
  readonly now: PublicGift | null;
  /** New, or nothing but a return, and nothing about it that a person should look at first. */
  readonly safe: boolean;
}

function itemOf({ now, ...item }: ListedItem): ReleaseItem {
  const safe =
    (item.change === 'new' || item.change === 'returned') && item.remarks.every(isHarmless);
  return { ...item, now: now === null ? null : publicGiftOf(now), safe };
}

/** Shielded is as it should be; less is what a return is. */
function isHarmless(remark: ListedItem['remarks'][number]): boolean {
  return remark === 'shielded' || remark === 'lower';
}

/** Changes that wait or are held, the oldest first. Staff. */
export async function readReleases(
  tx: Transaction,
  search: ItemSearch,
): Promise<readonly ReleaseItem[]> {
  return (await listItems(tx, search)).map(itemOf);
}

export async function readRelease(tx: Transaction, id: string): Promise<ReleaseItem | null> {
  const item = await findItem(tx, id);
  return item === null ? null : itemOf(item);
}

export function countReleases(tx: Transaction): Promise<{
  readonly waiting: number;
  readonly held: number;
}> {
  return countItems(tx);
}

/** The public fields that differ between now and then, by name. */
export function differences(item: ReleaseItem): readonly (keyof PublicLine)[] {
  if (item.now === null) return [];
  const now = lineOfGift(item.now);
  const names = Object.keys(item.line) as (keyof PublicLine)[];
  return names.filter((name) => JSON.stringify(now[name]) !== JSON.stringify(item.line[name]));
}

/** Something that waits for a person of the ministry. */
export interface OpenWork {
  readonly id: string;
  readonly kind: 'release' | 'safety';
  /** In templates/texts, with its values. */
  readonly title: { readonly key: string; readonly values: Readonly<Record<string, string>> };
  readonly organisation: string | null;
  readonly tenantId: string | null;
  readonly dueOn: PlainDate | null;
  readonly weight: 1 | 2 | 3 | 4 | 5;
  readonly since: string;
  readonly turn: 'overseer' | 'decision_maker' | 'committee';
  readonly href: string;
}

/** Changes that wait for release, the oldest first; at most `limit`. Staff. */
export async function openReleaseItems(
  tx: Transaction,
  limit = 1_000,
): Promise<readonly OpenWork[]> {
  const items = await readReleases(tx, { state: 'open', partyId: null, after: null, limit });
  return items.map((item) => ({
    id: item.id,
    kind: 'release',
    title: { key: `release.work.${item.change}`, values: { party: item.partyName } },
    organisation: item.partyName,
    tenantId: item.tenantId,
    dueOn: item.dueAt === null || item.state === 'held' ? null : dayInNetherlands(item.dueAt),
    weight: item.safe ? 1 : item.state === 'held' ? 3 : 2,
    since: item.madeAt,
    turn: 'overseer',
    href: `/toezicht/vrijgave/${item.id}`,
  }));
}
