import { type PlainDate } from '../../../legal/kernel/plain-date';
import { type Transaction } from '../../../platform/database/transaction';
import { type DetectorCode, type Figure } from '../detectors/detector';

export const SIGNAL_STATES = ['open', 'reopened', 'judged', 'ended'] as const;
export type SignalState = (typeof SIGNAL_STATES)[number];

export interface StoredSignal {
  readonly id: string;
  readonly code: DetectorCode;
  readonly scope: string;
  readonly partyId: string | null;
  /** Short name of the party it is about; null when it is about several. */
  readonly partyName: string | null;
  readonly tenantId: string | null;
  readonly donorId: string | null;
  readonly donorName: string | null;
  readonly weight: 1 | 2 | 3 | 4 | 5;
  readonly figures: Readonly<Record<string, Figure>>;
  readonly firstSeen: string;
  readonly lastSeen: string;
  readonly endedAt: string | null;
  readonly state: SignalState;
  readonly newRows: number;
}

const COLUMNS = `s.id, s.code, s.scope, s.party_id as "partyId", p.short_name as "partyName",
  p.tenant_id as "tenantId", s.donor_id as "donorId", d.name as "donorName", s.weight, s.figures,
  platform.iso(s.first_seen) as "firstSeen", platform.iso(s.last_seen) as "lastSeen",
  platform.iso(s.ended_at) as "endedAt", s.state, s.new_rows as "newRows"`;

const JOINS = `left join insight.party p on p.id = s.party_id
  left join insight.donor d on d.id = s.donor_id`;

export interface SignalKey {
  readonly weight: number;
  readonly firstSeen: string;
  readonly id: string;
}

export interface SignalSearch {
  readonly states: readonly SignalState[];
  readonly code: string | null;
  readonly partyId: string | null;
  readonly donorId: string | null;
  readonly after: SignalKey | null;
  readonly limit: number;
}

/** Heaviest first, then newest. A party or donor finds every signal that holds a row of it. */
export function listSignals(tx: Transaction, search: SignalSearch): Promise<StoredSignal[]> {
  const { states, code, partyId, donorId, after, limit } = search;
  return tx.query<StoredSignal>(
    `select ${COLUMNS} from insight.signal s ${JOINS}
      where s.state = any($1) and ($2::text is null or s.code = $2)
        and ($3::uuid is null or s.party_id = $3
          or exists (select from insight.signal_row r where r.signal_id = s.id and r.party_id = $3))
        and ($4::uuid is null or s.donor_id = $4
          or exists (select from insight.signal_row r where r.signal_id = s.id and r.donor_id = $4))
        and ($5::int is null
          or (s.weight, s.first_seen, s.id) < ($5::int, $6::timestamptz, $7::uuid))
      order by s.weight desc, s.first_seen desc, s.id desc limit $8`,
    [
      states,
      code,
      partyId,
      donorId,
      after?.weight ?? null,
      after?.firstSeen ?? null,
      after?.id ?? null,
      limit,
    ],
  );
}

export async function findSignal(tx: Transaction, id: string): Promise<StoredSignal | null> {
  const [row] = await tx.query<StoredSignal>(
    `select ${COLUMNS} from insight.signal s ${JOINS} where s.id = $1`,
    [id],
  );
  return row ?? null;
}

/** What the work queue takes: what nobody judged, or what has new rows. */
export function openSignalRows(
  tx: Transaction,
  tenantIds: readonly string[] | null,
  limit: number,
): Promise<StoredSignal[]> {
  return tx.query<StoredSignal>(
    `select ${COLUMNS} from insight.signal s ${JOINS}
      where s.state in ('open', 'reopened')
        and ($1::uuid[] is null or p.tenant_id = any($1::uuid[]))
      order by s.weight desc, s.first_seen desc, s.id desc limit $2`,
    [tenantIds, limit],
  );
}

export interface SignalCount {
  readonly code: string;
  readonly state: SignalState;
  readonly count: number;
}

export function countSignals(tx: Transaction): Promise<readonly SignalCount[]> {
  return tx.query<SignalCount>(
    `select code, state, count(*)::int as count from insight.signal group by code, state`,
  );
}

export interface VerdictCount {
  readonly code: string;
  readonly verdict: string;
  readonly count: number;
}

/** How signals of each kind were judged last. */
export function countVerdicts(tx: Transaction): Promise<readonly VerdictCount[]> {
  return tx.query<VerdictCount>(
    `select s.code, j.verdict, count(*)::int as count
       from (select distinct on (signal_id) signal_id, verdict from insight.signal_judgement
              order by signal_id, judged_at desc, id desc) j
       join insight.signal s on s.id = j.signal_id
      group by s.code, j.verdict`,
  );
}

export interface SignalRow {
  readonly key: string;
  readonly kind: 'gift' | 'tie' | 'period';
  readonly partyId: string | null;
  readonly partyName: string | null;
  readonly partySlug: string | null;
  readonly tenantId: string | null;
  readonly donorId: string | null;
  readonly donorPublicId: string | null;
  readonly donorName: string | null;
  readonly donorKind: string | null;
  readonly giftKey: string | null;
  readonly contributionId: string | null;
  readonly recipientId: string | null;
  readonly recipientName: string | null;
  readonly noticeNumber: string | null;
  readonly line: 'gift' | 'rest' | null;
  readonly type: string | null;
  readonly year: number | null;
  readonly returned: string | null;
  readonly about: string | null;
  readonly label: string | null;
  readonly day: PlainDate | null;
  readonly amount: string | null;
  readonly addedAt: string;
  readonly gone: boolean;
  readonly judged: boolean;
}

const MOST_ROWS = 500;

/** The rows behind a signal as they are now, in order of day. At most 500. */
export function rowsOf(tx: Transaction, signalId: string): Promise<readonly SignalRow[]> {
  return tx.query<SignalRow>(
    `select r.key, r.kind, r.party_id as "partyId", p.short_name as "partyName",
            p.slug as "partySlug", p.tenant_id as "tenantId", r.donor_id as "donorId",
            d.public_id as "donorPublicId", d.name as "donorName", d.kind as "donorKind",
            r.gift_key as "giftKey", g.contribution_id as "contributionId",
            g.recipient_id as "recipientId", g.recipient_name as "recipientName",
            g.notice_number as "noticeNumber", g.line, g.type, g.year,
            g.returned_cents as returned, r.about, r.label, r.day::text as day,
            r.amount_cents as amount, platform.iso(r.added_at) as "addedAt",
            r.gone_at is not null as gone, r.judged_in is not null as judged
       from insight.signal_row r
       left join insight.party p on p.id = r.party_id
       left join insight.donor d on d.id = r.donor_id
       left join insight.gift g on g.party_id = r.party_id and g.key = r.gift_key
      where r.signal_id = $1
      order by r.gone_at is not null, r.kind, r.day nulls last, r.about, r.key
      limit ${MOST_ROWS}`,
    [signalId],
  );
}

export interface PartyName {
  readonly id: string;
  readonly name: string;
}

/** Parties of which something is known, by name: for a list to choose from. */
export function partyNames(tx: Transaction): Promise<readonly PartyName[]> {
  return tx.query<PartyName>(
    `select id, short_name as name from insight.party order by short_name, id limit 2000`,
  );
}

export async function donorNameOf(tx: Transaction, id: string): Promise<string | null> {
  const [row] = await tx.query<{ name: string | null; publicId: string }>(
    `select name, public_id as "publicId" from insight.donor where id = $1`,
    [id],
  );
  return row === undefined ? null : (row.name ?? row.publicId);
}
