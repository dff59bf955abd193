import { type Transaction } from '../../../platform/database/transaction';
import { type Language } from '../../../platform/rendering/language';

export const RHYTHMS = ['off', 'daily', 'weekly'] as const;
export type Rhythm = (typeof RHYTHMS)[number];

export interface DigestWish {
  readonly rhythm: Rhythm;
  /** 1 is Monday, 7 is Sunday; of a weekly digest only. */
  readonly weekday: number;
  readonly language: Language;
}

export interface DigestChoice extends DigestWish {
  readonly id: string;
  readonly tenantId: string;
  readonly accountId: string;
}

const COLUMNS = `id, tenant_id as "tenantId", account_id as "accountId", rhythm, weekday, language`;

/** What the person of this transaction chose; null when nothing yet. */
export async function ownChoice(tx: Transaction, tenantId: string): Promise<DigestChoice | null> {
  const [row] = await tx.query<DigestChoice>(
    `select ${COLUMNS} from core.digest_choice where tenant_id = $1 and account_id = $2`,
    [tenantId, tx.scope.actorId],
  );
  return row ?? null;
}

export async function keepChoice(
  tx: Transaction,
  tenantId: string,
  wish: DigestWish,
): Promise<DigestChoice> {
  const [row] = await tx.query<DigestChoice>(
    `insert into core.digest_choice (tenant_id, rhythm, weekday, language)
     values ($1, $2, $3, $4)
     on conflict (tenant_id, account_id) do update set rhythm = excluded.rhythm,
       weekday = excluded.weekday, language = excluded.language, chosen_at = platform.now()
     returning ${COLUMNS}`,
    [tenantId, wish.rhythm, wish.weekday, wish.language],
  );
  if (row === undefined) throw new Error('a choice was not kept');
  return row;
}

/** For the worker. */
export async function findChoice(
  tx: Transaction,
  tenantId: string,
  id: string,
): Promise<DigestChoice | null> {
  const [row] = await tx.query<DigestChoice>(
    `select ${COLUMNS} from core.digest_choice where tenant_id = $1 and id = $2`,
    [tenantId, id],
  );
  return row ?? null;
}

export interface ChoiceOwner {
  readonly tenantId: string;
  readonly accountId: string;
}

/** Whose choice a link to stop is about. For the public role. */
export async function ownerOfChoice(tx: Transaction, id: string): Promise<ChoiceOwner | null> {
  const [row] = await tx.query<ChoiceOwner>(
    `select tenant_id as "tenantId", account_id as "accountId"
       from core.digest_choice where id = $1`,
    [id],
  );
  return row ?? null;
}

/** The instant at which it is seven in the morning of a day in the Netherlands, ISO 8601. */
export async function sevenOn(tx: Transaction, day: string): Promise<string> {
  const [row] = await tx.query<{ at: string }>(
    `select platform.iso(($1::date + time '07:00') at time zone 'Europe/Amsterdam') as at`,
    [day],
  );
  if (row === undefined) throw new Error('a day has no seven o’clock');
  return row.at;
}
