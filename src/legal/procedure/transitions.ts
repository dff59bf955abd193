import { type Collection, type Phase, type Protection } from './case';

/** From one place of a case to the others it may go to; staying where it is, is always allowed. */
export interface Transitions {
  readonly phase: Readonly<Record<Phase, readonly Phase[]>>;
  readonly protection: Readonly<Record<Protection, readonly Protection[]>>;
  readonly collection: Readonly<Record<Collection, readonly Collection[]>>;
}

/** Every pair that a step can make (law.md 8.2). Data, so that the database can hold to it too. */
export const TRANSITIONS: Transitions = {
  phase: {
    signal: ['under_review', 'dismissed', 'lapsed'],
    under_review: [
      'repair_offered',
      'at_prosecutor',
      'report_drawn',
      'dismissed',
      'prosecuted',
      'lapsed',
    ],
    repair_offered: ['at_prosecutor', 'report_drawn', 'dismissed', 'prosecuted', 'lapsed'],
    at_prosecutor: [
      'under_review',
      'repair_offered',
      'report_drawn',
      'views_asked',
      'at_committee',
      'prosecuted',
    ],
    report_drawn: ['at_prosecutor', 'views_asked', 'dismissed', 'prosecuted', 'lapsed'],
    views_asked: ['at_prosecutor', 'at_committee', 'decided_no_fine', 'prosecuted', 'lapsed'],
    at_committee: ['at_prosecutor', 'decided_fine', 'decided_no_fine', 'prosecuted', 'lapsed'],
    decided_fine: ['notified', 'lapsed'],
    decided_no_fine: ['notified'],
    notified: [],
    dismissed: [],
    prosecuted: [],
    lapsed: [],
  },
  protection: {
    none: ['open'],
    open: ['objection', 'final'],
    objection: ['objection_decided'],
    objection_decided: ['appeal', 'final'],
    appeal: ['higher_appeal', 'final'],
    higher_appeal: ['final'],
    // An objection that came too late is still decided upon.
    final: ['objection'],
  },
  collection: {
    none: ['due'],
    due: ['in_default', 'set_off', 'paid', 'annulled', 'lapsed'],
    in_default: ['dunned', 'set_off', 'paid', 'annulled', 'lapsed'],
    dunned: ['writ', 'set_off', 'paid', 'annulled', 'lapsed'],
    writ: ['set_off', 'paid', 'annulled', 'lapsed'],
    // The highest court can bring back what a lower one took away.
    set_off: ['due', 'annulled'],
    paid: ['due', 'annulled'],
    annulled: ['due', 'set_off', 'paid'],
    lapsed: ['annulled'],
  },
};
