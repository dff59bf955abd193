import { type Transaction } from '../../../platform/database/transaction';
import {
  contentOf,
  type PublicChange,
  type PublicGift,
  type PublicSearch,
  readChangesAfter,
} from '../../publication/public';
import { type Alert } from '../facts/alert';
import { fits } from '../facts/fits';

const AT_ONCE = 2000;
/** More than these are counted and not listed. */
const MOST_LISTED = 10;

export interface NewsLine {
  readonly change: PublicChange['change'];
  readonly gift: PublicGift;
}

/** What one alert has to tell. */
export interface News {
  readonly alert: Alert;
  readonly count: number;
  /** The newest ones. */
  readonly lines: readonly NewsLine[];
}

interface Gathering {
  readonly alert: Alert;
  readonly search: PublicSearch;
  readonly lines: NewsLine[];
  count: number;
}

function take(gathering: Gathering, change: PublicChange, gift: PublicGift): void {
  if (change.changedAt <= gathering.alert.madeAt || !fits(gift, gathering.search)) return;
  gathering.count += 1;
  gathering.lines.unshift({ change: change.change, gift });
  if (gathering.lines.length > MOST_LISTED) gathering.lines.pop();
}

export interface FoundNews {
  readonly news: readonly News[];
  /** The newest change that was looked at. */
  readonly upTo: number;
}

/** Every change after a number, held against every alert that was made before it. */
export async function findNews(
  tx: Transaction,
  alerts: readonly { readonly alert: Alert; readonly search: PublicSearch }[],
  after: number,
): Promise<FoundNews> {
  const gathered: Gathering[] = alerts.map((one) => ({ ...one, lines: [], count: 0 }));
  let upTo = after;
  for (;;) {
    const changes = await readChangesAfter(tx, upTo, AT_ONCE);
    for (const change of changes) {
      const gift = contentOf(change);
      if (gift !== null) for (const gathering of gathered) take(gathering, change, gift);
    }
    upTo = changes.at(-1)?.number ?? upTo;
    if (changes.length < AT_ONCE) break;
  }
  const news = gathered
    .filter(({ count }) => count > 0)
    .map(({ alert, count, lines }) => ({ alert, count, lines }));
  return { news, upTo };
}
