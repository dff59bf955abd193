import { type Transaction } from '../../../platform/database/transaction';
import { type Reason } from '../facts/hit';
import { alikeDonorIds, donorIds } from '../persistence/donors.query';
import { askedNames, type Names } from '../persistence/names';
import { type PartyMatch, partiesWithWords } from '../persistence/organisations.query';
import { type Query } from '../reading/read-query';

/** A name that more donors bear than this is not looked up donor by donor. */
const MOST_DONORS = 2_000;
/** Of so many donors the papers are looked up. */
const MOST_WITH_PAPERS = 200;
const MOST_ALIKE = 50;

/** Whom the words of a search mean: donors, parties, or donors of a party. */
export interface Who {
  readonly names: Names;
  /** Null when no donor is meant. */
  readonly donorIds: readonly string[] | null;
  /** Null when no party is meant. */
  readonly partyIds: readonly string[] | null;
  /** More donors bear the name than can be named. */
  readonly tooCommon: boolean;
  readonly why: readonly Reason[];
  /** Parties all of whose papers are meant. */
  readonly tenantIds: readonly string[];
  /** Donors whose papers are meant. */
  readonly paperDonorIds: readonly string[];
}

function signsOf({ numbers, registerNumbers }: Query): {
  readonly publicIds: readonly string[];
  readonly registerNumbers: readonly string[];
} {
  const publicIds = numbers.filter(({ of }) => of === 'donor').map(({ value }) => value);
  return { publicIds, registerNumbers };
}

function tenantsOf(parties: readonly PartyMatch[]): readonly string[] {
  return parties.flatMap(({ tenantId }) => tenantId ?? []);
}

/** 'vries polderpartij': the words that no party bears, as a donor of the parties that bear the rest. */
async function donorsOfParties(
  tx: Transaction,
  names: Names,
  parties: readonly PartyMatch[],
): Promise<Partial<Who> | null> {
  const [best] = parties;
  if (best === undefined) return null;
  const same = parties.filter(({ matched }) => matched.join() === best.matched.join());
  const rest = names.patterns.filter((_, index) => !best.matched.includes(index + 1));
  const donorNames = { patterns: rest, phrase: '', asked: true };
  const signs = { publicIds: [], registerNumbers: [] };
  const found = await donorIds(tx, { names: donorNames, ...signs }, MOST_DONORS);
  if (found.length === 0) return null;
  return { donorIds: found, partyIds: same.map(({ id }) => id), why: ['name', 'party'] };
}

async function byName(tx: Transaction, names: Names): Promise<Partial<Who>> {
  const signs = { publicIds: [], registerNumbers: [] };
  const donors = await donorIds(tx, { names, ...signs }, MOST_DONORS + 1);
  const parties = await partiesWithWords(tx, names);
  const whole = parties.filter(({ matched }) => matched.length === names.patterns.length);
  const tenantIds = tenantsOf(whole);
  if (donors.length > MOST_DONORS) return { tooCommon: true, why: ['name'], tenantIds };
  if (donors.length > 0) return { donorIds: donors, why: ['name'], tenantIds };
  if (whole.length > 0) return { partyIds: whole.map(({ id }) => id), why: ['party'], tenantIds };
  const split = await donorsOfParties(tx, names, parties);
  if (split !== null) return split;
  const alike = await alikeDonorIds(tx, names, MOST_ALIKE);
  return { donorIds: alike, why: ['similar_name'] };
}

/** Finds out whom a search means, for the staff. */
export async function readWho(tx: Transaction, query: Query): Promise<Who> {
  const names = await askedNames(tx, query);
  const signs = signsOf(query);
  const hasSigns = signs.publicIds.length + signs.registerNumbers.length > 0;
  const found: Partial<Who> = hasSigns
    ? {
        donorIds: await donorIds(tx, { names, ...signs }, MOST_DONORS),
        why: [signs.publicIds.length > 0 ? 'number' : 'register_number'],
      }
    : names.patterns.length > 0
      ? await byName(tx, names)
      : names.asked
        ? { donorIds: [] }
        : {};
  return {
    names,
    donorIds: null,
    partyIds: null,
    tooCommon: false,
    why: [],
    tenantIds: [],
    paperDonorIds: (found.donorIds ?? []).slice(0, MOST_WITH_PAPERS),
    ...found,
  };
}
