import { type EuroCents } from '../../../legal/kernel/euro-cents';
import { type PlainDate } from '../../../legal/kernel/plain-date';

/** What has a number that people copy from a letter or a page. */
export const NUMBER_KINDS = [
  'notice',
  'filing',
  'proposal',
  'case',
  'letter',
  'answer',
  'tip',
  'donor',
  'gift',
] as const;
export type NumberKind = (typeof NUMBER_KINDS)[number];

/** One thing somebody typed, and how it was understood. `text` is as typed. */
export type Part =
  | { readonly kind: 'word'; readonly text: string }
  /** Between quotes: these words in this order. */
  | { readonly kind: 'phrase'; readonly text: string; readonly words: string }
  /** First letters of first names, in order: 'jp'. */
  | { readonly kind: 'initials'; readonly text: string; readonly letters: string }
  /** van, de, ten: part of a surname that people leave out. */
  | { readonly kind: 'particle'; readonly text: string }
  /** Both bounds count; null where there is none. */
  | {
      readonly kind: 'amount';
      readonly text: string;
      readonly from: EuroCents | null;
      readonly until: EuroCents | null;
    }
  /** Both days count; null where there is none. */
  | {
      readonly kind: 'days';
      readonly text: string;
      readonly from: PlainDate | null;
      readonly until: PlainDate | null;
    }
  | {
      readonly kind: 'number';
      readonly text: string;
      readonly of: readonly NumberKind[];
      readonly value: string;
    }
  | { readonly kind: 'register_number'; readonly text: string; readonly value: string }
  | { readonly kind: 'account'; readonly text: string; readonly value: string }
  /** Written as a day, but no such day exists. */
  | { readonly kind: 'no_day'; readonly text: string };

/** A part and where in the line it was read; what lies between two parts is blank. */
export interface Read {
  readonly part: Part;
  readonly length: number;
}

/** Reads one thing at the start of a text; null when the text starts with something else. */
export type Reader = (text: string, today: PlainDate) => Read | null;
