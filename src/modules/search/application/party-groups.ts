import { tenantOf } from '../../../platform/database/tenant-of';
import { type Transaction } from '../../../platform/database/transaction';
import { type Group, GROUPS, type Hit, type Stretch } from '../facts/hit';
import { type DossierGroup, findDossiers } from '../persistence/dossiers.query';
import {
  findLedgerDonors,
  findLedgerGifts,
  type FoundDonors,
  ledgerDonorHits,
} from '../persistence/ledger.query';
import { askedNames, type Names } from '../persistence/names';
import { type Query } from '../reading/read-query';
import { NUMBER_OF, numbersOf } from './staff-groups';

/** Whom a search of a party means; null when it names nobody. */
export interface OwnWho {
  readonly names: Names;
  readonly donors: FoundDonors | null;
}

export async function readOwnWho(tx: Transaction, query: Query): Promise<OwnWho> {
  const names = await askedNames(tx, query);
  const { registerNumbers, accounts } = query;
  if (!names.asked && registerNumbers.length + accounts.length === 0)
    return { names, donors: null };
  const ask = { tenantId: tenantOf(tx), names, registerNumbers, accounts };
  return { names, donors: await findLedgerDonors(tx, ask) };
}

interface Asked {
  readonly query: Query;
  readonly who: OwnWho;
}

type Find = (tx: Transaction, asked: Asked, stretch: Stretch) => Promise<readonly Hit[]>;

const NOTHING: Promise<readonly Hit[]> = Promise.resolve([]);

function papers(group: DossierGroup): Find {
  return (tx, { query, who }, stretch) => {
    const numbers = numbersOf(query, NUMBER_OF[group]);
    if (query.numbers.length > 0 && numbers.length === 0) return NOTHING;
    const { amount, days } = query;
    const donorIds = who.donors?.memberIds ?? [];
    const ask = { numbers, tenantIds: [], donorIds, titles: who.names, amount, days };
    return findDossiers(tx, group, { side: 'party', ...ask }, stretch);
  };
}

const FINDERS: Readonly<Partial<Record<Group, Find>>> = {
  donors: (tx, { query, who }, stretch) =>
    query.numbers.length > 0 || who.donors === null
      ? NOTHING
      : ledgerDonorHits(tx, tenantOf(tx), who.donors, stretch),
  gifts: (tx, { query, who: { donors } }, stretch) => {
    const { amount, days, numbers } = query;
    const asksNothing = [donors, amount, days].every((one) => one === null);
    if (numbers.length > 0 || asksNothing) return NOTHING;
    return findLedgerGifts(tx, { tenantId: tenantOf(tx), donors, amount, days }, stretch);
  },
  notices: papers('notices'),
  filings: papers('filings'),
  cases: papers('cases'),
  letters: papers('letters'),
};

/** What a party can find; the staff finds every group. */
export const PARTY_GROUPS: readonly Group[] = GROUPS.filter((group) => group in FINDERS);

/** What a party finds in one group of its own records; row-level security lets it see no other. */
export function findForParty(
  tx: Transaction,
  group: Group,
  asked: Asked,
  stretch: Stretch,
): Promise<readonly Hit[]> {
  return FINDERS[group]?.(tx, asked, stretch) ?? NOTHING;
}
