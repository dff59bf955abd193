import { formatMoment } from '../rendering/format';
import { type Words } from '../rendering/words';
import { type FormDraft } from './form-draft';

/** The data of the macros draftNotice and draftParts in templates/partials/draft.njk. */
export interface DraftWords {
  readonly form: string;
  /** Empty when there is nothing kept; otherwise when it was kept, in words. */
  readonly savedAt: string;
}

export function draftWords(form: string, draft: FormDraft | null, words: Words): DraftWords {
  return { form, savedAt: draft === null ? '' : formatMoment(draft.savedAt, words.language) };
}
