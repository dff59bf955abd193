export { draftWords, type DraftWords } from './draft-words';
export { DraftsModule } from './drafts.module';
export { dropDraft, type FormDraft, listDrafts, readDraft } from './form-draft';
