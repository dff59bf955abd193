import { addDays, type PlainDate } from '../../../legal/kernel/plain-date';
import { type Transaction } from '../../../platform/database/transaction';
import {
  changesSince,
  type Decided,
  decidedSince,
  type KindChange,
  loadOfPeople,
  type PersonLoad,
  startOf,
} from '../persistence/work-changes.query';
import {
  cameSince,
  countWork,
  endedSince,
  findWork,
  type WorkFilter,
  type WorkItem,
} from '../persistence/work-item.query';

const EVERYTHING: WorkFilter = {
  kind: null,
  tenantId: null,
  holder: null,
  term: null,
  severity: null,
  turn: null,
  text: '',
  aside: false,
};

export interface Counted<Row> {
  readonly rows: readonly Row[];
  /** How many there are; the rows are the first of them. */
  readonly n: number;
}

/** The morning: what changed since the start of yesterday, and what asks attention first. */
export interface Changes {
  readonly from: PlainDate;
  readonly came: Counted<WorkItem>;
  readonly done: Counted<WorkItem>;
  readonly decided: readonly Decided[];
  readonly runsOut: Counted<WorkItem>;
  readonly own: Counted<WorkItem>;
  readonly people: readonly PersonLoad[];
}

async function counted(
  tx: Transaction,
  filter: WorkFilter,
  limit: number,
  terms: readonly string[] | null,
): Promise<Counted<WorkItem>> {
  const counts = await countWork(tx, filter);
  const n = counts
    .filter(({ term }) => terms === null || terms.includes(term))
    .reduce((sum, one) => sum + one.n, 0);
  if (terms === null) return { n, rows: await findWork(tx, filter, null, limit) };
  const rows: WorkItem[] = [];
  for (const term of ['today', 'week'] as const)
    rows.push(...(await findWork(tx, { ...filter, term }, null, limit - rows.length)));
  return { n, rows };
}

/** For who asks: own work is theirs. */
export async function readChanges(tx: Transaction, limit: number): Promise<Changes> {
  const from = addDays(tx.today, -1);
  const moment = await startOf(tx, from);
  const kinds = await changesSince(tx, moment);
  const sum = (of: (change: KindChange) => number): number =>
    kinds.reduce((total, change) => total + of(change), 0);
  return {
    from,
    came: { n: sum(({ came }) => came), rows: await cameSince(tx, moment, limit) },
    done: { n: sum(({ done }) => done), rows: await endedSince(tx, moment, limit) },
    decided: await decidedSince(tx, moment, limit),
    runsOut: await counted(tx, EVERYTHING, limit, ['today', 'week']),
    own: await counted(tx, { ...EVERYTHING, holder: 'mine' }, limit, null),
    people: await loadOfPeople(tx),
  };
}

/** What a digest tells: counts only, no names and no amounts. */
export interface DigestFacts {
  readonly kinds: readonly KindChange[];
  readonly late: number;
  readonly runsOut: number;
  readonly mine: number;
  readonly mineLate: number;
}

export async function readDigestFacts(tx: Transaction, since: string): Promise<DigestFacts> {
  const all = await countWork(tx, EVERYTHING);
  const own = await countWork(tx, { ...EVERYTHING, holder: 'mine' });
  const sum = (counts: typeof all, ...terms: readonly string[]): number =>
    counts
      .filter(({ term }) => terms.length === 0 || terms.includes(term))
      .reduce((n, one) => n + one.n, 0);
  return {
    kinds: await changesSince(tx, since),
    late: sum(all, 'late'),
    runsOut: sum(all, 'today', 'week'),
    mine: sum(own),
    mineLate: sum(own, 'late'),
  };
}
