import { type PlainDate } from '../../../legal/kernel/plain-date';
import { type Transaction } from '../../../platform/database/transaction';
import { assignItems, judgeItems, listColleagues, putAside } from '../persistence/work-act.store';
import { holdItems, type WorkItem } from '../persistence/work-item.query';
import { isJudgeable } from '../facts/work-kinds';

/** A row as somebody saw it. */
export interface Picked {
  readonly id: string;
  readonly version: number;
}

/**
 * What can be done with many rows at once. Nothing here decides about a party: a fine proposal can
 * be given to somebody or set aside, never decided.
 */
export type WorkAct =
  | { readonly act: 'assign'; readonly to: string | null; readonly reason: string | null }
  | { readonly act: 'set_aside'; readonly until: PlainDate; readonly reason: string }
  | { readonly act: 'take_up'; readonly reason: string }
  | { readonly act: 'judge'; readonly reason: string };

export type WorkRefusal =
  | 'unknown'
  | 'ended' // it was done, or its ground is gone
  | 'changed' // the facts, who has it or until when it is set aside
  | 'not_judgeable' // it ends by its own steps
  | 'past_the_term' // set aside until after its last day
  | 'not_aside';

export interface RefusedItem {
  readonly id: string;
  /** Null when there is no such row for who asks. */
  readonly item: WorkItem | null;
  readonly because: WorkRefusal;
}

export type ActOutcome =
  | { readonly outcome: 'done'; readonly items: readonly WorkItem[] }
  /** Nothing was done: all or nothing. */
  | { readonly outcome: 'refused'; readonly refused: readonly RefusedItem[] }
  | { readonly outcome: 'no_colleague' };

/** Null when this may be done with this row. */
function mayNot(item: WorkItem, act: WorkAct): WorkRefusal | null {
  if (act.act === 'judge') return isJudgeable(item.kind) ? null : 'not_judgeable';
  if (act.act === 'take_up') return item.asideUntil === null ? 'not_aside' : null;
  if (act.act === 'assign' || item.dueOn === null || item.term === 'late') return null;
  return act.until > item.dueOn ? 'past_the_term' : null;
}

function refusalOf(item: WorkItem, { version }: Picked, act: WorkAct | null): WorkRefusal | null {
  if (item.endedAt !== null) return 'ended';
  if (item.version !== version) return 'changed';
  return act === null ? null : mayNot(item, act);
}

export interface Checked {
  /** In the order of the queue. */
  readonly items: readonly WorkItem[];
  readonly refused: readonly RefusedItem[];
}

/** Holds the rows and says which of them are no longer what was picked, each by name. */
export async function checkPicked(
  tx: Transaction,
  picked: readonly Picked[],
  act: WorkAct | null,
): Promise<Checked> {
  const items = await holdItems(
    tx,
    picked.map(({ id }) => id),
  );
  const refused = picked.flatMap((one): RefusedItem[] => {
    const item = items.find(({ id }) => id === one.id);
    if (item === undefined) return [{ id: one.id, item: null, because: 'unknown' }];
    const because = refusalOf(item, one, act);
    return because === null ? [] : [{ id: one.id, item, because }];
  });
  return { items, refused };
}

async function carryOut(
  tx: Transaction,
  ids: readonly string[],
  act: WorkAct,
  byName: string,
): Promise<boolean> {
  if (act.act === 'judge') await judgeItems(tx, ids, { reason: act.reason, byName });
  else if (act.act === 'assign') {
    const colleagues = act.to === null ? [] : await listColleagues(tx);
    const to = colleagues.find(({ id }) => id === act.to);
    if (act.to !== null && to === undefined) return false;
    const { reason } = act;
    await assignItems(tx, ids, { toAccount: act.to, toName: to?.name ?? null, reason, byName });
  } else {
    const until = act.act === 'set_aside' ? act.until : null;
    await putAside(tx, ids, { until, reason: act.reason, byName });
  }
  return true;
}

/** Does it with every row that was picked, or with none. `byName` is the name of who does it. */
export async function actOnWork(
  tx: Transaction,
  picked: readonly Picked[],
  act: WorkAct,
  byName: string,
): Promise<ActOutcome> {
  const { items, refused } = await checkPicked(tx, picked, act);
  if (refused.length > 0) return { outcome: 'refused', refused };
  const ids = items.map(({ id }) => id);
  if (!(await carryOut(tx, ids, act, byName))) return { outcome: 'no_colleague' };
  return { outcome: 'done', items };
}
