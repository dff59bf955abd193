export { FilingsModule } from './filings.module';
export {
  type AttachCommand,
  AttachDocument,
  type AttachedDocument,
  RemoveDocument,
} from './application/attach-document';
export {
  CorrectFiling,
  DraftFiling,
  type RedrawnFiling,
  type Stated,
  StateNone,
} from './application/draft-filing';
export { type FileCommand, type FiledFiling, FileFiling } from './application/file-filing';
export { FileNil } from './application/file-nil';
export { DONOR_DISCLOSED, FILING_FILED } from './application/filing-filed';
export {
  filingDifferences,
  listFilings,
  readCorrection,
  readFiling,
  readVersions,
} from './application/read-filings';
export { type SignCommand, type SignedFiling, SignFiling } from './application/sign-filing';
export { type StoredFiling } from './persistence/filing.store';
export { filingTitle } from './web/overview-words';
export { missingPartWords } from './web/filing-words';
