/** The languages of the pages. Dutch comes first; English is the reader's choice. */
export type Language = 'nl' | 'en';

export const LANGUAGES: readonly Language[] = ['nl', 'en'];

export function isLanguage(text: string): text is Language {
  return text === 'nl' || text === 'en';
}
