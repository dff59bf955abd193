import { type EuroCents } from '../../../legal/kernel/euro-cents';
import { tenantOf } from '../../../platform/database/tenant-of';
import { type Transaction } from '../../../platform/database/transaction';
import { canonicalDonors, type DonorRecord, readDonorsByIds } from '../../donors/public';
import { readFindingsOf, type StoredFinding } from '../../judgements/public';
import { donorMoney } from '../persistence/year.queries';

/** Donors from a total in a year on, the largest first. */
export interface LargeDonors {
  readonly rows: readonly DonorRecord[];
  readonly findings: readonly StoredFinding[];
  /** Net cents of the year by donor. */
  readonly netOf: ReadonlyMap<string, string>;
}

const MOST = 500;

/** At most 500; those that are one by now count as one. */
export async function readLargeDonors(
  tx: Transaction,
  year: number,
  from: EuroCents,
): Promise<LargeDonors> {
  const tenantId = tenantOf(tx);
  const money = await donorMoney(tx, tenantId, year, 1);
  const canonical = await canonicalDonors(
    tx,
    tenantId,
    money.map(({ donorId }) => donorId),
  );
  const totals = new Map<string, number>();
  for (const { donorId, netCents } of money) {
    const donor = canonical.get(donorId) ?? donorId;
    totals.set(donor, (totals.get(donor) ?? 0) + Number(netCents));
  }
  const large = [...totals]
    .filter(([, cents]) => cents >= from)
    .toSorted((a, b) => b[1] - a[1])
    .slice(0, MOST);
  const ids = large.map(([id]) => id);
  const records = await readDonorsByIds(tx, tenantId, ids);
  const place = new Map(ids.map((id, index) => [id, index]));
  return {
    rows: records.toSorted((a, b) => (place.get(a.id) ?? 0) - (place.get(b.id) ?? 0)),
    findings: await readFindingsOf(tx, tenantId, ids, year),
    netOf: new Map(large.map(([id, cents]) => [id, String(cents)])),
  };
}
