import { type Transaction } from '../../../platform/database/transaction';
import { type RequestKind, type RequestLanguage } from './request.store';

/** What the donor is shown: nothing it does not know itself. */
export interface OpenLink {
  readonly kind: RequestKind;
  readonly party: string;
  readonly amountCents: string;
  readonly receivedOn: string;
  readonly inKind: boolean;
  readonly language: RequestLanguage;
  /** The last day on which the link works. */
  readonly lastDay: string;
}

/** A confirmation that the donor can read for a day. */
export interface LinkReceipt extends Omit<OpenLink, 'lastDay'> {
  readonly number: string;
  readonly answer: unknown;
  /** ISO 8601. */
  readonly answeredAt: string;
}

/** Null for a token that is unknown, used, withdrawn or over: which of these nobody can tell. */
export async function openLink(tx: Transaction, tokenSha256: Buffer): Promise<OpenLink | null> {
  const [row] = await tx.query<OpenLink>(
    `select kind, party, amount_cents as "amountCents", received_on::text as "receivedOn",
            in_kind as "inKind", language, last_day::text as "lastDay"
       from core.open_evidence_link($1)`,
    [tokenSha256],
  );
  return row ?? null;
}

/** The number on the confirmation; null when there was nothing to answer. */
export async function answerLink(
  tx: Transaction,
  sent: {
    readonly tokenSha256: Buffer;
    readonly onceSha256: Buffer;
    readonly receiptSha256: Buffer;
    readonly number: string;
    readonly answer: object;
    readonly language: RequestLanguage;
  },
): Promise<string | null> {
  const [row] = await tx.query<{ number: string }>(
    `select number from core.answer_evidence_link($1, $2, $3, $4, $5::jsonb, $6)`,
    [
      sent.tokenSha256,
      sent.onceSha256,
      sent.receiptSha256,
      sent.number,
      JSON.stringify(sent.answer),
      sent.language,
    ],
  );
  return row?.number ?? null;
}

export async function linkReceipt(
  tx: Transaction,
  receiptSha256: Buffer,
): Promise<LinkReceipt | null> {
  const [row] = await tx.query<LinkReceipt>(
    `select number, kind, party, amount_cents as "amountCents", received_on::text as "receivedOn",
            in_kind as "inKind", language, answer, platform.iso(answered_at) as "answeredAt"
       from core.evidence_receipt($1)`,
    [receiptSha256],
  );
  return row ?? null;
}

/** False when this visitor came too often. @param visitor SHA-256 of the address, in hex. */
export async function countVisit(tx: Transaction, visitor: string, most: number): Promise<boolean> {
  const [row] = await tx.query<{ welcome: boolean }>(
    `select platform.visit_link($1, $2) as welcome`,
    [visitor, most],
  );
  return row?.welcome === true;
}
