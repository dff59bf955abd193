import { yearOf } from '../../../legal/kernel/plain-date';
import { judgeDebtParticulars } from '../../../legal/rules/debt-registration';
import { type Transaction } from '../../../platform/database/transaction';
import { recordSubjectFindings } from '../../judgements/public';
import { type DebtKey, findDebt } from '../persistence/debt.store';

/** What the keys of findings about one debt start with: what was found, and what nobody can say. */
export function findingPrefixes(debtId: string): readonly string[] {
  return [`WFPP-21-3:${debtId}`, `UNDECIDED:WFPP-21-3:${debtId}`];
}

/** Judges one debt of the party's own ledger again, in the transaction of the change. */
export async function judgeDebt(tx: Transaction, { tenantId, debtId }: DebtKey): Promise<void> {
  const debt = await findDebt(tx, tenantId, debtId);
  if (debt === null) throw new Error(`no debt ${debtId} to judge`);
  const findings = judgeDebtParticulars(debt.fact, tx.today);
  // The year of registration never changes, so that a finding is always found again.
  const subject = { tenantId, donorId: null, year: yearOf(debt.registeredOn) };
  for (const prefix of findingPrefixes(debtId)) {
    const own = findings.filter(({ key }) => key.startsWith(prefix));
    await recordSubjectFindings(tx, 'ledger', subject, prefix, own);
  }
}
