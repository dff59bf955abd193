import { type DonorKind } from '../../../legal/facts/donor';
import { type Address, readAddress } from './address';
import { type DonorDescription } from './description';
import { looksOrganised, type OrganisationName, readOrganisationName } from './organisation-name';
import { type PersonName, readPersonName } from './person-name';
import { borrowsLetters, fold } from './text';

/** A description taken apart once, to be compared with many. */
export interface Fingerprint {
  readonly written: DonorDescription;
  /** `unknown`: the name could be of either, as on most statements; it is read as both. */
  readonly sort: 'person' | 'organisation' | 'unknown' | 'nobody';
  readonly person: PersonName | null;
  readonly organisation: OrganisationName | null;
  readonly address: Address;
  readonly iban: string;
  readonly register: string;
  readonly born: string;
  /** The name has letters of another script that look like ours. */
  readonly borrowed: boolean;
}

const PERSONS: readonly DonorKind[] = ['natural_person', 'estate'];

function sortOf({ kind, name, tradeRegisterNumber }: DonorDescription): Fingerprint['sort'] {
  if (kind === 'anonymous' || kind === 'group_member') return 'nobody';
  if (kind !== null) return PERSONS.includes(kind) ? 'person' : 'organisation';
  if (tradeRegisterNumber !== null || (name !== null && looksOrganised(name)))
    return 'organisation';
  return 'unknown';
}

export function fingerprintOf(written: DonorDescription): Fingerprint {
  const sort = sortOf(written);
  const name = written.name ?? '';
  return {
    written,
    sort,
    ...namesOf(sort, name),
    ...numbersOf(written),
    borrowed: borrowsLetters(name),
  };
}

function namesOf(
  sort: Fingerprint['sort'],
  name: string,
): Pick<Fingerprint, 'person' | 'organisation'> {
  const may = (which: Fingerprint['sort']): boolean =>
    name !== '' && (sort === which || sort === 'unknown');
  return {
    person: may('person') ? readPersonName(name) : null,
    organisation: may('organisation') ? readOrganisationName(name) : null,
  };
}

function numbersOf(
  written: DonorDescription,
): Pick<Fingerprint, 'address' | 'iban' | 'register' | 'born'> {
  return {
    address: readAddress(written.address, written.residence),
    iban: fold(written.iban ?? '').replace(/[^a-z0-9]/gu, ''),
    register: (written.tradeRegisterNumber ?? '').replace(/\D/gu, ''),
    born: written.dateOfBirth ?? '',
  };
}
