import { type Transaction } from '../../../platform/database/transaction';
import { type Query } from '../reading/read-query';

/** Names and places as the database compares them. */
export interface Names {
  /** One for each word and each first letter; all must fit. */
  readonly patterns: readonly string[];
  /** The words together, for what looks like them. */
  readonly phrase: string;
  /** True when words were asked for, also when nothing is left of them to compare. */
  readonly asked: boolean;
}

/** Shorter words are found as whole words only: 'bv' stands in too many names. */
const SHORTEST_PART = 3;

/** 'Van den Bergh' is looked for as core.search_key() writes it; the keys hold letters, figures and blanks. */
export async function namesOf(
  tx: Transaction,
  words: readonly string[],
  initials: readonly string[],
): Promise<Names> {
  const asked = words.length + initials.length > 0;
  if (!asked) return { patterns: [], phrase: '', asked };
  const rows = await tx.query<{ key: string }>(
    `select trim(core.search_key(word)) as key
       from unnest($1::text[]) with ordinality as w (word, place) order by place`,
    [words],
  );
  const keys = rows.map(({ key }) => key).filter((key) => key !== '');
  const letters = initials.flatMap((one) => one.match(/[a-z]/gu) ?? []);
  return {
    patterns: [
      ...keys.map((key) => (key.length < SHORTEST_PART ? `% ${key} %` : `%${key}%`)),
      ...letters.map((letter) => `% ${letter}%`),
    ],
    phrase: keys.join(' '),
    asked,
  };
}

/** The names somebody typed, of people, organisations and places together. */
export function askedNames(tx: Transaction, query: Query): Promise<Names> {
  return namesOf(tx, query.words, query.initials);
}

/** Puts values in a statement: `of(value)` gives its place, `values` all of them in order. */
export class Places {
  readonly values: unknown[] = [];

  of(value: unknown): string {
    this.values.push(value);
    return `$${String(this.values.length)}`;
  }
}

/** Every pattern fits the column; nothing fits when words were asked for that cannot be compared. */
export function fits(column: string, { patterns, asked }: Names, places: Places): string {
  if (patterns.length === 0) return asked ? 'false' : 'true';
  return patterns.map((pattern) => `${column} like ${places.of(pattern)}`).join(' and ');
}

/** How much a name must look like what was typed, from 0 to 1; found by trying names as people misspell them. */
const LOOKS_LIKE = '0.5';

/** Sets from where on `<%` says that names look like each other, for this transaction. */
export async function likenessFrom(tx: Transaction): Promise<void> {
  await tx.query(`select set_config('pg_trgm.word_similarity_threshold', $1, true)`, [LOOKS_LIKE]);
}
