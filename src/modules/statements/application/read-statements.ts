import { type Transaction } from '../../../platform/database/transaction';
import { type BankAccount, listAccounts } from '../persistence/account.store';
import { coveredDays } from '../persistence/statement.queries';
import { type Coverage, coverageOf } from './coverage';

export { type BankAccount, findAccount, listAccounts } from '../persistence/account.store';
export { findIntake, type Intake, type KeptFault, listIntakes } from '../persistence/intake.store';
export {
  findStatement,
  listStatements,
  type StatementKey,
  statementsOfIntake,
  type StoredStatement,
} from '../persistence/statement.queries';

export interface AccountView extends BankAccount, Coverage {}

/** Every account with the days its statements cover and the days that are missing. */
export async function readAccounts(
  tx: Transaction,
  tenantId: string,
): Promise<readonly AccountView[]> {
  const accounts = await listAccounts(tx, tenantId);
  const days = await coveredDays(tx, tenantId);
  return accounts.map((account) => ({
    ...account,
    ...coverageOf(days.filter(({ accountId }) => accountId === account.id)),
  }));
}
