import { type Transaction } from '../../../platform/database/transaction';
import { type Alert } from '../facts/alert';

const COLUMNS = `id, account_id as "accountId", name, search, language,
  platform.iso(made_at) as "madeAt"`;

/** The own ones that run, oldest first. */
export function ownAlerts(tx: Transaction): Promise<Alert[]> {
  return tx.query<Alert>(
    `select ${COLUMNS} from register.alert
      where account_id = $1 and stopped_at is null order by made_at, id`,
    [tx.scope.actorId],
  );
}

export async function insertAlert(
  tx: Transaction,
  alert: Pick<Alert, 'id' | 'name' | 'search' | 'language'>,
): Promise<void> {
  await tx.query(
    'insert into register.alert (id, name, search, language) values ($1, $2, $3::jsonb, $4)',
    [alert.id, alert.name, JSON.stringify(alert.search), alert.language],
  );
}

/** False when there is no such alert of this person that runs. */
export async function stopAlert(tx: Transaction, id: string): Promise<boolean> {
  const rows = await tx.query(
    `update register.alert set stopped_at = platform.now()
      where id = $1 and account_id = $2 and stopped_at is null returning id`,
    [id, tx.scope.actorId],
  );
  return rows.length > 0;
}

/** Stops all of the person in whose name this runs. */
export async function stopAllAlerts(tx: Transaction): Promise<void> {
  await tx.query(
    `update register.alert set stopped_at = platform.now()
      where account_id = $1 and stopped_at is null`,
    [tx.scope.actorId],
  );
}

/** All that run, by person. Worker role. */
export function runningAlerts(tx: Transaction): Promise<Alert[]> {
  return tx.query<Alert>(
    `select ${COLUMNS} from register.alert where stopped_at is null
      order by account_id, made_at, id`,
  );
}

/**
 * Up to which change everybody was told, when the last time is long enough ago; null otherwise, and
 * when another process is at it. Held until the transaction ends. Worker role.
 */
export async function holdProgress(tx: Transaction, minutes: number): Promise<number | null> {
  const [row] = await tx.query<{ toldUpTo: string }>(
    `select told_up_to as "toldUpTo" from register.alert_progress
      where told_up_to < coalesce((select max(change_number) from register.publication_version), 0)
        and (ran_at <= platform.now() - make_interval(mins => $1) or ran_at > platform.now())
      for update skip locked`,
    [minutes],
  );
  return row === undefined ? null : Number(row.toldUpTo);
}

export async function keepProgress(tx: Transaction, toldUpTo: number): Promise<void> {
  await tx.query('update register.alert_progress set told_up_to = $1, ran_at = platform.now()', [
    toldUpTo,
  ]);
}
