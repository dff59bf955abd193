import { type Transaction } from '../../../platform/database/transaction';
import { type Language } from '../../../platform/rendering/language';

export interface WorkDigest {
  readonly id: string;
  readonly accountId: string;
  readonly wanted: boolean;
  readonly language: Language;
  /** Where the mail before this one ended: ISO 8601 in UTC. */
  readonly toldUntil: string;
}

const COLUMNS = `id, account_id as "accountId", wanted, language,
  platform.iso(told_until) as "toldUntil"`;

/** What who asks chose; null when nothing yet. */
export async function ownDigest(tx: Transaction): Promise<WorkDigest | null> {
  const [row] = await tx.query<WorkDigest>(
    `select ${COLUMNS} from insight.work_digest where account_id = platform.actor()`,
  );
  return row ?? null;
}

export async function keepWish(
  tx: Transaction,
  wish: Pick<WorkDigest, 'wanted' | 'language'>,
): Promise<void> {
  await tx.query(
    `insert into insight.work_digest (wanted, language) values ($1, $2)
     on conflict (account_id) do update set wanted = excluded.wanted, language = excluded.language`,
    [wish.wanted, wish.language],
  );
}

/** For the worker. */
export function wantedDigests(tx: Transaction): Promise<WorkDigest[]> {
  return tx.query<WorkDigest>(
    `select ${COLUMNS} from insight.work_digest where wanted order by account_id`,
  );
}

/** For the worker: the next mail goes on from here. */
export async function noteTold(tx: Transaction, id: string): Promise<void> {
  await tx.query(`update insight.work_digest set told_until = platform.now() where id = $1`, [id]);
}

export interface Addressee {
  readonly email: string;
  readonly role: string;
}

/** For the worker; null for who holds no role of the staff any more. */
export async function addressOf(tx: Transaction, accountId: string): Promise<Addressee | null> {
  const [row] = await tx.query<Addressee>(
    `select email, role from insight.address_of_colleague($1::uuid)`,
    [accountId],
  );
  return row ?? null;
}

/** Whose choice a link to stop is about. For the public role. */
export async function ownerOfDigest(tx: Transaction, id: string): Promise<string | null> {
  const [row] = await tx.query<{ accountId: string }>(
    `select account_id as "accountId" from insight.work_digest where id = $1`,
    [id],
  );
  return row?.accountId ?? null;
}

/** The first seven in the morning (Netherlands) after now, with its day. */
export async function nextSeven(
  tx: Transaction,
): Promise<{ readonly day: string; readonly at: string }> {
  const [row] = await tx.query<{ day: string; at: string }>(
    `select day::text, platform.iso(at) as at from (
       select d::date as day, (d::date + time '07:00') at time zone 'Europe/Amsterdam' as at
         from generate_series(platform.today(), platform.today() + 1, interval '1 day') d) x
      where at > platform.now() order by at limit 1`,
  );
  if (row === undefined) throw new Error('no morning comes');
  return row;
}
