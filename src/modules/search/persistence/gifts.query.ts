import { type EuroCents } from '../../../legal/kernel/euro-cents';
import { type PlainDate } from '../../../legal/kernel/plain-date';
import { type Transaction } from '../../../platform/database/transaction';
import { EMPTY_HIT, type Hit, type Reason, type Stretch } from '../facts/hit';
import { type Bounds } from '../reading/read-query';
import { fits, type Names, Places } from './names';

/** Which gifts to look for. Exactly one of donors, parties and scanned names narrows by who. */
export interface GiftAsk {
  readonly amount: Bounds<EuroCents> | null;
  readonly days: Bounds<PlainDate> | null;
  /** Donors that were found by name; null when donors were not asked for. */
  readonly donorIds: readonly string[] | null;
  readonly partyIds: readonly string[] | null;
  /** A name that too many donors bear to name them all: gifts are gone through instead. */
  readonly scanned: Names | null;
  readonly why: readonly Reason[];
}

interface GiftRow {
  readonly id: string;
  readonly slug: string;
  readonly donor: string | null;
  readonly donorKind: string;
  readonly recipient: string;
  readonly receivedOn: PlainDate | null;
  readonly year: number;
  readonly cents: string;
  readonly noticeNumber: string | null;
}

/** So many gifts are gone through for a name that is too common to begin with. */
export const MOST_SCANNED = 20_000;

type Order = 'newest' | 'newest_of_some' | 'largest';

/** From an amount up the largest come first; an exact amount, days and names give the newest first. */
function orderOf({ amount, days, donorIds, partyIds }: GiftAsk): Order {
  if (donorIds !== null || partyIds !== null) return 'newest_of_some';
  if (amount !== null) return amount.from === amount.until ? 'newest_of_some' : 'largest';
  return days !== null && wholeYears(days) !== null ? 'largest' : 'newest';
}

/** The years these days make up; null when they are not whole years. */
function wholeYears({ from, until }: Bounds<PlainDate>): Bounds<number> | null {
  const startsYear = from === null || from.endsWith('-01-01');
  const endsYear = until === null || until.endsWith('-12-31');
  if (!startsYear || !endsYear) return null;
  return {
    from: from === null ? null : Number(from.slice(0, 4)),
    until: until === null ? null : Number(until.slice(0, 4)),
  };
}

function within<Value>(
  column: string,
  { from, until }: Bounds<Value>,
  places: Places,
): readonly string[] {
  if (from !== null && from === until) return [`${column} = ${places.of(from)}`];
  return [
    ...(from === null ? [] : [`${column} >= ${places.of(from)}`]),
    ...(until === null ? [] : [`${column} <= ${places.of(until)}`]),
  ];
}

function conditions(ask: GiftAsk, places: Places): readonly string[] {
  const { amount, days, donorIds, partyIds } = ask;
  const years = days === null ? null : wholeYears(days);
  return [
    ...(amount === null ? [] : within('g.amount_cents', amount, places)),
    ...(years === null ? [] : within('g.year', years, places)),
    ...(days === null || years !== null ? [] : within('g.received_on', days, places)),
    ...(donorIds === null ? [] : [`g.donor_id = any(${places.of(donorIds)}::uuid[])`]),
    ...(partyIds === null ? [] : [`g.party_id = any(${places.of(partyIds)}::uuid[])`]),
  ];
}

const COLUMNS = 'g.party_id, g.id, g.donor_id, g.received_on, g.amount_cents';

/** Gifts by size; the position is [cents, id]. */
function bySize(where: readonly string[], stretch: Stretch, most: number, places: Places): string {
  const [cents, id] = stretch.after ?? [];
  // A position of a list by day is none in this one: begin at the start.
  const after =
    typeof cents !== 'number'
      ? []
      : [`(g.amount_cents, g.id) < (${places.of(cents)}::bigint, ${places.of(id)}::uuid)`];
  const all = [...where, ...after];
  return `select ${COLUMNS} from insight.gift g ${all.length === 0 ? '' : `where ${all.join(' and ')}`}
    order by g.amount_cents desc, g.id desc limit ${places.of(most)}`;
}

/** Gifts by day, then those without one; the position is [day or '', id]. */
function byDay(
  where: readonly string[],
  { after }: Stretch,
  most: number,
  places: Places,
  nulls: string,
): string {
  const [day, id] = typeof after?.[0] === 'string' ? after : [];
  const dated = ['g.received_on is not null', ...where];
  if (day !== undefined && day !== '')
    dated.push(`(g.received_on, g.id) < (${places.of(day)}::date, ${places.of(id)}::uuid)`);
  const undated = ['g.received_on is null', ...where];
  if (day === '') undated.push(`g.id < ${places.of(id)}::uuid`);
  const limit = places.of(most);
  const first = `(select ${COLUMNS} from insight.gift g where ${dated.join(' and ')}
     order by g.received_on desc ${nulls}, g.id desc limit ${limit})`;
  const rest = `(select ${COLUMNS} from insight.gift g where ${undated.join(' and ')}
     order by g.id desc limit ${limit})`;
  if (day === '') return rest;
  return `(select * from (${first} union all ${rest}) both_parts limit ${limit})`;
}

function hitOf(row: GiftRow, order: Order, ask: GiftAsk): Hit {
  const why: Reason[] = [...ask.why];
  if (ask.amount !== null) why.push('amount');
  if (ask.days !== null) why.push('day');
  return {
    ...EMPTY_HIT,
    group: 'gifts',
    id: row.id,
    href: `/toezicht/netwerk/giften/${row.slug}/${row.id}`,
    name: row.donor,
    number: row.noticeNumber,
    party: row.recipient,
    code: row.donorKind,
    amountCents: Number(row.cents),
    day: row.receivedOn,
    year: row.year,
    why,
    position: order === 'largest' ? [Number(row.cents), row.id] : [row.receivedOn ?? '', row.id],
  };
}

/** Gifts of all parties: disclosed ones and rows of the published lists. */
export async function findGifts(
  tx: Transaction,
  ask: GiftAsk,
  stretch: Stretch,
): Promise<readonly Hit[]> {
  const places = new Places();
  const order = orderOf(ask);
  const where = conditions(ask, places);
  const most = ask.scanned === null ? stretch.limit : MOST_SCANNED;
  const found =
    order === 'largest'
      ? bySize(where, stretch, most, places)
      : byDay(where, stretch, most, places, order === 'newest' ? '' : 'nulls last');
  const name = ask.scanned === null ? 'true' : fits('d.found_by', ask.scanned, places);
  const sorted =
    order === 'largest'
      ? 'f.amount_cents desc, f.id desc'
      : 'f.received_on desc nulls last, f.id desc';
  const rows = await tx.query<GiftRow>(
    `select f.id, p.slug, d.name as donor, d.kind as "donorKind", g.recipient_name as recipient,
            g.received_on::text as "receivedOn", g.year, g.amount_cents::text as cents,
            g.notice_number as "noticeNumber"
       from (${found}) f
       join insight.donor d on d.id = f.donor_id
       join insight.gift g on g.party_id = f.party_id and g.id = f.id
       join insight.party p on p.id = f.party_id
      where ${name}
      order by ${sorted} limit ${places.of(stretch.limit)}`,
    places.values,
  );
  return rows.map((row) => hitOf(row, order, ask));
}
