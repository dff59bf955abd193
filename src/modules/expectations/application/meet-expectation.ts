import { type RequiredPart } from '../../../legal/facts/filing';
import { type PlainDate } from '../../../legal/kernel/plain-date';
import { type Transaction } from '../../../platform/database/transaction';
import { notFound } from '../../../platform/http/problem';
import { announce } from '../../../platform/jobs/job';
import { findExpected, holdExpected, insertReceipt } from '../persistence/expected.store';
import { EXPECTATION_MET } from './expectation-jobs';
import { judgeOwnExpectation } from './judge-expectation';

export interface MeetExpectation {
  readonly tenantId: string;
  readonly key: string;
  readonly filingId: string;
  readonly version: number;
  readonly filedOn: PlainDate;
  readonly nil: boolean;
  /** The parts that this version does not hold. */
  readonly missing: readonly RequiredPart[];
}

/**
 * Keeps that a version of a filing was received and judges the party's own side of it, in the
 * transaction of filing; the overseer's side follows as a job. The same version twice counts once.
 * @throws Problem 404 when nothing is expected under this key.
 */
export async function meetExpectation(tx: Transaction, met: MeetExpectation): Promise<void> {
  const expected = await findExpected(tx, met.tenantId, met.key);
  if (expected === null) throw notFound();
  await holdExpected(tx, expected.id);
  const { tenantId, filingId, version, filedOn, nil, missing } = met;
  const expectedId = expected.id;
  await insertReceipt(tx, { tenantId, expectedId, filingId, version, filedOn, nil, missing });
  await judgeOwnExpectation(tx, tenantId, met.key);
  await announce(tx, EXPECTATION_MET, { tenantId, expectedId }, { tenantId });
}
