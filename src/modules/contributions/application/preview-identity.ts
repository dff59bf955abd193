import { type EuroCents } from '../../../legal/kernel/euro-cents';
import { type Finding } from '../../../legal/rules/finding';
import { judgeDonorYear } from '../../../legal/rules/judge';
import { tenantOf } from '../../../platform/database/tenant-of';
import { type Transaction } from '../../../platform/database/transaction';
import {
  comparePair,
  type DonorRecord,
  donorCluster,
  type DuplicatePair,
  listMerges,
  type MergeRow,
  readUnitedDonor,
} from '../../donors/public';
import { yearsOfDonors } from '../persistence/contribution.store';
import { clusterYearFacts } from './donor-year-facts';

/** What one year is when two donors are two, and when they are one. Amounts in euro cents, net. */
export interface YearBothWays {
  readonly year: number;
  readonly one: EuroCents;
  readonly other: EuroCents;
  readonly together: EuroCents;
  /** Left under the cap when they are one; null when no cap applies or it is unknown. */
  readonly room: EuroCents | null;
  /** What is found of the two together, and of neither alone. */
  readonly findings: readonly Finding[];
  /** Gifts that must be notified of the two together, and of neither alone (art. 25a). */
  readonly duties: number;
}

export interface IdentityPreview {
  readonly one: DonorRecord;
  readonly other: DonorRecord;
  readonly years: readonly YearBothWays[];
}

export interface MergePreview extends IdentityPreview {
  readonly pair: DuplicatePair | null;
}

/** What a merge would change; nothing is stored. Null when one of them is not there, or they are one. */
export async function previewMerge(
  tx: Transaction,
  intoId: string,
  donorId: string,
): Promise<MergePreview | null> {
  const tenantId = tenantOf(tx);
  const one = await donorCluster(tx, tenantId, intoId);
  const other = await donorCluster(tx, tenantId, donorId);
  if (one[0] === other[0]) return null;
  const preview = await bothWays(tx, one, other);
  if (preview === null) return null;
  const pair = await comparePair(tx, tenantId, preview.one.id, preview.other.id);
  return { ...preview, pair };
}

/** What taking back a merge would change. Null when it does not hold, or is not of this donor. */
export async function previewSplit(
  tx: Transaction,
  donorId: string,
  mergeId: string,
): Promise<(IdentityPreview & { readonly merge: MergeRow }) | null> {
  const tenantId = tenantOf(tx);
  const cluster = await donorCluster(tx, tenantId, donorId);
  const merges = await listMerges(tx, tenantId, cluster);
  const merge = merges.find(({ id, split }) => id === mergeId && split === null);
  if (merge === undefined) return null;
  const standing = merges.filter(({ id, split }) => split === null && id !== mergeId);
  const apart = cluster.filter((id) => endOf(id, standing) === merge.absorbedId);
  const left = cluster.filter((id) => !apart.includes(id));
  const first = [merge.absorbedId, ...apart.filter((id) => id !== merge.absorbedId)];
  const preview = await bothWays(tx, left, first);
  return preview === null ? null : { ...preview, merge };
}

/** For whom a donor would count, following the merges that are left. */
function endOf(id: string, merges: readonly MergeRow[]): string {
  const next = merges.find(({ absorbedId }) => absorbedId === id);
  return next === undefined ? id : endOf(next.intoId, merges);
}

async function bothWays(
  tx: Transaction,
  one: readonly string[],
  other: readonly string[],
): Promise<IdentityPreview | null> {
  const tenantId = tenantOf(tx);
  const first = await readUnitedDonor(tx, tenantId, one);
  const second = await readUnitedDonor(tx, tenantId, other);
  if (first === null || second === null) return null;
  const years: YearBothWays[] = [];
  for (const year of await yearsOfDonors(tx, tenantId, [...one, ...other])) {
    const judged = async (
      cluster: readonly string[],
    ): Promise<ReturnType<typeof judgeDonorYear>> => {
      const facts = await clusterYearFacts(tx, { tenantId, year, cluster }, false);
      if (facts === null) throw new Error('a donor that was there is gone');
      return judgeDonorYear(facts, tx.today);
    };
    const [mine, theirs] = [await judged(one), await judged(other)];
    const both = await judged([...one, ...other]);
    const known = new Set([...mine.findings, ...theirs.findings].map(signature));
    years.push({
      year,
      one: mine.totals.group.net,
      other: theirs.totals.group.net,
      together: both.totals.group.net,
      room: both.room,
      findings: both.findings.filter((finding) => !known.has(signature(finding))),
      duties: both.duties.length - mine.duties.length - theirs.duties.length,
    });
  }
  return { one: first, other: second, years: years.reverse() };
}

function signature({ rule, outcome }: Finding): string {
  return `${rule}/${outcome}`;
}
