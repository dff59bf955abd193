import { type PlainDate } from '../../../legal/kernel/plain-date';
import { type Transaction } from '../../../platform/database/transaction';
import { type PublicGift } from '../facts/public-gift';

export const CHANGES = [
  'published',
  'corrected',
  'under_check',
  'cleared',
  'annulled',
  'withheld',
  'restored',
] as const;
export type Change = (typeof CHANGES)[number];

/** One version of a gift: what changed, when, why, and how it read from then on. */
export interface PublicChange {
  /** Counts up over the whole register; never given twice, and visible in order. */
  readonly number: number;
  readonly giftId: string;
  readonly version: number;
  readonly change: Change;
  /** A code of REASONS, or the words of the overseer; null when nothing needs explaining. */
  readonly reason: string | null;
  readonly changedAt: string;
  /** The day of that moment in Europe/Amsterdam. */
  readonly changedOn: PlainDate;
  /** Canonical JSON of the public gift, to the byte; null when it left the register. */
  readonly content: string | null;
}

type ChangeRow = Omit<PublicChange, 'number'> & { readonly number: string };

const COLUMNS = `change_number as number, public_id as "giftId", version, change, reason,
  platform.iso(changed_at) as "changedAt", changed_on::text as "changedOn", content`;

function changeOf(row: ChangeRow): PublicChange {
  return { ...row, number: Number(row.number) };
}

/** What a version says, read back. */
export function contentOf({ content }: PublicChange): PublicGift | null {
  return content === null ? null : (JSON.parse(content) as PublicGift);
}

/** Every version of a gift, the oldest first. */
export async function readVersions(
  tx: Transaction,
  giftId: string,
): Promise<readonly PublicChange[]> {
  const rows = await tx.query<ChangeRow>(
    `select ${COLUMNS} from register.publication_version
      where public_id = $1 and not hidden order by version`,
    [giftId],
  );
  return rows.map(changeOf);
}

/** Changes after a number, in order. */
export async function readChangesAfter(
  tx: Transaction,
  number: number,
  limit: number,
): Promise<readonly PublicChange[]> {
  const rows = await tx.query<ChangeRow>(
    `select ${COLUMNS} from register.publication_version
      where change_number > $1 and not hidden order by change_number limit $2`,
    [number, limit],
  );
  return rows.map(changeOf);
}

/** The newest changes, or those before a number; the newest first. */
export async function readChangesBefore(
  tx: Transaction,
  before: number | null,
  limit: number,
): Promise<readonly PublicChange[]> {
  const rows = await tx.query<ChangeRow>(
    `select ${COLUMNS} from register.publication_version
      where change_number < coalesce($1, 9223372036854775807) and not hidden
      order by change_number desc limit $2`,
    [before, limit],
  );
  return rows.map(changeOf);
}

/** Changes of one day in Europe/Amsterdam after a number, in order. */
export async function readChangesOfDay(
  tx: Transaction,
  day: PlainDate,
  place: { readonly after: number; readonly limit: number },
): Promise<readonly PublicChange[]> {
  const rows = await tx.query<ChangeRow>(
    `select ${COLUMNS} from register.publication_version
      where changed_on = $1 and change_number > $2 and not hidden
      order by change_number limit $3`,
    [day, place.after, place.limit],
  );
  return rows.map(changeOf);
}

/** The newest number there is; 0 for an empty register. */
export async function newestChange(tx: Transaction): Promise<number> {
  const [row] = await tx.query<{ number: string }>(
    `select change_number as number from register.publication_version
      where not hidden order by change_number desc limit 1`,
  );
  return Number(row?.number ?? 0);
}
