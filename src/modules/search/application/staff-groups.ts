import { type Transaction } from '../../../platform/database/transaction';
import { type Group, type Hit, type Stretch } from '../facts/hit';
import { type DossierAsk, type DossierGroup, findDossiers } from '../persistence/dossiers.query';
import { findDonors } from '../persistence/donors.query';
import { findGifts } from '../persistence/gifts.query';
import { findOrganisations, findOwners } from '../persistence/organisations.query';
import { findPublications } from '../persistence/publications.query';
import { type NumberKind } from '../reading/part';
import { type Query } from '../reading/read-query';
import { type Who } from './who';

/** The number by which papers of a group are called. */
export const NUMBER_OF: Readonly<Record<DossierGroup, NumberKind | null>> = {
  notices: 'notice',
  filings: 'filing',
  findings: null,
  proposals: 'proposal',
  cases: 'case',
  letters: 'letter',
};

export function numbersOf(query: Query, kind: NumberKind | null): readonly string[] {
  return query.numbers.filter(({ of }) => of === kind).map(({ value }) => value);
}

/** Numbers of one thing leave nothing to look for among others. */
function onlyOtherNumbers(query: Query, kind: NumberKind | null): boolean {
  return query.numbers.length > 0 && numbersOf(query, kind).length === 0;
}

function dossiersOf(query: Query, who: Who, group: DossierGroup): DossierAsk | null {
  const kind = NUMBER_OF[group];
  const isOfDonor = query.numbers.every(({ of }) => of === 'donor');
  if (onlyOtherNumbers(query, kind) && !isOfDonor) return null;
  return {
    side: 'staff',
    numbers: numbersOf(query, kind),
    tenantIds: who.tenantIds,
    donorIds: who.paperDonorIds,
    titles: who.names,
    amount: query.amount,
    days: query.days,
  };
}

function gifts(tx: Transaction, query: Query, who: Who, stretch: Stretch): Promise<readonly Hit[]> {
  const { donorIds, partyIds, tooCommon, names, why } = who;
  const isOther = query.numbers.some(({ of }) => of !== 'donor') || query.accounts.length > 0;
  const asksNothing = [donorIds, partyIds, query.amount, query.days].every((one) => one === null);
  if (isOther || (asksNothing && !tooCommon) || donorIds?.length === 0) return Promise.resolve([]);
  const scanned = tooCommon ? names : null;
  const { amount, days } = query;
  return findGifts(tx, { amount, days, donorIds, partyIds, scanned, why }, stretch);
}

function donors(
  tx: Transaction,
  query: Query,
  { names }: Who,
  stretch: Stretch,
): Promise<readonly Hit[]> {
  const publicIds = numbersOf(query, 'donor');
  if (onlyOtherNumbers(query, 'donor')) return Promise.resolve([]);
  return findDonors(tx, { names, publicIds, registerNumbers: query.registerNumbers }, stretch);
}

interface Asked {
  readonly query: Query;
  readonly who: Who;
}

type Find = (tx: Transaction, asked: Asked, stretch: Stretch) => Promise<readonly Hit[]>;

const NOTHING: Promise<readonly Hit[]> = Promise.resolve([]);

function papers(group: DossierGroup): Find {
  return (tx, { query, who }, stretch) => {
    const ask = dossiersOf(query, who, group);
    return ask === null ? NOTHING : findDossiers(tx, group, ask, stretch);
  };
}

const FINDERS: Readonly<Record<Group, Find>> = {
  donors: (tx, { query, who }, stretch) => donors(tx, query, who, stretch),
  organisations: (tx, { query, who }, stretch) =>
    query.numbers.length > 0 ? NOTHING : findOrganisations(tx, who.names, stretch),
  owners: (tx, { query, who }, stretch) =>
    query.numbers.length > 0 ? NOTHING : findOwners(tx, who.names, stretch),
  gifts: (tx, { query, who }, stretch) => gifts(tx, query, who, stretch),
  publications: (tx, { query }, { after }) =>
    after === null ? findPublications(tx, numbersOf(query, 'gift')) : NOTHING,
  notices: papers('notices'),
  filings: papers('filings'),
  findings: papers('findings'),
  proposals: papers('proposals'),
  cases: papers('cases'),
  letters: papers('letters'),
};

/** What the staff finds in one group. */
export function findForStaff(
  tx: Transaction,
  group: Group,
  asked: Asked,
  stretch: Stretch,
): Promise<readonly Hit[]> {
  return FINDERS[group](tx, asked, stretch);
}
