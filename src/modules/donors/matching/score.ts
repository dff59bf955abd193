import { type MatchEvidence } from './description';
import { compareAddresses, compareCompanies, comparePlaces } from './compare-rest';
import { compareGiven, compareSurnames } from './compare-persons';
import { type PersonName } from './person-name';
import { type Fingerprint } from './fingerprint';
import { AUTOMATIC, DOUBT, WEIGHTS } from './weights';

export interface Scored {
  readonly score: number;
  readonly evidence: readonly MatchEvidence[];
  /** What the evidence allows: `certain` never rests on a name alone, nor on a contradiction. */
  readonly certainty: 'certain' | 'doubt' | 'none';
}

/** Two with one of these are two, whatever else agrees. */
const APART = new Set([
  'given_other',
  'initials_other',
  'born_other',
  'generation_other',
  'register_other',
  'company_role',
  'company_form',
  'sort_other',
]);
/** With one of these a person looks, however much agrees. */
const LOOK = new Set([
  'surname_other',
  'company_other',
  'company_part',
  'address_door',
  'letters_borrowed',
  'register_typo',
]);
/** Something besides the name must say that it is the same one. */
const ANCHORS = new Set([
  'iban_same',
  'register_same',
  'born_same',
  'address_same',
  'address_near',
]);
const NAMED = new Set([
  'given_same',
  'given_called',
  'given_typo',
  'initials_same',
  'initial_same',
  'initials_fit',
  'company_same',
  'company_typo',
]);

type Put = (code: string, ours: string | null, theirs: string | null) => void;

function compareNumbers(one: Fingerprint, other: Fingerprint, put: Put): void {
  if (one.iban !== '' && other.iban !== '')
    put(one.iban === other.iban ? 'iban_same' : 'iban_other', one.written.iban, other.written.iban);
  if (one.born !== '' && other.born !== '')
    put(one.born === other.born ? 'born_same' : 'born_other', one.born, other.born);
  if (one.register === '' || other.register === '') return;
  const code = one.register === other.register ? 'register_same' : registerTypo(one, other);
  put(code, one.register, other.register);
}

/** One digit wrong, or two swapped, in a number without a check digit. */
function registerTypo(one: Fingerprint, other: Fingerprint): string {
  const wrong = Array.from(one.register).filter((digit, at) => digit !== other.register[at]).length;
  return wrong <= 1 ? 'register_typo' : 'register_other';
}

function compareNames(one: Fingerprint, other: Fingerprint, put: Put): void {
  const names = [one.written.name, other.written.name] as const;
  const bothUnknown = one.sort === 'unknown' && other.sort === 'unknown';
  if (one.organisation !== null && other.organisation !== null && !bothUnknown)
    put(compareCompanies(one.organisation, other.organisation), ...names);
  if (one.person !== null && other.person !== null)
    comparePersons(one.person, other.person, (code) => put(code, ...names));
}

function comparePersons(one: PersonName, other: PersonName, put: (code: string) => void): void {
  const surname = compareSurnames(one, other);
  if (surname !== null) put(surname);
  put(compareGiven(one, other));
  const { generation } = one;
  const theirs = other.generation;
  if (generation !== theirs)
    put(generation === null || theirs === null ? 'generation_once' : 'generation_other');
}

function comparePlacesOf(one: Fingerprint, other: Fingerprint, put: Put): void {
  const address = compareAddresses(one.address, other.address);
  if (address !== null) put(address, one.written.address, other.written.address);
  if (address === 'address_same' || address === 'address_near') return;
  const place = comparePlaces(one.address, other.address);
  if (place !== null) put(place, one.written.residence, other.written.residence);
}

function areApart(one: Fingerprint['sort'], other: Fingerprint['sort']): boolean {
  if (one === 'nobody' || other === 'nobody') return true;
  return one !== other && one !== 'unknown' && other !== 'unknown';
}

/**
 * All that speaks for and against two being one, added up in bits.
 * @param whole false stops at names that can never be one, which most pairs are.
 */
export function scoreOf(one: Fingerprint, other: Fingerprint, whole = true): Scored {
  const evidence: MatchEvidence[] = [];
  const put: Put = (code, ours, theirs) =>
    evidence.push({ code, weight: WEIGHTS[code] ?? 0, ours, theirs });
  if (areApart(one.sort, other.sort)) put('sort_other', one.written.kind, other.written.kind);
  compareNames(one, other, put);
  if (!whole && evidence.some(({ code }) => APART.has(code)))
    return { score: 0, evidence, certainty: 'none' };
  compareNumbers(one, other, put);
  comparePlacesOf(one, other, put);
  const borrowed = one.borrowed !== other.borrowed;
  if (borrowed) put('letters_borrowed', one.written.name, other.written.name);
  const score = evidence.reduce((sum, { weight }) => sum + weight, 0);
  return { score: Math.round(score * 10) / 10, evidence, certainty: grade(score, evidence) };
}

function grade(score: number, evidence: readonly MatchEvidence[]): Scored['certainty'] {
  const has = (codes: ReadonlySet<string>): boolean => evidence.some(({ code }) => codes.has(code));
  if (has(APART) || score < DOUBT) return 'none';
  const sure = has(ANCHORS) && has(NAMED) && !has(LOOK);
  return sure && score >= AUTOMATIC ? 'certain' : 'doubt';
}
