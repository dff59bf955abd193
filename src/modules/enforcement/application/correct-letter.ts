import { Injectable } from '@nestjs/common';
import { type Accepted, accepted, type Refused, refused } from '../../../legal/kernel/refusal';
import { type Transaction } from '../../../platform/database/transaction';
import { notFound } from '../../../platform/http/problem';
import { listLetters, type SentLetter } from '../../correspondence/public';
import { lockCase } from '../persistence/case.store';
import { CaseLetters } from './case-letters';
import { caseRoleOf } from './case-words';

/** 'already_corrected': another letter puts it right; correct that one. */
export type CorrectionRefusal = 'role_may_not' | 'already_corrected';

/**
 * Puts a letter of a case right by another one of the same kind, with the facts as they are now. The
 * letter that was sent stays as it is; the new one says which it corrects.
 * @throws Problem 404 for a case or letter that is not there.
 */
@Injectable()
export class CorrectCaseLetter {
  constructor(private readonly letters: CaseLetters) {}

  async run(
    tx: Transaction,
    input: { readonly caseId: string; readonly letterId: string },
  ): Promise<Accepted<SentLetter> | Refused<CorrectionRefusal>> {
    const role = caseRoleOf(tx);
    if (role === null || role === 'party') throw notFound();
    if (role !== 'overseer') return refused('role_may_not', { role });
    const head = await lockCase(tx, input.caseId);
    const sent = await listLetters(tx, input.caseId);
    const wrong = sent.find(({ id }) => id === input.letterId);
    if (head === null || wrong === undefined) throw notFound();
    const later = sent.find(({ corrects }) => corrects === wrong.id);
    if (later !== undefined) return refused('already_corrected', { by: later.id });
    return accepted(await this.letters.correct(tx, head, wrong));
  }
}
