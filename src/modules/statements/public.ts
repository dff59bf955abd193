export { StatementsModule } from './statements.module';
export {
  type EntryFilter,
  type EntryState,
  readStatementEntries,
  type StoredEntry,
} from './application/read-entries';
export { type EntryMeans, type ReadEntry } from './formats/read-statement';
