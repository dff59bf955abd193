import { type DonorYear } from '../facts/contribution';
import { type Donor } from '../facts/donor';
import { type Election } from '../facts/election';
import { type Group, type GroupStatus, type Membership } from '../facts/group';
import { euro, euroCents } from '../kernel/euro-cents';
import { plainDate, yearOf, type PlainDate } from '../kernel/plain-date';
import { type ExampleDonor, type ExampleGift } from './example';

const SINCE = plainDate('2013-05-01');

/** The elections of the examples, with the figures that the ministry used (law.md section 4.3). */
export const EXAMPLE_ELECTIONS = {
  tk2023: {
    ref: 'tk2023',
    name: 'Tweede Kamer 22 november 2023',
    pollingDay: plainDate('2023-11-22'),
    nominationDay: plainDate('2023-10-09'),
    thresholds: {
      party: { value: euro(4_500), source: 'rijksoverheid.nl, 15 November 2023' },
      candidate: null,
    },
  },
  tk2025: {
    ref: 'tk2025',
    name: 'Tweede Kamer 29 oktober 2025',
    pollingDay: plainDate('2025-10-29'),
    nominationDay: plainDate('2025-09-15'),
    thresholds: {
      party: null,
      candidate: { value: euroCents(767_12), source: 'accountancyvanmorgen.nl, 28 October 2025' },
    },
  },
} as const satisfies Record<string, Election>;

function member(kind: Membership['kind']): Membership {
  return { recipient: kind, kind, name: kind, from: SINCE, until: null };
}

/** A party with a youth organisation and a candidate; each is named after what it is. */
export function exampleGroup(status: GroupStatus, from: PlainDate = SINCE): Group {
  return {
    ref: 'group',
    name: 'group',
    statuses: [{ status, from, until: null }],
    members: [member('party'), member('youth_organisation'), member('candidate')],
    ownCaps: [],
  };
}

function exampleDonor({ kind, dutch, registered, lookThrough }: ExampleDonor, year: number): Donor {
  const isPerson = kind === 'natural_person' || kind === 'estate';
  const declaration = {
    declaredOn: SINCE,
    dutchNational: dutch,
    dateOfBirth: plainDate('1980-06-15'),
    adult: true,
    residence: 'NL',
    caribbeanGround: null,
    disenfranchised: false,
  };
  return {
    ref: 'donor',
    kind,
    particulars: { name: registered, address: registered, ubo: registered },
    declaration: isPerson ? declaration : null,
    inTradeRegister: isPerson || kind === 'anonymous' ? null : dutch,
    lookThrough: lookThrough
      ? [{ ref: 'overview', year, receivedOn: plainDate(`${String(year)}-01-01`), givers: [] }]
      : [],
  };
}

/** The gifts of one donor in the year of the first. */
export function exampleDonorYear(
  status: GroupStatus,
  donor: ExampleDonor,
  gifts: readonly ExampleGift[],
): DonorYear {
  const year = yearOf(gifts[0]?.receivedOn ?? SINCE);
  return {
    group: exampleGroup(status),
    donor: exampleDonor(donor, year),
    year,
    contributions: gifts.map(({ amount, form, receivedOn, to, type }, index) => ({
      ref: `gift-${String(index + 1)}`,
      recipient: to,
      type,
      form,
      amount,
      receivedOn,
      sequence: index,
    })),
    settlements: [],
  };
}
