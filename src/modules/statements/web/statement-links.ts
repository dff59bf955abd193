import { type Words } from '../../../platform/rendering/words';
import { type StoredStatement } from '../application/read-statements';

/** Where the lines of a statement are decided on, with words for the button; null for nowhere. */
export function proposalsOf(
  _statement: StoredStatement,
  _mayDecide: boolean,
  _words: Words,
): { readonly href: string; readonly text: string } | null {
  return null;
}
