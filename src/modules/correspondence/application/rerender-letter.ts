import { Injectable } from '@nestjs/common';
import { type Transaction } from '../../../platform/database/transaction';
import { sha256Hex } from '../../../platform/json/canonical';
import { LetterRenderer } from '../../../platform/letters/public';
import { dataOf, frameOf } from './letter-words';
import { type FullLetter, readLetter } from './read-letters';

/** 'template_changed': it is now written otherwise, so only the kept bytes can tell. */
export type Rerendered = 'same' | 'different' | 'template_changed';

/** Makes a letter again from what it was made of, and compares it with what was sent. */
@Injectable()
export class RerenderLetter {
  constructor(private readonly renderer: LetterRenderer) {}

  async run(tx: Transaction, letter: FullLetter): Promise<Rerendered> {
    if (this.renderer.templateSha256(letter.template) !== letter.templateSha256)
      return 'template_changed';
    const corrected = letter.corrects === null ? null : await readLetter(tx, letter.corrects);
    const parts = { ...letter, corrected };
    const pdf = await this.renderer.pdf(letter.template, dataOf(parts), frameOf(parts));
    return sha256Hex(pdf) === letter.sha256 ? 'same' : 'different';
  }
}
