import { isFirstName } from './nicknames';
import { fold, soundOf } from './text';

export interface Surname {
  /** Without what comes before it, as it is written. */
  readonly core: string;
  readonly sound: string;
  /** With what comes before it, in one word: Vandenberg is Van den Berg. */
  readonly joined: string;
}

/** A name in its parts, folded. */
export interface PersonName {
  /** One's own and a partner's, in the order written; empty when no surname could be read. */
  readonly surnames: readonly Surname[];
  /** First names written out, in order. */
  readonly given: readonly string[];
  /** First letters of all first names, in order: 'jp'. */
  readonly initials: string;
  readonly generation: 'jr' | 'sr' | null;
}

const BEFORE_SURNAME = new Set(
  "van de der den het 't ter ten te op in aan bij onder uit voor tot over la le du von vom zu d' l' el al ben vd v/d v".split(
    ' ',
  ),
);
const TITLES = new Set(
  'dhr heer mevr mevrouw mw mej dr drs mr ir ing prof ds msc bsc llm phd mba fam familie erven weduwe wed hr'.split(
    ' ',
  ),
);
const GENERATIONS: ReadonlyMap<string, 'jr' | 'sr'> = new Map([
  ['jr', 'jr'],
  ['junior', 'jr'],
  ['sr', 'sr'],
  ['senior', 'sr'],
]);

interface Token {
  readonly raw: string;
  readonly plain: string;
}

function tokensOf(text: string): Token[] {
  return text
    .replace(/([A-Z])\.(?=[A-Za-z]{2})/gu, '$1. ')
    .replace(/\bv\.?\s?\/?d\.(?=\s?\p{L})/giu, 'van de ')
    .split(/\s+/u)
    .filter((raw) => /[\p{L}]/u.test(raw))
    .map((raw) => ({ raw, plain: fold(raw).replace(/[.,]+$/u, '') }));
}

function isBefore({ plain }: Token): boolean {
  return BEFORE_SURNAME.has(plain);
}

function leadsOn({ plain }: Token): boolean {
  const parts = plain.split('-');
  return parts.length > 1 && BEFORE_SURNAME.has(parts.at(-1) ?? '');
}

/** 'J.', 'J.P.', 'JP' and, where not everything is in capitals, 'JPM'. */
function isInitials({ raw, plain }: Token, shouted: boolean): boolean {
  if (/^(\p{L}\p{L}?\.)+-?(\p{L}\.)*\p{L}?$/u.test(raw)) return true;
  if (!/^\p{Lu}+$/u.test(raw)) return false;
  if (raw.length <= 2) return !isFirstName(plain);
  return raw.length <= 4 && (shouted ? !/[aeiouy]/u.test(plain) : true);
}

function lettersOf({ plain }: Token): string {
  return plain.replace(/[^a-z]/gu, '');
}

function surnameOf(text: string): Surname {
  const written = text.split(' ').filter((word) => word !== '');
  // 'Berg van den': what comes before is written behind.
  const behind = written.length - 1 - written.findLastIndex((word) => !BEFORE_SURNAME.has(word));
  const turned = behind > 0 && behind < written.length;
  const words = turned ? [...written.slice(-behind), ...written.slice(0, -behind)] : written;
  let start = 0;
  while (start < words.length - 1 && BEFORE_SURNAME.has(words[start] ?? '')) start += 1;
  const core = words
    .slice(start)
    .join(' ')
    .replace(/^['’](t|s)\s?/u, '');
  const plain = core.replace(/[^a-z0-9]/gu, '');
  return { core: plain, sound: soundOf(plain), joined: soundOf(words.join('')) };
}

function surnamesOf(tokens: readonly Token[]): readonly Surname[] {
  const text = tokens.map(({ plain }) => plain.replace(/\./gu, '')).join(' ');
  return text
    .split(/\s*-\s*/u)
    .filter((part) => /[a-z]{2}/u.test(part))
    .map(surnameOf)
    .filter(({ core }) => core !== '');
}

interface Split {
  readonly given: readonly Token[];
  readonly surname: readonly Token[];
}

function beforeComma(first: readonly Token[], rest: readonly Token[]): Split {
  const at = rest.findIndex((token, index) => isBefore(token) && index > 0);
  if (at < 0) return { given: rest, surname: first };
  return { given: rest.slice(0, at), surname: [...rest.slice(at), ...first] };
}

function inOrder(tokens: readonly Token[], shouted: boolean): Split {
  const last = tokens.at(-1);
  const [first] = tokens;
  if (first === undefined || last === undefined) return { given: [], surname: [] };
  if (isBefore(first) || (!isInitials(first, shouted) && isInitials(last, shouted))) {
    const end = tokens.findIndex((token, index) => index > 0 && isInitials(token, shouted));
    const tail = end < 0 ? tokens.length : end;
    return { given: tokens.slice(tail), surname: tokens.slice(0, tail) };
  }
  // 'Jansen-de Vries' is one name: it starts at the word before the hyphen.
  const at = tokens.findIndex((token, index) => index > 0 && (isBefore(token) || leadsOn(token)));
  if (at > 0) return { given: tokens.slice(0, at), surname: tokens.slice(at) };
  const initialsEnd = tokens.findIndex((token) => !isInitials(token, shouted));
  const start = initialsEnd > 0 ? initialsEnd : tokens.length - 1;
  return { given: tokens.slice(0, start), surname: tokens.slice(start) };
}

/** Reads a name as people and banks write it: 'J. van den Berg', 'Berg, J. van den', 'BERG VAN DEN J'. */
export function readPersonName(text: string): PersonName {
  const joined = text.replace(/\s+[-–]\s+|-\s+|\s+-/gu, '-').replace(/^de\s+heer\b/iu, '');
  const [before = '', ...after] = joined.split(',');
  const shouted = joined === joined.toUpperCase();
  let generation: PersonName['generation'] = null;
  const keep = (tokens: readonly Token[]): Token[] =>
    tokens.filter(({ raw, plain }) => {
      const bare = plain.replace(/\./gu, '');
      const found = GENERATIONS.get(bare);
      if (found !== undefined) generation = found;
      const dotted = /\..*\p{L}/u.test(raw);
      return found === undefined && !(TITLES.has(bare) && !dotted);
    });
  const first = keep(tokensOf(before));
  const rest = keep(tokensOf(after.join(' ')));
  const split = rest.length > 0 ? beforeComma(first, rest) : inOrder(first, shouted);
  const written = split.given.filter((token) => !isInitials(token, shouted) && !isBefore(token));
  const initials = split.given
    .filter((token) => !isBefore(token))
    .map((token) =>
      isInitials(token, shouted)
        ? lettersOf(token)
        : token.plain
            .split('-')
            .map((part) => part.slice(0, 1))
            .join(''),
    )
    .join('');
  return {
    surnames: surnamesOf(split.surname),
    given: written.map(({ plain }) => plain.replace(/[^a-z-]/gu, '')),
    initials,
    generation,
  };
}
