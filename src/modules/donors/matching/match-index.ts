import { type Fingerprint } from './fingerprint';
import { initialsOf } from './nicknames';
import { type Scored, scoreOf } from './score';

export interface Found extends Scored {
  /** Place in the list that was indexed. */
  readonly at: number;
}

/** A key that more share than this tells nobody apart, and comparing all of them would take long. */
const MOST_SHARED = 250;

function* personKeys({ person, address, born }: Fingerprint): Iterable<string> {
  if (person === null) return;
  const { initials, given } = person;
  const called = given[0];
  const firsts = called === undefined ? [initials.slice(0, 1)] : initialsOf(called);
  for (const { sound, joined } of person.surnames) {
    for (const first of firsts) {
      yield `n:${sound}:${first}`;
      if (address.place === '') continue;
      yield `l:${sound}:${first}:${address.place}`;
      yield `t:${sound.slice(0, 4)}:${first}:${address.place}`;
    }
    if (initials.length > 1) yield `g:${sound}:${initials}`;
    if (called !== undefined) yield `g:${sound}:${called}`;
    if (joined !== sound) yield `v:${joined}`;
    if (born !== '') yield `b:${sound}:${born}`;
  }
}

function* companyKeys({ organisation, address }: Fingerprint): Iterable<string> {
  if (organisation === null || organisation.core === '') return;
  yield `o:${organisation.core}`;
  yield `j:${organisation.words.join('').slice(0, 7)}:${address.place}`;
  for (const word of organisation.words) if (word.length > 4) yield `w:${word}:${address.place}`;
}

/** What two that are one are likely to share, each a reason to compare them. */
export function keysOf(print: Fingerprint): ReadonlySet<string> {
  const { address, iban, register } = print;
  const keys = new Set<string>([...personKeys(print), ...companyKeys(print)]);
  if (iban !== '') keys.add(`i:${iban}`);
  if (register !== '') keys.add(`r:${register}`);
  if (address.number !== '') {
    if (address.postcode !== '') keys.add(`p:${address.postcode}${address.number}`);
    if (address.street !== '')
      keys.add(`s:${address.street.slice(0, 6)}${address.number}:${address.place}`);
  }
  return keys;
}

/** Known donors by what they share with a description, so that few need comparing. */
export class MatchIndex {
  private readonly known: readonly Fingerprint[];
  private readonly byKey = new Map<string, number[]>();

  constructor(known: readonly Fingerprint[]) {
    this.known = known;
    known.forEach((print, at) => {
      for (const key of keysOf(print)) {
        const shared = this.byKey.get(key);
        if (shared === undefined) this.byKey.set(key, [at]);
        else if (shared.length <= MOST_SHARED) shared.push(at);
      }
    });
  }

  /** Places of those that share something telling. */
  candidates(asked: Fingerprint): ReadonlySet<number> {
    const seen = new Set<number>();
    for (const key of keysOf(asked)) {
      const shared = this.byKey.get(key) ?? [];
      if (shared.length <= MOST_SHARED) for (const at of shared) seen.add(at);
    }
    return seen;
  }

  /** Everyone who may be meant, likeliest first. `after`: only those later in the list. */
  find(asked: Fingerprint, after = -1): readonly Found[] {
    const found: Found[] = [];
    for (const at of this.candidates(asked)) {
      const print = at > after ? this.known[at] : undefined;
      if (print === undefined) continue;
      const scored = scoreOf(asked, print, false);
      if (scored.certainty !== 'none') found.push({ ...scored, at });
    }
    return found.sort((one, other) => other.score - one.score || one.at - other.at);
  }
}
