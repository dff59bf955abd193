import { type PlainDate } from '../../../legal/kernel/plain-date';
import { type Transaction } from '../../../platform/database/transaction';
import { type TipLinkKind } from './tip.queries';
import { type TipStatus } from './told-tip.store';

export interface TipHead {
  readonly status: TipStatus;
  readonly closedReason: string | null;
  readonly assignedTo: string | null;
  readonly assignedName: string | null;
  readonly version: number;
  readonly eraseOn: PlainDate | null;
}

/** Writes how a tip stands now, with its line in the chronology. */
export async function moveTip(
  tx: Transaction,
  id: string,
  head: TipHead,
  by: { readonly name: string; readonly reason: string | null },
): Promise<void> {
  await tx.query(
    `update insight.tip set status = $2, closed_reason = $3, assigned_to = $4, assigned_name = $5,
        version = $6, erase_on = $7
      where id = $1`,
    [
      id,
      head.status,
      head.closedReason,
      head.assignedTo,
      head.assignedName,
      head.version,
      head.eraseOn,
    ],
  );
  await tx.query(
    `insert into insight.tip_step (tip_id, version, status, reason, assigned_name, taken_by_name)
     values ($1, $2, $3, $4, $5, $6)`,
    [id, head.version, head.status, by.reason, head.assignedName, by.name],
  );
}

export async function insertMessage(
  tx: Transaction,
  tipId: string,
  voice: 'staff' | 'note',
  body: string,
  byName: string,
): Promise<void> {
  await tx.query(
    `insert into insight.tip_message (tip_id, voice, body, written_by, written_by_name)
     values ($1, $2, $3, $4, $5)`,
    [tipId, voice, body, tx.scope.actorId, byName],
  );
}

export interface LinkSubject {
  readonly subject: string;
  readonly label: string;
}

const SUBJECT: Readonly<Record<TipLinkKind, string>> = {
  organisation: `select tenant_id as subject, name as label from core.organisation
    where lower(name) = lower($1) or lower(short_name) = lower($1) order by name limit 1`,
  donor: `select id as subject, concat_ws(', ', public_id, name) as label from insight.donor
    where public_id = upper($1) limit 1`,
  gift: `select g.id as subject, concat_ws(', ', g.recipient_name, g.received_on) as label
      from insight.gift g
    where g.id::text = lower($1) or g.notice_number = upper($1) order by g.received_on desc limit 1`,
  case: `select id as subject, number as label from core.enforcement_case
    where number = upper($1) limit 1`,
};

/** What somebody means by a name or number; null when it is nowhere. */
export async function findSubject(
  tx: Transaction,
  kind: TipLinkKind,
  typed: string,
): Promise<LinkSubject | null> {
  const [row] = await tx.query<LinkSubject>(SUBJECT[kind], [typed]);
  return row ?? null;
}

export async function insertLink(
  tx: Transaction,
  tipId: string,
  kind: TipLinkKind,
  { subject, label }: LinkSubject,
  byName: string,
): Promise<void> {
  await tx.query(
    `insert into insight.tip_link (tip_id, kind, subject, label, made_by_name)
     values ($1, $2, $3, $4, $5) on conflict (tip_id, kind, subject) do nothing`,
    [tipId, kind, subject, label.slice(0, 300), byName],
  );
}

export async function deleteLink(tx: Transaction, tipId: string, linkId: string): Promise<void> {
  await tx.query('delete from insight.tip_link where tip_id = $1 and id = $2', [tipId, linkId]);
}

/** True when it was erased now. As the worker. */
export async function eraseTip(tx: Transaction, id: string): Promise<boolean> {
  const [row] = await tx.query<{ erased: boolean }>('select insight.erase_tip($1) as erased', [id]);
  return row?.erased === true;
}
