/*
 * Shapes that the macros in templates/partials take. All text is ready to print: amounts and days
 * were written by format.ts, words come from templates/texts.
 */

/** A message about one field of a form. `field` is the id of that field; '' for the whole form. */
export interface FormError {
  readonly field: string;
  readonly message: string;
}

export interface Badge {
  readonly kind: 'neutral' | 'info' | 'safe' | 'warning' | 'danger';
  readonly label: string;
}

/** One cell of dataTable. `lang` is the language of a text that is not the language of the page. */
export type Cell =
  | string
  | {
      readonly text?: string;
      readonly lang?: string;
      readonly href?: string;
      readonly note?: string;
      readonly badge?: Badge;
    };

/** One line of summaryList: a fact with its name. `about` completes the link for who hears it. */
export interface Fact {
  readonly label: string;
  readonly value?: string;
  readonly href?: string;
  readonly note?: string;
  readonly badge?: Badge;
  readonly action?: { readonly href: string; readonly text: string; readonly about: string };
}

/** A total in large figures. */
export interface Figure {
  readonly label: string;
  readonly value: string;
  readonly note?: string;
}

/** One thing to do, in taskList. */
export interface Task {
  readonly text: string;
  readonly href: string;
  readonly note?: string;
  readonly badge?: Badge;
}

/** One choice of `select` or `radios`. */
export interface Choice {
  readonly value: string;
  readonly label: string;
  readonly hint?: string;
}

/** One day of a term. `label` says in words what `mark` shows: 'Dag 1', 'Telt niet', 'Erbij'. */
export interface CountedDay {
  readonly day: string;
  readonly mark: 'start' | 'counted' | 'skipped' | 'added';
  readonly label: string;
  readonly reason: string;
}

/** A term with the way to its last day, for countedDays. */
export interface TermView {
  readonly caption: string;
  readonly lastDay: string;
  readonly basis: string;
  readonly days: readonly CountedDay[];
  readonly warnings: readonly string[];
}

/** Keyset paging: '' when there is no such page. */
export interface Paging {
  readonly previous: string;
  readonly next: string;
}
