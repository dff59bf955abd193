import { type Words } from '../../../platform/rendering/words';

/** "maart" */
export function monthName(year: number, month: string, words: Words): string {
  return words.day(`${String(year)}-${month}-01`).split(' ')[1] ?? month;
}

/** The address of the rows behind a figure. */
export function giftsHref(year: number, filter: Readonly<Record<string, string>>): string {
  const query = new URLSearchParams({ jaar: String(year), ...filter });
  return `/giften?${query.toString()}`;
}
