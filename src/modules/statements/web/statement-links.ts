import { formatCount } from '../../../platform/rendering/format';
import { type Words } from '../../../platform/rendering/words';
import { type StoredStatement } from '../application/read-statements';

/** Where the lines of a statement are decided on, with words for the button; null for nowhere. */
export function proposalsOf(
  { id, entriesOpen }: StoredStatement,
  mayDecide: boolean,
  words: Words,
): { readonly href: string; readonly text: string } | null {
  const open = mayDecide ? entriesOpen : 0;
  const count = formatCount(open, words.language);
  const form = open === 0 ? 'none' : open === 1 ? 'one' : 'other';
  const shown = open === 0 ? 'all' : 'open';
  return {
    href: `/bank/posten?toon=${shown}&afschrift=${id}`,
    text: words.t(`recognition.link.statement.${form}`, { count }),
  };
}
