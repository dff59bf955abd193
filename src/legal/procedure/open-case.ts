import { ZERO } from '../kernel/euro-cents';
import { type PlainDate } from '../kernel/plain-date';
import { type CaseState, type CaseSubject } from './case';

/** A case as it begins: a signal, of which nothing is known but its subject. */
export function openCase(subject: CaseSubject, on: PlainDate): CaseState {
  return {
    phase: 'signal',
    protection: 'none',
    collection: 'none',
    subject,
    openedOn: on,
    informationAsked: null,
    repair: null,
    prosecutor: null,
    report: null,
    views: null,
    advice: null,
    draft: null,
    draftsMade: 0,
    decisions: [],
    notifiedOn: null,
    objection: null,
    appeals: [],
    finalOn: null,
    dunnedOn: null,
    writOn: null,
    payments: [],
    outstanding: ZERO,
    ended: null,
  };
}
