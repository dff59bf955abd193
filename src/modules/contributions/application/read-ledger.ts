import { type Group } from '../../../legal/facts/group';
import { tenantOf } from '../../../platform/database/tenant-of';
import { type Transaction } from '../../../platform/database/transaction';
import { type DonorRecord, listDonors } from '../../donors/public';
import {
  readDutiesOfContributions,
  readFindingsOf,
  type StoredDuty,
  type StoredFinding,
} from '../../judgements/public';
import { readGroup } from '../../parties/public';
import { settlementsOf, versionsOf, type YearTotal } from '../persistence/contribution.queries';
import {
  type Annulment,
  findAnnulled,
  type LedgerSearch,
  netByDonor,
  searchLedger,
  type SelectionTotal,
  selectionTotal,
  yearsOfLedger,
} from '../persistence/ledger.queries';
import {
  type ContributionLife,
  type ListedContribution,
  readContribution,
  readYearTotals,
} from './read-contributions';

/** What was found about contributions, and what must still be notified of them. */
export interface Standing {
  readonly duties: readonly StoredDuty[];
  readonly findings: readonly StoredFinding[];
}

async function standingOf(
  tx: Transaction,
  contributions: readonly ListedContribution[],
  year: number,
): Promise<Standing> {
  const tenantId = tenantOf(tx);
  const roots = contributions.map(({ rootId }) => rootId);
  const donors = [...new Set(contributions.map(({ donorId }) => donorId))];
  return {
    duties: await readDutiesOfContributions(tx, tenantId, roots),
    findings: await readFindingsOf(tx, tenantId, donors, year),
  };
}

export interface LedgerPage extends Standing {
  readonly rows: readonly ListedContribution[];
  readonly years: readonly number[];
  readonly totals: readonly YearTotal[];
  /** Of all rows the filters let through, not of this page alone. */
  readonly selection: SelectionTotal;
  readonly group: Group;
}

/** One page of the ledger of a year, with what the law says of it. */
export async function readLedger(tx: Transaction, search: LedgerSearch): Promise<LedgerPage> {
  const tenantId = tenantOf(tx);
  const rows = await searchLedger(tx, tenantId, search);
  return {
    rows,
    years: await yearsOfLedger(tx, tenantId),
    totals: await readYearTotals(tx, tenantId, search.year),
    selection: await selectionTotal(tx, tenantId, search),
    group: await readGroup(tx, tenantId),
    ...(await standingOf(tx, rows, search.year)),
  };
}

export interface GiftLife extends ContributionLife, Standing {
  /** Null while the gift counts. */
  readonly annulment: Annulment | null;
}

/** A gift with all that is known of it, also when it was annulled; found by any id of its chain. */
export async function readGiftLife(tx: Transaction, id: string): Promise<GiftLife | null> {
  const tenantId = tenantOf(tx);
  const life = await readContribution(tx, tenantId, id);
  if (life !== null) {
    const standing = await standingOf(tx, [life.current], life.current.year);
    const { rootId } = life.current;
    const findings = standing.findings.filter(({ content }) =>
      content.contributions.some(({ contribution }) => contribution === rootId),
    );
    return { ...life, duties: standing.duties, findings, annulment: null };
  }
  const annulled = await findAnnulled(tx, tenantId, id);
  if (annulled === null) return null;
  const { annulment, ...current } = annulled;
  return {
    current,
    versions: await versionsOf(tx, tenantId, current.rootId),
    settlements: await settlementsOf(tx, tenantId, current.rootId),
    duties: [],
    findings: [],
    annulment,
  };
}

export interface DonorsPage {
  readonly rows: readonly DonorRecord[];
  readonly findings: readonly StoredFinding[];
  /** Net cents of the year by donor; a donor that gave nothing is left out. */
  readonly netOf: ReadonlyMap<string, string>;
}

/** Donors by name, each with what it gave in a year and what was found. */
export async function readDonorsPage(
  tx: Transaction,
  search: Parameters<typeof listDonors>[2],
  year: number,
): Promise<DonorsPage> {
  const tenantId = tenantOf(tx);
  const rows = await listDonors(tx, tenantId, search);
  const ids = rows.map(({ id }) => id);
  const net = await netByDonor(tx, tenantId, ids, year);
  return {
    rows,
    findings: await readFindingsOf(tx, tenantId, ids, year),
    netOf: new Map(net.map(({ donorId, netCents }) => [donorId, netCents])),
  };
}

export type { LedgerSearch, YearTotal };
