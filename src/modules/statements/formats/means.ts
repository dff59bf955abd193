import { type EntryMeans } from './read-statement';

const BY_WORDS: readonly (readonly [RegExp, EntryMeans])[] = [
  [/^(contante |geld)?(storting|opname)\b|^(gea|sealbag|kasstorting|geldautomaat)\b/i, 'cash'],
  [/^(bea|betaalautomaat|betaalpas)\b/i, 'card'],
  [/^(\S+ )?(kosten|provisie|abonnementskosten|transactiekosten)\b/i, 'costs'],
  [/^(credit|debet)?\s?(rente|interest)\b/i, 'interest'],
];

/** How the money moved where the bank has no code for it: by how its words begin. */
export function meansByWords(description: string, hasCounterparty: boolean): EntryMeans {
  if (hasCounterparty) return 'transfer';
  return BY_WORDS.find(([words]) => words.test(description))?.[1] ?? 'other';
}

/** Money at a counter and the bank's own charges have no counterparty, whatever stands there. */
export function withoutParty(means: EntryMeans): boolean {
  return means === 'cash' || means === 'costs' || means === 'interest';
}
