export { DebtsModule } from './debts.module';
export {
  type DebtParticulars,
  type MovementInput,
  RecordDebtBalance,
  RegisterDebt,
  type RegisterDebtCommand,
  ReviseDebt,
} from './application/debt-verbs';
export { debtsOf, readDebt } from './application/read-debts';
export { type DebtRecord } from './persistence/debt.store';
