import { type Transaction } from '../../../platform/database/transaction';
import { type CursorKey, decodeCursor, encodeCursor } from '../../../platform/http/keyset';
import { isId } from '../../../platform/ids/id';
import { type PublicSearch, type PublicSort } from '../facts/public-search';
import { PUBLICATION_COLUMNS, type PublicationRow } from './publication.row';
import { type Conditions, conditionsOf } from './search-conditions';

interface Order {
  readonly by: string;
  /** Rows after a key; null when no row of this part can follow it. */
  readonly after: (conditions: Conditions, key: CursorKey) => void;
  readonly keyOf: (row: PublicationRow) => CursorKey;
  readonly isKey: (part: string | number) => boolean;
}

const ORDERS: Readonly<Record<PublicSort, Order>> = {
  newest: {
    by: 'p.received_on desc nulls last, p.id desc',
    after: (conditions, [day = '', id = '']) => {
      const [at, row] = [day === '' ? '' : conditions.value(day), conditions.value(id)];
      conditions.addText(
        day === ''
          ? `p.received_on is null and p.id < ${row}`
          : `(p.received_on, p.id) < (${at}::date, ${row}::uuid)`,
      );
    },
    keyOf: ({ receivedOn, rowId }) => [receivedOn ?? '', rowId],
    isKey: (part) => part === '' || /^\d{4}-\d\d-\d\d$/.test(String(part)),
  },
  amount: {
    by: 'p.counted_cents desc, p.id desc',
    after: (conditions, [cents = 0, id = '']) => {
      const [at, row] = [conditions.value(cents), conditions.value(id)];
      conditions.addText(`(p.counted_cents, p.id) < (${at}::bigint, ${row}::uuid)`);
    },
    keyOf: ({ countedCents, rowId }) => [Number(countedCents), rowId],
    isKey: (part) => Number.isSafeInteger(part),
  },
  changed: {
    by: 'p.changed_at desc, p.id desc',
    after: (conditions, [moment = '', id = '']) => {
      const [at, row] = [conditions.value(moment), conditions.value(id)];
      conditions.addText(`(p.changed_at, p.id) < (${at}::timestamptz, ${row}::uuid)`);
    },
    keyOf: ({ changedAt, rowId }) => [changedAt, rowId],
    isKey: (part) => /^\d{4}-\d\d-\d\dT[\d:.]{8,15}Z$/.test(String(part)),
  },
};

function read(
  tx: Transaction,
  conditions: Conditions,
  by: string,
  limit: number,
): Promise<PublicationRow[]> {
  const bounded = conditions.copy();
  const most = bounded.value(limit);
  return tx.query<PublicationRow>(
    `select ${PUBLICATION_COLUMNS} from register.publication p
      where ${bounded.where} order by ${by} limit ${most}`,
    bounded.values,
  );
}

/**
 * One page, in two parts when it is ordered by day: gifts without a day come last, and no index
 * knows how to go on from a day to no day.
 */
async function readAfter(
  tx: Transaction,
  { by, after }: Order,
  conditions: Conditions,
  place: { readonly key: CursorKey | null; readonly limit: number },
): Promise<PublicationRow[]> {
  if (place.key === null) return read(tx, conditions, by, place.limit);
  const rest = conditions.copy();
  after(rest, place.key);
  const rows = await read(tx, rest, by, place.limit);
  const dayIsKnown = /^\d{4}-\d\d-\d\d$/.test(String(place.key[0]));
  if (!dayIsKnown || rows.length === place.limit) return rows;
  const undated = conditions.copy();
  undated.addText('p.received_on is null');
  return [...rows, ...(await read(tx, undated, by, place.limit - rows.length))];
}

export interface PublicationPage {
  readonly rows: readonly PublicationRow[];
  /** Where the next page begins; null on the last. */
  readonly next: string | null;
}

/** @throws Problem 400 for an `after` that this list did not give. */
export async function searchPublications(
  tx: Transaction,
  search: PublicSearch,
): Promise<PublicationPage> {
  const limit = search.limit ?? 50;
  const order = ORDERS[search.sort ?? 'newest'];
  const after = search.after ?? null;
  const key = after === null ? null : decodeCursor(after, [order.isKey, (id) => isId(String(id))]);
  const conditions = await conditionsOf(tx, search);
  const found = await readAfter(tx, order, conditions, { key, limit: limit + 1 });
  const rows = found.slice(0, limit);
  const last = rows.at(-1);
  const more = found.length > limit && last !== undefined;
  return { rows, next: more ? encodeCursor(order.keyOf(last)) : null };
}

export async function findPublication(
  tx: Transaction,
  publicId: string,
): Promise<PublicationRow | null> {
  const [row] = await tx.query<PublicationRow>(
    `select ${PUBLICATION_COLUMNS} from register.publication p
      where p.public_id = $1 and p.shown`,
    [publicId],
  );
  return row ?? null;
}
