import {
  extendedFineAdviceTermAfter,
  fineAdviceTermAfter,
  fineDecisionTermAfter,
  finePowerLapsesOn,
} from '../calendar/enforcement-terms';
import { addDays, daysBetween, type PlainDate } from '../kernel/plain-date';
import { type CaseState } from './case';

/** Days at the prosecutor since a day: nothing of ours runs while the file lies there (Awb 5:51 lid 2). */
export function daysAtProsecutor(
  { prosecutor }: CaseState,
  since: PlainDate,
  on: PlainDate,
): number {
  if (prosecutor === null || prosecutor.sentOn < since) return 0;
  return daysBetween(prosecutor.sentOn, prosecutor.answeredOn ?? on);
}

/** A last day, and by how many days it was put off. */
export interface PutOff {
  readonly lastDay: PlainDate;
  readonly suspendedDays: number;
}

function putOff(lastDay: PlainDate, suspendedDays: number): PutOff {
  return { lastDay: addDays(lastDay, suspendedDays), suspendedDays };
}

/** Awb art. 5:51: thirteen weeks from the report, and the days at the prosecutor. */
export function decisionTerm(
  state: CaseState,
  report: { readonly drawnOn: PlainDate },
  on: PlainDate,
): PutOff {
  const { lastDay } = fineDecisionTermAfter(report.drawnOn);
  return putOff(lastDay, daysAtProsecutor(state, report.drawnOn, on));
}

/** Awb art. 5:53 lid 3: the term that was set, and the days at the prosecutor, where nobody is heard. */
export function viewsTerm(
  state: CaseState,
  views: { readonly askedOn: PlainDate; readonly lastDay: PlainDate },
  on: PlainDate,
): PutOff {
  return putOff(views.lastDay, daysAtProsecutor(state, views.askedOn, on));
}

/** Bfpp art. 3 lid 1: six weeks, or eight, and the days at the prosecutor. */
export function adviceTerm(
  state: CaseState,
  advice: { readonly sentOn: PlainDate; readonly extended: boolean },
  on: PlainDate,
): PutOff {
  const term = advice.extended ? extendedFineAdviceTermAfter : fineAdviceTermAfter;
  return putOff(term(advice.sentOn).lastDay, daysAtProsecutor(state, advice.sentOn, on));
}

/** Awb art. 5:45: five years, put off while an objection or appeal is pending (lid 3). */
export function powerTerm({ subject, objection, finalOn }: CaseState, on: PlainDate): PutOff {
  const lastDay = finePowerLapsesOn(subject.violatedOn);
  return putOff(lastDay, objection === null ? 0 : daysBetween(objection.receivedOn, finalOn ?? on));
}
