import { type Group } from '../../../legal/facts/group';
import { parameter } from '../../../legal/parameters';
import { type EuroCents } from '../../../legal/kernel/euro-cents';
import { tenantOf } from '../../../platform/database/tenant-of';
import { type Transaction } from '../../../platform/database/transaction';
import { type DonorRecord, listDonors, readDonorsByIds } from '../../donors/public';
import { readGroup } from '../../parties/public';
import { type OwnAccount, ownAccounts } from '../persistence/decision.queries';
import { readStatementEntries, type StoredEntry } from '../persistence/entry.query';
import { usesOfRule } from '../persistence/rule.uses';

const MOST_DONORS = 500;
const MOST_USES = 50;

/** What a form of a rule lets one choose from. */
export interface RuleDesk {
  readonly group: Group;
  readonly donors: readonly DonorRecord[];
  readonly accounts: readonly OwnAccount[];
  /** Dues up to this need no registration today; null when that is not known. */
  readonly withoutRegistration: EuroCents | null;
}

export async function readRuleDesk(tx: Transaction, donorId: string | null): Promise<RuleDesk> {
  const tenantId = tenantOf(tx);
  const all = await listDonors(tx, tenantId, { text: '', after: null, limit: MOST_DONORS });
  const missing = donorId !== null && !all.some(({ id }) => id === donorId);
  const named = missing ? await readDonorsByIds(tx, tenantId, [donorId]) : [];
  const limit = parameter('registration.skip_up_to', tx.today);
  return {
    group: await readGroup(tx, tenantId),
    donors: [...named, ...all],
    accounts: await ownAccounts(tx, tenantId),
    withoutRegistration: limit === 'unknown' ? null : limit.value,
  };
}

/** The entries a rule was used on, the newest first. */
export async function readUses(tx: Transaction, ruleId: string): Promise<readonly StoredEntry[]> {
  const tenantId = tenantOf(tx);
  const entryIds = await usesOfRule(tx, tenantId, ruleId, MOST_USES);
  const entries = await readStatementEntries(tx, tenantId, { entryIds });
  return entries.toReversed();
}
