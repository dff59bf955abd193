import { Inject, Injectable } from '@nestjs/common';
import { type FilingKind } from '../../../legal/facts/filing';
import { printReference } from '../../../legal/kernel/law-reference';
import { CONFIG, type Config } from '../../../platform/config/config';
import { type Transaction } from '../../../platform/database/transaction';
import { readSender, reminderLetter, SendLetter } from '../../correspondence/public';
import { readContactEmail, readGroup, readPostalAddress } from '../../parties/public';
import { FILING_NAMES } from './expectation-mails';
import { type StoredExpected } from './read-expected';

/** Lists can be empty; a report or a regulation cannot be "none". */
const NIL_POSSIBLE: readonly FilingKind[] = [
  'pre_election_overview',
  'post_election_overview',
  'candidate_overview',
  'blank_list_overview',
];

/** One letter for all filings of one kind with one last day, mailed with its file. */
@Injectable()
export class SendReminder {
  constructor(
    private readonly letters: SendLetter,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async run(tx: Transaction, expected: StoredExpected): Promise<'mailed' | 'no_address'> {
    const { tenantId, kind, basis, lastDay } = expected;
    const email = await readContactEmail(tx, tenantId);
    const { name } = await readGroup(tx, tenantId);
    await this.letters.run(tx, {
      ...reminderLetter({
        organisation: name,
        duty: `${FILING_NAMES[kind]} indienen`,
        basis,
        lastDay,
        statutoryLastDay: null,
        missing: [],
        nilPossible: NIL_POSSIBLE.includes(kind),
        address: `${this.config.publicUrl}/overzichten`,
      }),
      key: `filing-reminder:${kind}:${lastDay}`,
      tenantId,
      subjectId: expected.id,
      addressee: { kind: 'party', name, lines: await readPostalAddress(tx, tenantId), email },
      sender: readSender(),
      reference: printReference(basis),
      day: tx.today,
      corrects: null,
    });
    return email === null ? 'no_address' : 'mailed';
  }
}
