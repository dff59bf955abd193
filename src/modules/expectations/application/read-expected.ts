import { type Transaction } from '../../../platform/database/transaction';
import {
  type ExpectedFilter,
  expectedFilings,
  findExpected,
  findExpectedById,
  receiptsOf,
  type ReceivedVersion,
  type Standing,
  STANDINGS,
  type StoredExpected,
} from '../persistence/expected.store';

/** One expected filing by the key that the law gave it; also one that is no longer expected. */
export function readExpected(
  tx: Transaction,
  tenantId: string,
  key: string,
): Promise<StoredExpected | null> {
  return findExpected(tx, tenantId, key);
}

export function readExpectedById(tx: Transaction, id: string): Promise<StoredExpected | null> {
  return findExpectedById(tx, id);
}

/** Expected filings, earliest last day first. Row-level security decides whose. */
export function listExpected(
  tx: Transaction,
  filter: ExpectedFilter,
): Promise<readonly StoredExpected[]> {
  return expectedFilings(tx, filter);
}

/** Every version that was received of one expected filing, oldest first. */
export function readReceived(
  tx: Transaction,
  expected: StoredExpected,
): Promise<readonly ReceivedVersion[]> {
  return receiptsOf(tx, expected.tenantId, expected.id);
}

export { STANDINGS };
export type { ExpectedFilter, ReceivedVersion, Standing, StoredExpected };
