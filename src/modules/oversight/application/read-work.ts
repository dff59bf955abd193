import { type Transaction } from '../../../platform/database/transaction';
import {
  countWork,
  findItem,
  findWork,
  organisationsWithWork,
  type Term,
  TERMS,
  type WorkCount,
  type WorkFilter,
  type WorkItem,
  type WorkOrganisation,
  type WorkPosition,
} from '../persistence/work-item.query';
import { historyOf, type WorkEvent } from '../persistence/work-act.store';
import { listViews, type WorkView } from '../persistence/work-view.store';
import { type WorkKind, WORK_KINDS } from '../facts/work-kinds';

/** A page of the queue, with what the other choices of kind and term would show. */
export interface WorkPage {
  readonly items: readonly (WorkItem & { readonly position: WorkPosition })[];
  readonly total: number;
  readonly kinds: readonly { readonly kind: WorkKind; readonly n: number }[];
  readonly terms: readonly { readonly term: Term; readonly n: number }[];
}

export interface WorkDesk extends WorkPage {
  readonly organisations: readonly WorkOrganisation[];
  readonly views: readonly WorkView[];
}

function sumOf(counts: readonly WorkCount[], test: (one: WorkCount) => boolean): number {
  return counts.filter(test).reduce((sum, { n }) => sum + n, 0);
}

/** What waits under a filter, after the keyset position; one row more than asked when there is more. */
export async function listWork(
  tx: Transaction,
  filter: WorkFilter,
  after: WorkPosition | null,
  limit: number,
): Promise<WorkPage> {
  const items = await findWork(tx, filter, after, limit);
  const counts = await countWork(tx, filter);
  const inTerm = ({ term }: WorkCount): boolean => filter.term === null || term === filter.term;
  const inKind = ({ kind }: WorkCount): boolean => filter.kind === null || kind === filter.kind;
  return {
    items,
    total: sumOf(counts, (one) => inTerm(one) && inKind(one)),
    kinds: WORK_KINDS.map((kind) => ({
      kind,
      n: sumOf(counts, (one) => one.kind === kind && inTerm(one)),
    })),
    terms: TERMS.map((term) => ({
      term,
      n: sumOf(counts, (one) => one.term === term && inKind(one)),
    })),
  };
}

/** The same with what the page beside it needs. */
export async function readDesk(
  tx: Transaction,
  filter: WorkFilter,
  after: WorkPosition | null,
  limit: number,
): Promise<WorkDesk> {
  return {
    ...(await listWork(tx, filter, after, limit)),
    organisations: await organisationsWithWork(tx),
    views: await listViews(tx),
  };
}

export interface WorkFile {
  readonly item: WorkItem;
  readonly history: readonly WorkEvent[];
}

/** One thing that waits, or waited, and what people did with it; null when there is none. */
export async function readWorkItem(tx: Transaction, id: string): Promise<WorkFile | null> {
  const item = await findItem(tx, id);
  return item === null ? null : { item, history: await historyOf(tx, id) };
}

export { listColleagues, type Colleague } from '../persistence/work-act.store';
export { TERMS };
export type { Term, WorkEvent, WorkFilter, WorkItem, WorkOrganisation, WorkPosition, WorkView };
