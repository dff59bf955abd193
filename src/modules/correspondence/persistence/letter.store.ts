import { type PlainDate } from '../../../legal/kernel/plain-date';
import { type Transaction } from '../../../platform/database/transaction';

/** A row of core.letter without its bytes. */
export interface LetterRow {
  readonly id: string;
  readonly tenantId: string;
  readonly number: string;
  readonly kind: string;
  readonly subjectId: string;
  readonly addresseeKind: string;
  readonly addresseeName: string;
  readonly addresseeLines: readonly string[];
  readonly addresseeEmail: string | null;
  readonly sender: object;
  readonly reference: string;
  readonly subject: string;
  readonly day: PlainDate;
  readonly content: Readonly<Record<string, unknown>>;
  readonly template: string;
  readonly templateSha256: string;
  readonly sha256: string;
  readonly corrects: string | null;
  readonly sentAt: string;
  readonly sentBy: string;
}

export interface LetterInput extends Omit<LetterRow, 'sentAt' | 'sentBy'> {
  readonly key: string;
  readonly pdf: Buffer;
}

const COLUMNS = `id, tenant_id as "tenantId", number, kind, subject_id as "subjectId",
  addressee_kind as "addresseeKind", addressee_name as "addresseeName",
  addressee_lines as "addresseeLines", addressee_email as "addresseeEmail", sender, reference,
  subject, day::text as day, content, template, encode(template_sha256, 'hex') as "templateSha256",
  encode(pdf_sha256, 'hex') as sha256, corrects_id as corrects,
  platform.iso(sent_at) as "sentAt", sent_by as "sentBy"`;

/** False when there is a letter with this key already. */
export async function insertLetter(tx: Transaction, letter: LetterInput): Promise<boolean> {
  const rows = await tx.query(
    `insert into core.letter (tenant_id, id, number, key, kind, subject_id, addressee_kind,
       addressee_name, addressee_lines, addressee_email, sender, reference, subject, day, content,
       template, template_sha256, pdf, pdf_sha256, corrects_id)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11::jsonb, $12, $13, $14, $15::jsonb, $16,
       decode($17, 'hex'), $18, decode($19, 'hex'), $20)
     on conflict (tenant_id, key) do nothing returning id`,
    [
      letter.tenantId,
      letter.id,
      letter.number,
      letter.key,
      letter.kind,
      letter.subjectId,
      letter.addresseeKind,
      letter.addresseeName,
      letter.addresseeLines,
      letter.addresseeEmail,
      JSON.stringify(letter.sender),
      letter.reference,
      letter.subject,
      letter.day,
      JSON.stringify(letter.content),
      letter.template,
      letter.templateSha256,
      letter.pdf,
      letter.sha256,
      letter.corrects,
    ],
  );
  return rows.length === 1;
}

export async function findLetter(tx: Transaction, id: string): Promise<LetterRow | null> {
  const [row] = await tx.query<LetterRow>(`select ${COLUMNS} from core.letter where id = $1`, [id]);
  return row ?? null;
}

export async function findLetterByKey(
  tx: Transaction,
  tenantId: string,
  key: string,
): Promise<LetterRow | null> {
  const [row] = await tx.query<LetterRow>(
    `select ${COLUMNS} from core.letter where tenant_id = $1 and key = $2`,
    [tenantId, key],
  );
  return row ?? null;
}

/** The letter that puts this one right; null when it stands. */
export async function findCorrection(tx: Transaction, id: string): Promise<LetterRow | null> {
  const [row] = await tx.query<LetterRow>(
    `select ${COLUMNS} from core.letter where corrects_id = $1`,
    [id],
  );
  return row ?? null;
}

/** Oldest first. Row-level security decides which. */
export function lettersAbout(tx: Transaction, subjectId: string): Promise<LetterRow[]> {
  return tx.query<LetterRow>(
    `select ${COLUMNS} from core.letter where subject_id = $1 order by sent_at, id`,
    [subjectId],
  );
}

export async function findPdf(tx: Transaction, id: string): Promise<Buffer | null> {
  const [row] = await tx.query<{ pdf: Buffer }>('select pdf from core.letter where id = $1', [id]);
  return row?.pdf ?? null;
}
