import { plainDate } from '../../../legal/kernel/plain-date';
import { type LetterFrame } from '../../../platform/letters/public';
import { formatDay } from '../../../platform/rendering/format';
import { type LetterContent, type LetterSender } from './letter';

/** What is printed of a letter; the same parts always give the same paper. */
export interface LetterParts {
  readonly number: string;
  readonly addressee: { readonly name: string; readonly lines: readonly string[] };
  readonly sender: LetterSender;
  readonly reference: string;
  readonly subject: string;
  readonly day: string;
  readonly content: LetterContent;
  /** The letter that this one puts right. */
  readonly corrected: { readonly number: string; readonly day: string } | null;
}

const inWords = (day: string): string => formatDay(plainDate(day), 'nl');

/** Everything on the paper around the text. */
export function frameOf(letter: LetterParts): LetterFrame {
  const { sender, corrected } = letter;
  const instead =
    corrected === null ? null : `brief ${corrected.number} van ${inWords(corrected.day)}`;
  return {
    title: `${letter.subject} (${letter.reference})`,
    organisation: sender.organisation,
    unit: sender.unit,
    returnAddress: `Retouradres: ${sender.lines.join(', ')}`,
    addressee: [letter.addressee.name, ...letter.addressee.lines],
    aside: [sender.unit, ...sender.lines, ...sender.contact, sender.email],
    fields: [
      { label: 'Datum', value: inWords(letter.day) },
      { label: 'Ons kenmerk', value: letter.reference },
      { label: 'Briefnummer', value: letter.number },
      ...(instead === null ? [] : [{ label: 'In plaats van', value: instead }]),
    ],
    subject: { label: 'Onderwerp', value: letter.subject },
    running: `${letter.reference} · ${letter.number}`,
    pageOf: 'Pagina {page} van {pages}',
    day: plainDate(letter.day),
  };
}

/** What every template may print beside its own content. */
export function dataOf(letter: LetterParts): object {
  const { sender, corrected } = letter;
  return {
    ...letter.content,
    sender,
    reference: letter.reference,
    day: inWords(letter.day),
    corrected:
      corrected === null ? null : { number: corrected.number, day: inWords(corrected.day) },
  };
}
