import { type Language } from '../../../platform/rendering/language';

/** A search of which somebody wants a mail when something changes. */
export interface Alert {
  readonly id: string;
  readonly accountId: string;
  readonly name: string;
  /** The choices of the search page, as typed. */
  readonly search: Readonly<Record<string, string>>;
  readonly language: Language;
  readonly madeAt: string;
}

/** Of one person at a time. */
export const MOST_ALERTS = 20;
