/**
 * What each kind of evidence is worth, in bits. Found by test/identity-set/learn.ts on the training
 * half (seeds 1 and 3, 10,000 known and 10,000 asked each): the logarithm of how much oftener it is
 * seen between two descriptions of one donor than between two donors that were compared.
 *
 * By hand, because the comparing itself distorts the count (nearly all who are compared share a
 * surname) or because the set has too few of them: the surnames, which must fall from same to
 * other; the birth days and generations; two legal forms or roles; letters of another script.
 */
export const WEIGHTS: Readonly<Record<string, number>> = {
  surname_same: 2,
  surname_spelling: 1.5,
  surname_typo: 1,
  surname_partner: 0,
  surname_other: -4,
  given_same: 4.6,
  given_called: 3,
  given_typo: 3,
  initials_same: 6,
  initial_same: 2.5,
  initials_fit: 1.7,
  given_unknown: 0,
  given_other: -8,
  initials_other: -8.9,
  generation_once: -3,
  generation_other: -8,
  iban_same: 6.6,
  iban_other: -3.6,
  born_same: 8,
  born_other: -10,
  register_same: 15.5,
  register_typo: 0,
  register_other: -9.6,
  company_same: 5.9,
  company_typo: 5,
  company_part: 1,
  company_role: -8.3,
  company_form: -6,
  company_other: -4.8,
  address_same: 5,
  address_near: 4.2,
  address_door: -3,
  address_other: -3.7,
  place_same: 1.3,
  place_other: -4.2,
  letters_borrowed: -2,
  sort_other: -10,
};

/**
 * From here a link needs no person. On the training half 1 in 400 was wrong here, and 1 in 225 half a
 * bit lower, where an initial against a written-out name at one address would be enough: fathers and
 * sons. A score alone never is, see score.ts.
 */
export const AUTOMATIC = 9;

/** From here a person is asked: the highest that still found more than 19 in 20 on that half. */
export const DOUBT = 0;
