import { parameter } from '../../../legal/parameters';
import { type EntryRule, type SeenEntry } from './proposal';
import { fold, wordsOf } from './words-of-entry';

/** "j* de vries" fits "J.P. de Vries": anything may stand for "*", also nothing. */
export function nameFits(name: string | null, pattern: string): boolean {
  if (name === null) return false;
  const parts = pattern.split('*').map(fold);
  const text = fold(name);
  let from = 0;
  for (const part of parts) {
    const at = text.indexOf(part, from);
    if (at < 0) return false;
    from = at + part.length;
  }
  return true;
}

type Conditions = EntryRule['when'];

const CONDITIONS: readonly ((when: Conditions, entry: SeenEntry) => boolean)[] = [
  (_, { direction }) => direction === 'credit',
  ({ counterpartyIban: iban }, { counterparty }) => iban === null || counterparty.iban === iban,
  ({ account }, entry) => account === null || entry.account === account,
  ({ minAmount }, { amount }) => minAmount === null || amount >= minAmount,
  ({ maxAmount }, { amount }) => maxAmount === null || amount <= maxAmount,
  ({ namePattern }, { counterparty }) =>
    namePattern === null || nameFits(counterparty.name, namePattern),
  ({ words }, entry) => hasWords(entry, words),
];

/** True when every condition of the rule that is set holds for the entry. Rules are about credits. */
export function ruleFits({ when }: EntryRule, entry: SeenEntry): boolean {
  return CONDITIONS.every((holds) => holds(when, entry));
}

function hasWords(entry: SeenEntry, words: readonly string[]): boolean {
  if (words.length === 0) return true;
  const text = ` ${wordsOf(entry)} `;
  return words.every((word) => text.includes(` ${fold(word)} `));
}

/** The first rule that fits, in the order of the treasurer. */
export function firstRule(rules: readonly EntryRule[], entry: SeenEntry): EntryRule | null {
  return rules.find((rule) => ruleFits(rule, entry)) ?? null;
}

/**
 * Art. 21 lid 2 onder a: dues up to this amount need not be registered, so a rule may book them
 * without being asked when the treasurer chose that. An unknown limit is no leave (D19).
 */
export function mayBookItself(rule: EntryRule, entry: SeenEntry): boolean {
  if (!rule.booksItself || rule.then.do !== 'book' || rule.then.type !== 'membership_dues')
    return false;
  const limit = parameter('registration.skip_up_to', entry.bookedOn);
  return limit !== 'unknown' && entry.amount <= limit.value;
}
