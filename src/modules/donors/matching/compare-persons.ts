import { distance } from 'fastest-levenshtein';
import { mayHaveInitial, sameCalled } from './nicknames';
import { type PersonName, type Surname } from './person-name';

export type SurnameCode =
  'surname_same' | 'surname_spelling' | 'surname_typo' | 'surname_partner' | 'surname_other';

export type GivenCode =
  | 'given_same'
  | 'given_called'
  | 'given_typo'
  | 'initials_same'
  | 'initial_same'
  | 'initials_fit'
  | 'given_other'
  | 'initials_other'
  | 'given_unknown';

/** One letter wrong in a name long enough, two in a long one. */
export function nearly(one: string, other: string): boolean {
  const shortest = Math.min(one.length, other.length);
  if (shortest < 4 || Math.abs(one.length - other.length) > 2) return false;
  const wrong = distance(one, other);
  if (wrong <= 1) return true;
  if (wrong > 2) return false;
  return shortest >= 8 || swapped(one, other);
}

function swapped(one: string, other: string): boolean {
  if (one.length !== other.length) return false;
  let at = 0;
  while (one[at] === other[at]) at += 1;
  return (
    one[at] === other[at + 1] &&
    one[at + 1] === other[at] &&
    one.slice(at + 2) === other.slice(at + 2)
  );
}

const GRADES = ['surname_other', 'surname_typo', 'surname_spelling', 'surname_same'] as const;

function grade(one: Surname, other: Surname): (typeof GRADES)[number] {
  if (one.core === other.core) return 'surname_same';
  if (one.sound === other.sound || one.joined === other.joined) return 'surname_spelling';
  return nearly(one.sound, other.sound) ? 'surname_typo' : 'surname_other';
}

/** The likest pair of surnames decides; a double name against one of its halves is a partner's name. */
export function compareSurnames(one: PersonName, other: PersonName): SurnameCode | null {
  if (one.surnames.length === 0 || other.surnames.length === 0) return null;
  let best = 0;
  for (const mine of one.surnames)
    for (const theirs of other.surnames) best = Math.max(best, GRADES.indexOf(grade(mine, theirs)));
  const found = GRADES[best] ?? 'surname_other';
  const oneHasMore = one.surnames.length !== other.surnames.length;
  return found !== 'surname_other' && oneHasMore ? 'surname_partner' : found;
}

function compareInitials(one: string, other: string): GivenCode {
  if (one === '' || other === '') return 'given_unknown';
  if (one === other) return one.length > 1 ? 'initials_same' : 'initial_same';
  return one.startsWith(other) || other.startsWith(one) ? 'initials_fit' : 'initials_other';
}

function compareCalled(mine: string, theirs: string): GivenCode {
  if (mine === theirs) return 'given_same';
  if (sameCalled(mine, theirs)) return 'given_called';
  return nearly(mine, theirs) ? 'given_typo' : 'given_other';
}

/** 'Hans' against 'J.': fits when Hans can be called J. in his passport. */
function compareWithLetters(called: string, spelled: PersonName, letters: string): GivenCode {
  const code = compareInitials(spelled.initials, letters);
  if (code === 'initial_same') return 'initials_fit';
  if (code !== 'initials_other' || spelled.given.length > 1) return code;
  return mayHaveInitial(called, letters.slice(0, 1)) ? 'initials_fit' : code;
}

/** Written-out names against written-out names, letters against letters, and one against the other. */
export function compareGiven(one: PersonName, other: PersonName): GivenCode {
  const [mine] = one.given;
  const [theirs] = other.given;
  if (mine !== undefined && theirs !== undefined) return compareCalled(mine, theirs);
  if (mine !== undefined) return compareWithLetters(mine, one, other.initials);
  if (theirs !== undefined) return compareWithLetters(theirs, other, one.initials);
  return compareInitials(one.initials, other.initials);
}
