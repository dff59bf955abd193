import { type Transaction } from '../../../platform/database/transaction';
import { listViews } from '../persistence/work-view.store';

export {
  chooseStart,
  keepView,
  listViews,
  type NewView,
  removeView,
  type WorkView,
} from '../persistence/work-view.store';

/** The filter that is the first page of who asks; null when it is the whole list. */
export async function startView(tx: Transaction): Promise<string | null> {
  const views = await listViews(tx);
  return views.find(({ isStart }) => isStart)?.query ?? null;
}
