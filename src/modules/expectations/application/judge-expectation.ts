import { judgeReceived } from '../../../legal/duties/judge-received';
import { type Finding } from '../../../legal/rules/finding';
import { type Transaction } from '../../../platform/database/transaction';
import { announce } from '../../../platform/jobs/job';
import { recordSubjectFindings, type Source } from '../../judgements/public';
import { isSandbox } from '../../parties/public';
import {
  findExpected,
  findExpectedById,
  holdExpected,
  receiptsOf,
  type StoredExpected,
} from '../persistence/expected.store';
import { FILING_JUDGED } from './expectation-jobs';

async function findingsOf(tx: Transaction, expected: StoredExpected): Promise<readonly Finding[]> {
  // What ended before the group was in this register may have been filed on paper (D19).
  if (!expected.watched || expected.withdrawnAt !== null) return [];
  const received = await receiptsOf(tx, expected.tenantId, expected.id);
  const versions = received.map(({ filingId, ...version }) => ({ ...version, ref: filingId }));
  return judgeReceived(expected, versions, tx.today);
}

async function record(
  tx: Transaction,
  source: Source,
  expected: StoredExpected,
): Promise<string[]> {
  const subject = { tenantId: expected.tenantId, donorId: null, year: expected.year };
  const findings = await findingsOf(tx, expected);
  const prefix = `filing:${expected.key}`;
  const fresh = await recordSubjectFindings(tx, source, subject, prefix, findings);
  return fresh.map(({ id }) => id);
}

/** Stores what the term of one expected filing means now for the party's own side of it. */
export async function judgeOwnExpectation(
  tx: Transaction,
  tenantId: string,
  key: string,
): Promise<void> {
  const expected = await findExpected(tx, tenantId, key);
  if (expected !== null) await record(tx, 'ledger', expected);
}

/** What judging did; the code is kept beside the deadline. */
export type ExpectationOutcome = 'found' | 'in_order' | 'withdrawn';

/**
 * Stores what the term of one expected filing means now, for the party and for the overseer. The
 * deadline and every filing come here, in any order and any number of times; each time the outcome
 * is the same. A finding that is new to the overseer is announced once. Worker role only.
 */
export async function judgeExpectation(
  tx: Transaction,
  expectedId: string,
): Promise<ExpectationOutcome> {
  await holdExpected(tx, expectedId);
  const expected = await findExpectedById(tx, expectedId);
  if (expected === null || expected.withdrawnAt !== null) return 'withdrawn';
  await record(tx, 'ledger', expected);
  const { tenantId, year } = expected;
  const practising = await isSandbox(tx, tenantId);
  const fresh = practising ? [] : await record(tx, 'disclosed', expected);
  for (const findingId of fresh)
    await announce(tx, FILING_JUDGED, { tenantId, year, findingId }, { tenantId });
  return (await findingsOf(tx, expected)).length > 0 ? 'found' : 'in_order';
}
