import { type Transaction } from '../../../platform/database/transaction';
import { tenantOf } from '../../../platform/database/tenant-of';
import { canonicalDonors, matchDonors, readDonorNames } from '../../donors/public';
import { type FaultCode } from '../checks/fault';
import { type ImportKind } from '../layout/column';
import { type NewImportDonor } from '../persistence/import-donor.store';
import { type DescribedDonor } from './donor-groups';

export interface MatchedDonors {
  readonly donors: readonly NewImportDonor[];
  /** What is wrong with every row of a donor, by the donor's number. */
  readonly faults: ReadonlyMap<number, FaultCode>;
}

const AT_ONCE = 5_000;

/** Says of every described donor who it is, where that can be said. */
export async function matchImport(
  tx: Transaction,
  kind: ImportKind,
  described: readonly DescribedDonor[],
): Promise<MatchedDonors> {
  const given = await byNumber(tx, described);
  const open = described.filter((donor) => donor.given === null);
  const donors = [...given.donors];
  for (let start = 0; start < open.length; start += AT_ONCE)
    donors.push(...(await matched(tx, open.slice(start, start + AT_ONCE))));
  donors.sort((a, b) => a.number - b.number);
  const faults = new Map(given.faults);
  for (const donor of donors) {
    const code = faultOf(kind, donor);
    if (code !== null && !faults.has(donor.number)) faults.set(donor.number, code);
  }
  return { donors, faults };
}

/** A new donor needs a kind; an overview can only be of a donor that is known. */
function faultOf(kind: ImportKind, { certainty, description }: NewImportDonor): FaultCode | null {
  if (kind === 'look_through') return certainty === 'none' ? 'donor.look_through_unknown' : null;
  const isNew = certainty === 'none' || certainty === 'doubt';
  return isNew && description.kind === null ? 'donor.kind_needed' : null;
}

async function byNumber(
  tx: Transaction,
  described: readonly DescribedDonor[],
): Promise<MatchedDonors> {
  const ids = described.flatMap(({ given }) => given ?? []);
  if (ids.length === 0) return { donors: [], faults: new Map() };
  const names = await readDonorNames(tx, tenantOf(tx), ids);
  const canonical = await canonicalDonors(tx, tenantOf(tx), ids);
  const faults = new Map<number, FaultCode>();
  const donors = described.flatMap(({ number, description, rows, given }): NewImportDonor[] => {
    if (given === null) return [];
    const isKnown = names.has(given);
    if (!isKnown) faults.set(number, 'donor_number.unknown');
    const donorId = isKnown ? (canonical.get(given) ?? given) : null;
    return [{ number, description, rows, certainty: 'given', candidates: [], donorId }];
  });
  return { donors, faults };
}

async function matched(
  tx: Transaction,
  described: readonly DescribedDonor[],
): Promise<readonly NewImportDonor[]> {
  const matches = await matchDonors(
    tx,
    tenantOf(tx),
    described.map(({ description }) => description),
  );
  return described.map(({ number, description, rows }, at): NewImportDonor => {
    const match = matches[at];
    if (match === undefined) throw new Error('a donor was not matched');
    const { certainty, donorId, score, evidence, others } = match;
    // Nobody knows who an anonymous giver is, so it is nobody we know.
    if (description.kind === 'anonymous')
      return { number, description, rows, certainty: 'none', candidates: [], donorId: null };
    const candidates = donorId === null ? others : [{ donorId, score, evidence }, ...others];
    const isCertain = certainty === 'certain';
    return {
      number,
      description,
      rows,
      certainty,
      candidates: isCertain ? [] : candidates.slice(0, 5),
      donorId: isCertain ? donorId : null,
    };
  });
}
