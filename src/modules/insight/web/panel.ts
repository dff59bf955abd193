import { type Drawing, roundEuro } from '../../../platform/charts/public';
import { formatCount } from '../../../platform/rendering/format';
import { type Cell } from '../../../platform/rendering/page-parts';
import { type Words } from '../../../platform/rendering/words';

/** A cell of a table of figures: as people read it, and as a program does. */
export interface Value {
  readonly text: string;
  readonly plain: string;
  readonly href?: string;
}

/** A picture with the table of the same figures; without a picture the table stands open. */
export interface Panel {
  readonly id: string;
  readonly heading: string;
  readonly text: string;
  readonly drawing: Drawing | null;
  readonly columns: readonly { readonly label: string; readonly numeric?: boolean }[];
  readonly rows: readonly (readonly Value[])[];
  readonly note?: string;
}

/** Panels under one heading. */
export interface Section {
  readonly id: string;
  readonly heading: string;
  readonly text: string;
  readonly panels: readonly Panel[];
}

export function said(text: string, href?: string): Value {
  return { text, plain: text, ...(href === undefined ? {} : { href }) };
}

export function counted(count: number, words: Words, href?: string): Value {
  const text = formatCount(count, words.language);
  return { text, plain: String(count), ...(href === undefined || count === 0 ? {} : { href }) };
}

/** An amount; in a file as decimals with a point. */
export function euros(cents: number, words: Words, href?: string): Value {
  const plain = (cents / 100).toFixed(2);
  return { text: words.euro(String(cents)), plain, ...(href === undefined ? {} : { href }) };
}

/** "12,5%" */
export function percent(part: number, whole: number, words: Words): Value {
  if (whole === 0) return { text: '-', plain: '' };
  const figure = ((part / whole) * 100).toFixed(1);
  const text = words.language === 'nl' ? figure.replace('.', ',') : figure;
  return { text: `${text}%`, plain: figure };
}

export function cellOf({ text, href }: Value): Cell {
  return href === undefined ? text : { text, href };
}

/** A large amount for a scale: "€ 1,5 mln". */
export function scaleEuro(cents: number, words: Words): string {
  if (cents < 100_000_000) return roundEuro(cents, words);
  const millions = String(Math.round(cents / 1_000_000) / 100);
  const figure = words.language === 'nl' ? millions.replace('.', ',') : millions;
  return words.t('insight.millions', { figure });
}

export function scaleCount(count: number, words: Words): string {
  return Number.isInteger(count) ? formatCount(count, words.language) : '';
}
