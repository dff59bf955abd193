import { Injectable } from '@nestjs/common';
import { type Transaction } from '../../../platform/database/transaction';
import { recount } from '../persistence/concentration.store';
import { forgetGiftsBeside } from '../persistence/filed-gift.store';
import { everyKey, holdInsight } from '../persistence/marks.store';
import { type GiftChange, InsightChanges } from './insight-changes';
import { refreshInsight } from './refresh-insight';

const AT_ONCE = 2000;

/**
 * Makes everything the ministry knows again from what it was derived from, without what was there.
 * Only who is who stays: a donor that got its number keeps it for ever.
 */
@Injectable()
export class RebuildInsight {
  constructor(private readonly changes: InsightChanges) {}

  /** Gives how many gifts were otherwise than they should be; nothing when all was well. */
  async run(tx: Transaction): Promise<number> {
    await holdInsight(tx);
    const { gifts, donors, ...rest } = await everyKey(tx);
    const gone = await forgetGiftsBeside(tx, gifts);
    const changed: GiftChange[] = gone.map((one) => ({ ...one, what: 'gift' }));
    changed.push(...(await refreshInsight(tx, { ...rest, gifts: [], donors: [] })));
    for (let at = 0; at < donors.length; at += AT_ONCE)
      changed.push(...(await refreshInsight(tx, only({ donors: donors.slice(at, at + AT_ONCE) }))));
    for (let at = 0; at < gifts.length; at += AT_ONCE)
      changed.push(...(await refreshInsight(tx, only({ gifts: gifts.slice(at, at + AT_ONCE) }))));
    await recount(tx);
    await this.changes.announce(tx, changed);
    return changed.length;
  }
}

function only(
  keys: Partial<Parameters<typeof refreshInsight>[1]>,
): Parameters<typeof refreshInsight>[1] {
  return { gifts: [], donors: [], filings: [], parties: [], listYears: [], ...keys };
}
