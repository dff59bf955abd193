import { type Election } from '../../../legal/facts/election';
import { type FilingKind } from '../../../legal/facts/filing';
import { type Group } from '../../../legal/facts/group';
import { type Transaction } from '../../../platform/database/transaction';
import { readElections } from '../../elections/public';
import { readAllGroups } from '../../parties/public';
import { expectedFilings, type StoredExpected, yearsExpected } from '../persistence/expected.store';

/** Everything that is filed about one calendar year, or for one election. */
export type FieldChoice =
  | { readonly over: 'year'; readonly year: number }
  | { readonly over: 'election'; readonly election: string };

export const ANNUAL_KINDS: readonly FilingKind[] = [
  'annual_report',
  'affiliate_overview',
  'gift_regulation',
];
export const ELECTION_KINDS: readonly FilingKind[] = [
  'pre_election_overview',
  'candidate_overview',
  'blank_list_overview',
  'post_election_overview',
];

/**
 * Whether everything a group owes was received. 'complete': all of it, in time or late. 'open':
 * nothing is missing yet, but not everything is due. 'incomplete': something is missing.
 */
export type Completeness = 'complete' | 'open' | 'incomplete';

export interface GroupFilings {
  readonly group: Group;
  readonly filings: readonly StoredExpected[];
  readonly completeness: Completeness;
}

export interface Field {
  readonly choice: FieldChoice;
  readonly kinds: readonly FilingKind[];
  /** Only groups that owe something, by name. */
  readonly groups: readonly GroupFilings[];
  /** What can be chosen: years, newest first, and elections, newest first. */
  readonly years: readonly number[];
  readonly elections: readonly Election[];
}

/** The gift regulation is not part of it: no filing of a year, and always due (art. 34). */
export function completenessOf(filings: readonly StoredExpected[]): Completeness {
  const counted = filings.filter(({ kind }) => kind !== 'gift_regulation');
  const missing = counted.some(
    ({ standing }) => standing === 'not_received' || standing === 'incomplete',
  );
  if (missing) return 'incomplete';
  return counted.some(({ standing }) => standing === 'not_due') ? 'open' : 'complete';
}

async function filingsOf(tx: Transaction, choice: FieldChoice): Promise<readonly StoredExpected[]> {
  if (choice.over === 'election') return expectedFilings(tx, { election: choice.election });
  const rows = await expectedFilings(tx, { year: choice.year });
  return rows.filter(({ kind }) => ANNUAL_KINDS.includes(kind));
}

/** Who filed what over a year or for an election, of every group that owes something (T30). */
export async function readField(tx: Transaction, choice: FieldChoice): Promise<Field> {
  const filings = await filingsOf(tx, choice);
  const groups = (await readAllGroups(tx)).flatMap((group): GroupFilings[] => {
    const own = filings.filter(({ tenantId }) => tenantId === group.ref);
    const owed = own.some(({ kind }) => kind !== 'gift_regulation');
    return owed ? [{ group, filings: own, completeness: completenessOf(own) }] : [];
  });
  const kinds = choice.over === 'year' ? ANNUAL_KINDS : ELECTION_KINDS;
  const used = kinds.filter((kind) => filings.some((filing) => filing.kind === kind));
  const years = await yearsExpected(tx, ANNUAL_KINDS);
  return { choice, kinds: used, groups, years, elections: await readElections(tx) };
}

/** One group with everything that was ever expected of it, also what was withdrawn. */
export async function readGroupFilings(
  tx: Transaction,
  tenantId: string,
): Promise<GroupFilings | null> {
  const group = (await readAllGroups(tx)).find(({ ref }) => ref === tenantId);
  if (group === undefined) return null;
  const filings = await expectedFilings(tx, { tenantId, withdrawn: true });
  return { group, filings, completeness: completenessOf(filings) };
}
