import { type DonorDescription } from '../../src/modules/donors/public';
import {
  aBirth,
  aCompanyGroup,
  aFoundation,
  aHousehold,
  anIban,
  aPerson,
  type Entity,
} from './entities';
import { Dice } from './random';
import { describe, FILE, RECORD } from './writing';

/** What a party has on record, what comes in, and who each really is. */
export interface LabelledSet {
  readonly known: readonly DonorDescription[];
  readonly asked: readonly DonorDescription[];
  /** For each asked: its place among the known, or -1 for somebody new. */
  readonly truth: readonly number[];
}

function population(dice: Dice, size: number): Entity[] {
  const all: Entity[] = [];
  while (all.length < size) {
    const draw = dice.next();
    if (draw < 0.45) all.push(aPerson(dice, all.length));
    else if (draw < 0.75) all.push(...aHousehold(dice, all.length));
    else if (draw < 0.92) all.push(...aCompanyGroup(dice, all.length));
    else all.push(aFoundation(dice, all.length));
  }
  return all.slice(0, size);
}

/** Seven in ten of all who live here are on record; half of what comes in is of them, the rest new. */
export function makeSet(seed: number, known: number): LabelledSet {
  const dice = new Dice(seed);
  const everybody = population(dice, Math.ceil(known / 0.7));
  return label(dice, everybody, known);
}

function label(dice: Dice, everybody: readonly Entity[], known: number): LabelledSet {
  const shuffled = everybody
    .map((entity) => ({ entity, place: dice.next() }))
    .sort((one, other) => one.place - other.place)
    .map(({ entity }) => entity);
  const onRecord = shuffled.slice(0, known);
  const place = new Map(onRecord.map(({ id }, at) => [id, at]));
  const asked = Array.from({ length: known }, () => dice.pick(everybody));
  return {
    known: onRecord.map((entity) => describe(dice, RECORD, entity)),
    asked: asked.map((entity) => describe(dice, FILE, entity)),
    truth: asked.map(({ id }) => place.get(id) ?? -1),
  };
}

/** Grandfather, father and son with one name; brothers with one initial; a couple with one account. */
function family(dice: Dice, firstId: number): Entity[] {
  const father = aPerson(dice, firstId, { born: aBirth(dice, 1940, 1955), partner: null });
  const { surname, home, given, called } = father;
  const shared = {
    surname,
    partner: null,
    home: dice.chance(0.6) ? home : { ...home, number: home.number + 2 },
  };
  const joint = anIban(dice);
  return [
    father,
    aPerson(dice, firstId + 1, { ...shared, given, called, born: aBirth(dice, 1965, 1980) }),
    aPerson(dice, firstId + 2, { ...shared, born: aBirth(dice, 1965, 1985), iban: joint }),
    aPerson(dice, firstId + 3, { home: shared.home, partner: surname, iban: joint }),
    // A namesake who is no relation and lives elsewhere.
    aPerson(dice, firstId + 4, { surname, given, called, partner: null }),
  ];
}

/** Nothing but families with one name, generations and namesakes: the hardest there is. */
export function makeHardSet(seed: number, families: number): LabelledSet {
  const dice = new Dice(seed);
  const everybody = Array.from({ length: families }, (_, at) => family(dice, at * 5)).flat();
  return label(dice, everybody, Math.floor(everybody.length * 0.7));
}
