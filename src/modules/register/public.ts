export { RegisterModule } from './register.module';
export {
  ImportPublishedList,
  type ImportCommand,
  type ImportOutcome,
} from './application/import-published-list';
export { ReadRegister } from './application/read-register';
export { type Reconciliation } from './facts/reconciliation';
