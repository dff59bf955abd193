import { type PreCheck } from '../../../legal/rules/pre-check';
import { tenantOf } from '../../../platform/database/tenant-of';
import { type Transaction } from '../../../platform/database/transaction';
import { readDonorNames } from '../../donors/public';
import { countStates, type EntryPlace, pageOfEntries } from '../persistence/decision.queries';
import { decisionsOn, type StoredDecision } from '../persistence/decision.store';
import { readStatementEntries, type StoredEntry } from '../persistence/entry.query';
import { canConfirm, proposeOpen } from './decide-proposals';
import { consequencesOf } from './propose-consequence';
import { proposeEntries, type ProposedEntry } from './propose-entries';

export const ENTRY_FILTERS = [
  'open',
  'certain',
  'doubt',
  'booked',
  'set_aside',
  'debit',
  'all',
] as const;
export type EntryFilterName = (typeof ENTRY_FILTERS)[number];

export interface EntrySearch {
  readonly filter: EntryFilterName;
  readonly statementId: string | null;
  readonly after: EntryPlace | null;
  readonly limit: number;
}

export interface ListedEntry {
  readonly entry: StoredEntry;
  /** Null when the entry was decided. */
  readonly proposed: ProposedEntry | null;
  readonly consequence: PreCheck | null;
  /** The decision that holds; null while the entry is open. */
  readonly decision: StoredDecision | null;
}

/** Numbers of lines and cents by what was done with them; credits only, but for `debit`. */
export interface EntryCounts {
  readonly open: number;
  readonly certain: number;
  readonly booked: number;
  readonly setAside: number;
  readonly debit: number;
  readonly openCents: number;
  readonly bookedCents: number;
  readonly setAsideCents: number;
}

const STATES: Readonly<Record<EntryFilterName, 'open' | 'booked' | 'set_aside' | null>> = {
  open: 'open',
  certain: 'open',
  doubt: 'open',
  booked: 'booked',
  set_aside: 'set_aside',
  debit: 'open',
  all: null,
};

function isBefore({ bookedOn, id }: EntryPlace, after: EntryPlace | null): boolean {
  if (after === null) return true;
  return bookedOn < after.bookedOn || (bookedOn === after.bookedOn && id < after.id);
}

function newestFirst(a: EntryPlace, b: EntryPlace): number {
  return isBefore(a, b) ? 1 : -1;
}

/** Whether something is certain is worked out over all that is open, never kept. */
async function idsOf(
  tx: Transaction,
  search: EntrySearch,
  open: readonly ProposedEntry[],
): Promise<readonly string[]> {
  const { filter, statementId, after, limit } = search;
  if (filter !== 'certain' && filter !== 'doubt') {
    const direction = filter === 'all' ? null : filter === 'debit' ? 'debit' : 'credit';
    return pageOfEntries(tx, tenantOf(tx), {
      state: STATES[filter],
      direction,
      statementId,
      after,
      limit,
    });
  }
  return open
    .filter(({ proposal }) => (proposal.certainty === 'certain') === (filter === 'certain'))
    .map(({ entry }) => entry)
    .filter((entry) => isBefore(entry, after))
    .sort(newestFirst)
    .slice(0, limit)
    .map(({ id }) => id);
}

async function countsOf(
  tx: Transaction,
  statementId: string | null,
  open: readonly ProposedEntry[],
): Promise<EntryCounts> {
  const rows = await countStates(tx, tenantOf(tx), statementId);
  const none = { count: 0, cents: '0' };
  const of = (direction: string, state: string): { count: number; cents: string } =>
    rows.find((row) => row.direction === direction && row.state === state) ?? none;
  const still = of('credit', 'open');
  const booked = of('credit', 'booked');
  const aside = of('credit', 'set_aside');
  const sure = open.filter(({ proposal }) => proposal.certainty === 'certain');
  return {
    open: still.count,
    certain: sure.filter((one) => canConfirm(one, tx.today)).length,
    booked: booked.count,
    setAside: aside.count,
    debit: of('debit', 'open').count,
    openCents: Number(still.cents),
    bookedCents: Number(booked.cents),
    setAsideCents: Number(aside.cents),
  };
}

/** Entries with what is proposed and what that would mean, or with what was decided. */
export async function describeEntries(
  tx: Transaction,
  ids: readonly string[],
): Promise<readonly ListedEntry[]> {
  const tenantId = tenantOf(tx);
  const entries = await readStatementEntries(tx, tenantId, { entryIds: ids });
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  const undecided = entries.filter(({ state }) => state === 'open');
  const proposed = await proposeEntries(tx, undecided, 'full');
  const consequences = await consequencesOf(tx, proposed);
  const proposals = new Map(proposed.map((one) => [one.entry.id, one]));
  const decisions = new Map(
    (await decisionsOn(tx, tenantId, ids))
      .filter(({ undoneAt }) => undoneAt === null)
      .map((decision) => [decision.entryId, decision]),
  );
  return ids.flatMap((id) => {
    const entry = byId.get(id);
    if (entry === undefined) return [];
    return [
      {
        entry,
        proposed: proposals.get(id) ?? null,
        consequence: consequences.get(id) ?? null,
        decision: decisions.get(id) ?? null,
      },
    ];
  });
}

export interface EntryPage {
  readonly rows: readonly ListedEntry[];
  readonly counts: EntryCounts;
  readonly donorNames: ReadonlyMap<string, string | null>;
}

/** One page of entries, the newest first, at most `limit`. */
export async function listProposals(tx: Transaction, search: EntrySearch): Promise<EntryPage> {
  const open = await proposeOpen(tx, search.statementId);
  const ids = await idsOf(tx, search, open);
  const rows = await describeEntries(tx, ids);
  return {
    rows,
    counts: await countsOf(tx, search.statementId, open),
    donorNames: await namesOf(tx, rows),
  };
}

/** Names of the donors that are proposed, and of the others it may be. */
export async function namesOf(
  tx: Transaction,
  rows: readonly ListedEntry[],
): Promise<ReadonlyMap<string, string | null>> {
  const ids = rows.flatMap(({ proposed }) =>
    proposed === null ? [] : [proposed.proposal.donorId ?? [], ...proposed.proposal.otherDonors],
  );
  const names = await readDonorNames(tx, tenantOf(tx), ids.flat());
  return new Map([...names].map(([id, { name }]) => [id, name]));
}

export { type StoredDecision };
