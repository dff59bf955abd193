import { type EuroCents } from '../../../legal/kernel/euro-cents';
import { yearOf } from '../../../legal/kernel/plain-date';
import { type RecipientTotal } from '../../../legal/rules/finding';
import { judgeDonorYear } from '../../../legal/rules/judge';
import { type Group } from '../../../legal/facts/group';
import { tenantOf } from '../../../platform/database/tenant-of';
import { type Transaction } from '../../../platform/database/transaction';
import {
  donorCluster,
  type DonorRecord,
  listAccounts,
  listMerges,
  type MergeRow,
  readDonor,
  readDonorsByIds,
} from '../../donors/public';
import { readFindingsOf, type StoredFinding } from '../../judgements/public';
import { donorYearFacts } from './donor-year-facts';
import { listContributions, type ListedContribution } from './read-contributions';

const MOST_GIFTS = 200;

/** One donor and how this year stands. Amounts in euro cents. */
export interface DonorDesk {
  readonly donor: DonorRecord;
  /** What the donor is known to pay from. */
  readonly accounts: readonly string[];
  readonly group: Group;
  readonly year: number;
  readonly gifts: readonly ListedContribution[];
  readonly findings: readonly StoredFinding[];
  readonly total: EuroCents;
  readonly recipients: readonly RecipientTotal[];
  /** Null when no cap applies to this donor or it is unknown. */
  readonly room: EuroCents | null;
}

/** The merges of a donor with the names of all concerned. */
export interface DonorMerges {
  readonly rows: readonly MergeRow[];
  readonly names: ReadonlyMap<string, string>;
}

export async function readDonorMerges(tx: Transaction, donorId: string): Promise<DonorMerges> {
  const tenantId = tenantOf(tx);
  const rows = await listMerges(tx, tenantId, await donorCluster(tx, tenantId, donorId));
  const ids = rows.flatMap(({ absorbedId, intoId }) => [absorbedId, intoId]);
  const own = await readDonorsByIds(tx, tenantId, ids);
  return { rows, names: new Map(own.map(({ id, name }) => [id, name ?? ''])) };
}

export async function readDonorDesk(tx: Transaction, donorId: string): Promise<DonorDesk | null> {
  const tenantId = tenantOf(tx);
  const year = yearOf(tx.today);
  const donor = await readDonor(tx, tenantId, donorId);
  const facts = await donorYearFacts(tx, { tenantId, donorId, year }, false);
  if (donor === null || facts === null) return null;
  const { totals, room } = judgeDonorYear(facts, tx.today);
  const accounts = await listAccounts(tx, tenantId, await donorCluster(tx, tenantId, donorId));
  return {
    donor,
    accounts: [...new Set(accounts.map(({ iban }) => iban))],
    group: facts.group,
    year,
    gifts: await listContributions(tx, tenantId, { after: null, donorId, limit: MOST_GIFTS }),
    findings: await readFindingsOf(tx, tenantId, [donor.id], year),
    total: totals.group.net,
    recipients: totals.recipients,
    room,
  };
}
