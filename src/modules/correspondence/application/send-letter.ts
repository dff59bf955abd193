import { Inject, Injectable } from '@nestjs/common';
import { yearOf } from '../../../legal/kernel/plain-date';
import { CONFIG, type Config } from '../../../platform/config/config';
import { type Transaction } from '../../../platform/database/transaction';
import { newId } from '../../../platform/ids/id';
import { readableNumber } from '../../../platform/ids/readable-number';
import { sha256Hex } from '../../../platform/json/canonical';
import { LetterRenderer } from '../../../platform/letters/public';
import { queueMessage } from '../../../platform/outbox/public';
import { formatDay } from '../../../platform/rendering/format';
import { PageRenderer } from '../../../platform/rendering/page-renderer';
import {
  findLetter,
  findLetterByKey,
  insertLetter,
  type LetterRow,
} from '../persistence/letter.store';
import { LETTER_PDF } from './letter-attachment';
import { type NewLetter, type SentLetter } from './letter';
import { dataOf, frameOf } from './letter-words';
import { sentLetter } from './read-letters';

/**
 * Freezes a letter in the transaction of the step it belongs to: the PDF with its hash and what it
 * was made of; the mail with the PDF goes out when that commits. The same key gives the same
 * letter, however often it is asked.
 *
 * Roles staff and worker.
 * @throws Error for a letter of another day than today, for one that corrects what is not there,
 *   and for content that its template does not fit.
 */
@Injectable()
export class SendLetter {
  constructor(
    private readonly renderer: LetterRenderer,
    private readonly pages: PageRenderer,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async run(tx: Transaction, letter: NewLetter): Promise<SentLetter> {
    const before = await findLetterByKey(tx, letter.tenantId, letter.key);
    if (before !== null) return sentLetter(before);
    if (letter.day !== tx.today) {
      throw new Error(`a letter of ${letter.day} cannot be sent on ${tx.today}`);
    }
    const corrected = letter.corrects === null ? null : await findLetter(tx, letter.corrects);
    if (letter.corrects !== null && corrected?.subjectId !== letter.subjectId) {
      throw new Error(`letter ${letter.corrects} is not about ${letter.subjectId}`);
    }
    const number = readableNumber('B', yearOf(letter.day), 5);
    // As PostgreSQL gives it back, so that it renders the same when it is read again.
    const content = JSON.parse(JSON.stringify(letter.content)) as NewLetter['content'];
    const parts = { ...letter, number, content, corrected };
    const pdf = await this.renderer.pdf(letter.template, dataOf(parts), frameOf(parts));
    const { kind, name, lines, email } = letter.addressee;
    const stored = await insertLetter(tx, {
      ...letter,
      id: newId(),
      number,
      content,
      addresseeKind: kind,
      addresseeName: name,
      addresseeLines: lines,
      addresseeEmail: email,
      templateSha256: this.renderer.templateSha256(letter.template),
      pdf,
      sha256: sha256Hex(pdf),
    });
    const row = await findLetterByKey(tx, letter.tenantId, letter.key);
    if (row === null) throw new Error(`letter ${letter.key} was not stored`);
    if (stored && email !== null) await this.mail(tx, row, email);
    return sentLetter(row);
  }

  private async mail(tx: Transaction, letter: LetterRow, recipient: string): Promise<void> {
    const { id, tenantId, number, reference, subject, sha256 } = letter;
    const t = (key: string, values: Record<string, string> = {}): string =>
      this.pages.t('nl', `letters.mail.${key}`, values);
    const body = t('body', {
      subject,
      reference,
      number,
      sha256,
      day: formatDay(letter.day, 'nl'),
      address: `${this.config.publicUrl}/brieven/${id}`,
      sender: (letter.sender as NewLetter['sender']).organisation,
    });
    await queueMessage(tx, {
      key: `letter:${id}`,
      recipient,
      subject: t('subject', { subject, reference }).slice(0, 200),
      body,
      tenantId,
      attachments: [
        {
          source: LETTER_PDF,
          reference: id,
          sha256,
          name: `${number}.pdf`,
          mediaType: 'application/pdf',
        },
      ],
    });
  }
}
