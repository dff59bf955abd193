import { type PlainDate } from '../../../legal/kernel/plain-date';

/** What the templates under templates/letters/ are called: one for each letter the law knows. */
export type LetterKind =
  | 'reminder'
  | 'repair_term'
  | 'information_request'
  | 'report'
  | 'intention'
  | 'committee_submission'
  | 'fine_decision'
  | 'no_fine_notice'
  | 'objection_receipt'
  | 'objection_decision'
  | 'dunning'
  | 'set_off';

/** Values of a template: texts, yes/no, and lists and objects of those. Never a number or a Date. */
export type LetterContent = Readonly<Record<string, unknown>>;

export interface LetterAddressee {
  /** 'party': it is shown to the party whose tenant the letter is under. */
  readonly kind: 'party' | 'committee' | 'prosecutor' | 'donor';
  readonly name: string;
  /** Attention line, street, postal code and town; at most five, printed as given. */
  readonly lines: readonly string[];
  /** Null: it is not mailed, only kept and shown. */
  readonly email: string | null;
}

/** Who writes: templates/letters/sender.json, which an installation replaces by its own. */
export interface LetterSender {
  readonly organisation: string;
  /** Who decides, as a letter signs: "De Minister van ...". */
  readonly authority: string;
  readonly unit: string;
  /** Return address, one line each. */
  readonly lines: readonly string[];
  readonly contact: readonly string[];
  readonly email: string;
  /** Where money is paid to, such as "NL00 XXXX 0000 0000 00". */
  readonly account: string;
  readonly accountName: string;
}

export interface NewLetter {
  /** What makes it the same letter, such as 'case:<id>:intention': sent once, however often asked. */
  readonly key: string;
  readonly tenantId: string;
  /** The case, filing or duty the letter is about. */
  readonly subjectId: string;
  readonly kind: LetterKind;
  /** Name of a file under templates/letters/ without its ending. */
  readonly template: string;
  readonly addressee: LetterAddressee;
  readonly sender: LetterSender;
  /** "Ons kenmerk": the number of the case. */
  readonly reference: string;
  readonly subject: string;
  /** Printed on it; terms count from the day it was sent. */
  readonly day: PlainDate;
  readonly content: LetterContent;
  /** The letter about the same subject that this one puts right; null for a first letter. */
  readonly corrects: string | null;
}

export interface SentLetter {
  readonly id: string;
  /** "B-2025-7KQ3X-9TB2M" */
  readonly number: string;
  readonly tenantId: string;
  readonly subjectId: string;
  readonly kind: LetterKind;
  readonly addressee: LetterAddressee;
  readonly reference: string;
  readonly subject: string;
  readonly day: PlainDate;
  /** Of the PDF, 64 lower-case hexadecimal digits. */
  readonly sha256: string;
  readonly corrects: string | null;
  /** ISO 8601 in UTC. */
  readonly sentAt: string;
}
