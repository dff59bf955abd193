export { StatementsModule } from './statements.module';
export { AssignAccount } from './application/assign-account';
export {
  type EntryFilter,
  type EntryState,
  readStatementEntries,
  type StoredEntry,
} from './application/read-entries';
export { type StatementFile, type TakenIn, TakeInStatement } from './application/take-in-statement';
export { type EntryMeans, type ReadEntry } from './formats/read-statement';
export { type EntryAct, type EntryDecision } from './application/decide-commands';
export { type Decided, DecideEntries } from './application/decide-entries';
export { BookByRules } from './application/rules-apply';
export { KeepRules } from './application/rules-verbs';
export { type UnbookedCredit, unbookedCredits } from './application/unbooked-credits';
export { readFile as readBankFile } from './application/read-file';
export { faultWords, refusalWords } from './web/fault-words';
