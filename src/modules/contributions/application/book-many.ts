import { Injectable } from '@nestjs/common';
import { type Contribution, type DonorYear } from '../../../legal/facts/contribution';
import { type Group } from '../../../legal/facts/group';
import { yearOf } from '../../../legal/kernel/plain-date';
import { tenantOf } from '../../../platform/database/tenant-of';
import { type Transaction } from '../../../platform/database/transaction';
import { problem, type ProblemPart } from '../../../platform/http/problem';
import {
  canonicalDonors,
  donorFact,
  holdIdentities,
  listMerges,
  readDonorsByIds,
} from '../../donors/public';
import { RecordJudgements, type RecordedJudgement } from '../../judgements/public';
import { readGroup } from '../../parties/public';
import {
  insertContributions,
  readMoneyFactsOf,
  yearName,
  type YearOfDonor,
} from '../persistence/contribution.bulk';
import { type ContributionInput } from '../persistence/contribution.store';
import { lockDonorYear, lockLedger } from '../persistence/locks';
import { inputFaults } from './check-input';
import { JudgeLedger } from './judge-ledger';

/** What one donor's year became by the bookings. */
export interface JudgedYear extends RecordedJudgement, YearOfDonor {}

export interface BookedMany {
  /** In the order of the inputs. */
  readonly contributionIds: readonly string[];
  /** Every donor-year that was touched, once. */
  readonly years: readonly JudgedYear[];
}

/** So many years lock one by one, beside other work; more than that hold the whole ledger. */
const MOST_SINGLE_LOCKS = 100;
const YEARS_AT_ONCE = 500;
const DONORS_AT_ONCE = 2_000;

type Facts = Omit<DonorYear, 'group' | 'contributions'> & {
  readonly contributions: Contribution[];
};

/**
 * Books many contributions as BookContribution books one: the same faults, the same findings and
 * duties, each donor's year judged once. All of them are stored or none is.
 * @throws Problem 400 with every fault of every input; the location starts with its place: '/17/amount'.
 */
@Injectable()
export class BookContributions {
  constructor(
    private readonly judgements: RecordJudgements,
    private readonly ledger: JudgeLedger,
  ) {}

  async run(tx: Transaction, inputs: readonly ContributionInput[]): Promise<BookedMany> {
    const years: JudgedYear[] = [];
    const contributionIds = await this.book(tx, inputs, (year) => void years.push(year));
    return { contributionIds, years };
  }

  /**
   * The same for so many that what became of each donor's year is better not kept in memory.
   * @returns the ids, in the order of the inputs.
   */
  book(
    tx: Transaction,
    inputs: readonly ContributionInput[],
    onYear: (year: JudgedYear) => void = () => undefined,
  ): Promise<readonly string[]> {
    return inputs.length === 0 ? Promise.resolve([]) : this.bookAll(tx, inputs, onYear);
  }

  private async bookAll(
    tx: Transaction,
    inputs: readonly ContributionInput[],
    onYear: (year: JudgedYear) => void,
  ): Promise<readonly string[]> {
    const tenantId = tenantOf(tx);
    await holdIdentities(tx, tenantId);
    const donorIds = [...new Set(inputs.map(({ donorId }) => donorId))];
    const canonical = await canonicalDonors(tx, tenantId, donorIds);
    const years = yearsOf(inputs, canonical);
    await lockYears(tx, tenantId, years);
    const group = await readGroup(tx, tenantId);
    const known = await factsOf(tx, tenantId, years);
    const isKnown = (id: string): boolean => known.donors.has(canonical.get(id) ?? id);
    refuseFaults(tx, inputs, isKnown, group);
    const booked = await insertContributions(tx, tenantId, inputs);
    inputs.forEach((input, at) => addTo(known.years, input, canonical, booked[at]));
    await this.judge(tx, years, (year) => ({ group, ...factsIn(known.years, year) }), onYear);
    return booked.map(({ id }) => id);
  }

  /** A donor that was merged is judged by itself: its year holds what others gave under its name. */
  private async judge(
    tx: Transaction,
    years: readonly YearOfDonor[],
    factsOfYear: (year: YearOfDonor) => DonorYear,
    onYear: (year: JudgedYear) => void,
  ): Promise<void> {
    const tenantId = tenantOf(tx);
    const merged = await mergedDonors(tx, tenantId, years);
    for (const year of years.filter(({ donorId }) => merged.has(donorId)))
      onYear({ ...year, ...(await this.ledger.run(tx, { tenantId, ...year })) });
    const together = years.filter(({ donorId }) => !merged.has(donorId));
    for (let start = 0; start < together.length; start += YEARS_AT_ONCE) {
      const some = together.slice(start, start + YEARS_AT_ONCE);
      const answers = await this.judgements.run(tx, some.map(factsOfYear));
      some.forEach((year, at) => {
        const answer = answers[at];
        if (answer !== undefined) onYear({ ...year, ...answer });
      });
    }
  }
}

function yearsOf(
  inputs: readonly ContributionInput[],
  canonical: ReadonlyMap<string, string>,
): readonly YearOfDonor[] {
  const years = new Map<string, YearOfDonor>();
  for (const { donorId, receivedOn } of inputs) {
    const year = { donorId: canonical.get(donorId) ?? donorId, year: yearOf(receivedOn) };
    years.set(yearName(year), year);
  }
  return [...years].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, year]) => year);
}

/** In one order for everybody, so that no two bookings wait for each other. */
async function lockYears(
  tx: Transaction,
  tenantId: string,
  years: readonly YearOfDonor[],
): Promise<void> {
  if (years.length > MOST_SINGLE_LOCKS) {
    await lockLedger(tx, tenantId);
    return;
  }
  for (const { donorId, year } of years) await lockDonorYear(tx, tenantId, donorId, year);
}

async function factsOf(
  tx: Transaction,
  tenantId: string,
  years: readonly YearOfDonor[],
): Promise<{ readonly donors: ReadonlySet<string>; readonly years: Map<string, Facts> }> {
  const ids = [...new Set(years.map(({ donorId }) => donorId))];
  const donors = new Map<string, DonorYear['donor']>();
  for (let start = 0; start < ids.length; start += DONORS_AT_ONCE)
    for (const record of await readDonorsByIds(
      tx,
      tenantId,
      ids.slice(start, start + DONORS_AT_ONCE),
    ))
      donors.set(record.id, donorFact(record));
  const money = await readMoneyFactsOf(tx, tenantId, years);
  const facts = new Map<string, Facts>();
  for (const year of years) {
    const donor = donors.get(year.donorId);
    const { contributions = [], settlements = [] } = money.get(yearName(year)) ?? {};
    if (donor !== undefined)
      facts.set(yearName(year), {
        donor,
        year: year.year,
        contributions: [...contributions],
        settlements,
      });
  }
  return { donors: new Set(donors.keys()), years: facts };
}

/** The facts of donor-years as they stand, by 'donor/year'; a donor that is not there is left out. */
export async function readYearFacts(
  tx: Transaction,
  group: Group,
  years: readonly YearOfDonor[],
): Promise<ReadonlyMap<string, DonorYear>> {
  const { years: facts } = await factsOf(tx, group.ref, years);
  return new Map([...facts].map(([name, one]) => [name, { group, ...one }]));
}

function refuseFaults(
  tx: Transaction,
  inputs: readonly ContributionInput[],
  isKnown: (donorId: string) => boolean,
  group: Group,
): void {
  const faults = inputs.flatMap((input, at): readonly ProblemPart[] => {
    const donor = isKnown(input.donorId) ? input : null;
    return inputFaults(tx, input, donor, group).map((one) => ({
      ...one,
      location: `/${String(at)}${one.location}`,
    }));
  });
  if (faults.length === 0) return;
  throw problem(400, 'input.invalid', 'These contributions cannot be booked like this.', faults);
}

function factsIn(known: ReadonlyMap<string, Facts>, year: YearOfDonor): Facts {
  const facts = known.get(yearName(year));
  if (facts === undefined) throw new Error(`no facts of the donor-year ${yearName(year)}`);
  return facts;
}

function addTo(
  known: Map<string, Facts>,
  input: ContributionInput,
  canonical: ReadonlyMap<string, string>,
  booked: { readonly id: string; readonly sequence: number } | undefined,
): void {
  if (booked === undefined) throw new Error('a contribution was not stored');
  const donorId = canonical.get(input.donorId) ?? input.donorId;
  const facts = factsIn(known, { donorId, year: yearOf(input.receivedOn) });
  const { recipientId: recipient, type, form, amount, receivedOn } = input;
  const { id: ref, sequence } = booked;
  facts.contributions.push({ ref, recipient, type, form, amount, receivedOn, sequence });
}

async function mergedDonors(
  tx: Transaction,
  tenantId: string,
  years: readonly YearOfDonor[],
): Promise<ReadonlySet<string>> {
  const ids = new Set(years.map(({ donorId }) => donorId));
  const merges = await listMerges(tx, tenantId, [...ids]);
  return new Set(merges.flatMap(({ absorbedId, intoId }) => [absorbedId, intoId]));
}
