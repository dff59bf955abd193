export { RegisterModule } from './register.module';
export {
  type ImportCommand,
  type ImportOutcome,
  ImportPublishedList,
  ListRefused,
} from './application/import-published-list';
export { MINISTRY_CSV } from './application/export-layout';
export { ReadRegister } from './application/read-register';
export { reconciliationLines } from './application/reconciliation-lines';
export { placeOnly } from './facts/place-only';
export { type Reconciliation } from './facts/reconciliation';
