import { type Donor, type EligibilityDeclaration } from '../facts/donor';
import { yearOf, type PlainDate } from '../kernel/plain-date';

/**
 * Wfpp art. 1 onder m: whether this is a Dutch donor on a day. A fact that is enough for "foreign"
 * decides even when others are unknown; otherwise anything unknown makes the answer unknown (D19).
 */
export type Eligibility =
  | { readonly kind: 'dutch' }
  | { readonly kind: 'foreign'; readonly outcome: string }
  | { readonly kind: 'unknown'; readonly outcome: string; readonly missing: readonly string[] };

/** One question of the test. 'no' and 'unknown' name their outcome. */
interface Answer {
  readonly answer: 'yes' | 'no' | 'unknown';
  readonly about: string;
  readonly refusal: string;
}

const DUTCH: Eligibility = { kind: 'dutch' };
const CARIBBEAN: readonly string[] = ['AW', 'CW', 'SX'];

/** @param votingAge the age in whole years from which a Dutch national may vote */
export function eligibilityOf(donor: Donor, receivedOn: PlainDate, votingAge: number): Eligibility {
  switch (donor.kind) {
    case 'anonymous':
    case 'group_member':
      return DUTCH;
    case 'natural_person':
      return declared(donor.declaration, (declaration) =>
        ageOfGiver(declaration, receivedOn, votingAge),
      );
    case 'estate':
      return declared(donor.declaration, (declaration) =>
        ageAtDeath(declaration, receivedOn, votingAge),
      );
    case 'legal_person':
    case 'undertaking':
    case 'foundation':
    case 'association':
      return decide([
        {
          answer: yesOrNo(donor.inTradeRegister),
          about: 'trade_register',
          refusal: 'not_in_trade_register',
        },
      ]);
  }
}

function yesOrNo(fact: boolean | null): Answer['answer'] {
  if (fact === null) return 'unknown';
  return fact ? 'yes' : 'no';
}

function decide(answers: readonly Answer[]): Eligibility {
  const no = answers.find(({ answer }) => answer === 'no');
  if (no !== undefined) return { kind: 'foreign', outcome: no.refusal };
  const missing = answers.filter(({ answer }) => answer === 'unknown').map(({ about }) => about);
  const [first] = missing;
  return first === undefined ? DUTCH : { kind: 'unknown', outcome: `${first}_unknown`, missing };
}

function declared(
  declaration: EligibilityDeclaration | null,
  age: (declaration: EligibilityDeclaration) => Answer['answer'],
): Eligibility {
  if (declaration === null) {
    return { kind: 'unknown', outcome: 'declaration_missing', missing: ['declaration'] };
  }
  const { dutchNational, disenfranchised } = declaration;
  const mayVote = disenfranchised === null ? null : !disenfranchised;
  return decide([
    { answer: yesOrNo(dutchNational), about: 'nationality', refusal: 'not_dutch' },
    { answer: age(declaration), about: 'age', refusal: 'minor' },
    { answer: yesOrNo(mayVote), about: 'disenfranchised', refusal: 'disenfranchised' },
    residence(declaration),
  ]);
}

/** Kieswet art. B 1 lid 2: only who lives in Aruba, Curacao or Sint Maarten needs a ground. */
function residence({ residence: country, caribbeanGround }: EligibilityDeclaration): Answer {
  const refusal = 'no_caribbean_ground';
  if (country === null) return { answer: 'unknown', about: 'residence', refusal };
  if (!CARIBBEAN.includes(country)) return { answer: 'yes', about: 'residence', refusal };
  const ground = caribbeanGround === null ? null : caribbeanGround !== 'none';
  return { answer: yesOrNo(ground), about: 'caribbean_ground', refusal };
}

/** Someone born on 29 February comes of age on 1 March in a year without that day. */
function isOfAge(dateOfBirth: PlainDate, day: PlainDate, votingAge: number): boolean {
  const birthdayIsPast = day.slice(5) >= dateOfBirth.slice(5);
  return yearOf(day) - yearOf(dateOfBirth) - (birthdayIsPast ? 0 : 1) >= votingAge;
}

/**
 * Tested on the day of receipt. Without a date of birth, "adult" holds from the day it speaks of,
 * the day it was declared unless it names another, and "minor" up to that day; in the other
 * direction nobody can tell.
 */
function ageOfGiver(
  { adult, adultOn, dateOfBirth, declaredOn }: EligibilityDeclaration,
  receivedOn: PlainDate,
  votingAge: number,
): Answer['answer'] {
  if (dateOfBirth !== null) return isOfAge(dateOfBirth, receivedOn, votingAge) ? 'yes' : 'no';
  const day = adultOn ?? declaredOn;
  if (adult === true && receivedOn >= day) return 'yes';
  if (adult === false && receivedOn <= day) return 'no';
  return 'unknown';
}

/**
 * An estate is judged on the deceased at death, a day that is not recorded. `adult` tells it; a
 * date of birth alone can only show that the deceased never came of age.
 */
function ageAtDeath(
  { adult, dateOfBirth }: EligibilityDeclaration,
  receivedOn: PlainDate,
  votingAge: number,
): Answer['answer'] {
  if (adult !== null) return yesOrNo(adult);
  if (dateOfBirth !== null && !isOfAge(dateOfBirth, receivedOn, votingAge)) return 'no';
  return 'unknown';
}
