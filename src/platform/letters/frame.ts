import { type PlainDate } from '../../legal/kernel/plain-date';

/** Everything on the paper that is not the text of the letter itself. Lines are printed as given. */
export interface LetterFrame {
  readonly title: string;
  readonly organisation: string;
  readonly unit: string;
  /** The small line above the window. */
  readonly returnAddress: string;
  readonly addressee: readonly string[];
  /** Who writes and how to reach them. */
  readonly aside: readonly string[];
  /** Date, reference and the like. */
  readonly fields: readonly { readonly label: string; readonly value: string }[];
  readonly subject: { readonly label: string; readonly value: string };
  /** On every page after the first, and beside every page number. */
  readonly running: string;
  /** "Pagina {page} van {pages}" */
  readonly pageOf: string;
  /** Of the letter; the only time that its file knows. */
  readonly day: PlainDate;
}
