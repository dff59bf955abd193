import { type Transaction } from '../../../platform/database/transaction';
import { type Group, GROUPS, type Hit, type Stretch } from '../facts/hit';
import { asksNothing, type Query, readQuery } from '../reading/read-query';
import { findForParty, PARTY_GROUPS, readOwnWho } from './party-groups';
import { findForStaff } from './staff-groups';
import { readWho } from './who';

export interface FoundGroup {
  readonly group: Group;
  /** At most what was asked for. */
  readonly hits: readonly Hit[];
  /** True when the name was too common, so that only the newest or largest gifts were gone through. */
  readonly partly: boolean;
}

export interface Found {
  readonly query: Query;
  readonly groups: readonly FoundGroup[];
}

/** The groups that the reader of this transaction can find. */
export function groupsFor(tx: Transaction): readonly Group[] {
  return tx.scope.role === 'app' ? PARTY_GROUPS : GROUPS;
}

type Find = (group: Group) => Promise<readonly Hit[]>;

async function finderFor(
  tx: Transaction,
  query: Query,
  stretch: Stretch,
): Promise<{ readonly find: Find; readonly partly: boolean }> {
  if (tx.scope.role === 'app') {
    const own = { query, who: await readOwnWho(tx, query) };
    return { find: (group) => findForParty(tx, group, own, stretch), partly: false };
  }
  const asked = { query, who: await readWho(tx, query) };
  return { find: (group) => findForStaff(tx, group, asked, stretch), partly: asked.who.tooCommon };
}

/**
 * Looks for a line in everything the reader may see, or in one group. Groups in which nothing was
 * found are left out.
 */
export async function search(
  tx: Transaction,
  line: string,
  only: Group | null,
  stretch: Stretch,
): Promise<Found> {
  const query = readQuery(line, tx.today);
  if (asksNothing(query)) return { query, groups: [] };
  const { find, partly } = await finderFor(tx, query, stretch);
  const groups: FoundGroup[] = [];
  for (const group of groupsFor(tx).filter((one) => only === null || one === only)) {
    const hits = await find(group);
    if (hits.length > 0) groups.push({ group, hits, partly: partly && group === 'gifts' });
  }
  return { query, groups };
}
