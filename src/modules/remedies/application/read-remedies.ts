import { type PlainDate } from '../../../legal/kernel/plain-date';
import { type Transaction } from '../../../platform/database/transaction';
import { arrangementsOf, type StoredArrangement } from '../persistence/arrangement.store';
import {
  endedRemedies,
  findRemedy,
  giftsOfSteps,
  openRemedies,
  type RemedyRow,
  type RemedySearch,
  type RemedySource,
  settlementsOfSteps,
} from '../persistence/remedy.queries';
import { type Progress, progressOf } from './progress';

/** A remedy followed to its end: what the law asks, what was agreed, what was done (law.md 7). */
export interface RemedyFile extends RemedyRow {
  readonly progress: Progress;
  /** The newest internal term of each side; null when there is none. */
  readonly terms: {
    readonly party: StoredArrangement | null;
    readonly overseer: StoredArrangement | null;
  };
  /** The first day that ends one of them; null without a term. */
  readonly dueOn: PlainDate | null;
  /** True when that day has passed and it is not done. */
  readonly overdue: boolean;
  /** Why the donor cannot get it back; then it goes to the Minister (art. 29b lid 2). */
  readonly impossible: StoredArrangement | null;
  /** Everything that was agreed, newest first. */
  readonly arrangements: readonly StoredArrangement[];
}

async function fill(tx: Transaction, rows: readonly RemedyRow[]): Promise<RemedyFile[]> {
  const tenants = [...new Set(rows.map(({ tenantId }) => tenantId))];
  const roots = rows.flatMap(({ content }) =>
    content.contributions.map(({ contribution }) => contribution),
  );
  const donors = [...new Set(rows.map(({ donorId }) => donorId))];
  if (rows.length === 0) return [];
  const gifts = await giftsOfSteps(tx, tenants, roots);
  const settlements = await settlementsOfSteps(tx, tenants, roots);
  const arrangements = await arrangementsOf(tx, tenants, donors);
  return rows.map((row) => {
    const agreed = arrangements.filter((one) => isAbout(one, row));
    const progress = progressOf(row, gifts, settlements);
    return { ...row, progress, ...standingOf(agreed, progress, tx.today) };
  });
}

function isAbout(one: StoredArrangement, row: RemedyRow): boolean {
  return (
    one.tenantId === row.tenantId &&
    one.donorId === row.donorId &&
    one.year === row.year &&
    one.findingKey === row.content.key &&
    (row.startedAfter === null || one.arrangedAt >= row.startedAfter)
  );
}

function standingOf(
  arrangements: readonly StoredArrangement[],
  { state }: Progress,
  today: PlainDate,
): Pick<RemedyFile, 'terms' | 'dueOn' | 'overdue' | 'impossible' | 'arrangements'> {
  const newest = (test: (one: StoredArrangement) => boolean): StoredArrangement | null =>
    arrangements.find(test) ?? null;
  const terms = {
    party: newest(({ kind, setBy }) => kind === 'term' && setBy === 'party'),
    overseer: newest(({ kind, setBy }) => kind === 'term' && setBy === 'overseer'),
  };
  const days = [terms.party, terms.overseer].flatMap((term) => term?.dueOn ?? []).toSorted();
  const dueOn = days[0] ?? null;
  return {
    arrangements,
    terms,
    dueOn,
    overdue: state === 'open' && dueOn !== null && dueOn < today,
    impossible: newest(({ kind }) => kind === 'return_impossible'),
  };
}

/** What still has to go back or over, longest standing first; for a party its own, for staff what is known. */
export async function listOpenRemedies(
  tx: Transaction,
  search: RemedySearch,
): Promise<readonly RemedyFile[]> {
  return fill(tx, await openRemedies(tx, search));
}

/** What was done or lost its ground, newest first. */
export async function listEndedRemedies(
  tx: Transaction,
  source: RemedySource,
  limit: number,
): Promise<readonly RemedyFile[]> {
  return fill(tx, await endedRemedies(tx, source, limit));
}

/** One remedy as it stands now, by the id of any finding about it; null when not to be seen. */
export async function readRemedy(
  tx: Transaction,
  source: RemedySource,
  id: string,
): Promise<RemedyFile | null> {
  const row = await findRemedy(tx, source, id);
  if (row === null) return null;
  return (await fill(tx, [row]))[0] ?? null;
}

const MOST = 500;

export interface RemedyCount {
  readonly open: number;
  readonly overdue: number;
}

/** How many wait and how many of those are past their internal term; at most 500 are counted. */
export async function countOpenRemedies(
  tx: Transaction,
  source: RemedySource,
): Promise<RemedyCount> {
  const files = await listOpenRemedies(tx, { source, after: null, limit: MOST });
  return { open: files.length, overdue: files.filter(({ overdue }) => overdue).length };
}

export type { RemedySearch, RemedySource, StoredArrangement };
