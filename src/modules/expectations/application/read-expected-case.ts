import { type Group } from '../../../legal/facts/group';
import { type Transaction } from '../../../platform/database/transaction';
import { listSubjectFindings, type StoredFinding } from '../../judgements/public';
import { readGroup } from '../../parties/public';
import {
  findExpectedById,
  receiptsOf,
  type ReceivedVersion,
  type StoredExpected,
} from '../persistence/expected.store';

/** One expected filing with what came in and what was found; for the party its own findings. */
export interface ExpectedCase {
  readonly expected: StoredExpected;
  readonly group: Group;
  readonly received: readonly ReceivedVersion[];
  readonly findings: readonly StoredFinding[];
}

/** Null when there is none that the reader may see. */
export async function readExpectedCase(tx: Transaction, id: string): Promise<ExpectedCase | null> {
  const expected = await findExpectedById(tx, id);
  if (expected === null) return null;
  const { tenantId, key, year } = expected;
  const source = tx.scope.role === 'app' ? 'ledger' : 'disclosed';
  return {
    expected,
    group: await readGroup(tx, tenantId),
    received: await receiptsOf(tx, tenantId, id),
    findings: await listSubjectFindings(tx, { tenantId, source, year, prefix: `filing:${key}` }),
  };
}
