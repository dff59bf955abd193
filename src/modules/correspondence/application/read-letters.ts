import { type Transaction } from '../../../platform/database/transaction';
import { type MailStatus, mailStatusOf } from '../../../platform/outbox/public';
import {
  findCorrection,
  findLetter,
  findPdf,
  type LetterRow,
  lettersAbout,
} from '../persistence/letter.store';
import {
  type LetterAddressee,
  type LetterContent,
  type LetterKind,
  type LetterSender,
  type SentLetter,
} from './letter';

/** A letter with all it was made of. */
export interface FullLetter extends SentLetter {
  readonly sender: LetterSender;
  readonly content: LetterContent;
  readonly template: string;
  readonly templateSha256: string;
  readonly sentBy: string;
}

/** What anyone who may see a letter is told of it: not who sent it, nor what it was made of. */
export function sentLetter(row: LetterRow): SentLetter {
  return {
    id: row.id,
    number: row.number,
    tenantId: row.tenantId,
    subjectId: row.subjectId,
    kind: row.kind as LetterKind,
    addressee: {
      kind: row.addresseeKind as LetterAddressee['kind'],
      name: row.addresseeName,
      lines: row.addresseeLines,
      email: row.addresseeEmail,
    },
    reference: row.reference,
    subject: row.subject,
    day: row.day,
    sha256: row.sha256,
    corrects: row.corrects,
    sentAt: row.sentAt,
  };
}

function fullLetter(row: LetterRow): FullLetter {
  return {
    ...sentLetter(row),
    sender: row.sender as LetterSender,
    content: row.content,
    template: row.template,
    templateSha256: row.templateSha256,
    sentBy: row.sentBy,
  };
}

/** Null when there is no such letter for who asks. */
export async function readLetter(tx: Transaction, id: string): Promise<FullLetter | null> {
  const row = await findLetter(tx, id);
  return row === null ? null : fullLetter(row);
}

/** All letters about a case, filing or duty that who asks may see, oldest first. */
export async function listLetters(
  tx: Transaction,
  subjectId: string,
): Promise<readonly SentLetter[]> {
  return (await lettersAbout(tx, subjectId)).map(sentLetter);
}

/** The bytes that were sent; null when there is no such letter for who asks. */
export function readLetterPdf(tx: Transaction, id: string): Promise<Buffer | null> {
  return findPdf(tx, id);
}

/** The letter that puts this one right; null when it stands. */
export async function readCorrection(tx: Transaction, id: string): Promise<SentLetter | null> {
  const row = await findCorrection(tx, id);
  return row === null ? null : sentLetter(row);
}

/** How far the mail of a letter is; null when it was not mailed. Roles staff and worker. */
export function letterMail(tx: Transaction, letter: SentLetter): Promise<MailStatus | null> {
  return mailStatusOf(tx, letter.tenantId, `letter:${letter.id}`);
}
