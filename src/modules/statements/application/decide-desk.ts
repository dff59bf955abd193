import { type Group } from '../../../legal/facts/group';
import { tenantOf } from '../../../platform/database/tenant-of';
import { type Transaction } from '../../../platform/database/transaction';
import { type DonorRecord, listDonors, readDonorsByIds } from '../../donors/public';
import { readGroup } from '../../parties/public';
import { alikeContributions, returnableContributions } from '../persistence/decision.queries';
import { decisionsOn, type StoredDecision } from '../persistence/decision.store';
import { type KnownContribution } from '../recognition/proposal';
import { payerName } from './decide-new-donor';
import { describeEntries, type ListedEntry, namesOf } from './propose-list';

/** More than this is not a list to choose from; the likely ones always stand first. */
const MOST_DONORS = 500;

/** All that a person needs to decide on one entry. */
export interface EntryDesk {
  readonly row: ListedEntry;
  readonly group: Group;
  readonly donorNames: ReadonlyMap<string, string | null>;
  /** The likely ones first. */
  readonly donors: readonly DonorRecord[];
  /** What a new donor would be called; null when the entry names nobody. */
  readonly newName: string | null;
  readonly alike: readonly KnownContribution[];
  readonly returnable: readonly KnownContribution[];
  /** Every decision, also those that were undone, the newest first. */
  readonly decisions: readonly StoredDecision[];
}

/** Null when there is no such entry, or it is of another party. */
export async function readEntryDesk(tx: Transaction, entryId: string): Promise<EntryDesk | null> {
  const tenantId = tenantOf(tx);
  const [row] = await describeEntries(tx, [entryId]);
  if (row === undefined) return null;
  const alike = await alikeContributions(tx, tenantId, [entryId]);
  const returnable = await returnableContributions(tx, tenantId, [entryId]);
  return {
    row,
    group: await readGroup(tx, tenantId),
    donorNames: await namesOf(tx, [row]),
    donors: await donorsFor(tx, row),
    newName: payerName(row.entry, new Map()),
    alike: alike.get(entryId) ?? [],
    returnable: returnable.get(entryId) ?? [],
    decisions: await decisionsOn(tx, tenantId, [entryId]),
  };
}

async function donorsFor(tx: Transaction, { proposed }: ListedEntry): Promise<DonorRecord[]> {
  const tenantId = tenantOf(tx);
  const likely =
    proposed === null
      ? []
      : [proposed.proposal.donorId ?? [], ...proposed.proposal.otherDonors].flat();
  const first = await readDonorsByIds(tx, tenantId, likely);
  const all = await listDonors(tx, tenantId, { text: '', after: null, limit: MOST_DONORS });
  const shown = new Set(likely);
  return [
    ...likely.flatMap((id) => first.find((donor) => donor.id === id) ?? []),
    ...all.filter(({ id }) => !shown.has(id)),
  ];
}
