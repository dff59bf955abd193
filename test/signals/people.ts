import {
  AIMS,
  COMMON_SURNAMES,
  ENDINGS,
  FANCY,
  PLACES,
  STEMS,
  STREET_ENDINGS,
  STREET_STEMS,
  TRADES,
} from '../identity-set/lists';
import { type Dice } from '../identity-set/random';

/*
 * Invented Dutch names and places, from the word lists of the identity set. Nobody is real.
 */

export function surname(dice: Dice): string {
  if (dice.chance(0.45)) return dice.pickCommon(COMMON_SURNAMES).replaceAll('_', ' ');
  return `${dice.pick(STEMS)}${dice.pick(ENDINGS).replace('_', '')}`;
}

export function initials(dice: Dice): string {
  const count = 1 + dice.below(3);
  return Array.from({ length: count }, () => `${dice.letter().toUpperCase()}.`).join('');
}

export function person(dice: Dice, family = surname(dice)): string {
  return `${initials(dice)} ${family}`;
}

export function place(dice: Dice): string {
  return dice.pickCommon(PLACES);
}

export function street(dice: Dice): string {
  return `${dice.pick(STREET_STEMS)}${dice.pick(STREET_ENDINGS)} ${1 + dice.below(180)}`;
}

export function company(dice: Dice): string {
  const trade = dice.chance(0.5) ? ` ${dice.pick(TRADES)}` : ' Holding';
  return `${dice.pick(FANCY)}${dice.pick(STEMS).toLowerCase()}${trade} B.V.`;
}

export function foundation(dice: Dice): string {
  return `Stichting ${dice.pick(AIMS)} ${place(dice)} ${dice.pick(STEMS)}`;
}
