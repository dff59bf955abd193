import { type Transaction } from '../../../platform/database/transaction';
import { type AttachmentSource, KeepsAttachments } from '../../../platform/outbox/public';
import { findPdf } from '../persistence/letter.store';

export const LETTER_PDF = 'letter.pdf';

/** Gives the outbox the bytes of a letter at the moment its mail goes out. */
@KeepsAttachments()
export class LetterAttachments implements AttachmentSource {
  readonly source = LETTER_PDF;

  read(tx: Transaction, reference: string): Promise<Uint8Array | null> {
    return findPdf(tx, reference);
  }
}
