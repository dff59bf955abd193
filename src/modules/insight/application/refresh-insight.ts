import { type Transaction } from '../../../platform/database/transaction';
import { concentrationOf } from '../persistence/concentration.store';
import {
  giftsOfDonors,
  insightDonorsOf,
  linkDonors,
  membersOf,
  renewDonors,
  unknownDonors,
} from '../persistence/donor.store';
import {
  deriveFiledGifts,
  giftsUnder,
  noteFiledDebts,
  noteListedGifts,
  renameRecipients,
} from '../persistence/filed-gift.store';
import { type ChangedGift } from '../persistence/gift-upsert';
import { deriveListGifts, keepListDonors } from '../persistence/list-gift.store';
import { type DonorKey, type InsightKeys, type RootKey } from '../persistence/marks.store';
import { giftsOfParties, keepListParties, keepParties } from '../persistence/party.store';
import { renewTraits } from '../persistence/trait.store';
import { type GiftChange } from './insight-changes';

/**
 * Derives anew what these keys stand for, from what was disclosed and from the published lists.
 * Deriving again what did not change changes nothing. The lock of insight must be held. Gives what
 * changed, each gift once.
 */
export async function refreshInsight(
  tx: Transaction,
  keys: InsightKeys,
): Promise<readonly GiftChange[]> {
  const names: ChangedGift[] = [];
  const gifts: ChangedGift[] = [];
  const renamed = await keepParties(tx, tenantsOf(keys));
  names.push(...(await giftsOfParties(tx, renamed)));
  if (keys.parties.length > 0) names.push(...(await renameRecipients(tx, keys.parties)));
  if (keys.filings.length > 0) await noteFiledDebts(tx, keys.filings);
  const { roots, donors } = await scopeOf(tx, keys);
  names.push(...(await refreshDonors(tx, donors)));
  if (roots.length > 0) gifts.push(...(await deriveFiledGifts(tx, roots)));
  for (const year of keys.listYears) {
    await keepListParties(tx, year);
    const listed = await keepListDonors(tx, year);
    names.push(...(await giftsOfDonors(tx, await renewTraits(tx, listed))));
    gifts.push(...(await deriveListGifts(tx, year)));
  }
  const parties = new Set(gifts.map(({ partyId }) => partyId));
  if (parties.size > 0) await concentrationOf(tx, [...parties]);
  return changes(gifts, names);
}

function tenantsOf({ gifts, donors, filings, parties }: InsightKeys): readonly string[] {
  const all = [...gifts, ...donors, ...filings].map(({ tenantId }) => tenantId);
  return [...new Set([...all, ...parties])];
}

/** Everything these marks touch: gifts by their first booking, and donors of parties. */
async function scopeOf(
  tx: Transaction,
  keys: InsightKeys,
): Promise<{ readonly roots: readonly RootKey[]; readonly donors: readonly DonorKey[] }> {
  const listed = keys.filings.length === 0 ? [] : await noteListedGifts(tx, keys.filings);
  const marked = unique([...keys.gifts, ...listed], ({ tenantId, rootId }) => tenantId + rootId);
  const fresh = marked.length === 0 ? [] : await unknownDonors(tx, marked);
  const asked = unique([...keys.donors, ...fresh], ({ tenantId, donorId }) => tenantId + donorId);
  if (asked.length === 0) return { roots: marked, donors: [] };
  const donors = await membersOf(tx, asked);
  const theirs = await giftsUnder(tx, donors);
  const roots = unique([...marked, ...theirs], ({ tenantId, rootId }) => tenantId + rootId);
  return { roots, donors };
}

/** Gives the gifts whose donor is described otherwise now. */
async function refreshDonors(
  tx: Transaction,
  donors: readonly DonorKey[],
): Promise<readonly ChangedGift[]> {
  if (donors.length === 0) return [];
  await linkDonors(tx, donors);
  const ids = await insightDonorsOf(tx, donors);
  const renewed = await renewDonors(tx, ids);
  const owned = await renewTraits(tx, ids);
  return giftsOfDonors(tx, [...new Set([...renewed, ...owned])]);
}

function unique<T>(all: readonly T[], keyOf: (one: T) => string): readonly T[] {
  return [...new Map(all.map((one) => [keyOf(one), one])).values()];
}

function changes(
  gifts: readonly ChangedGift[],
  names: readonly ChangedGift[],
): readonly GiftChange[] {
  const all: GiftChange[] = [
    ...names.map((one) => ({ ...one, what: 'names' }) as const),
    ...gifts.map((one) => ({ ...one, what: 'gift' }) as const),
  ];
  // What comes last stands: a gift that changed itself is told as such.
  return unique(all, ({ partyId, key }) => `${partyId} ${key}`);
}
