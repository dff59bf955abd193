import { type MissingPart } from '../../../legal/overviews/missing-part';
import { type Transaction } from '../../../platform/database/transaction';
import { readExpected, type StoredExpected } from '../../expectations/public';
import { type StoredFiling } from '../persistence/filing.store';
import { drawOverview } from './draw-overview';
import { missingOf } from './file-filing';

/** How a draft stands beside the ledger and the law. */
export interface DraftStanding {
  readonly expected: StoredExpected;
  /** Every part that is missing, of a draft; of what was filed, see the filing itself. */
  readonly missing: readonly MissingPart[];
  /** True when the ledger says something else than the draft: it has to be drawn up again. */
  readonly outdated: boolean;
}

/** Null for what was filed: that does not change any more. */
export async function readStanding(
  tx: Transaction,
  filing: StoredFiling,
): Promise<DraftStanding | null> {
  if (filing.state === 'filed') return null;
  const expected = await readExpected(tx, filing.tenantId, filing.expectedKey);
  if (expected === null) throw new Error(`nothing is expected as ${filing.expectedKey}`);
  const drawn = await drawOverview(tx, expected, filing.stated);
  return {
    expected,
    missing: missingOf(expected, filing, drawn),
    outdated: drawn.sha256 !== filing.sha256,
  };
}
