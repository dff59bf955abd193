import { type Contribution, type DonorYear, type Settlement } from '../facts/contribution';
import { type Donor, type EligibilityDeclaration } from '../facts/donor';
import { type Group, type Membership, type OwnCap, type StatusPeriod } from '../facts/group';
import { euroCents, type EuroCents } from '../kernel/euro-cents';
import { plainDate, yearOf } from '../kernel/plain-date';

/** Builders for examples: each says only what matters, the rest is ordinary and allowed. */

const ALWAYS = { from: plainDate('2013-05-01'), until: null };

export const PARTY = 'party-1';
export const YOUTH = 'youth-1';
export const INSTITUTE = 'institute-1';
export const CANDIDATE = 'candidate-1';
export const BRANCH = 'branch-1';

function member(recipient: string, kind: Membership['kind']): Membership {
  return { ...ALWAYS, recipient, kind, name: `Voorbeeld ${recipient}` };
}

/** A party with a seat, a youth organisation, an institute, a candidate and a branch. */
export function aGroup(over: Partial<Group> = {}): Group {
  return {
    ref: 'group-1',
    name: 'Voorbeeldpartij',
    statuses: [{ ...ALWAYS, status: 'political_party' }],
    members: [
      member(PARTY, 'party'),
      member(YOUTH, 'youth_organisation'),
      member(INSTITUTE, 'scientific_institute'),
      member(CANDIDATE, 'candidate'),
      member(BRANCH, 'branch'),
    ],
    ownCaps: [],
    ...over,
  };
}

/** A lower cap of the party itself, since 2013 unless the example says otherwise. */
export function anOwnCap(euros: number, from = '2013-05-01', until: string | null = null): OwnCap {
  return {
    from: plainDate(from),
    until: until === null ? null : plainDate(until),
    amount: cents(euros),
    source: `Giftenreglement van de voorbeeldpartij, artikel 4 (${from})`,
  };
}

export function aStatus(
  status: StatusPeriod['status'],
  from: string,
  until: string | null = null,
): StatusPeriod {
  return { status, from: plainDate(from), until: until === null ? null : plainDate(until) };
}

/** Declares everything that makes a Dutch donor: national, born in 1980, living in the Netherlands. */
export function aDeclaration(over: Partial<EligibilityDeclaration> = {}): EligibilityDeclaration {
  return {
    declaredOn: plainDate('2018-01-01'),
    dutchNational: true,
    dateOfBirth: plainDate('1980-06-15'),
    adult: true,
    residence: 'NL',
    caribbeanGround: null,
    disenfranchised: false,
    ...over,
  };
}

export function aDonor(over: Partial<Donor> = {}): Donor {
  return {
    ref: 'donor-1',
    kind: 'natural_person',
    particulars: { name: true, address: true, ubo: true },
    declaration: aDeclaration(),
    inTradeRegister: null,
    lookThrough: [],
    ...over,
  };
}

/** A donor that is no natural person, in the Handelsregister. */
export function aRegisteredDonor(over: Partial<Donor> = {}): Donor {
  return aDonor({ kind: 'legal_person', declaration: null, inTradeRegister: true, ...over });
}

export function anOverview(year: number, receivedOn: string): Donor['lookThrough'][number] {
  return { ref: `overview-${String(year)}`, year, receivedOn: plainDate(receivedOn), givers: [] };
}

/** Euros with at most two decimals: cents(10_000.5) is EUR 10 000,50. */
export function cents(euros: number): EuroCents {
  return euroCents(Math.round(euros * 100));
}

let booked = 0;

/** A gift in money to the party; each call is booked after the one before. */
export function aContribution(
  euros: number,
  receivedOn: string,
  over: Partial<Contribution> = {},
): Contribution {
  booked += 1;
  return {
    ref: `contribution-${String(booked)}`,
    recipient: PARTY,
    type: 'gift',
    form: 'money',
    amount: cents(euros),
    receivedOn: plainDate(receivedOn),
    sequence: booked,
    ...over,
  };
}

export function inKind(
  euros: number,
  receivedOn: string,
  over: Partial<Contribution> = {},
): Contribution {
  return aContribution(euros, receivedOn, { type: 'in_kind', form: 'in_kind', ...over });
}

export function aSettlement(
  of: Contribution,
  euros: number,
  settledOn: string,
  kind: Settlement['kind'] = 'returned_to_donor',
): Settlement {
  booked += 1;
  return {
    ref: `settlement-${String(booked)}`,
    contribution: of.ref,
    kind,
    amount: cents(euros),
    settledOn: plainDate(settledOn),
  };
}

/** The year is that of the first contribution. */
export function aDonorYear(
  contributions: readonly Contribution[],
  over: Partial<DonorYear> = {},
): DonorYear {
  const first = contributions[0];
  return {
    group: aGroup(),
    donor: aDonor(),
    year: first === undefined ? 2025 : yearOf(first.receivedOn),
    contributions,
    settlements: [],
    ...over,
  };
}

/** A day after everything in the examples. */
export const LATER = plainDate('2027-01-01');
