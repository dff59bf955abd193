import { type Transaction } from '../../../platform/database/transaction';

/** A sum that was kept beside the sum of its rows. */
export interface TotalDifference {
  readonly table: 'party_year' | 'donor_year';
  /** The key of the row, as text. */
  readonly of: string;
  readonly keptGifts: number;
  readonly keptCents: number;
  readonly countedGifts: number;
  readonly countedCents: number;
}

const SUMS = `count(*) filter (where line = 'gift' and status <> 'annulled') as gifts,
  coalesce(sum(counted_cents), 0)::bigint as counted_cents`;

const KEYS = {
  party_year: 'party_slug, year, recipient_kind, type, form',
  donor_year: 'donor_public_id, party_slug, year',
} as const;

type Row = Readonly<Record<'of' | 'keptGifts' | 'keptCents' | 'gifts' | 'cents', string>>;

async function differencesIn(
  tx: Transaction,
  table: keyof typeof KEYS,
): Promise<readonly TotalDifference[]> {
  const key = KEYS[table];
  const named = table === 'donor_year' ? 'and donor_public_id is not null' : '';
  const rows = await tx.query<Row>(
    `with counted as (select row(${key})::text as key, ${SUMS} from register.publication
        where shown ${named} group by ${key}),
     kept as (select row(${key})::text as key, gifts, counted_cents from register.${table})
     select coalesce(c.key, k.key) as of, coalesce(k.gifts, 0) as "keptGifts",
            coalesce(k.counted_cents, 0) as "keptCents", coalesce(c.gifts, 0) as gifts,
            coalesce(c.counted_cents, 0) as cents
       from counted c full join kept k using (key)
      where coalesce(k.gifts, 0) <> coalesce(c.gifts, 0)
         or coalesce(k.counted_cents, 0) <> coalesce(c.counted_cents, 0)
      order by 1`,
  );
  return rows.map((row) => ({
    table,
    of: row.of,
    keptGifts: Number(row.keptGifts),
    keptCents: Number(row.keptCents),
    countedGifts: Number(row.gifts),
    countedCents: Number(row.cents),
  }));
}

/** Where a kept sum is not the sum of its rows, to the cent: nowhere, when all is well. */
export async function totalDifferences(tx: Transaction): Promise<readonly TotalDifference[]> {
  return [...(await differencesIn(tx, 'party_year')), ...(await differencesIn(tx, 'donor_year'))];
}

/** Makes the kept sums again from the rows. Worker role, with the register held. */
export async function recountTotals(tx: Transaction): Promise<void> {
  await tx.query('delete from register.party_year');
  await tx.query('delete from register.donor_year');
  await tx.query(
    `insert into register.party_year (${KEYS.party_year}, gifts, counted_cents)
     select ${KEYS.party_year}, ${SUMS} from register.publication where shown
      group by ${KEYS.party_year}`,
  );
  await tx.query(
    `insert into register.donor_year (${KEYS.donor_year}, gifts, counted_cents)
     select ${KEYS.donor_year}, ${SUMS} from register.publication
      where shown and donor_public_id is not null group by ${KEYS.donor_year}`,
  );
}
