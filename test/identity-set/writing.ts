import { type DonorDescription } from '../../src/modules/donors/public';
import { type Entity, type Home } from './entities';
import { type Dice } from './random';

/** How carefully something was written down: a party's own record, or a file or statement. */
export interface Care {
  readonly typo: number;
  readonly missing: number;
  readonly moved: number;
  readonly initials: number;
  readonly otherAccount: number;
  /** How often the account is known. */
  readonly account: number;
  /** How often only a bank says who it is. */
  readonly bank: number;
  readonly born: number;
}

export const RECORD: Care = {
  typo: 0.01,
  missing: 0.05,
  moved: 0,
  initials: 0.5,
  otherAccount: 0,
  account: 0.65,
  bank: 0,
  born: 0.4,
};
export const FILE: Care = {
  typo: 0.05,
  missing: 0.15,
  moved: 0.05,
  initials: 0.6,
  otherAccount: 0.08,
  account: 0.45,
  bank: 0.35,
  born: 0,
};

const SPELLINGS: readonly (readonly [RegExp, string])[] = [
  [/ij/u, 'y'],
  [/y/u, 'ij'],
  [/ck/u, 'k'],
  [/ss/u, 's'],
  [/sen$/u, 'ssen'],
  [/ph/u, 'f'],
  [/dt$/u, 't'],
  [/ui/u, 'uy'],
  [/ee/u, 'e'],
  [/é|ë/u, 'e'],
];

function mistyped(dice: Dice, text: string): string {
  if (text.length < 4) return text;
  const at = 1 + dice.below(text.length - 2);
  const before = text.slice(0, at);
  const swap = `${before}${text[at + 1] ?? ''}${text[at] ?? ''}${text.slice(at + 2)}`;
  return dice.pick([
    `${before}${text.slice(at + 1)}`,
    `${before}${dice.letter()}${text.slice(at + 1)}`,
    `${before}${dice.letter()}${text.slice(at)}`,
    swap,
  ]);
}

function respelled(dice: Dice, text: string): string {
  const fits = SPELLINGS.filter(([found]) => found.test(text));
  if (fits.length === 0) return text;
  const [found, plain] = dice.pick(fits);
  return text.replace(found, plain);
}

function roughly(dice: Dice, care: Care, text: string): string {
  if (dice.chance(care.typo)) return mistyped(dice, text);
  return dice.chance(care.typo * 1.5) ? respelled(dice, text) : text;
}

function splitSurname(surname: string): readonly [string, string] {
  const words = surname.split(' ');
  return [words.slice(0, -1).join(' '), words.at(-1) ?? ''];
}

function surnameOf(dice: Dice, care: Care, { surname, partner }: Entity): string {
  const [before, core] = splitSurname(surname);
  const own = `${before} ${roughly(dice, care, core)}`.trim();
  if (partner === null) return own;
  return dice.pick([
    own,
    own,
    `${own}-${partner}`,
    `${partner}-${own}`,
    `${partner} - ${own}`,
    partner,
  ]);
}

function givenOf(dice: Dice, care: Care, entity: Entity): string {
  const letters = entity.given.map((name) => name.slice(0, 1));
  if (dice.chance(care.initials)) {
    const some = dice.chance(0.3) ? letters.slice(0, 1) : letters;
    return dice.chance(0.8) ? `${some.join('.')}.` : some.join('');
  }
  const name = dice.chance(0.6) ? entity.called : (entity.given[0] ?? '');
  return roughly(dice, care, name);
}

const TITLES = ['dr.', 'mr.', 'drs.', 'ir.', 'dhr.', 'mevr.', 'De heer'];

/** 'J. van den Berg', 'Berg, J. van den', 'BERG J VAN DEN' and what else is found in files. */
function personName(dice: Dice, care: Care, entity: Entity): string {
  const surname = surnameOf(dice, care, entity);
  const given = givenOf(dice, care, entity);
  const title = dice.chance(0.08) ? `${dice.pick(TITLES)} ` : '';
  const order = dice.next();
  if (order < 0.72) return `${title}${given} ${surname}`;
  const [before, core] = splitSurname(surname);
  if (order < 0.84 && !surname.includes('-')) return `${core}, ${given} ${before}`.trim();
  if (order < 0.94)
    return `${given} ${surname}`.toUpperCase().replace(/\./gu, dice.pick(['', '.', ' ']));
  return `${surname}, ${given}`;
}

function companyName(dice: Dice, care: Care, { name, form }: Entity): string {
  const words = roughly(dice, care, name);
  const short = form.replace(/\./gu, '');
  if (form === 'B.V.')
    return dice.pick([
      `${words} B.V.`,
      `${words} BV`,
      `${words} b.v.`,
      words.toUpperCase(),
      `${words} ${short}`,
    ]);
  return dice.pick([
    `${form} ${words}`,
    `${form} ${words}`,
    words,
    `Stg. ${words}`.replace('Stg.', form === 'Stichting' ? 'Stg.' : 'Ver.'),
  ]);
}

function addressOf(dice: Dice, care: Care, home: Home): string {
  const short = home.street.replace(/straat$/u, 'str.').replace(/laan$/u, 'ln');
  const street = dice.chance(0.1) ? short : roughly(dice, care, home.street);
  const joint = dice.pick(['', '-', ' ']);
  const addition =
    home.addition === ''
      ? ''
      : `${joint}${dice.chance(0.5) ? home.addition.toUpperCase() : home.addition}`;
  const dropped = dice.chance(care.missing * 0.3) ? '' : addition;
  const written = `${street} ${String(home.number)}${dropped}`;
  if (dice.chance(care.missing + 0.25)) return written;
  const postcode = dice.chance(0.5) ? home.postcode : home.postcode.replace(' ', '');
  return `${written}, ${postcode}`;
}

function placeOf(dice: Dice, place: string): string {
  const other =
    place === "'s-Gravenhage" ? 'Den Haag' : place === "'s-Hertogenbosch" ? 'Den Bosch' : place;
  return dice.chance(0.5) ? other : place;
}

function whereOf(
  dice: Dice,
  care: Care,
  entity: Entity,
  written: boolean,
): Pick<DonorDescription, 'address' | 'residence'> {
  const home = dice.chance(care.moved) ? entity.otherHome : entity.home;
  const place = placeOf(dice, home.place);
  if (written) return { address: addressOf(dice, care, home), residence: place };
  return { address: null, residence: dice.chance(0.3) ? place : null };
}

function accountOf(dice: Dice, care: Care, entity: Entity, bank: boolean): string | null {
  const account = dice.chance(care.otherAccount) ? entity.secondIban : entity.iban;
  return bank || dice.chance(care.account) ? account : null;
}

/** What someone writes down of a giver; a bank writes a name and an account. */
export function describe(dice: Dice, care: Care, entity: Entity): DonorDescription {
  const person = entity.kind === 'natural_person';
  const bank = dice.chance(care.bank);
  const hidden = bank || dice.chance(care.missing);
  return {
    kind: bank ? null : entity.kind,
    name: person ? personName(dice, care, entity) : companyName(dice, care, entity),
    ...whereOf(dice, care, entity, !hidden),
    country: 'NL',
    tradeRegisterNumber: hidden ? null : entity.register,
    iban: accountOf(dice, care, entity, bank),
    dateOfBirth: dice.chance(care.born) ? entity.born : null,
  };
}
