import { type Dice } from './random';
import {
  AIMS,
  COMMON_SURNAMES,
  ENDINGS,
  FANCY,
  MEN,
  PLACES,
  PREFIXES,
  STEMS,
  STREET_ENDINGS,
  STREET_STEMS,
  TRADES,
  WOMEN,
} from './lists';

export interface Home {
  readonly street: string;
  readonly number: number;
  readonly addition: string;
  readonly postcode: string;
  readonly place: string;
}

/** Who really gives, whatever is written of it. */
export interface Entity {
  readonly id: number;
  readonly kind: 'natural_person' | 'undertaking' | 'foundation' | 'association';
  /** First names as in a passport, then what one is called. */
  readonly given: readonly string[];
  readonly called: string;
  /** 'van den Berg'. */
  readonly surname: string;
  readonly partner: string | null;
  /** Organisations: the name without the form, and the form. */
  readonly name: string;
  readonly form: string;
  readonly register: string | null;
  readonly born: string | null;
  readonly iban: string;
  readonly home: Home;
  /** Where one lived before or went to. */
  readonly otherHome: Home;
  readonly secondIban: string;
}

const spaced = (text: string): string => text.replace(/_/gu, ' ').trim();

export function aHome(dice: Dice): Home {
  const digits = 1000 + dice.below(8999);
  const letters = `${dice.letter()}${dice.letter()}`.toUpperCase();
  return {
    street: `${dice.pick(STREET_STEMS)}${dice.pick(STREET_ENDINGS)}`,
    number: 1 + Math.floor(220 * dice.next() ** 1.7),
    addition: dice.chance(0.18) ? dice.pick(['a', 'b', 'c', 'hs', '1', '2', 'II']) : '',
    postcode: `${String(digits)} ${letters}`,
    place: dice.pickCommon(PLACES),
  };
}

/** A valid IBAN of no bank that exists. */
export function anIban(dice: Dice): string {
  const bank = dice.pick(['TEST', 'PROE', 'VERZ']);
  const account = String(1_000_000_000 + dice.below(8_999_999_999)).slice(0, 10);
  const digits = Array.from(`${bank}${account}NL00`, (sign) => String(parseInt(sign, 36))).join('');
  const check = 98n - (BigInt(digits) % 97n);
  return `NL${String(check).padStart(2, '0')}${bank}${account}`;
}

export function aSurname(dice: Dice): string {
  if (dice.chance(0.35)) return spaced(dice.pickCommon(COMMON_SURNAMES));
  const prefix = spaced(dice.pick(PREFIXES));
  const stem = `${dice.pick(STEMS)}${spaced(dice.pick(ENDINGS))}`;
  return prefix === '' ? stem : `${prefix} ${stem}`;
}

export function aBirth(dice: Dice, from: number, until: number): string {
  const year = from + dice.below(until - from);
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${String(year)}-${two(1 + dice.below(12))}-${two(1 + dice.below(28))}`;
}

type PersonParts = Partial<
  Pick<Entity, 'surname' | 'home' | 'iban' | 'partner' | 'born' | 'given' | 'called'>
>;

export function aPerson(dice: Dice, id: number, parts: PersonParts = {}): Entity {
  const pool = dice.chance(0.55) ? MEN : WOMEN;
  const [passport = '', called = ''] = dice.pickCommon(pool).split(':');
  const more = [0.5, 0.25].filter((part) => dice.chance(part));
  const given = [passport, ...more.map(() => dice.pickCommon(pool).split(':')[0] ?? '')];
  return {
    id,
    kind: 'natural_person',
    given,
    called,
    surname: aSurname(dice),
    partner: dice.chance(0.22) ? aSurname(dice) : null,
    name: '',
    form: '',
    register: null,
    born: aBirth(dice, 1935, 2006),
    iban: anIban(dice),
    home: aHome(dice),
    otherHome: aHome(dice),
    secondIban: anIban(dice),
    ...parts,
  };
}

/** Two or more people at one door: a couple, sometimes with one account, and grown children. */
export function aHousehold(dice: Dice, firstId: number): Entity[] {
  const home = aHome(dice);
  const joint = dice.chance(0.5) ? anIban(dice) : null;
  const one = aPerson(dice, firstId, { home, born: aBirth(dice, 1945, 1975) });
  const account = joint === null ? {} : { iban: joint };
  const other = aPerson(dice, firstId + 1, {
    home,
    partner: dice.chance(0.6) ? one.surname : null,
    ...account,
  });
  const children = [0.45, 0.2].filter((part) => dice.chance(part));
  return [
    { ...one, ...account },
    other,
    ...children.map((_, at) =>
      aPerson(dice, firstId + 2 + at, {
        home,
        surname: one.surname,
        partner: null,
        born: aBirth(dice, 1985, 2007),
      }),
    ),
  ];
}

/** One owner, a working company, often a holding, sometimes more, all at one address. */
export function aCompanyGroup(dice: Dice, firstId: number): Entity[] {
  const owner = aPerson(dice, firstId);
  const home = dice.chance(0.4) ? owner.home : aHome(dice);
  const name = dice.chance(0.5)
    ? `${dice.pick(TRADES)} ${owner.surname}`
    : `${dice.pick(FANCY)}${dice.pick(['', '', 'tec', 'net', 'plan'])} ${dice.pick(TRADES)}`;
  const all = [name];
  if (dice.chance(0.5)) all.push(`${name} Holding`);
  if (dice.chance(0.2)) all.push(`${name} Beheer`);
  const companies = all.map((full, at) =>
    anOrganisation(dice, firstId + 1 + at, { name: full, form: 'B.V.', home }),
  );
  return [owner, ...companies];
}

export function anOrganisation(
  dice: Dice,
  id: number,
  parts: Partial<Entity> & Pick<Entity, 'name' | 'form'>,
): Entity {
  return {
    ...aPerson(dice, id),
    kind: 'undertaking',
    given: [],
    called: '',
    surname: '',
    partner: null,
    born: null,
    register: String(10_000_000 + dice.below(89_999_999)),
    ...parts,
  };
}

export function aFoundation(dice: Dice, id: number): Entity {
  const aim = `${dice.pick(AIMS)} ${dice.pick([...PLACES, ...FANCY])}`;
  const foundation = dice.chance(0.7);
  return anOrganisation(dice, id, {
    name: aim,
    form: foundation ? 'Stichting' : 'Vereniging',
    kind: foundation ? 'foundation' : 'association',
  });
}
