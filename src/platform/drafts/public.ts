export { draftWords, type DraftWords } from './draft-words';
export { DraftsModule } from './drafts.module';
export { dropDraft, type FormDraft, keepDraft, listDrafts, readDraft } from './form-draft';
