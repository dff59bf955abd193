import { expectedFilings } from '../../../legal/duties/expected-filings';
import { type ExpectedFiling } from '../../../legal/facts/filing';
import { addMonths, type PlainDate } from '../../../legal/kernel/plain-date';
import { type Transaction } from '../../../platform/database/transaction';
import { canonicalJson } from '../../../platform/json/canonical';
import { readElections } from '../../elections/public';
import { readGroup, readRegisteredOn } from '../../parties/public';
import {
  clearKept,
  holdExpectations,
  insertExpected,
  keepExpected,
  reviseExpected,
  type StandingExpected,
  standingExpectations,
  withdrawExpected,
} from '../persistence/expected.writer';
import {
  cancelLastDay,
  cancelOtherDays,
  scheduleLastDay,
  scheduleNextYear,
  scheduleOtherDays,
  watchedUntil,
} from './expectation-deadlines';
import { tellMovedDays } from './expectation-mails';

export interface RefreshedExpectations {
  readonly added: number;
  /** Other days, parts or thresholds; what was withdrawn and is expected again counts too. */
  readonly revised: number;
  readonly withdrawn: number;
  /** Would be otherwise, but the term had ended: they stay as they were. */
  readonly kept: number;
}

const MONTHS_BACK = 24;
const MONTHS_AHEAD = 13;

/** What is kept up to date: from two years back to just past the next 1 January but one month. */
export function spanAround(today: PlainDate): {
  readonly from: PlainDate;
  readonly until: PlainDate;
} {
  return { from: addMonths(today, -MONTHS_BACK), until: addMonths(today, MONTHS_AHEAD) };
}

type Change = 'added' | 'revised' | 'withdrawn' | 'kept' | 'unchanged';

interface Refreshing {
  readonly tx: Transaction;
  readonly tenantId: string;
  readonly registeredOn: PlainDate;
}

/**
 * Works out anew what one group owes and stores the difference with what was expected: new filings,
 * other days, filings that are no longer owed. A filing whose term has ended stays as it was, with a
 * note of what the calculation gives now. Twice gives the same as once. Worker role only.
 */
export async function refreshExpectations(
  tx: Transaction,
  tenantId: string,
): Promise<RefreshedExpectations> {
  await holdExpectations(tx, tenantId);
  const span = spanAround(tx.today);
  const work = { tx, tenantId, registeredOn: await readRegisteredOn(tx, tenantId) };
  const wanted = expectedFilings(await readGroup(tx, tenantId), await readElections(tx), span);
  const rows = await standingExpectations(tx, tenantId, span);
  const standing = new Map(rows.map((row) => [row.key, row]));
  const changes: Change[] = [];
  const moved: ExpectedFiling[] = [];
  for (const expected of wanted) {
    const row = standing.get(expected.key);
    standing.delete(expected.key);
    const change =
      row === undefined ? await add(work, expected) : await revise(work, row, expected);
    changes.push(change);
    if (row !== undefined && change === 'revised' && haveMoved(row, expected)) moved.push(expected);
  }
  for (const row of standing.values()) changes.push(await withdraw(work, row));
  await scheduleNextYear(tx, tenantId);
  await tellMovedDays(tx, tenantId, moved);
  const count = (wantedChange: Change): number =>
    changes.filter((change) => change === wantedChange).length;
  return {
    added: count('added'),
    revised: count('revised'),
    withdrawn: count('withdrawn'),
    kept: count('kept'),
  };
}

function haveMoved({ content, withdrawn }: StandingExpected, now: ExpectedFiling): boolean {
  return !withdrawn && (content.lastDay !== now.lastDay || content.opensOn !== now.opensOn);
}

async function add(
  { tx, tenantId, registeredOn }: Refreshing,
  expected: ExpectedFiling,
): Promise<Change> {
  const until = watchedUntil(expected, registeredOn);
  const id = await insertExpected(tx, tenantId, expected, until !== null);
  if (until === null) return 'added';
  await scheduleLastDay(tx, tenantId, id, until);
  await scheduleOtherDays(tx, tenantId, id, expected);
  return 'added';
}

async function revise(
  { tx, tenantId, registeredOn }: Refreshing,
  row: StandingExpected,
  expected: ExpectedFiling,
): Promise<Change> {
  const { id, withdrawn } = row;
  const same = canonicalJson(row.content) === canonicalJson(expected);
  if (same && !withdrawn) {
    if (row.kept) await clearKept(tx, tenantId, id);
    return 'unchanged';
  }
  const until = watchedUntil(expected, registeredOn);
  if (until === null) {
    if (row.watched && !(await cancelLastDay(tx, tenantId, id)) && !withdrawn)
      return keep(tx, tenantId, row, expected);
    await cancelOtherDays(tx, tenantId, id);
  } else {
    if ((await scheduleLastDay(tx, tenantId, id, until)) === 'fired')
      return keep(tx, tenantId, row, expected);
    await scheduleOtherDays(tx, tenantId, id, expected);
  }
  await reviseExpected(tx, tenantId, id, expected, until !== null);
  return 'revised';
}

async function keep(
  tx: Transaction,
  tenantId: string,
  row: StandingExpected,
  instead: ExpectedFiling | null,
): Promise<Change> {
  const noted = row.kept && canonicalJson(row.keptInstead) === canonicalJson(instead);
  if (noted) return 'unchanged';
  await keepExpected(tx, tenantId, row.id, instead);
  return 'kept';
}

async function withdraw({ tx, tenantId }: Refreshing, row: StandingExpected): Promise<Change> {
  if (row.withdrawn) return 'unchanged';
  const hadEnded = row.watched && !(await cancelLastDay(tx, tenantId, row.id));
  if (hadEnded) return keep(tx, tenantId, row, null);
  await cancelOtherDays(tx, tenantId, row.id);
  await withdrawExpected(tx, tenantId, row.id, 'no_longer_owed');
  return 'withdrawn';
}
