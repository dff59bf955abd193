import { type Transaction } from '../../../platform/database/transaction';
import { type TipKind, type TipStatus } from './told-tip.store';

/** A tip in a list: what it says is read on its own page. */
export interface TipSummary {
  readonly id: string;
  readonly number: string;
  readonly kind: TipKind;
  readonly status: TipStatus;
  readonly assignedName: string | null;
  /** ISO 8601. */
  readonly filedAt: string;
  readonly movedAt: string;
  readonly messages: number;
  readonly files: number;
}

export interface StoredTip extends Omit<TipSummary, 'messages' | 'files'> {
  readonly language: 'nl' | 'en';
  readonly story: string | null;
  readonly aboutParty: string | null;
  readonly aboutWhom: string | null;
  readonly happened: string | null;
  readonly knownHow: string | null;
  readonly contact: string | null;
  readonly closedReason: string | null;
  readonly assignedTo: string | null;
  readonly version: number;
  readonly eraseOn: string | null;
  readonly erasedAt: string | null;
}

export interface TipMessage {
  readonly voice: 'tipster' | 'staff' | 'note';
  readonly body: string;
  readonly at: string;
  readonly byName: string | null;
  readonly readAt: string | null;
}

export interface TipFile {
  readonly id: string;
  readonly name: string;
  readonly mediaType: string;
  readonly sizeBytes: number;
  readonly sentAt: string;
}

export interface TipStep {
  readonly status: TipStatus;
  readonly reason: string | null;
  readonly assignedName: string | null;
  readonly at: string;
  readonly byName: string;
}

export type TipLinkKind = 'organisation' | 'donor' | 'gift' | 'case';

export interface TipLink {
  readonly id: string;
  readonly kind: TipLinkKind;
  readonly subject: string;
  readonly label: string;
  readonly byName: string;
}

const HEAD = `t.id, t.number, t.kind, t.status, t.assigned_name as "assignedName",
  platform.iso(t.filed_at) as "filedAt", platform.iso(t.moved_at) as "movedAt"`;

export interface TipSearch {
  /** Null: every status. */
  readonly status: TipStatus | null;
  readonly after: { readonly at: string; readonly id: string } | null;
  readonly limit: number;
}

/** Newest first. */
export function listTips(tx: Transaction, search: TipSearch): Promise<TipSummary[]> {
  return tx.query<TipSummary>(
    `select ${HEAD},
        (select count(*)::int from insight.tip_message m
          where m.tip_id = t.id and m.voice = 'tipster') as messages,
        (select count(*)::int from insight.tip_file f where f.tip_id = t.id) as files
       from insight.tip t
      where ($1::text is null or t.status = $1)
        and ($2::timestamptz is null or (t.filed_at, t.id) < ($2, $3::uuid))
      order by t.filed_at desc, t.id desc limit $4`,
    [search.status, search.after?.at ?? null, search.after?.id ?? null, search.limit],
  );
}

/** How many tips stand in each status. */
export async function countTips(tx: Transaction): Promise<ReadonlyMap<TipStatus, number>> {
  const rows = await tx.query<{ status: TipStatus; count: number }>(
    'select status, count(*)::int as count from insight.tip group by status',
  );
  return new Map(rows.map(({ status, count }) => [status, count]));
}

/** @param hold true keeps others from changing it until the transaction ends. */
export async function findTip(
  tx: Transaction,
  id: string,
  hold = false,
): Promise<StoredTip | null> {
  const [row] = await tx.query<StoredTip>(
    `select ${HEAD}, t.language, t.story, t.about_party as "aboutParty",
        t.about_whom as "aboutWhom", t.happened, t.known_how as "knownHow", t.contact,
        t.closed_reason as "closedReason", t.assigned_to as "assignedTo", t.version,
        t.erase_on::text as "eraseOn", platform.iso(t.erased_at) as "erasedAt"
       from insight.tip t where t.id = $1 ${hold ? 'for update' : ''}`,
    [id],
  );
  return row ?? null;
}

export function messagesOf(tx: Transaction, tipId: string): Promise<TipMessage[]> {
  return tx.query<TipMessage>(
    `select voice, body, platform.iso(written_at) as at, written_by_name as "byName",
        platform.iso(read_at) as "readAt"
       from insight.tip_message where tip_id = $1 order by written_at, id`,
    [tipId],
  );
}

export function filesOf(tx: Transaction, tipId: string): Promise<TipFile[]> {
  return tx.query<TipFile>(
    `select id, name, media_type as "mediaType", size_bytes as "sizeBytes",
        platform.iso(sent_at) as "sentAt"
       from insight.tip_file where tip_id = $1 order by sent_at, id`,
    [tipId],
  );
}

export async function fileBytes(
  tx: Transaction,
  tipId: string,
  fileId: string,
): Promise<{ readonly name: string; readonly mediaType: string; readonly bytes: Buffer } | null> {
  const [row] = await tx.query<{ name: string; mediaType: string; bytes: Buffer }>(
    `select name, media_type as "mediaType", content as bytes
       from insight.tip_file where tip_id = $1 and id = $2`,
    [tipId, fileId],
  );
  return row ?? null;
}

export function stepsOf(tx: Transaction, tipId: string): Promise<TipStep[]> {
  return tx.query<TipStep>(
    `select status, reason, assigned_name as "assignedName", platform.iso(taken_at) as at,
        taken_by_name as "byName"
       from insight.tip_step where tip_id = $1 order by version desc`,
    [tipId],
  );
}

export function linksOf(tx: Transaction, tipId: string): Promise<TipLink[]> {
  return tx.query<TipLink>(
    `select id, kind, subject, label, made_by_name as "byName"
       from insight.tip_link where tip_id = $1 order by kind, label, id`,
    [tipId],
  );
}

export interface TipColleague {
  readonly id: string;
  readonly name: string;
}

/** Who handles tips. */
export function tipColleagues(tx: Transaction): Promise<TipColleague[]> {
  return tx.query<TipColleague>(
    `select account_id as id, min(name) as name from insight.colleagues()
      where role in ('overseer', 'decision_maker') group by account_id order by 2, 1`,
  );
}
