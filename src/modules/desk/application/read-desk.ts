import { type Group } from '../../../legal/facts/group';
import { tenantOf } from '../../../platform/database/tenant-of';
import { type Transaction } from '../../../platform/database/transaction';
import {
  listContributions,
  type ListedContribution,
  readYearMoney,
  readYears,
  type YearMoney,
} from '../../contributions/public';
import { type DonorName, readDonorNames } from '../../donors/public';
import { listFindings, type StoredFinding } from '../../judgements/public';
import { readGroup } from '../../parties/public';
import { countOpenRemedies, type RemedyCount } from '../../remedies/public';
import {
  type Change,
  type ChangeCounts,
  CHANGES,
  changesSince,
} from '../persistence/changes.query';
import { noteVisit } from '../persistence/visit.store';
import { type DonorsOfYear, readDonorsOfYear } from './donors-of-year';
import { type DueItem, readDueItems } from './due-items';
import { type Missing, readMissing } from './read-missing';

/** What is new since the visit before this one. */
export interface News {
  /** ISO 8601 in UTC. */
  readonly since: string;
  readonly counts: ChangeCounts;
}

export interface YearDesk {
  readonly group: Group;
  readonly year: number;
  /** The years there is something of, and this one: newest first. */
  readonly years: readonly number[];
  readonly money: readonly YearMoney[];
  /** The year before, to compare with. */
  readonly moneyBefore: readonly YearMoney[];
  readonly due: readonly DueItem[];
  readonly donors: DonorsOfYear;
  readonly missing: Missing;
  readonly findings: readonly StoredFinding[];
  readonly names: ReadonlyMap<string, DonorName>;
  readonly remedies: RemedyCount;
  readonly recent: readonly ListedContribution[];
  /** Null on a first visit. */
  readonly news: News | null;
}

const MOST_FINDINGS = 50;
const MOST_RECENT = 5;

/** Everything the first page of a party shows of a year, and what is due whatever the year. */
export async function readYearDesk(tx: Transaction, year: number): Promise<YearDesk> {
  const tenantId = tenantOf(tx);
  const group = await readGroup(tx, tenantId);
  const since = await noteVisit(tx, tenantId);
  const findings = await listFindings(tx, { source: 'ledger', after: null, limit: MOST_FINDINGS });
  const known = await readYears(tx, tenantId);
  const thisYear = Number(tx.today.slice(0, 4));
  return {
    group,
    year,
    years: [...new Set([thisYear, year, ...known])].toSorted((a, b) => b - a),
    money: await readYearMoney(tx, tenantId, year),
    moneyBefore: await readYearMoney(tx, tenantId, year - 1),
    due: await readDueItems(tx),
    donors: await readDonorsOfYear(tx, group, year),
    missing: await readMissing(tx, tenantId, year),
    findings,
    names: await readDonorNames(
      tx,
      tenantId,
      findings.flatMap(({ donorId }) => donorId ?? []),
    ),
    remedies: await countOpenRemedies(tx, 'ledger'),
    recent: await listContributions(tx, tenantId, { after: null, limit: MOST_RECENT }),
    news: since === null ? null : { since, counts: await changesSince(tx, tenantId, since) },
  };
}

export { CHANGES };
export type { Change };
