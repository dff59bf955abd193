import { type Election } from '../../../legal/facts/election';
import { type Transaction } from '../../../platform/database/transaction';
import { readElections } from '../../elections/public';
import { type Choice } from '../facts/choice';
import {
  type Concentration,
  concentrations,
  largest,
  monthsOf,
  type Sum,
  tallies,
  type TallyRow,
  type TopDonor,
  topDonors,
  yearsByType,
  yearsKnown,
} from '../persistence/figures.query';
import {
  debtsFiled,
  type DebtSum,
  type LateDay,
  latenessOf,
  latestParties,
  type PartyLateness,
  type RecipientSum,
  recipientsOf,
  type StandingCount,
  standings,
  unfiledCount,
} from '../persistence/oversight.query';
import { type InsightParty, partiesOf, partyBySlug } from '../persistence/party.store';
import { type SubsidyFigures, type SubsidyYear } from './subsidy-figures';

const MOST = 10;
const MOST_PARTIES = 15;
/** Elections laid over each other. */
const MOST_ELECTIONS = 5;

export interface Compared {
  readonly a: string;
  readonly now: Sum;
  readonly before: Sum;
}

/** All that a dashboard shows, as facts. */
export interface Dashboard {
  readonly choice: Choice;
  readonly party: InsightParty | null;
  readonly years: readonly number[];
  readonly tallies: readonly TallyRow[];
  readonly byYear: readonly (Sum & { readonly year: number; readonly type: string })[];
  readonly donors: readonly TopDonor[];
  readonly concentration: readonly Concentration[];
  readonly places: readonly Compared[];
  readonly parties: readonly (Compared & { readonly slug: string; readonly name: string })[];
  readonly recipients: readonly RecipientSum[];
  readonly lateness: readonly LateDay[];
  readonly lateParties: readonly PartyLateness[];
  readonly unfiled: number;
  readonly standings: readonly StandingCount[];
  readonly debts: readonly DebtSum[];
  readonly elections: readonly {
    readonly election: Election;
    readonly months: readonly (Sum & { readonly year: number; readonly month: number })[];
  }[];
  /** Null while nothing in this installation knows subsidies. */
  readonly subsidies: readonly SubsidyYear[] | null;
}

export async function readDashboard(
  tx: Transaction,
  choice: Choice,
  subsidies: SubsidyFigures,
): Promise<Dashboard> {
  const { party } = choice;
  return {
    choice,
    party: party === null ? null : await partyBySlug(tx, party.slug),
    years: await yearsKnown(tx, party?.id ?? null),
    tallies: await tallies(tx, choice),
    byYear: await yearsByType(tx, choice),
    donors: await topDonors(tx, choice, MOST),
    concentration: await concentrations(tx, choice),
    places: await largest(tx, choice, 'place', MOST),
    parties: party === null ? await largestParties(tx, choice) : [],
    recipients: party === null ? [] : await recipientsOf(tx, choice),
    lateness: await latenessOf(tx, choice),
    lateParties: await latestParties(tx, choice, MOST),
    unfiled: await unfiledCount(tx, choice),
    standings: await standings(tx, choice),
    debts: await debtsFiled(tx, choice),
    elections: await electionCourses(tx, choice),
    subsidies: await subsidies.read(tx, choice),
  };
}

async function largestParties(tx: Transaction, choice: Choice): Promise<Dashboard['parties']> {
  const rows = await largest(tx, choice, 'party', MOST_PARTIES);
  const names = new Map((await partiesOf(tx)).map((one) => [one.id, one]));
  return rows.flatMap((row) => {
    const party = names.get(row.a);
    return party === undefined ? [] : [{ ...row, slug: party.slug, name: party.shortName }];
  });
}

/** The months of each election's year and of the year before it. */
async function electionCourses(tx: Transaction, choice: Choice): Promise<Dashboard['elections']> {
  const elections = (await readElections(tx)).slice(0, MOST_ELECTIONS);
  if (elections.length === 0) return [];
  const years = elections.flatMap(({ pollingDay }) => {
    const year = Number(pollingDay.slice(0, 4));
    return [year - 1, year];
  });
  const months = await monthsOf(tx, choice, [...new Set(years)]);
  return elections.map((election) => ({ election, months }));
}
