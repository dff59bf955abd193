import { tenantOf } from '../../../platform/database/tenant-of';
import { type Transaction } from '../../../platform/database/transaction';
import { type EuroCents } from '../../../legal/kernel/euro-cents';
import { matchDonors, readDonorNames } from '../../donors/public';
import { kindOfName } from '../recognition/counterparty';

/** One giver of a list that a payment provider gave. */
export interface SplitLine {
  readonly name: string;
  readonly amount: EuroCents;
  readonly iban: string | null;
}

export interface SplitDonor {
  readonly line: SplitLine;
  /** Known donors it may be, the likeliest first. */
  readonly known: readonly { readonly id: string; readonly name: string | null }[];
  /** Certain enough to be chosen beforehand. */
  readonly certain: boolean;
}

/** Who each line of the list may be, in the same order. */
export async function donorsOfSplit(
  tx: Transaction,
  lines: readonly SplitLine[],
): Promise<readonly SplitDonor[]> {
  const tenantId = tenantOf(tx);
  const nowhere = { address: null, residence: null, country: null, tradeRegisterNumber: null };
  const described = lines.map(({ name, iban }) => ({
    ...nowhere,
    kind: kindOfName(name),
    name,
    iban,
  }));
  const matches = await matchDonors(tx, tenantId, described);
  const ids = matches.map(({ donorId, others }) => [
    ...(donorId === null ? [] : [donorId]),
    ...others.map((other) => other.donorId),
  ]);
  const names = await readDonorNames(tx, tenantId, ids.flat());
  return lines.map((line, at) => ({
    line,
    certain: matches[at]?.certainty === 'certain',
    known: [...new Set(ids[at] ?? [])].map((id) => ({ id, name: names.get(id)?.name ?? null })),
  }));
}
