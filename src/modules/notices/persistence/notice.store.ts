import { createHash } from 'node:crypto';
import { type Timeliness } from '../../../legal/rules/notice-timeliness';
import { type Transaction } from '../../../platform/database/transaction';

export type LineTimeliness = Timeliness | 'reported_before' | 'no_duty';

export interface StoredNotice {
  readonly id: string;
  readonly tenantId: string;
  readonly number: string;
  readonly donorId: string;
  readonly recipientId: string;
  readonly year: number;
  readonly totalCents: string;
  readonly timeliness: Timeliness;
  readonly content: string;
  readonly sha256: string;
  readonly filedAt: string;
  readonly filedBy: string;
}

const COLUMNS = `id, tenant_id as "tenantId", number, donor_id as "donorId",
  recipient_id as "recipientId", year, total_cents as "totalCents", timeliness, content,
  encode(content_sha256, 'hex') as sha256, platform.iso(filed_at) as "filedAt", filed_by as "filedBy"`;

export interface NoticeLineInput {
  readonly contributionId: string;
  readonly dutyId: string | null;
  readonly receivedOn: string;
  readonly amountCents: number;
  readonly returnedCents: number;
  readonly timeliness: LineTimeliness;
}

export interface NoticeInput {
  readonly id: string;
  readonly tenantId: string;
  readonly number: string;
  readonly donorId: string;
  readonly recipientId: string;
  readonly year: number;
  readonly totalCents: number;
  readonly timeliness: Timeliness;
  readonly content: string;
  readonly filedAt: string;
  readonly lines: readonly NoticeLineInput[];
}

/** Stores the frozen bytes, their hash and the lines. Gives the SHA-256 in hexadecimal. */
export async function insertNotice(tx: Transaction, notice: NoticeInput): Promise<string> {
  const sha256 = createHash('sha256').update(notice.content, 'utf8').digest('hex');
  await tx.query(
    `insert into core.notice (tenant_id, id, number, donor_id, recipient_id, year, total_cents,
       timeliness, content, content_sha256, filed_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, decode($10, 'hex'), $11)`,
    [
      notice.tenantId,
      notice.id,
      notice.number,
      notice.donorId,
      notice.recipientId,
      notice.year,
      notice.totalCents,
      notice.timeliness,
      notice.content,
      sha256,
      notice.filedAt,
    ],
  );
  for (const line of notice.lines)
    await tx.query(
      `insert into core.notice_line (tenant_id, notice_id, contribution_id, duty_id, received_on,
         amount_cents, returned_cents, timeliness)
       values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [
        notice.tenantId,
        notice.id,
        line.contributionId,
        line.dutyId,
        line.receivedOn,
        line.amountCents,
        line.returnedCents,
        line.timeliness,
      ],
    );
  return sha256;
}

export async function findNotice(tx: Transaction, id: string): Promise<StoredNotice | null> {
  const [row] = await tx.query<StoredNotice>(`select ${COLUMNS} from core.notice where id = $1`, [
    id,
  ]);
  return row ?? null;
}

/** Newest first. Row-level security decides whose. */
export function listNotices(
  tx: Transaction,
  search: {
    readonly after: { readonly filedAt: string; readonly id: string } | null;
    readonly limit: number;
  },
): Promise<StoredNotice[]> {
  return tx.query<StoredNotice>(
    `select ${COLUMNS} from core.notice
      where ($1::timestamptz is null or (filed_at, id) < ($1, $2::uuid))
      order by filed_at desc, id desc limit $3`,
    [search.after?.filedAt ?? null, search.after?.id ?? null, search.limit],
  );
}

export interface ReceiptFacts {
  readonly number: string;
  readonly filedAt: string;
  readonly sha256: string;
  readonly timeliness: Timeliness;
}

/**
 * What anyone with a receipt number may learn of a notice or another filing: when it was filed and
 * the hash, nothing else.
 */
export async function findReceipt(tx: Transaction, number: string): Promise<ReceiptFacts | null> {
  const [row] = await tx.query<ReceiptFacts>(
    `select number, platform.iso(filed_at) as "filedAt", sha256, timeliness from core.receipt_by_number($1)`,
    [number],
  );
  return row ?? null;
}
