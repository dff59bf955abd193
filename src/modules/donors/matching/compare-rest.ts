import { type Address } from './address';
import { nearly } from './compare-persons';
import { type OrganisationName } from './organisation-name';

export type AddressCode = 'address_same' | 'address_near' | 'address_door' | 'address_other';

type Likeness = 'same' | 'near' | 'other' | 'unknown';

function likeness(one: string, other: string): Likeness {
  if (one === '' || other === '') return 'unknown';
  if (one === other) return 'same';
  return nearly(one, other) ? 'near' : 'other';
}

/** By street and place, when a postal code is missing. */
function sameByPlace(street: Likeness, place: Likeness): Likeness {
  if (street === 'same' && place === 'unknown') return 'near';
  return place === 'same' ? street : 'other';
}

/** The postal code tells streets apart best, then street and place together. */
function sameStreet(one: Address, other: Address): Likeness {
  const postcode = likeness(one.postcode, other.postcode);
  const street = likeness(one.street, other.street);
  if (postcode === 'same') return 'same';
  if (postcode === 'unknown')
    return street === 'unknown' ? street : sameByPlace(street, likeness(one.place, other.place));
  return street === 'same' && postcode === 'near' ? 'near' : 'other';
}

/** Whether two live at one door; null when one of them does not say. */
export function compareAddresses(one: Address, other: Address): AddressCode | null {
  if (one.number === '' || other.number === '') return null;
  const street = sameStreet(one, other);
  if (street === 'unknown') return null;
  if (street === 'other' || one.number !== other.number) return 'address_other';
  if (one.addition === other.addition) return street === 'same' ? 'address_same' : 'address_near';
  return one.addition === '' || other.addition === '' ? 'address_near' : 'address_door';
}

export type PlaceCode = 'place_same' | 'place_other';

export function comparePlaces(one: Address, other: Address): PlaceCode | null {
  if (one.place === '' || other.place === '') return null;
  return one.place === other.place || nearly(one.place, other.place) ? 'place_same' : 'place_other';
}

export type CompanyCode =
  | 'company_same'
  | 'company_typo'
  | 'company_part'
  | 'company_role'
  | 'company_form'
  | 'company_other';

function otherForm(one: OrganisationName, other: OrganisationName): boolean {
  return one.form !== null && other.form !== null && one.form !== other.form;
}

function compareWords(one: OrganisationName, other: OrganisationName): CompanyCode {
  const [few, many] = one.words.length < other.words.length ? [one, other] : [other, one];
  const inside = few.words.length > 0 && few.words.every((word) => many.words.includes(word));
  return inside && !otherForm(one, other) ? 'company_part' : 'company_other';
}

/** Whether two names are of one organisation: holding and working company are two, and so are forms. */
export function compareCompanies(one: OrganisationName, other: OrganisationName): CompanyCode {
  const alike = one.core !== '' && one.words.join('') === other.words.join('');
  if (!alike && one.core !== other.core && !nearly(one.core, other.core))
    return compareWords(one, other);
  if (otherForm(one, other)) return 'company_form';
  if (one.roles !== other.roles) return 'company_role';
  return alike || one.core === other.core ? 'company_same' : 'company_typo';
}
