import { type Transaction } from '../../../platform/database/transaction';

export const TIP_KINDS = [
  'hidden_gift',
  'foreign_gift',
  'vehicle',
  'split_gift',
  'in_kind',
  'other',
] as const;
export type TipKind = (typeof TIP_KINDS)[number];

export const TIP_STATUSES = ['new', 'looking', 'answered', 'closed'] as const;
export type TipStatus = (typeof TIP_STATUSES)[number];

/** What somebody told. Only the story has to be there. */
export interface ToldTip {
  readonly kind: TipKind;
  readonly story: string;
  readonly aboutParty: string | null;
  readonly aboutWhom: string | null;
  readonly happened: string | null;
  readonly knownHow: string | null;
  readonly contact: string | null;
}

export interface Conversation {
  readonly status: TipStatus;
  readonly filedOn: string;
  /** Nothing is left of what was told. */
  readonly erased: boolean;
  readonly messages: readonly {
    readonly mine: boolean;
    readonly body: string;
    /** ISO 8601. */
    readonly at: string;
  }[];
  readonly files: readonly { readonly name: string; readonly size: number }[];
}

/** 'too_many': no more is taken in now. 'unknown': no tip with this code, or nothing is left of it. */
export type Kept = 'kept' | 'too_many' | 'unknown';

interface Outcome {
  readonly outcome: Kept;
}

async function only(rows: Promise<Outcome[]>): Promise<Kept> {
  return (await rows)[0]?.outcome ?? 'unknown';
}

export function fileTip(
  tx: Transaction,
  tip: {
    readonly codeSha256: Buffer;
    readonly told: ToldTip;
    readonly language: 'nl' | 'en';
    readonly number: string;
  },
): Promise<Kept> {
  return only(
    tx.query<Outcome>('select insight.file_tip($1, $2::jsonb, $3, $4) as outcome', [
      tip.codeSha256,
      JSON.stringify(tip.told),
      tip.language,
      tip.number,
    ]),
  );
}

/** Null for a code that is not known. Answers are marked as read. */
export async function readConversation(
  tx: Transaction,
  codeSha256: Buffer,
): Promise<Conversation | null> {
  const [row] = await tx.query<Conversation>(
    `select status, filed_on::text as "filedOn", erased, messages, files from insight.read_tip($1)`,
    [codeSha256],
  );
  return row ?? null;
}

export function addMessage(
  tx: Transaction,
  codeSha256: Buffer,
  body: string,
  onceSha256: Buffer,
): Promise<Kept> {
  return only(
    tx.query<Outcome>('select insight.add_to_tip($1, $2, $3) as outcome', [
      codeSha256,
      body,
      onceSha256,
    ]),
  );
}

export function addFile(
  tx: Transaction,
  codeSha256: Buffer,
  file: { readonly name: string; readonly mediaType: string; readonly bytes: Buffer },
): Promise<Kept> {
  return only(
    tx.query<Outcome>('select insight.add_file_to_tip($1, $2, $3, $4) as outcome', [
      codeSha256,
      file.name,
      file.mediaType,
      file.bytes,
    ]),
  );
}
