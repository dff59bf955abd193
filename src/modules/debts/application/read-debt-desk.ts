import { type Group, type Membership } from '../../../legal/facts/group';
import { tenantOf } from '../../../platform/database/tenant-of';
import { type Transaction } from '../../../platform/database/transaction';
import { listSubjectFindings, type StoredFinding } from '../../judgements/public';
import { readGroup } from '../../parties/public';
import { type DebtRecord, findDebt } from '../persistence/debt.store';
import { findingPrefixes } from './judge-debt';

export interface DebtDesk {
  readonly debt: DebtRecord;
  readonly findings: readonly StoredFinding[];
}

/** A debt with what was found about it; null when it is not there for who asks. */
export async function readDebtDesk(tx: Transaction, id: string): Promise<DebtDesk | null> {
  const tenantId = tenantOf(tx);
  const debt = await findDebt(tx, tenantId, id);
  if (debt === null) return null;
  const findings: StoredFinding[] = [];
  for (const prefix of findingPrefixes(id))
    findings.push(...(await listSubjectFindings(tx, { tenantId, source: 'ledger', prefix })));
  return { debt, findings };
}

/** Who can owe a debt that is registered: the party and its affiliates. */
export function debtorsOf(group: Group): readonly Membership[] {
  const able = group.members.filter(({ kind }) => kind !== 'candidate' && kind !== 'branch');
  return able.filter(
    ({ recipient }, at) => able.findIndex((one) => one.recipient === recipient) === at,
  );
}

export function readDebtors(tx: Transaction): Promise<readonly Membership[]> {
  return readGroup(tx, tenantOf(tx)).then(debtorsOf);
}
