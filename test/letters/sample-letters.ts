import { plainDate } from '../../src/legal/kernel/plain-date';
import {
  dataOf,
  frameOf,
  type LetterParts,
} from '../../src/modules/correspondence/application/letter-words';
import { reminderLetter } from '../../src/modules/correspondence/application/reminder-letter';
import { readSender } from '../../src/modules/correspondence/application/sender';
import { caseLetter } from '../../src/modules/enforcement/letters/case-letter';
import { type CaseLetterKind } from '../../src/modules/enforcement/letters/case-letter-facts';
import { type LetterKind } from '../../src/modules/correspondence/application/letter';
import { type LetterRenderer } from '../../src/platform/letters/letter-renderer';
import { CHAIN, chainFacts } from './worked-chain';

type Words = Pick<LetterParts, 'content' | 'subject'> & { readonly template: string };

const POST = {
  name: 'Polderpartij',
  lines: ['T.a.v. het bestuur', 'Dijkweg 1', '1234 AB Waterland'],
};
const COMMITTEE = {
  name: 'Commissie toezicht financiën politieke partijen',
  lines: ['Postbus 00000', '0000 AA Den Haag'],
};

/** On paper, with a fixed number. */
export function printed(
  renderer: LetterRenderer,
  words: Words,
  day: string,
  kind: LetterKind,
): Promise<Buffer> {
  const parts: LetterParts = {
    ...words,
    number: 'B-2025-BCDFG-23456',
    addressee: kind === 'committee_submission' ? COMMITTEE : POST,
    sender: readSender(),
    reference: 'Z-2025-BCDFG-23456',
    day,
    corrected: null,
  };
  return renderer.pdf(words.template, dataOf(parts), frameOf(parts));
}

const REMINDER = {
  organisation: 'Polderpartij',
  duty: 'het financieel verslag over 2024 indienen',
  basis: { law: 'Wfpp', article: '25', paragraph: '1' },
  lastDay: plainDate('2025-06-30'),
  statutoryLastDay: null,
  missing: ['het overzicht van Instituut Dijk en Duin', 'de verklaring van de accountant'],
  nilPossible: true,
  address: 'https://partijgiften.example/overzichten',
} as const;

/** The words and the day of the letter of each kind in the worked chain. */
export function sampleOf(kind: LetterKind): { readonly words: Words; readonly day: string } {
  if (kind === 'reminder') return { words: reminderLetter(REMINDER), day: '2025-06-16' };
  const [day] = CHAIN[kind];
  return { words: caseLetter(kind, chainFacts(kind)), day };
}

export const KINDS: readonly LetterKind[] = [
  'reminder',
  ...(Object.keys(CHAIN) as CaseLetterKind[]),
];
