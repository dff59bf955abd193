import { type Contribution } from '../facts/contribution';
import {
  type ExpectedFiling,
  type FiledDocument,
  type Filing,
  type OverviewContent,
  type OverviewGift,
  type OverviewLine,
  type RequiredPart,
} from '../facts/filing';
import { euro } from '../kernel/euro-cents';
import { plainDate, type PlainDate, yearOf } from '../kernel/plain-date';
import { overviewTotals } from '../overviews/draft-overview';
import { totalsOf } from '../overviews/listed-gifts';
import {
  type KnownDebt,
  type OverviewDonor,
  type OverviewFacts,
} from '../overviews/overview-facts';
import { aGroup, cents, LATER, PARTY } from './a-donor-year';

/** Builders for examples about overviews; what is not said is ordinary and complete. */

export function aPart(part: RequiredPart['part'], over: Partial<RequiredPart> = {}): RequiredPart {
  const basis = { law: 'Wfpp', article: '25', paragraph: '1' } as const;
  return { part, ref: null, name: null, basis, fineable: true, ...over };
}

/** The annual report of the party over 2024, from 1,000, with every list and no document. */
export function anExpected(over: Partial<ExpectedFiling> = {}): ExpectedFiling {
  return {
    key: 'annual_report:2024:party-1',
    kind: 'annual_report',
    duty: 8,
    basis: { law: 'Wfpp', article: '25', paragraph: '1', part: 'a' },
    group: 'group-1',
    recipient: PARTY,
    recipientKind: 'party',
    election: null,
    year: 2024,
    period: { from: plainDate('2024-01-01'), until: plainDate('2024-12-31') },
    opensOn: plainDate('2025-01-01'),
    lastDay: plainDate('2025-06-30'),
    term: null,
    publicationBy: null,
    threshold: { value: euro(1_000), source: 'Wfpp art. 25 lid 1 onder b' },
    partYearThresholds: [],
    parts: (['gifts', 'in_kind', 'debts', 'look_through'] as const).map((part) => aPart(part)),
    ...over,
  };
}

export function aListedDonor(over: Partial<OverviewDonor> = {}): OverviewDonor {
  return {
    ref: 'donor-1',
    kind: 'natural_person',
    name: 'J. Janssen',
    address: 'Kade 1',
    residence: 'Zwolle',
    country: 'NL',
    ubos: [],
    lookThrough: [],
    ...over,
  };
}

/** All contributions come from the first donor, unless `donors` names others by ref. */
export function overviewFacts(
  contributions: readonly Contribution[],
  over: Partial<OverviewFacts> = {},
): OverviewFacts {
  const donors = over.donors ?? [aListedDonor()];
  return {
    group: aGroup(),
    electionName: null,
    asOf: LATER,
    donors,
    contributions: contributions.map((contribution) => ({
      donor: donors[0]?.ref ?? 'donor-1',
      contribution,
    })),
    settlements: [],
    debts: [],
    stated: { noGifts: false, noGiftsInKind: false, noDebts: false },
    documents: [],
    included: [],
    ...over,
  };
}

/** Balances as [day, euros], oldest first. */
export function aDebt(
  balances: readonly (readonly [day: string, euros: number])[],
  over: Partial<KnownDebt> = {},
): KnownDebt {
  return {
    ref: 'debt-1',
    debtor: PARTY,
    creditor: 'Bank',
    particulars: { name: true, address: true },
    underAdministrativeLaw: false,
    balances: balances.map(([day, euros]) => ({ on: plainDate(day), balance: cents(euros) })),
    address: 'Plein 2',
    residence: 'Utrecht',
    ...over,
  };
}

export function aLine(contribution: Contribution, returned = 0): OverviewLine {
  const { ref, recipient, receivedOn, amount, form, type } = contribution;
  return {
    contribution: ref,
    recipient,
    receivedOn,
    amount,
    returned: cents(returned),
    form,
    type,
  };
}

/** One donor in one year, as listed: the sums follow from the lines. */
export function aListedGift(
  lines: readonly OverviewLine[],
  over: Partial<OverviewGift> = {},
): OverviewGift {
  const { ref, kind, name, address, residence, country, ubos } = aListedDonor();
  const year = yearOf(lines[0]?.receivedOn ?? plainDate('2024-01-01'));
  return {
    donor: ref,
    donorKind: kind,
    name,
    address,
    residence,
    country,
    ubos,
    year,
    lines,
    ...totalsOf(lines),
    ...over,
  };
}

/** The content of a filing of the party over 2024; the totals follow from the lists. */
export function aContent(over: Partial<OverviewContent> = {}): OverviewContent {
  const { kind, year, period, threshold } = anExpected();
  const { gifts = [], debts = [] } = over;
  return {
    layout: 'overview/1',
    kind,
    group: { ref: 'group-1', name: 'Voorbeeldpartij' },
    recipient: { ref: PARTY, name: 'Voorbeeld party-1', kind: 'party' },
    election: null,
    year,
    period,
    threshold,
    partYearThresholds: [],
    gifts,
    debts,
    lookThrough: [],
    stated: { noGifts: false, noGiftsInKind: false, noDebts: false },
    documents: [],
    included: [],
    totals: overviewTotals(gifts, debts),
    ...over,
  };
}

export function aFiling(content: OverviewContent, over: Partial<Filing> = {}): Filing {
  return {
    ref: 'filing-1',
    expected: `${content.kind}:${String(content.year)}:${content.recipient.ref}`,
    version: 1,
    nil: false,
    content,
    sha256: 'aa',
    signatures: [],
    filedOn: plainDate('2025-06-01'),
    reason: null,
    ...over,
  };
}

export function aSignature(
  role: 'board' | 'accountant',
  sha256 = 'aa',
  on: PlainDate = plainDate('2025-05-31'),
): Filing['signatures'][number] {
  return { role, by: `signer-${role}`, on, sha256 };
}

export function aDocument(
  part: FiledDocument['part'],
  sha256: string,
  covers: readonly string[] = [],
): FiledDocument {
  return { part, name: `${part}-${sha256}.pdf`, sha256, covers };
}
